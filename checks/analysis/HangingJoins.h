//===--- HangingJoins.h - which joins never return? -------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A join hangs when the task of its thread waits, with no time limit, for
// something that nothing before the join brings. There are two kinds of
// evidence:
//
//   - nothing at all wakes the wait, in code that is all visible; or
//   - the code before the join asks the task to end (it sets a flag that the
//     task tests, requests a stop, closes the descriptor), and does not wake
//     it: the task never comes to look.
//
// Silent wherever a wake-up may come from code that is not visible, from
// another task, a callback or a destructor; where a caller of the joining
// function wakes the task; and where the joining function wakes it in another
// of its waits.
//
// Missed alarm: a wake-up that comes too early to count (before the flag is
// set), on one path only, or for another object of the same class.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_HANGINGJOINS_H
#define LEASH_ANALYSIS_HANGINGJOINS_H

#include "BlockingWaits.h"
#include "TranslationUnit.h"

namespace leash {

/// A join that never returns.
struct HangingJoin {
  /// The call that joins; null when a destructor does.
  const clang::Expr *Call = nullptr;
  /// The variable or field that holds the thread; null for a temporary.
  Place Handle = nullptr;
  bool IsElement = false; ///< Handle is a container of threads.
  bool IsFuture = false;  ///< Handle is a future.
  /// Where the destructor joins: the end of the scope or of the destructor's
  /// body. Invalid for calls, and where no destructor is written.
  clang::SourceLocation End;
  const Spawn *Started = nullptr;
  BlockingWait Wait;
  /// Whether the task is asked to end; otherwise nothing at all wakes it.
  bool IsAsked = false;
  /// What asks it, before the join.
  const clang::Stmt *Sets = nullptr;
  const clang::Stmt *Closes = nullptr;
  /// What wakes it too late.
  const clang::Stmt *WokenAfter = nullptr;
};

std::vector<HangingJoin> findHangingJoins(const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_HANGINGJOINS_H
