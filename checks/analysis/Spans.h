//===--- Spans.h - does this thread outlive the turn? -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_SPANS_H
#define LEASH_ANALYSIS_SPANS_H

#include "TranslationUnit.h"

namespace leash {

/// How long a task runs, seen from the block that starts it.
enum class Span {
  Ends,     ///< The block waits for it, at least on some path.
  Outlives, ///< It may still run when the block has ended.
  Unknown,
};

/// How long the task that \p S starts runs, seen from \p Block, which is
/// executed anew each time: the body of a loop or of a function.
///
/// Missed alarm: a handle that is given to code that is not visible, and a
/// single variable or field that is assigned over and over.
/// With \p Until, only what is done before that statement counts.
Span spanOf(const Spawn &S, const clang::Stmt *Block,
            const TranslationUnit &Unit, const clang::Stmt *Until = nullptr);

} // namespace leash

#endif // LEASH_ANALYSIS_SPANS_H
