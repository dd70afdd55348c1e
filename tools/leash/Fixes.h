//===--- Fixes.h - applies fix-its ------------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_FIXES_H
#define LEASH_TOOLS_FIXES_H

#include "Results.h"
#include "SourceFiles.h"
#include "llvm/Support/Error.h"

namespace leash {

struct FixCounts {
  unsigned Applied = 0; ///< Findings whose edits were made.
  unsigned Left = 0;    ///< Findings whose edits meet those of another.
  unsigned Files = 0;
};

/// Makes the edits of all findings, which are in order and there once
/// (sortAndUnite). A fix is made as a whole or not at all, and a file is
/// written once.
llvm::Expected<FixCounts> applyFixes(const Results &All, SourceFiles &Sources);

} // namespace leash

#endif // LEASH_TOOLS_FIXES_H
