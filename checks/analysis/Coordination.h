//===--- Coordination.h - does somebody wait for this task? -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A task that nobody joins may still be waited for: it counts down a latch,
// fulfils a promise, releases a semaphore, notifies a condition variable or
// changes an atomic, and somebody waits on that.
//
// For a local signal the spawning function has to wait; for one that is a
// field or has static storage any function here may (missed alarm: a waiting
// function that nobody calls). A signal that came in as a parameter, or that is
// handed to code that is not visible, counts as waited for.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_COORDINATION_H
#define LEASH_ANALYSIS_COORDINATION_H

#include "TaskCode.h"
#include "llvm/ADT/SetVector.h"

namespace leash {

class Coordination {
public:
  Coordination(const UserCode &Code, const Handles &HandleFlow)
      : Code(Code), HandleFlow(HandleFlow) {}

  /// Whether somebody waits for something that \p Task signals, or may. \p S is
  /// the spawn that started the task; null when it is not known.
  bool isAwaited(const TaskCode &Task, const Spawn *S) const;

  /// Whether some call here waits until \p Signal, or the future that stands
  /// for it, is signalled. False for a null place.
  bool hasWait(Place Signal) const;

private:
  using Places = llvm::SmallSetVector<Place, 4>;

  /// A function that waits on a place.
  struct Watch {
    const clang::FunctionDecl *By;
    Place On;
  };
  struct Watches {
    std::vector<Watch> Waits;       ///< By a catalogued call.
    std::vector<Watch> Polled;      ///< In the condition of a loop.
    std::vector<Watch> HiddenWaits; ///< By a method that is out of sight.
  };

  Places signalsOf(const TaskCode &Task) const;
  const clang::Expr *hiddenReceiver(const clang::Stmt *S, bool OnlyWaits) const;
  Places calledOutOfSight(const TaskCode &Task) const;
  bool hasHiddenWait(Place Object, const TaskCode &Task) const;
  bool onlyReads(const clang::CallExpr *Call) const;
  Places reachedBy(const TaskCode &Task) const;
  void addChanged(const clang::Stmt *S, const TaskCode &Task,
                  Places &Result) const;
  bool isWaitedFor(Place Signal, const TaskCode &Task, const Spawn *S) const;
  bool hasWait(Place Signal, const TaskCode &Task) const;
  bool hasPolling(Place Signal, const TaskCode &Task) const;
  bool isOwnerHidden(Place Signal, const Spawn *S) const;
  bool isHandedOn(Place Signal, const TaskCode &Task, const Spawn *S) const;
  bool hands(const clang::Stmt *S, Place Signal, const Spawn *By) const;

  const Watches &watches() const;

  const UserCode &Code;
  const Handles &HandleFlow;
  /// Collected when first asked for.
  mutable std::optional<Watches> All;
};

} // namespace leash

#endif // LEASH_ANALYSIS_COORDINATION_H
