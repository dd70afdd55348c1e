//===--- LoopExits.h - what leaves this loop? -------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whatever may leave a loop other than by its condition: break, return, goto,
// throw, a call that does not come back, a point at which the thread may be
// stopped. Visible functions that the loop calls or names are followed, to any
// depth, and so are lambdas; an exception counts where nothing inside the loop
// catches it. Loops.h has the simple question, which looks at the loop alone.
//
// Over-approximation (missed alarm): a way out under a condition that is never
// true; an exception of a function or lambda that is only mentioned in the
// loop. What functions throw that are not visible does not count, but see
// LoopExits::mayThrowOut.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_LOOPEXITS_H
#define LEASH_ANALYSIS_LOOPEXITS_H

#include "Forks.h"
#include "TranslationUnit.h"

namespace leash {

class LoopExits {
public:
  explicit LoopExits(const TranslationUnit &Unit)
      : Unit(Unit), Code(Unit.code()), Api(Unit.api()), Forked(Unit) {}

  /// Whether something in \p Loop may leave it.
  bool isLeft(const clang::Stmt *Loop);

  /// Whether an exception of a function that is not visible may leave \p Loop,
  /// which is for who waits for one: where a try statement is around. Not asked
  /// of the standard library.
  bool mayThrowOut(const clang::Stmt *Loop);

private:
  /// How some code may be left.
  struct Ways {
    bool Leaves = false;
    /// The exceptions that come out; null for one that is not known.
    llvm::SmallVector<clang::QualType, 2> Thrown;
    /// Whether a function that is not visible may throw.
    bool MayThrow = false;

    void add(const Ways &Other);
    bool any() const { return Leaves || !Thrown.empty(); }
  };

  /// Where the walk is.
  struct Where {
    /// Null in a function or lambda that the loop calls: what leaves that does
    /// not leave the loop.
    const clang::Stmt *Loop = nullptr;
    bool BreakCounts = true;
  };

  const Ways &waysOf(const clang::Stmt *Loop);
  void walk(const clang::Stmt *S, Where At, Ways &Result);
  void walkChildren(const clang::Stmt *S, Where At, Ways &Result);
  void walkLoop(const clang::Stmt *S, Where At, Ways &Result);
  void walkTry(const clang::CXXTryStmt *Try, Where At, Ways &Result);
  void walkCall(const clang::Expr *Call, Ways &Result);
  bool leavesByItself(const clang::Stmt *S, Where At) const;
  bool neverReturns(const clang::Expr *Call) const;
  bool isStopped(const clang::Expr *Call) const;
  bool mayBeShut(const clang::Expr *Call, const CallRows &Rows) const;
  bool mayThrowUnseen(const clang::CallExpr *Call) const;
  void addNamed(const clang::Expr *E, Ways &Result);
  void addFunction(const clang::FunctionDecl *Function, Ways &Result);
  bool isCaught(clang::QualType Thrown, const clang::CXXTryStmt *Try) const;

  const TranslationUnit &Unit;
  const UserCode &Code;
  const ApiIndex &Api;
  Forks Forked;
  llvm::DenseMap<const clang::Stmt *, Ways> Loops;
  llvm::DenseMap<const clang::FunctionDecl *, Ways> Known;
  llvm::SmallVector<const clang::FunctionDecl *, 8> Open;
  bool MetCycle = false;
  unsigned Followed = 0;
};

/// Whether \p Loop turns without a condition, or under one that is always true.
bool isUnconditional(const clang::Stmt *Loop, const clang::ASTContext &Context);

} // namespace leash

#endif // LEASH_ANALYSIS_LOOPEXITS_H
