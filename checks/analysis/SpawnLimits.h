//===--- SpawnLimits.h - what limits how many run at once? ------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A limit keeps the number of tasks that run at once below a fixed number: a
// permit that is acquired, a count that is compared with a maximum, somebody
// who is waited for in the same turn.
//
// Missed alarm: a question that is put to code out of sight before a spawn, and
// any count that decides whether there is a spawn.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_SPAWNLIMITS_H
#define LEASH_ANALYSIS_SPAWNLIMITS_H

#include "Counts.h"

namespace leash {

/// Answers for one AST.
class SpawnLimits {
public:
  explicit SpawnLimits(const TranslationUnit &Unit)
      : Unit(Unit), Counted(Unit) {}

  /// Whether something in \p Block, which is executed anew each time, limits
  /// how often \p Spawns, an expression in it that leads to \p S, has work
  /// running at once. \p Root is the code that both are in. What is done with
  /// the handle of \p S itself does not count, nor does what comes after \p
  /// Until.
  bool limits(const clang::Stmt *Block, const clang::Expr *Spawns,
              const clang::Decl *Root, const Spawn &S,
              const clang::Stmt *Until = nullptr) const;

  /// A call that acquires a permit.
  struct Permit {
    const clang::CallExpr *At = nullptr;
    Place Of = nullptr; ///< Null when that is not known.
  };

  /// The first in the task of \p S: too late to limit how many start. Nothing
  /// in it when there is none.
  Permit lateLimit(const Spawn &S) const;

private:
  class Reader;

  const TranslationUnit &Unit;
  Counts Counted;
};

} // namespace leash

#endif // LEASH_ANALYSIS_SPAWNLIMITS_H
