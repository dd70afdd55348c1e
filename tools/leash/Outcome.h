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

namespace leash {

/// The last steps of check and merge: puts results in order, gives them their
/// fingerprints, takes out what the baseline has, applies fixes, writes all
/// outputs. What it returns is the exit status. Errors go to standard error.
int finish(Results All, const CommandLine &Line, SourceFiles &Sources);

} // namespace leash

#endif // LEASH_TOOLS_OUTCOME_H
