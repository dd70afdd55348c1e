//===--- SourceFiles.h - the text of the files that are shown ---*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_SOURCEFILES_H
#define LEASH_TOOLS_SOURCEFILES_H

#include "Results.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>
#include <vector>

namespace leash {

/// \p Path seen from \p Directory, without "." and "..": "a/./b/../c" and "a/c"
/// are one file. Links are left alone: the name is the one that the user has
/// given.
std::string absolutePath(llvm::StringRef Path, llvm::StringRef Directory);

/// The root of the repository around the current folder: the nearest folder
/// above that has a .git, or else the current one.
std::string findRoot();

/// Reads each file once, and knows where its lines are. For one thread.
class SourceFiles {
public:
  /// \p Root is the repository's root, an absolute path.
  explicit SourceFiles(llvm::StringRef Root);

  llvm::StringRef root() const { return Root; }

  /// The name of \p Path in results: relative to the root, or else absolute.
  /// \p Path is taken to be relative to \p Directory.
  std::string nameOf(llvm::StringRef Path, llvm::StringRef Directory) const;

  /// Where the file \p Name (as in results) is.
  std::string pathOf(llvm::StringRef Name) const;

  /// The whole file; empty when it cannot be read.
  llvm::StringRef text(llvm::StringRef Name);

  /// A line, counted from one, without its end; empty when there is none.
  llvm::StringRef line(llvm::StringRef Name, unsigned Number);

  /// How many lines the file has.
  unsigned numLines(llvm::StringRef Name);

  /// The place of \p Length bytes from \p Offset on.
  Location at(llvm::StringRef Name, size_t Offset, size_t Length);

  /// The byte that a line and a column stand for; the file's size when they
  /// are beyond its end.
  size_t offsetOf(llvm::StringRef Name, unsigned Line, unsigned Column);

private:
  struct File {
    std::string Text;
    std::vector<size_t> LineStarts;
  };
  const File &file(llvm::StringRef Name);

  std::string Root;
  llvm::StringMap<std::unique_ptr<File>> Files;
};

} // namespace leash

#endif // LEASH_TOOLS_SOURCEFILES_H
