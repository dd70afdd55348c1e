//===--- FileFacts.h - what a file's text says by itself --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_FILEFACTS_H
#define LEASH_TOOLS_FILEFACTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <mutex>
#include <optional>
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

  /// What is left of the words that begin with \p Start, or end with \p End.
  std::vector<llvm::StringRef> restsBehind(llvm::StringRef Start) const;
  std::vector<llvm::StringRef> restsBefore(llvm::StringRef End) const;

private:
  llvm::StringMap<unsigned> Words;
};

/// All identifiers of all files, numbered. May be used from any thread.
class Identifiers {
public:
  std::vector<unsigned> numbersOf(llvm::ArrayRef<llvm::StringRef> Names);
  /// The number of a name that some file spells.
  std::optional<unsigned> find(llvm::StringRef Name) const;

private:
  mutable std::mutex Mutex;
  llvm::StringMap<unsigned> Numbers;
};

/// A word of the vocabulary, and what it may be where it stands.
struct Mention {
  enum Role : unsigned {
    Name = 1, ///< Always.
    Type = 2,
    Function = 4,  ///< Of a class or of a namespace.
    CFunction = 8, ///< In use: not its declaration, and no member.
  };
  unsigned Word = 0;
  unsigned Roles = 0;
};

/// A name that a header gives to something else: a macro, an alias, a class
/// with bases.
struct OtherName {
  std::string Name;
  llvm::BitVector Words; ///< What stands for it.
};

/// What DeclaredTokens say, in numbers; a macro is one as well.
struct Declaration {
  std::vector<unsigned> Names;
  std::vector<unsigned> Class;
  std::vector<unsigned> Macros;
  std::vector<unsigned> Identifiers; ///< Sorted.
  std::vector<Mention> Mentions;
  bool HasBody = false;
  bool IsMacro = false;
  bool Pastes = false; ///< The macro makes new names with ##.
  /// What else has to be spelled for one of them to be of the vocabulary.
  std::vector<std::string> PastesWordWith;
};

/// Immutable once made.
struct FileFacts {
  bool IsReadable = false;
  /// Words that the file spells, outside of comments and strings.
  llvm::BitVector Words;
  std::vector<OtherName> OtherNames;

  std::vector<Declaration> Declarations;
  bool IsIrregular = false; ///< Its declarations are guesses.
  // Sorted, all of them.
  std::vector<unsigned> Identifiers;
  std::vector<unsigned> Defined;    ///< As macros.
  std::vector<unsigned> InCapitals; ///< Of them, what looks like a macro.
  std::vector<unsigned> Tested;     ///< By #if and its like.
};

/// Reads each file once. May be used from any thread.
class FileFactsCache {
public:
  FileFactsCache(const Vocabulary &Words, Identifiers &Known)
      : Words(Words), Known(Known) {}

  const FileFacts &of(llvm::StringRef Path);

private:
  struct Entry {
    std::once_flag Once;
    FileFacts Facts;
  };
  const Vocabulary &Words;
  Identifiers &Known;
  std::mutex Mutex;
  llvm::StringMap<std::unique_ptr<Entry>> Entries;
};

/// The facts of \p Text.
FileFacts readFacts(llvm::StringRef Text, const Vocabulary &Words,
                    Identifiers &Known);

} // namespace leash

#endif // LEASH_TOOLS_FILEFACTS_H
