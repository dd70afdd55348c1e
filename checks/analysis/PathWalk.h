//===--- PathWalk.h - the paths of one function -----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_PATHWALK_H
#define LEASH_ANALYSIS_PATHWALK_H

#include "Holding.h"
#include <deque>

namespace leash {

/// Follows one opening through one function, shortest paths first.
class PathWalk {
public:
  PathWalk(const Opening &Opened, const clang::FunctionDecl *Function,
           const Flow &Events, const clang::CFG &Graph, const UserCode &Code,
           const Uses &UseOf, const ClosingSearch &Search);

  /// The first path on which it is lost.
  std::optional<Leak> run();

  /// Whether there were more paths than are worth the time.
  bool isGivenUp() const { return IsGivenUp; }

private:
  /// Where a walk stands, at the entry of a block.
  struct State {
    const clang::CFGBlock *Block = nullptr;
    Held Now;
    Facts Known;
  };
  /// One visit of a block, and how the walk came there.
  struct Step {
    State At;
    size_t From = 0;
    std::optional<Decision> By;
  };

  void push(State S, std::optional<Decision> By = std::nullopt);
  void visit(State S);
  void runElements(State S, clang::CFGBlock::const_iterator At);
  bool execute(const clang::Stmt *S, State &At,
               const clang::CFGBlock::const_iterator &Next);
  void keepAnswer(const clang::Stmt *S, State &At);
  void fork(State S, const clang::CFGBlock::const_iterator &Next);
  bool goesOnAfterThrow(const clang::Stmt *At, State &S, Leak::EndKind Kind);
  void leave(State S);
  bool isWithoutTaker(const clang::Expr *Condition, bool Truth) const;
  void leaveByException(const State &S);
  void leaveSwitch(const clang::SwitchStmt *Switch, const State &S);
  bool isCaseKnown(const clang::SwitchStmt *Switch, const State &S);
  std::optional<bool> answer(const clang::Expr *Condition, const State &S);
  bool isTold() const;
  void lose(const State &S, const Loss &Lost);
  void lose(const State &S, Ending Effect, Leak::EndKind Kind,
            clang::SourceLocation Location);
  void loseAtExit(const State &S);

  const Opening &Opened;
  const clang::FunctionDecl *Function;
  const Flow &Events;
  const clang::CFG &Graph;
  const UserCode &Code;
  const ClosingSearch &Search;
  Holding Follows;
  Conditions Known;
  std::deque<Step> Steps; ///< References into it stay valid.
  llvm::DenseSet<uint64_t> Seen;
  size_t Current = 0;
  /// The statement that is executed, for where a path ends.
  const clang::Stmt *Last = nullptr;
  const clang::ReturnStmt *Return = nullptr;
  bool IsGivenUp = false;
  std::optional<Leak> Found;
};

} // namespace leash

#endif // LEASH_ANALYSIS_PATHWALK_H
