//===--- Changes.h - the lines that have changed ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_CHANGES_H
#define LEASH_TOOLS_CHANGES_H

#include "Results.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace leash {

/// Lines of files that are named relative to the repository's root.
class Changes {
public:
  using Range = std::pair<unsigned, unsigned>; ///< First and last line.

  /// Reads what "git diff -U0" says.
  static Changes parse(llvm::StringRef Diff);

  /// All lines of a file that git does not know yet.
  void addFile(llvm::StringRef Name);

  /// Whether the finding, or a step of its evidence, is on a changed line.
  bool has(const Finding &F) const;

  /// The files with changed lines, sorted.
  std::vector<std::string> files() const;

  /// Makes the lines those that they are after another change, \p Diff ("git
  /// diff -U0"), and returns the files that it touches.
  std::vector<std::string> follow(llvm::StringRef Diff);

private:
  bool has(const Location &Where) const;

  std::map<std::string, std::vector<Range>> Lines;
};

/// What has changed in the repository at \p Root, the working tree included,
/// since it has left the line of \p Revision.
llvm::Expected<Changes> changesSince(llvm::StringRef Root,
                                     llvm::StringRef Revision);

/// What the next commit will change, in the lines of the working tree, which is
/// what is checked. Says so on standard error where the two are not the same.
llvm::Expected<Changes> stagedChanges(llvm::StringRef Root);

} // namespace leash

#endif // LEASH_TOOLS_CHANGES_H
