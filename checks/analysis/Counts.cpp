//===--- Counts.cpp - how many run at once? -------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Counts.h"
#include "Endings.h"
#include "Flags.h"
#include "Wakes.h"

using namespace clang;

namespace leash {

namespace {

/// A local that is made of a local ...
constexpr unsigned MaxDepth = 4;

} // namespace

const Expr *countedBy(const Stmt *S, const ApiIndex &Api) {
  const Expr *Written = writtenBy(S, Api);
  if (!Written)
    return nullptr;
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S))
    return Binary->isCompoundAssignmentOp() ? Written : nullptr;
  if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(S))
    return Call->getOperator() == OO_Equal ? nullptr : Written;
  // count.fetch_add(1); the store of a flag has nothing to add.
  return Written;
}

Counts::Counts(const TranslationUnit &Unit) : Unit(Unit) {
  for (const Decl *Root : Unit.code().roots())
    for (const Stmt *Part : partsOf(Root))
      anyStmt(Part, [&](const Stmt *S) {
        if (const Expr *Counted = countedBy(S, Unit.api()))
          if (Place P = Unit.handles().placeOf(Counted))
            Counters.insert(P);
        return false;
      });
}

bool TurnCounts::isAboutEvent(const Stmt *Call) const {
  return anyOwnStmt(Call, [&](const Stmt *Part) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Part);
    return Ref && isOfTurn(Ref->getDecl());
  });
}

bool TurnCounts::isOfTurn(const ValueDecl *D) const {
  const auto *Variable = llvm::dyn_cast<VarDecl>(D);
  if (!Variable || !Variable->hasLocalStorage())
    return false;
  // What a function is given that runs for each event belongs to that event.
  if (llvm::isa<ParmVarDecl>(Variable)) {
    const auto *Function = llvm::dyn_cast_or_null<FunctionDecl>(
        Variable->getParentFunctionOrMethod());
    return Function && Function->getBody() == Block;
  }
  return isLocalSince(Variable, Block, Unit.code()) ||
         isAssignedInTurn(Variable);
}

/// fd = accept(...), with fd declared before the loop.
bool TurnCounts::isAssignedInTurn(const VarDecl *Variable) const {
  return anyOwnStmt(Block, [&](const Stmt *Part) {
    const auto *Binary = llvm::dyn_cast<BinaryOperator>(Part);
    return Binary && Binary->getOpcode() == BO_Assign &&
           Unit.handles().placeOf(Binary->getLHS()) == Variable;
  });
}

const Expr *TurnCounts::valueBehind(const Stmt *Part) const {
  const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Part);
  const auto *Variable =
      Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && !llvm::isa<ParmVarDecl>(Variable) && isOfTurn(Variable)
             ? Variable->getInit()
             : nullptr;
}

bool TurnCounts::comparesCount(const Stmt *Code, unsigned Depth) const {
  return anyStmt(Code, [&](const Stmt *Part) {
    if (const Expr *Value = valueBehind(Part))
      if (Depth < MaxDepth && comparesCount(Value, Depth + 1))
        return true;
    const Expr *Left = nullptr, *Right = nullptr;
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Part)) {
      if (!Binary->isComparisonOp())
        return false;
      Left = Binary->getLHS();
      Right = Binary->getRHS();
    } else if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(Part)) {
      if (!Call->isComparisonOp() || Call->getNumArgs() != 2)
        return false;
      Left = Call->getArg(0);
      Right = Call->getArg(1);
    } else {
      return false;
    }
    return isCount(Left, Right) || isCount(Right, Left);
  });
}

bool TurnCounts::isCount(const Expr *E, const Expr *Against,
                         unsigned Depth) const {
  E = stripped(E);
  if (!E || E->isTypeDependent() || Depth > MaxDepth)
    return false;
  // running + 1 > max
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E))
    return Binary->isAdditiveOp() &&
           (isCount(Binary->getLHS(), Against, Depth + 1) ||
            isCount(Binary->getRHS(), Against, Depth + 1));
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
    return Unary->isIncrementDecrementOp();
  // Running++ >= max
  if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(E))
    return countedBy(Operator, Api) != nullptr;
  // int now = running.load();
  if (const Expr *Value = valueBehind(E))
    if (isCount(Value, Against, Depth + 1))
      return true;
  if (isCountedInTurn(E))
    return true;
  if (isCountedElsewhere(E))
    return true;
  if (isSizeOutside(E))
    return !isNothing(Against);
  // server.active() >= max, out of sight
  const auto *Call = llvm::dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->getReturnType()->isIntegerType() &&
         Call->getNumArgs() == 0 &&
         !Unit.code().isForeign(Callee->getLocation()) && !isAboutEvent(Call) &&
         !isNothing(Against);
}

bool TurnCounts::isCountedElsewhere(const Expr *E) const {
  Place P = countPlace(stripped(E));
  // n = read(...); ... n -= k: what a call brought is no count of tasks.
  return P && All.contains(P) && !isOfTurn(P);
}

/// for (i = 0; i < max; ++i) if (isFree(i)) break; if (i == max) continue;
bool TurnCounts::isCountedInTurn(const Expr *E) const {
  Place P = Unit.handles().placeOf(E);
  return P && anyOwnStmt(Block, [&](const Stmt *Part) {
           const auto *For = llvm::dyn_cast<ForStmt>(Part);
           const Expr *Counted =
               For && For->getInc() ? countedBy(For->getInc(), Api) : nullptr;
           return Counted && Unit.handles().placeOf(Counted) == P;
         });
}

/// The place that is read by name, or by a method of an atomic: n.load().
Place TurnCounts::countPlace(const Expr *E) const {
  if (const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(E)) {
    const Expr *Object = receiverOf(Call);
    return Object && isFlagType(stripped(Object)->getType(), Api)
               ? Unit.handles().placeOf(Object)
               : nullptr;
  }
  if (const auto *Atomic = llvm::dyn_cast<AtomicExpr>(E))
    return Unit.handles().placeOf(Atomic->getPtr());
  // GLib's g_atomic_int_get is such a block around an atomic load.
  if (const auto *Block = llvm::dyn_cast<StmtExpr>(E)) {
    Place Found = nullptr;
    anyOwnStmt(Block->getSubStmt(), [&](const Stmt *Part) {
      const auto *Atomic = llvm::dyn_cast<AtomicExpr>(Part);
      if (Atomic && isAtomicLoad(Atomic))
        Found = Unit.handles().placeOf(Atomic->getPtr());
      return Found != nullptr;
    });
    return Found;
  }
  return Unit.handles().placeOf(E);
}

/// threads.size(), where the container is there longer than the turn.
bool TurnCounts::isSizeOutside(const Expr *E) const {
  const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(E);
  if (!Call || Call->getNumArgs() != 0 || !Call->getType()->isIntegerType())
    return false;
  const Expr *Object = receiverOf(Call);
  return Object && isContainer(Object->getType()) && !isAboutEvent(Call);
}

/// Zero and below tell of errors and ends, not of how many run.
bool TurnCounts::isNothing(const Expr *E) const {
  Expr::EvalResult Value;
  return !E->isValueDependent() && E->EvaluateAsInt(Value, Unit.context()) &&
         Value.Val.getInt().getExtValue() <= 0;
}

} // namespace leash
