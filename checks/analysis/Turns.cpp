//===--- Turns.cpp - who limits how often a loop turns? -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Turns.h"
#include "Endings.h"
#include "Flags.h"
#include "Growth.h"
#include "Loops.h"
#include "TimeValues.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

Turns turns(Turns::KindType Kind) {
  Turns Result;
  Result.Kind = Kind;
  return Result;
}

const Expr *assignedBy(const Expr *E) {
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E))
    return Binary->getOpcode() == BO_Assign ? Binary->getRHS() : nullptr;
  const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(E);
  return Call && Call->getOperator() == OO_Equal && Call->getNumArgs() == 2
             ? Call->getArg(1)
             : nullptr;
}

} // namespace

/// Reads one loop.
class TurnsOf::Reader {
public:
  Reader(const TurnsOf &Asked, const Stmt *Loop, const Decl *Root)
      : Asked(Asked), Code(Asked.Code), Api(Asked.Api),
        HandleFlow(Asked.HandleFlow), Loop(Loop), Root(Root) {}

  Turns read() {
    if (const auto *For = llvm::dyn_cast<CXXForRangeStmt>(Loop))
      return over(For->getRangeInit(), /*IsRange=*/true);
    const Expr *Condition = conditionOf(Loop);
    if (!Condition)
      return turns(llvm::isa<ForStmt>(Loop) ? Turns::Endless : Turns::Limited);
    if (const auto *While = llvm::dyn_cast<WhileStmt>(Loop))
      if (const VarDecl *Variable = While->getConditionVariable())
        return Variable->getInit() ? byCall(Variable->getInit())
                                   : turns(Turns::Limited);
    return byCondition(Condition);
  }

  /// A walk over all elements of \p Range, which is one if \p IsRange says so.
  Turns over(const Expr *Range, bool IsRange = false) {
    const Expr *E = stripped(Range);
    if (E && !E->isTypeDependent() && isEndless(E->getType(), Api))
      return turns(Turns::Endless);
    if (!E || E->isTypeDependent() || hasConstantSize(E->getType(), Api) ||
        llvm::isa<InitListExpr, CXXStdInitializerListExpr>(E) ||
        !(IsRange || isContainer(E->getType())))
      return turns(Turns::Limited);
    Turns Result = turns(Turns::Elements);
    Result.Data = HandleFlow.placeOf(E);
    if (Result.Data && (hasConstantSize(Result.Data->getType(), Api) ||
                        isSizedByProgram(Result.Data, Loop, Root, Asked, Code)))
      return turns(Turns::Limited);
    return Result;
  }

  /// Whether the number \p E is the size of a container, and of which.
  Turns size(const Expr *E, unsigned Depth = 0) {
    E = stripped(E);
    if (!E || E->isTypeDependent() || Depth > MaxDepth)
      return turns(Turns::Limited);
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E))
      return Binary->isAdditiveOp() ? size(Binary->getLHS(), Depth + 1)
                                    : turns(Turns::Limited);
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E)) {
      const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl());
      return Variable && !llvm::isa<ParmVarDecl>(Variable) &&
                     Variable->getInit() && Variable->getType()->isIntegerType()
                 ? size(Variable->getInit(), Depth + 1)
                 : turns(Turns::Limited);
    }
    const auto *Call = llvm::dyn_cast<CallExpr>(E);
    if (!Call || !Call->getType()->isIntegerType())
      return turns(Turns::Limited);
    // items.size(), std::size(items), std::distance(begin, end)
    if (const Expr *Object = receiverOf(Call))
      return Call->getNumArgs() == 0 ? over(Object) : turns(Turns::Limited);
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || !Code.isForeign(Callee->getLocation()) ||
        Call->getNumArgs() == 0)
      return turns(Turns::Limited);
    // std::min(n, items.size()) is limited by a number.
    const Expr *Last = Call->getArg(Call->getNumArgs() - 1);
    return Last->getType()->isIntegerType() ? turns(Turns::Limited)
                                            : rangeBehind(Last);
  }

  /// The container that \p E is, or is an iterator of: items.end().
  Turns rangeBehind(const Expr *E) {
    E = withoutCopies(E);
    if (!E || E->isTypeDependent())
      return turns(Turns::Limited);
    if (isContainer(E->getType()))
      return over(E);
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E)) {
      const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl());
      if (Variable && Variable->getInit() && Variable->hasLocalStorage())
        return rangeBehind(Variable->getInit());
    }
    const auto *Call = llvm::dyn_cast<CallExpr>(E);
    if (!Call || Call->getNumArgs() > 1)
      return turns(Turns::Limited);
    const Expr *Object = receiverOf(Call);
    if (!Object && Call->getNumArgs() == 1)
      Object = Call->getArg(0);
    return Object && isContainer(Object->getType()) ? over(Object)
                                                    : turns(Turns::Limited);
  }

private:
  static constexpr unsigned MaxDepth = 4;

  Turns byCondition(const Expr *Condition) {
    const Expr *E = stripped(Condition);
    if (!E || E->isTypeDependent() || E->isValueDependent())
      return turns(Turns::Limited);
    bool Value = false;
    if (E->EvaluateAsBooleanCondition(Value, Code.context()))
      return turns(Value ? Turns::Endless : Turns::Limited);
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E)) {
      if (Unary->getOpcode() == UO_LNot)
        return byCondition(Unary->getSubExpr());
      // while (n--)
      return turns(Turns::Limited);
    }
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E)) {
      if (Binary->isLogicalOp())
        return byBoth(Binary);
      if (Binary->isComparisonOp())
        return byComparison(Binary);
    }
    if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(E))
      if (Call->isComparisonOp() && Call->getNumArgs() == 2)
        return byIterators(Call->getArg(0), Call->getArg(1));
    if (llvm::isa<CXXRewrittenBinaryOperator>(E)) {
      auto Parts =
          llvm::cast<CXXRewrittenBinaryOperator>(E)->getDecomposedForm();
      return byIterators(Parts.LHS, Parts.RHS);
    }
    if (const Expr *Right = assignedBy(E))
      return byAssigned(Right);
    if (llvm::isa<CallExpr>(E))
      return byCall(E);
    return byVariable(E);
  }

  /// Both have to hold, or one of them.
  Turns byBoth(const BinaryOperator *Binary) {
    Turns Left = byCondition(Binary->getLHS());
    Turns Right = byCondition(Binary->getRHS());
    bool OneIsEnough = Binary->getOpcode() == BO_LAnd;
    if (OneIsEnough && (Left.isLimited() || Right.isLimited()))
      return turns(Turns::Limited);
    if (!OneIsEnough && Left.isLimited() && Right.isLimited())
      return turns(Turns::Limited);
    // An event says more than a flag.
    bool IsLeftWeak = Left.isLimited() || Left.Kind == Turns::UntilTold ||
                      Left.Kind == Turns::Endless;
    return IsLeftWeak && !Right.isLimited() ? Right : Left;
  }

  Turns byComparison(const BinaryOperator *Binary) {
    const Expr *One = stripped(Binary->getLHS());
    const Expr *Other = stripped(Binary->getRHS());
    if (!One || !Other)
      return turns(Turns::Limited);
    if (isConstant(One))
      std::swap(One, Other);
    bool IsConstant = isConstant(Other);
    if (const Expr *Value = assignedBy(One))
      return byAssigned(Value);
    if (One->getType()->isPointerType())
      return byPointers(One, Other);
    // How many threads there are already.
    if (Turns Size = size(One); !Size.isLimited())
      return numberOf(Other).value_or(1) == 0 ? Size : turns(Turns::Limited);
    if (Turns Size = size(Other); !Size.isLimited())
      return hasStep(One) ? turns(Turns::Limited) : Size;
    if (!IsConstant)
      return turns(Turns::Limited);
    if (llvm::isa<CallExpr>(One))
      return isBound(Other) ? turns(Turns::Limited) : byCall(One);
    return byStatus(One,
                    Binary->isEqualityOp() ? numberOf(Other) : std::nullopt);
  }

  /// i += part: a number of parts.
  bool hasStep(const Expr *Index) const {
    Place P = HandleFlow.placeOf(Index);
    return P && anyOwnStmt(Loop, [&](const Stmt *S) {
             const auto *Binary = llvm::dyn_cast<BinaryOperator>(S);
             return Binary && Binary->isCompoundAssignmentOp() &&
                    HandleFlow.placeOf(Binary->getLHS()) == P &&
                    !isConstant(Binary->getRHS());
           });
  }

  /// while (rc == 0), where a call of the loop sets it; while (state == Run);
  /// while (running == 1), where \p Is is what it is compared with.
  Turns byStatus(const Expr *E, std::optional<int64_t> Is) {
    Place P = HandleFlow.placeOf(E);
    if (!P || isCounted(P))
      return turns(Turns::Limited);
    if (isSetByCall(P))
      return turns(Turns::Events);
    bool IsYesOrNo = Is && (*Is == 0 || *Is == 1) &&
                     E->getType()->isIntegerType() &&
                     !isAssigned(P, [&](const Expr *Right) {
                       return !Right || !isConstant(Right);
                     });
    return IsYesOrNo || P->getType()->isEnumeralType() ||
                   P->getType()->isBooleanType()
               ? turns(Turns::UntilTold)
               : turns(Turns::Limited);
  }

  /// p != nullptr, it != end
  Turns byPointers(const Expr *One, const Expr *Other) {
    if (llvm::isa<CallExpr>(One))
      return byCall(One);
    return isNullPointer(Other, Code.context()) ? byVariable(One)
                                                : turns(Turns::Limited);
  }

  Turns byIterators(const Expr *Left, const Expr *Right) {
    Turns End = rangeBehind(Right);
    if (End.isLimited())
      End = rangeBehind(Left);
    return End;
  }

  /// (fd = accept(...)) >= 0
  Turns byAssigned(const Expr *Value) {
    const Expr *E = withoutCopies(Value);
    return E && llvm::isa<CallExpr>(E) ? byCall(E) : turns(Turns::Limited);
  }

  Turns byCall(const Expr *Maker) {
    const Expr *E = withoutCopies(Maker);
    const auto *Call = llvm::dyn_cast_or_null<CallExpr>(E);
    if (!Call || Call->isTypeDependent())
      return turns(Turns::Limited);
    CallRows Rows = Api.rows(Call);
    if (Rows.get(&CallRow::Consults))
      return turns(Turns::UntilTold);
    const Expr *Object = receiverOf(Call);
    // running.load(), and the conversion of an atomic.
    if (Object && isFlagType(stripped(Object)->getType(), Api))
      return turns(Turns::UntilTold);
    if (const auto *Convert = llvm::dyn_cast<CXXMemberCallExpr>(Call))
      if (llvm::isa_and_nonnull<CXXConversionDecl>(Convert->getMethodDecl()))
        return Object ? byConverted(Object) : turns(Turns::Limited);
    if (Rows.get(&CallRow::Acquires))
      return turns(Turns::Limited);
    // while (!queue.empty())
    bool IsQuestion = isQuestion(Call);
    if (Object && IsQuestion && isContainer(Object->getType()))
      return over(Object);
    return turns(IsQuestion ? Turns::UntilTold : Turns::Events);
  }

  /// while (message), where message is an object.
  Turns byConverted(const Expr *Object) {
    const Expr *E = withoutCopies(Object);
    if (E && llvm::isa<CallExpr>(E))
      return byCall(E);
    Place P = E ? HandleFlow.placeOf(E) : nullptr;
    return P && isSetByCall(P) ? turns(Turns::Events) : turns(Turns::Limited);
  }

  /// Whether the call only asks: a yes or no, and nothing is given to it.
  static bool isQuestion(const CallExpr *Call) {
    return Call->getType()->isBooleanType() &&
           !llvm::isa<CXXOperatorCallExpr>(Call) && Call->getNumArgs() == 0;
  }

  Turns byVariable(const Expr *E) {
    Place P = HandleFlow.placeOf(E);
    if (!P || isCounted(P))
      return turns(Turns::Limited);
    if (P->getType()->isPointerType()) {
      if (isMovedAlong(P))
        return turns(Turns::List);
      return turns(isSetByCall(P) ? Turns::Events : Turns::Limited);
    }
    if (isSetByCall(P))
      return turns(Turns::Events);
    return isFlagType(E->getType(), Api) || E->getType()->isIntegerType()
               ? turns(Turns::UntilTold)
               : turns(Turns::Limited);
  }

  bool isConstant(const Expr *E) const {
    return !E->isValueDependent() && E->isEvaluatable(Code.context());
  }

  std::optional<int64_t> numberOf(const Expr *E) const {
    Expr::EvalResult Value;
    if (E->isValueDependent() || !E->EvaluateAsInt(Value, Code.context()))
      return std::nullopt;
    return Value.Val.getInt().getExtValue();
  }

  /// Whether a count is compared with \p E, rather than a status: 10.
  bool isBound(const Expr *E) const { return numberOf(E).value_or(0) > 1; }

  /// Whether the loop counts \p P up or down.
  bool isCounted(Place P) const {
    return anyOwnStmt(Loop, [&](const Stmt *S) {
      if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(S))
        return Unary->isIncrementDecrementOp() &&
               HandleFlow.placeOf(Unary->getSubExpr()) == P;
      const auto *Binary = llvm::dyn_cast<BinaryOperator>(S);
      return Binary && Binary->isCompoundAssignmentOp() &&
             HandleFlow.placeOf(Binary->getLHS()) == P;
    });
  }

  template <typename Predicate>
  bool isAssigned(Place P, Predicate IsWanted) const {
    return anyOwnStmt(Loop, [&](const Stmt *S) {
      const auto *E = llvm::dyn_cast<Expr>(S);
      const Expr *Right = E ? assignedBy(E) : nullptr;
      if (!Right)
        return false;
      const Expr *Left = llvm::isa<BinaryOperator>(E)
                             ? llvm::cast<BinaryOperator>(E)->getLHS()
                             : llvm::cast<CXXOperatorCallExpr>(E)->getArg(0);
      return HandleFlow.placeOf(Left) == P && IsWanted(withoutCopies(Right));
    });
  }

  bool isSetByCall(Place P) const {
    return isAssigned(P, [](const Expr *Right) {
      return llvm::isa_and_nonnull<CallExpr>(Right);
    });
  }

  /// p = p->next
  bool isMovedAlong(Place P) const {
    return isAssigned(P, [&](const Expr *Right) {
      const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(Right);
      return Member && HandleFlow.placeOf(Member->getBase()) == P;
    });
  }

  const TurnsOf &Asked;
  const UserCode &Code;
  const ApiIndex &Api;
  const Handles &HandleFlow;
  const Stmt *Loop;
  const Decl *Root;
};

Turns TurnsOf::loop(const Stmt *Loop, const Decl *Root) const {
  return Reader(*this, Loop, Root).read();
}

Turns TurnsOf::size(const Expr *E, const Stmt *Loop, const Decl *Root) const {
  return Reader(*this, Loop, Root).size(E);
}

Turns TurnsOf::repetition(const Expr *E, const Decl *Root) const {
  const RepeatsFact *Fact = nullptr;
  for (const CallRow *Row : Api.rows(E))
    if (Row->Repeats && isOverloadOf(*Row, E))
      Fact = &*Row->Repeats;
  if (!Fact)
    return turns(Turns::Limited);
  Reader Read(*this, E, Root);
  if (Fact->Count) {
    const Expr *Count = argumentOf(E, *Fact->Count);
    return Count ? Read.size(Count) : turns(Turns::Limited);
  }
  const Expr *Range = Fact->Over ? argumentOf(E, *Fact->Over) : nullptr;
  return Range ? Read.rangeBehind(Range) : turns(Turns::Limited);
}

} // namespace leash
