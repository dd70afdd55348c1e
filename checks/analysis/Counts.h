//===--- Counts.h - how many run at once? -----------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_COUNTS_H
#define LEASH_ANALYSIS_COUNTS_H

#include "TranslationUnit.h"

namespace leash {

/// What \p S counts up or down; null when it does not count.
const clang::Expr *countedBy(const clang::Stmt *S, const ApiIndex &Api);

/// The variables and fields that are counted up or down anywhere in one AST.
class Counts {
public:
  explicit Counts(const TranslationUnit &Unit);

  const TranslationUnit &unit() const { return Unit; }
  bool contains(Place P) const { return Counters.contains(P); }

private:
  const TranslationUnit &Unit;
  llvm::DenseSet<Place> Counters;
};

/// What a block that is executed anew each time, a turn, asks about counts.
class TurnCounts {
public:
  TurnCounts(const Counts &All, const clang::Stmt *Block)
      : All(All), Unit(All.unit()), Api(Unit.api()), Block(Block) {}

  /// Whether \p Code compares a count of what runs, or what a container holds,
  /// with something. What a function out of sight answers that is not about
  /// this turn's event may be a count.
  bool comparesCount(const clang::Stmt *Code, unsigned Depth = 0) const;

  /// Whether \p Part speaks of a variable of this turn.
  bool isAboutEvent(const clang::Stmt *Part) const;

  /// What the local of this turn that \p Part names was made with; null when it
  /// names none.
  const clang::Expr *valueBehind(const clang::Stmt *Part) const;

  /// Whether \p D is a variable that each turn has anew, or gets from a call.
  bool isOfTurn(const clang::ValueDecl *D) const;

private:
  bool isAssignedInTurn(const clang::VarDecl *Variable) const;
  bool isCount(const clang::Expr *E, const clang::Expr *Against,
               unsigned Depth = 0) const;
  bool isCountedInTurn(const clang::Expr *E) const;
  bool isCountedElsewhere(const clang::Expr *E) const;
  Place countPlace(const clang::Expr *E) const;
  bool isSizeOutside(const clang::Expr *E) const;
  bool isNothing(const clang::Expr *E) const;

  const Counts &All;
  const TranslationUnit &Unit;
  const ApiIndex &Api;
  const clang::Stmt *Block;
};

} // namespace leash

#endif // LEASH_ANALYSIS_COUNTS_H
