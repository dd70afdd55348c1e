//===--- PathWalk.h - the paths of one function -----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_PATHWALK_H
#define LEASH_ANALYSIS_PATHWALK_H

#include "Holding.h"
#include "Paths.h"

namespace leash {

/// Follows one opening through one function, shortest paths first.
class PathWalk : private Paths<Held> {
public:
  PathWalk(const Opening &Opened, const clang::FunctionDecl *Function,
           const Flow &Events, const clang::CFG &Graph, const UserCode &Code,
           const Uses &UseOf, const ClosingSearch &Search);

  /// The first path on which it is lost.
  std::optional<Leak> run();

  using Paths::isGivenUp;

private:
  bool execute(const clang::Stmt *S, State &At, const Position &Next) override;
  bool die(const clang::VarDecl *Variable, State &At) override;
  void exit(const State &At) override;
  bool isDone() const override { return Found.has_value(); }
  bool isTold(const State &At) const override { return At.Now.By != nullptr; }
  std::optional<bool> answer(const clang::Expr *Condition,
                             const State &At) override;
  void passLoop(const clang::Stmt *Loop, State &At) override;
  void divide(const clang::Expr *Condition, State &At) override;
  void take(const clang::Expr *Condition, bool Truth, State &Branch) override;
  bool throws(const State &At) const override;

  void keepAnswer(const clang::Stmt *S, State &At);
  void fork(State S, const Position &Next);
  bool goesOnAfterThrow(const clang::Stmt *At, State &S, Leak::EndKind Kind);
  bool isWithoutTaker(const clang::Expr *Condition, bool Truth) const;
  bool tellsSuccess() const;
  void lose(const State &S, const Loss &Lost);
  void lose(const State &S, Ending Effect, Leak::EndKind Kind,
            clang::SourceLocation Location);

  const Opening &Opened;
  const clang::FunctionDecl *Function;
  const Flow &Events;
  const UserCode &Code;
  const ClosingSearch &Search;
  Holding Follows;
  /// The statement that is executed, for where a path ends.
  const clang::Stmt *Last = nullptr;
  const clang::ReturnStmt *Return = nullptr;
  const clang::CFGBlock *ReturnBlock = nullptr;
  std::optional<Leak> Found;
};

} // namespace leash

#endif // LEASH_ANALYSIS_PATHWALK_H
