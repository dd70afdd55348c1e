//===--- WakeSites.h - who else may end this wait? --------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which functions of a translation unit wake a waiting task, by themselves or
// through functions that they call; and whether what it waits on could be woken
// by code that is not visible.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_WAKESITES_H
#define LEASH_ANALYSIS_WAKESITES_H

#include "Wakes.h"

namespace leash {

class WakeSites {
public:
  /// Walks when it is first asked. \p Unit must outlive this.
  explicit WakeSites(const TranslationUnit &Unit) : Unit(Unit) {}

  /// Whether all code that can speak of what \p W waits on is visible, and none
  /// of it hands that on.
  bool isAllVisible(const WaitingTask &W);

  /// What code other than a joining function does.
  struct Answer {
    /// Some code wakes the task.
    bool Any = false;
    /// Code does that may run at any time: a task, a callback, a destructor, or
    /// a caller of the joining function.
    bool Unbidden = false;
    /// Code does that also asks the task to end.
    bool AndStops = false;
  };

  /// Who wakes \p W but \p Joiner, which is left out of the question with what
  /// it calls; it may be null.
  Answer whoWakes(const WaitingTask &W, const clang::FunctionDecl *Joiner);

private:
  /// A function, a lambda, or an initialiser outside of functions.
  struct Node {
    const clang::FunctionDecl *Function = nullptr;
    const clang::Decl *Root = nullptr;
    llvm::SmallVector<const clang::Stmt *, 4> Parts;
    bool IsLambda = false;
    llvm::SmallVector<const clang::FunctionDecl *, 8> Callees;
    Places Poked;   ///< What is signalled, or called in unknown ways.
    Places Written; ///< Flags that are written.
    Places Ended;   ///< Handles whose thread is asked to end.
  };
  using Functions = llvm::DenseSet<const clang::FunctionDecl *>;

  void walk();
  void addNode(Node New);
  void lookAt(const clang::Stmt *S, Node &Into,
              llvm::DenseSet<const clang::Expr *> &Callees);
  void lookAtCall(const clang::CallExpr *Call, Node &Into);
  bool isOwnerVisible(const clang::FieldDecl *Field) const;
  bool names(const clang::Expr *E, const Node &In, const WaitingTask &W) const;
  bool isHandedOn(const clang::Expr *Mention, const Node &In,
                  const WaitingTask &W) const;
  bool limits(const clang::Expr *E, const WaitingTask &W) const;
  bool isHandedOnBy(const clang::Expr *Call, const WaitingTask &W) const;
  Functions thoseWhoReach(llvm::function_ref<bool(const Node &)> Does,
                          const clang::FunctionDecl *Without) const;

  const TranslationUnit &Unit;
  bool IsWalked = false;
  std::vector<Node> Nodes;
  /// The functions that are used other than by calling them.
  Functions Taken;
};

} // namespace leash

#endif // LEASH_ANALYSIS_WAKESITES_H
