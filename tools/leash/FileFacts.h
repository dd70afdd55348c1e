//===--- FileFacts.h - what a file's text says by itself --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_FILEFACTS_H
#define LEASH_TOOLS_FILEFACTS_H

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace leash {

/// The words that files are searched for, numbered.
class Vocabulary {
public:
  unsigned add(llvm::StringRef Word);
  /// The word's number, or -1.
  int find(llvm::StringRef Word) const;
  unsigned size() const { return Words.size(); }

  /// Whether some word begins with \p Start, or ends with \p End.
  bool hasStart(llvm::StringRef Start) const;
  bool hasEnd(llvm::StringRef End) const;

private:
  llvm::StringMap<unsigned> Words;
};

/// A name that a header gives to something else: a macro, an alias, a class
/// with bases.
struct OtherName {
  std::string Name;
  llvm::BitVector Words; ///< What stands for it.
};

/// Immutable once made.
struct FileFacts {
  uint64_t Hash = 0; ///< Of the whole text.
  bool IsReadable = false;
  /// Words that the file spells, outside of comments and strings.
  llvm::BitVector Words;
  /// Those of them that may be the name of a function of C in use.
  llvm::BitVector Free;
  /// A macro puts such a word together with ##.
  bool PastesWord = false;
  std::vector<OtherName> OtherNames;
};

/// Reads each file once. May be used from any thread.
class FileFactsCache {
public:
  explicit FileFactsCache(const Vocabulary &Words) : Words(Words) {}

  const FileFacts &of(llvm::StringRef Path);

private:
  struct Entry {
    std::once_flag Once;
    FileFacts Facts;
  };
  const Vocabulary &Words;
  std::mutex Mutex;
  llvm::StringMap<std::unique_ptr<Entry>> Entries;
};

/// The facts of \p Text.
FileFacts readFacts(llvm::StringRef Text, const Vocabulary &Words);

} // namespace leash

#endif // LEASH_TOOLS_FILEFACTS_H
