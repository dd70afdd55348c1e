//===--- KnownDependencies.h - dependencies of an earlier run ---*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a unit reads is the same as the last time when its command is, when no
// file that it read has changed, and when no file has come or gone that an
// #include could find instead of one of these. Then nothing has to be scanned.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_KNOWNDEPENDENCIES_H
#define LEASH_TOOLS_KNOWNDEPENDENCIES_H

#include "CompileCommands.h"
#include "ResultCache.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <mutex>
#include <string>
#include <vector>

namespace leash {

/// May be used from any thread.
class KnownDependencies {
public:
  /// \p Root is the repository's.
  KnownDependencies(ResultCache &Cache, llvm::StringRef Root)
      : Cache(Cache), Root(Root.str()) {}

  /// The files that \p U reads; empty when they are not known.
  std::vector<std::string> of(const Unit &U);

  void store(const Unit &U, llvm::ArrayRef<std::string> Files);

private:
  struct Folder {
    explicit Folder(llvm::StringRef Path);
    std::string Path;
    llvm::StringSet<> Entries;
  };
  bool isOwn(llvm::StringRef File) const;
  unsigned folderNumber(llvm::StringRef Path);
  static uint64_t rivals(const Folder &In, llvm::StringRef File);
  std::string rivals(const Unit &U, llvm::ArrayRef<std::string> Files);

  ResultCache &Cache;
  std::string Root;
  std::mutex Mutex; ///< For all that follows.
  std::vector<Folder> Folders;
  llvm::StringMap<unsigned> FolderNumbers;
  llvm::StringMap<unsigned> FileNumbers;
  /// By the numbers of a folder and a file.
  llvm::DenseMap<std::pair<unsigned, unsigned>, uint64_t> Rivals;
};

} // namespace leash

#endif // LEASH_TOOLS_KNOWNDEPENDENCIES_H
