//===--- Spawns.h - what starts here, and what does it run? -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A spawn is an expression that starts concurrent work; the task body is the
// lambda, function or functor that the work runs. This finds the spawns of a
// translation unit, resolves their bodies, and tells which spawns end up in a
// given handle.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_SPAWNS_H
#define LEASH_ANALYSIS_SPAWNS_H

#include "Handles.h"

namespace leash {

/// What a spawn runs.
struct Task {
  /// The callable as it is written; null when the task is the function that
  /// detaches itself.
  const clang::Expr *Callable = nullptr;
  /// The function that runs, whether its body is visible or not; null when it
  /// is not known.
  const clang::FunctionDecl *Function = nullptr;
  /// Set when the callable is a lambda.
  const clang::LambdaExpr *Lambda = nullptr;
  /// The object that a method runs on.
  const clang::Expr *Object = nullptr;
  /// What the function's parameters are bound to, as far as that is known.
  llvm::SmallVector<const clang::Expr *, 4> Arguments;
  /// The parameter that gets the first of them.
  unsigned FirstParameter = 0;

  bool isBodyVisible() const { return isVisible(Function); }
};

/// An expression that starts concurrent work.
struct Spawn {
  const Site *At = nullptr;
  const SpawnFact *Fact = nullptr;
  /// Everything the spawn passes, less leading policies.
  llvm::SmallVector<const clang::Expr *, 4> Arguments;
  /// The policies that were taken off.
  llvm::SmallVector<const clang::Expr *, 1> Policies;
  /// Where the handle is kept, when it is a variable or field; null otherwise.
  Place Keeper = nullptr;
  /// Where Keeper, a local, is moved to: a container, a field.
  llvm::SmallVector<Place, 1> MovedTo;
  /// What becomes of the handle, for spawns that return it.
  Fate HandleFate;
};

class Spawns {
public:
  Spawns(const UserCode &Code, const Handles &HandleFlow);

  llvm::ArrayRef<Spawn> all() const { return List; }

  /// The spawn that \p E is; null when it is none.
  const Spawn *at(const clang::Expr *E) const;

  /// The spawns whose handle \p Handle may hold: the expression is a spawn, or
  /// speaks of a place that spawns are kept in, or is what a visible function
  /// returns. Empty when they are not known.
  llvm::SmallVector<const Spawn *, 2> heldBy(const clang::Expr *Handle) const;
  llvm::SmallVector<const Spawn *, 2> keptIn(Place Keeper) const;

  Task taskOf(const Spawn &S) const;
  /// The task that \p Callable would be, given to somebody who runs it.
  Task taskFor(const clang::Expr *Callable) const;

private:
  void addSpawn(const Site &S);
  void addMade(const Site &S, const MakesFact &Makes);
  void finish(Spawn S);
  /// What is handed to what in a function, by place.
  using Moves = std::vector<std::pair<Place, Place>>;
  void followMoves(Spawn &S);
  const Moves &movesIn(const clang::FunctionDecl *Root);
  void resolve(const clang::Expr *Callable, Task &Result, unsigned Depth) const;
  void resolveMember(const clang::FunctionDecl *Function, Task &Result) const;
  void resolveFunctor(const clang::CXXRecordDecl *Class, Task &Result) const;
  bool isPolicy(const clang::Expr *Argument, const SpawnFact &Fact) const;
  void returnedBy(const clang::FunctionDecl *Function,
                  llvm::SmallVectorImpl<const Spawn *> &Result) const;

  const UserCode &Code;
  const Handles &HandleFlow;
  std::vector<Spawn> List;
  llvm::DenseMap<const clang::Expr *, size_t> ByExpression;
  llvm::DenseMap<const clang::FunctionDecl *, Moves> MovesByRoot;
};

/// The class that the call \p E makes an object of, as \p Makes says; null when
/// it makes something else, such as a pointer to one.
const clang::CXXRecordDecl *classMadeBy(const clang::Expr *E,
                                        const MakesFact &Makes);

/// Whether a policy of \p S is exactly the one that starts nothing: by value,
/// so that a constant of the user's counts.
bool isDeferred(const Spawn &S, const clang::ASTContext &Context);

/// The function that \p E names, with or without '&'; null when it names none.
const clang::FunctionDecl *functionNamedBy(const clang::Expr *E);

/// The new-expression that makes the handle of \p S, which must be ByNew.
const clang::CXXNewExpr *newExpression(const Spawn &S, const UserCode &Code);

} // namespace leash

#endif // LEASH_ANALYSIS_SPAWNS_H
