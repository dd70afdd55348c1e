//===--- DeadlineWalk.h - bounded on every path? ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows one local handle over the paths of the function that declares it,
// from where it is made to the first call that waits for it unbounded.
//
// "if (seconds > 0) setTimeout(h, seconds);" counts as set on both paths:
// whoever gives no time limit does so on purpose.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_DEADLINEWALK_H
#define LEASH_ANALYSIS_DEADLINEWALK_H

#include "Flow.h"
#include "UnboundedCalls.h"

namespace leash {

/// What happens at the statements of one function to one handle.
using HandleEvents =
    llvm::DenseMap<const clang::Stmt *,
                   llvm::SmallVector<const DeadlineEvent *, 2>>;

/// What happens to \p Handle, a local of \p Function, and to those whose
/// deadlines it shares; and the waits until any descriptor is ready.
HandleEvents eventsByStatement(const clang::VarDecl *Handle,
                               const clang::FunctionDecl *Function,
                               const DeadlineEvents &Events);

class DeadlineWalk : private Paths<HeldDeadlines> {
public:
  /// \p At are the events and waits of the handle, and the finite waits for
  /// readiness, by statement. \p Wanted says which waits count.
  DeadlineWalk(const Flow &Statements, const clang::CFG &Graph,
               const HandleEvents &At, const UserCode &Code,
               const DeadlineEvents &Events,
               std::function<const DeadlineEvent *(const DeadlineEvent &,
                                                   const HeldDeadlines &)>
                   UnboundedAt);

  /// The first call that is unbounded.
  std::optional<UnboundedCall> run();

  using Paths::isGivenUp;

private:
  bool execute(const clang::Stmt *S, State &At, const Position &Next) override;
  bool die(const clang::VarDecl *, State &) override { return true; }
  void exit(const State &) override {}
  bool isDone() const override { return false; }
  bool isTold(const State &At) const override { return At.Now.IsKnown; }
  void divide(const clang::Expr *Condition, State &At) override;
  void addGuarded(const DeadlineEvent &Setting);

  const Flow &Statements;
  const HandleEvents &ByStatement;
  const UserCode &Code;
  const DeadlineEvents &Events;
  std::function<const DeadlineEvent *(const DeadlineEvent &,
                                      const HeldDeadlines &)>
      UnboundedAt;
  /// Settings of a value that the condition around them is about.
  llvm::DenseMap<const clang::Stmt *,
                 llvm::SmallVector<const DeadlineEvent *, 1>>
      Guarded;
  std::optional<UnboundedCall> Found;
  /// The events that some path comes to with all that bounds them.
  llvm::DenseSet<const DeadlineEvent *> Bounded;
  const DeadlineEvent *FoundAt = nullptr;
};

} // namespace leash

#endif // LEASH_ANALYSIS_DEADLINEWALK_H
