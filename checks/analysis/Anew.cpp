//===--- Anew.cpp - does each turn set this first? ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Anew.h"
#include "Loops.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

class AnewReader {
public:
  AnewReader(Place P, const IfStmt *If, const Expr *At, const Stmt *Block,
             const TranslationUnit &Unit)
      : P(P), If(If), At(At), Block(Block), Unit(Unit) {}

  bool run() const {
    const BinaryOperator *First = setOnTheWay();
    return First && !isSetBetween(First) && isOnlyReadAndSet();
  }

private:
  bool isMention(const Stmt *S) const {
    const auto *E = llvm::dyn_cast<Expr>(S);
    return E && llvm::isa<DeclRefExpr, MemberExpr>(E) &&
           Unit.handles().placeOf(E) == P;
  }

  /// \p S, where it sets the place; null otherwise.
  const BinaryOperator *setBy(const Stmt *S) const {
    const auto *E = llvm::dyn_cast<Expr>(S);
    const auto *Binary =
        E ? llvm::dyn_cast<BinaryOperator>(stripped(E)) : nullptr;
    return Binary && Binary->isAssignmentOp() && isMention(target(Binary))
               ? Binary
               : nullptr;
  }

  static const Expr *target(const BinaryOperator *Binary) {
    return Binary->getLHS()->IgnoreParens();
  }

  /// What sets the place last, of what is executed in any case.
  const BinaryOperator *setOnTheWay() const {
    const BinaryOperator *Found = nullptr;
    for (const Stmt *At = Block; At != If;) {
      const Stmt *Next = nullptr;
      for (const Stmt *Child : At->children()) {
        if (Child && contains(Child, If)) {
          Next = Child;
          break;
        }
        if (Child && llvm::isa<CompoundStmt>(At))
          if (const BinaryOperator *Set = setBy(Child))
            Found = Set;
      }
      if (!Next)
        return nullptr;
      // An inner loop comes here again.
      if (At != Block && bodyOf(At))
        Found = nullptr;
      At = Next;
    }
    const BinaryOperator *Asked = setIn(If->getCond());
    return Asked ? Asked : Found;
  }

  /// if ((fd = accept(...)) < 0)
  const BinaryOperator *setIn(const Expr *Condition) const {
    const Expr *E = stripped(Condition);
    if (const BinaryOperator *Set = setBy(E))
      return Set;
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
      return setIn(Unary->getSubExpr());
    const auto *Binary = llvm::dyn_cast<BinaryOperator>(E);
    return Binary ? setIn(Binary->getLHS()) : nullptr;
  }

  /// found = false; for (...) found = true; if (found): it says what the loop
  /// came upon.
  bool isSetBetween(const BinaryOperator *First) const {
    return anyStmt(Block, [&](const Stmt *S) {
      const BinaryOperator *Set = setBy(S);
      return Set && Set != First && Unit.code().isBefore(First, Set) &&
             Unit.code().isBefore(Set, If);
    });
  }

  /// Whether nothing else is done with it than reading and setting, and it is
  /// set to nothing but constants and what is new in this turn.
  bool isOnlyReadAndSet() const {
    llvm::DenseSet<const Stmt *> Known;
    // The task gets a copy.
    for (const Expr *Argument : argumentsOf(At))
      Known.insert(stripped(Argument));
    bool IsKept = false;
    anyStmt(Block, [&](const Stmt *S) {
      if (const auto *Cast = llvm::dyn_cast<ImplicitCastExpr>(S))
        if (Cast->getCastKind() == CK_LValueToRValue)
          Known.insert(Cast->getSubExpr()->IgnoreParens());
      if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
        addHandedOut(Call, Known);
      if (const BinaryOperator *Set = setBy(S)) {
        Known.insert(target(Set));
        IsKept |= !isNew(Set);
      }
      return IsKept;
    });
    return !IsKept && !anyStmt(Block, [&](const Stmt *S) {
      return isMention(S) && !Known.contains(S);
    });
  }

  /// accept(s, address, &length): what a library writes there is the event.
  void addHandedOut(const CallExpr *Call,
                    llvm::DenseSet<const Stmt *> &Known) const {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || !Unit.code().isForeign(Callee->getLocation()))
      return;
    for (const Expr *Argument : Call->arguments()) {
      const auto *Unary = llvm::dyn_cast<UnaryOperator>(stripped(Argument));
      if (Unary && Unary->getOpcode() == UO_AddrOf)
        Known.insert(Unary->getSubExpr()->IgnoreParens());
    }
  }

  bool isNew(const BinaryOperator *Set) const {
    if (Set->getOpcode() != BO_Assign)
      return false;
    const Expr *Value = withoutCopies(Set->getRHS());
    return Value && !Value->isValueDependent() &&
           (llvm::isa<CallExpr, CXXNewExpr>(Value) ||
            Value->isEvaluatable(Unit.context()));
  }

  Place P;
  const IfStmt *If;
  const Expr *At;
  const Stmt *Block;
  const TranslationUnit &Unit;
};

const VarDecl *localBehind(const Expr *E) {
  const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E);
  const auto *Variable =
      Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && Variable->hasLocalStorage() ? Variable : nullptr;
}

} // namespace

bool isSetAnew(const Expr *E, const IfStmt *If, const Expr *At,
               const Stmt *Block, const TranslationUnit &Unit) {
  Place P = Unit.handles().placeOf(E);
  const auto *Member = llvm::dyn_cast<MemberExpr>(E);
  bool IsLocal = Member ? P == Member->getMemberDecl() &&
                              localBehind(stripped(Member->getBase()))
                        : P && P == localBehind(E);
  return IsLocal && AnewReader(P, If, At, Block, Unit).run();
}

} // namespace leash
