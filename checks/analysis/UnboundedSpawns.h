//===--- UnboundedSpawns.h - what starts without a limit? -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A spawn is unbounded when it is executed as often as the world likes (in a
// loop that the program does not limit, in a function that runs for each event,
// in one that calls itself), when the work outlives that, and when nothing
// limits how much of it runs at once.
//
// A function that starts work which outlives it is as good as a spawn for those
// who call it.
//
// Silent for loops over the handles themselves, over the configuration of an
// object that keeps the handles and closes them, for what is started once, and
// for whatever Turns, Spans and SpawnLimits do not know.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_UNBOUNDEDSPAWNS_H
#define LEASH_ANALYSIS_UNBOUNDEDSPAWNS_H

#include "Registrations.h"
#include "TranslationUnit.h"
#include "Turns.h"

namespace leash {

struct UnboundedSpawn {
  const Spawn *Started = nullptr;
  /// The call of a function that spawns; null when the spawn itself is
  /// repeated.
  const clang::Expr *Call = nullptr;
  /// What Call calls: a function, or the variable that holds a lambda.
  const clang::NamedDecl *Callee = nullptr;
  /// What repeats it, one of these: a loop, or the call of an algorithm ...
  const clang::Stmt *Loop = nullptr;
  Turns Turning;
  /// ... an event, for which Handler runs ...
  std::optional<Registration> By;
  const clang::FunctionDecl *Handler = nullptr;
  /// ... or a function, Handler, that calls itself here.
  const clang::CallExpr *Recursion = nullptr;
  /// What the task acquires when it already runs; null when nothing.
  const clang::CallExpr *LateLimit = nullptr;
  Place Permits = nullptr; ///< What LateLimit acquires.
};

/// All of the user's code, in its order.
std::vector<UnboundedSpawn> findUnboundedSpawns(const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_UNBOUNDEDSPAWNS_H
