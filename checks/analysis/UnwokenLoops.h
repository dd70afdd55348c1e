//===--- UnwokenLoops.h - which loops never come to look? -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop that could be told to end, but waits first, in every turn and with no
// time limit, for something that nobody ever signals: it never comes to look.
// The evidence is that of HangingJoins.h, without the join.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_UNWOKENLOOPS_H
#define LEASH_ANALYSIS_UNWOKENLOOPS_H

#include "WakeSites.h"

namespace leash {

/// A wait of a task that nobody ever ends.
struct VainWait {
  BlockingWait Wait;
  /// The loop of work that comes to it in every turn, and could be told to end;
  /// null when there is none, or it is not clear.
  const clang::Stmt *Loop = nullptr;
};

/// The waits of \p Task, which \p S starts, that are in vain.
std::vector<VainWait> vainWaitsOf(const Spawn &S, const TaskCode &Task,
                                  WakeSites &Sites,
                                  const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_UNWOKENLOOPS_H
