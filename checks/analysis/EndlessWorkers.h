//===--- EndlessWorkers.h - which loops of tasks never end? -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A task whose loop nothing leaves cannot be stopped: it runs until the process
// ends, and whoever joins it waits as long. The loops are those of the task
// body and of the visible functions that it calls. Left out is what is known
// too little: a body that is not visible or does not compile, a thread that
// somebody may cancel, a try statement around that waits for an exception.
// Left out, too, is what is to live as long as the process (Excuses.h).
//
// Missed alarm: a way out that is never taken. See also LoopExits.h.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_ENDLESSWORKERS_H
#define LEASH_ANALYSIS_ENDLESSWORKERS_H

#include "BlockingWaits.h"
#include "Joins.h"
#include "LoopConditions.h"

namespace leash {

/// A loop of a task that never ends.
struct EndlessLoop {
  const clang::Stmt *Loop = nullptr;
  const Spawn *Started = nullptr;
  /// What its condition tests in vain; without it the loop has no condition.
  std::optional<StuckFlag> Stuck;
  /// The parameter for a stop token, which the task never reads.
  const clang::ParmVarDecl *Token = nullptr;
  /// The wait that nobody ends, before the loop looks whether it is to end.
  std::optional<BlockingWait> Unwoken;
  /// The join that waits for the task, where there is one.
  std::optional<Join> Hangs;
};

/// Each loop once, however many tasks come to it.
std::vector<EndlessLoop> findEndlessLoops(const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_ENDLESSWORKERS_H
