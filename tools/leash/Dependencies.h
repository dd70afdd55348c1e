//===--- Dependencies.h - the files that a unit reads -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_DEPENDENCIES_H
#define LEASH_TOOLS_DEPENDENCIES_H

#include "CompileCommands.h"
#include <memory>
#include <string>
#include <vector>

namespace leash {

/// Finds out which files units read. The scanners of all threads share what
/// they have learnt of headers. May be used from any thread.
class Dependencies {
public:
  Dependencies();
  ~Dependencies();

  /// The absolute paths of the files that the commands of \p U read, the unit
  /// itself among them, sorted. Empty when they could not be found out: a
  /// header is missing, say.
  std::vector<std::string> of(const Unit &U);

private:
  class Scanners;
  std::unique_ptr<Scanners> All;
};

/// Whether \p File is in \p Folder, or below.
bool isBelow(llvm::StringRef File, llvm::StringRef Folder);

/// Whether it is where systems keep what is installed.
bool isInSystemFolder(llvm::StringRef File);

/// The files that a rule for make names behind its colon, as they are written.
std::vector<std::string> filesOfRule(llvm::StringRef Rule);

} // namespace leash

#endif // LEASH_TOOLS_DEPENDENCIES_H
