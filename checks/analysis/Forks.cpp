//===--- Forks.cpp - what does another process run? -----------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Forks.h"
#include "Loops.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace leash {

/// Reads the code of one root.
class Forks::Reader {
public:
  Reader(const TranslationUnit &Unit, llvm::DenseSet<const Stmt *> &OfChild)
      : Unit(Unit), OfChild(OfChild) {}

  void read(const Decl *Root) {
    auto Parts = partsOf(Root);
    for (const Stmt *Part : Parts)
      anyStmt(Part, [&](const Stmt *S) {
        addAnswer(S);
        return false;
      });
    for (const Stmt *Part : Parts)
      anyStmt(Part, [&](const Stmt *S) {
        if (const auto *If = llvm::dyn_cast<IfStmt>(S))
          addBranch(If);
        else if (const auto *Switch = llvm::dyn_cast<SwitchStmt>(S))
          addCases(Switch);
        else if (const auto *Block = llvm::dyn_cast<CompoundStmt>(S))
          addRest(Block);
        return false;
      });
  }

private:
  bool isFork(const Expr *E) const {
    E = E ? stripped(E) : nullptr;
    return E && llvm::isa<CallExpr>(E) &&
           Unit.api().rows(E).is(&CallRow::Forks);
  }

  /// pid_t pid = fork(); and pid = fork();
  void addAnswer(const Stmt *S) {
    if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        if (const auto *Variable = llvm::dyn_cast<VarDecl>(D))
          if (isFork(Variable->getInit()))
            Answers.insert(Variable);
    const auto *Binary = llvm::dyn_cast<BinaryOperator>(S);
    if (!Binary || Binary->getOpcode() != BO_Assign ||
        !isFork(Binary->getRHS()))
      return;
    if (Place P = Unit.handles().placeOf(Binary->getLHS()))
      Answers.insert(P);
  }

  /// Whether \p E is what fork() said.
  bool isAnswer(const Expr *E) const {
    if (isFork(E))
      return true;
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E))
      return Binary->getOpcode() == BO_Assign && isFork(Binary->getRHS());
    if (!llvm::isa<DeclRefExpr, MemberExpr, ArraySubscriptExpr>(E))
      return false;
    Place P = Unit.handles().placeOf(E);
    return P && Answers.contains(P);
  }

  /// Whether the child, and nobody else, finds \p Condition to be \p Value.
  bool isChildWhere(const Expr *Condition, bool Value) const {
    const Expr *E = Condition ? stripped(Condition) : nullptr;
    if (!E || E->isTypeDependent() || E->isValueDependent())
      return false;
    if (isAnswer(E))
      return !Value;
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
      return Unary->getOpcode() == UO_LNot &&
             isChildWhere(Unary->getSubExpr(), !Value);
    const auto *Binary = llvm::dyn_cast<BinaryOperator>(E);
    if (!Binary)
      return false;
    if (Binary->isLogicalOp())
      return Value == (Binary->getOpcode() == BO_LAnd) &&
             (isChildWhere(Binary->getLHS(), Value) ||
              isChildWhere(Binary->getRHS(), Value));
    if (!Binary->isComparisonOp())
      return false;
    BinaryOperatorKind Kind = Binary->getOpcode();
    const Expr *Left = stripped(Binary->getLHS());
    const Expr *Right = stripped(Binary->getRHS());
    if (isZero(Left)) {
      std::swap(Left, Right);
      Kind = BinaryOperator::reverseComparisonOp(Kind);
    }
    if (!isAnswer(Left) || !isZero(Right))
      return false;
    // Errors are mostly looked for before "pid > 0".
    return Value ? Kind == BO_EQ : Kind == BO_NE || Kind == BO_GT;
  }

  bool isZero(const Expr *E) const {
    Expr::EvalResult Value;
    return !E->isValueDependent() &&
           E->getType()->isIntegralOrEnumerationType() &&
           E->EvaluateAsInt(Value, Unit.context()) &&
           Value.Val.getInt().getExtValue() == 0;
  }

  void addBranch(const IfStmt *If) {
    if (isChildWhere(If->getCond(), true))
      OfChild.insert(If->getThen());
    else if (If->getElse() && isChildWhere(If->getCond(), false))
      OfChild.insert(If->getElse());
  }

  /// if (fork() != 0) continue; and what follows.
  void addRest(const CompoundStmt *Block) {
    bool IsChild = false;
    for (const Stmt *S : Block->body()) {
      if (IsChild)
        OfChild.insert(S);
      const auto *If = llvm::dyn_cast<IfStmt>(S);
      IsChild |= If && !If->getElse() && isChildWhere(If->getCond(), false) &&
                 goesElsewhere(If->getThen());
    }
  }

  bool goesElsewhere(const Stmt *S) const {
    const auto *Block = llvm::dyn_cast<CompoundStmt>(S);
    if (Block && !Block->body_empty())
      return goesElsewhere(Block->body_back());
    return llvm::isa<ContinueStmt>(S) || alwaysLeaves(S, Unit.api());
  }

  /// switch (fork()) { case 0: ... }
  void addCases(const SwitchStmt *Switch) {
    const auto *Block = llvm::dyn_cast<CompoundStmt>(Switch->getBody());
    if (!Block || !Switch->getCond() || !isAnswer(stripped(Switch->getCond())))
      return;
    bool IsChild = false;
    for (const Stmt *S : Block->body()) {
      if (const auto *Case = llvm::dyn_cast<SwitchCase>(S))
        IsChild = isOnlyZero(Case);
      if (IsChild)
        OfChild.insert(S);
    }
  }

  /// Whether \p Label is "case 0", and no other label is with it.
  bool isOnlyZero(const SwitchCase *Label) const {
    const auto *Case = llvm::dyn_cast<CaseStmt>(Label);
    return Case && !Case->getRHS() && isZero(Case->getLHS()) &&
           !llvm::isa_and_nonnull<SwitchCase>(Case->getSubStmt());
  }

  const TranslationUnit &Unit;
  llvm::DenseSet<const Stmt *> &OfChild;
  llvm::DenseSet<Place> Answers;
};

Forks::Forks(const TranslationUnit &Unit) {
  llvm::SmallSetVector<const Decl *, 4> Roots;
  for (const Site &S : Unit.code().sites())
    if (S.Rows.is(&CallRow::Forks))
      Roots.insert(S.Root);
  for (const Decl *Root : Roots)
    Reader(Unit, OfChild).read(Root);
}

} // namespace leash
