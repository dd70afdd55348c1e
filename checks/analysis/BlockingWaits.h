//===--- BlockingWaits.h - what does a task wait for? -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The places where a task waits with no time limit, and what decides whether it
// goes on waiting.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_BLOCKINGWAITS_H
#define LEASH_ANALYSIS_BLOCKINGWAITS_H

#include "TaskCode.h"
#include "llvm/ADT/SetVector.h"

namespace leash {

using Places = llvm::SmallSetVector<Place, 4>;

/// A wait of a task that nothing limits in time.
struct BlockingWait {
  enum KindType {
    Signal, ///< For another thread to tell: a condition variable, a latch.
    Object, ///< For something to come from an object: a queue, a semaphore.
    Socket, ///< For something to come from a descriptor.
  };

  KindType Kind = Signal;
  const clang::CallExpr *At = nullptr;
  /// What it waits on; null when that is not known. For a future, the promise.
  Place On = nullptr;
  bool ByFuture = false; ///< Waits through a future of On.
  /// Whether it is in a loop, also one around a call that leads to it. A loop
  /// that only repeats the wait does not count.
  bool Repeated = false;
  /// Whether each of those loops has a way out.
  bool CanLeave = true;
  /// What decides, with what, whether the task goes on: the variables that the
  /// conditions of those loops read, those of the branches that leave them, and
  /// those of the wait's own condition.
  Places Tested;
  /// The variables of the wait's own condition, which are in Tested, too.
  Places Condition;
  /// Whether a stop token or its kind decides.
  bool AsksToken = false;
};

/// The waits of \p Task. Left out: waits with a limit, also one that is given
/// as an argument that could be left out; waits that a stop token ends; calls
/// with flags (MSG_DONTWAIT); reads in a task that looks for EAGAIN.
///
/// Missed alarm: a limit that is none in truth.
std::vector<BlockingWait> blockingWaitsOf(const TaskCode &Task,
                                          const UserCode &Code,
                                          const Handles &HandleFlow);

/// The place that \p E, in \p Task, speaks of. A descriptor that a local of the
/// task is a copy of is the place that it came from.
Place placeInTask(const clang::Expr *E, const TaskCode &Task,
                  const Handles &HandleFlow);

/// Whether the call \p E is given an argument that has a default: for a call
/// that waits, a limit.
bool passesOptionalArgument(const clang::Expr *E);

/// Whether \p Rows speak of another overload than the one that \p Call calls,
/// with another number of parameters: one with a limit.
bool isOtherOverload(const clang::CallExpr *Call, const CallRows &Rows);

/// Whether an argument of \p E is a stop token.
bool isGivenStopToken(const clang::Expr *E, const ApiIndex &Api);

} // namespace leash

#endif // LEASH_ANALYSIS_BLOCKINGWAITS_H
