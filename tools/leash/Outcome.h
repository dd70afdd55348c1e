//===--- Outcome.h - what becomes of results --------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_OUTCOME_H
#define LEASH_TOOLS_OUTCOME_H

#include "CommandLine.h"
#include "Results.h"
#include "SourceFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Error.h"

namespace leash {

/// The last steps of check and merge: puts results in order, gives them their
/// fingerprints, takes out what the baseline has, applies fixes, writes all
/// outputs. What it returns is the exit status. Errors go to standard error.
int finish(Results All, const CommandLine &Line, SourceFiles &Sources);

/// Writes \p Path as a whole or not at all: a reader sees the old file or the
/// new one.
llvm::Error writeWhole(llvm::StringRef Path,
                       llvm::function_ref<void(llvm::raw_ostream &)> Write);

/// The root of the repository around the current folder: the nearest folder
/// above that has a .git, or else the current one.
std::string findRoot();

} // namespace leash

#endif // LEASH_TOOLS_OUTCOME_H
