//===--- LoopConditions.cpp - can this condition turn false? --------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopConditions.h"
#include "Flags.h"
#include "Loops.h"
#include "clang/AST/ASTLambda.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// A condition that asks a function that asks a function ...
constexpr unsigned MaxDepth = 4;

/// What \p Function returns, where it does nothing else; null otherwise.
const Expr *onlyResultOf(const FunctionDecl *Function) {
  const FunctionDecl *Definition = definitionOf(Function);
  const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(Definition);
  if (!Definition || (Method && Method->isVirtual()))
    return nullptr;
  const auto *Body = llvm::dyn_cast<CompoundStmt>(Definition->getBody());
  const auto *Return = Body && Body->size() == 1
                           ? llvm::dyn_cast<ReturnStmt>(Body->body_front())
                           : nullptr;
  return Return ? Return->getRetValue() : nullptr;
}

bool compares(BinaryOperatorKind Kind, int64_t Left, int64_t Right) {
  switch (Kind) {
  case BO_EQ:
    return Left == Right;
  case BO_NE:
    return Left != Right;
  case BO_LT:
    return Left < Right;
  case BO_LE:
    return Left <= Right;
  case BO_GT:
    return Left > Right;
  default:
    return Left >= Right;
  }
}

bool hasConditionVariable(const Stmt *Loop) {
  if (const auto *While = llvm::dyn_cast<WhileStmt>(Loop))
    return While->getConditionVariable();
  const auto *For = llvm::dyn_cast<ForStmt>(Loop);
  return For && For->getConditionVariable();
}

} // namespace

std::optional<StuckFlag>
LoopConditions::stuckFlagOf(const Stmt *Loop, const FunctionDecl *Function) {
  const Expr *Condition = conditionOf(Loop);
  if (!Condition || hasConditionVariable(Loop))
    return std::nullopt;
  In = Function;
  if (std::optional<StuckFlag> Pointer = pointerAskedBy(Condition))
    return Pointer;
  Stuck.clear();
  Truth Found = truthOf(Condition, /*IsNegated=*/false, 0);
  bool NeverBegins = Found.Initial && !*Found.Initial && !Found.BecomesTrue;
  if (Found.BecomesFalse || NeverBegins || Stuck.empty())
    return std::nullopt;
  // That somebody works on a copy says more than that nobody sets it.
  for (const StuckFlag &Flag : Stuck)
    if (Flag.IsCopy)
      return Flag;
  return Stuck.front();
}

/// while (running), where *running was meant: the pointer is the task's own.
std::optional<StuckFlag>
LoopConditions::pointerAskedBy(const Expr *Condition) const {
  const auto *Ref = llvm::dyn_cast<DeclRefExpr>(stripped(Condition));
  const auto *Variable =
      Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  QualType Type = Variable ? Variable->getType() : QualType();
  if (!Variable || !Variable->hasLocalStorage() || !Type->isPointerType() ||
      !isFlagType(Type->getPointeeType(), Unit.api()))
    return std::nullopt;
  FlagChanges Changes;
  StuckFlag Found;
  Found.Flag = Variable;
  bool IsKnown = addLocal(Variable, Changes, Found);
  const Expr *Given = nullptr;
  if (const auto *Parameter = llvm::dyn_cast<ParmVarDecl>(Variable))
    Given = Task.bindings().lookup(Parameter);
  bool NeverBegins = Given && isNullPointer(Given, Unit.context());
  if (!IsKnown || !Found.IsCopy || Changes.ToAnything ||
      !Changes.Values.empty() || NeverBegins)
    return std::nullopt;
  return Found;
}

LoopConditions::Truth LoopConditions::truthOf(const Expr *E, bool IsNegated,
                                              unsigned Depth) {
  E = stripped(E);
  if (!E || Depth > MaxDepth || E->containsErrors())
    return {};
  bool Value = false;
  if (!E->isValueDependent() &&
      E->EvaluateAsBooleanCondition(Value, Unit.context()))
    return {false, false, Value};
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() != UO_LNot)
      return {};
    Truth Inner = truthOf(Unary->getSubExpr(), !IsNegated, Depth);
    std::swap(Inner.BecomesTrue, Inner.BecomesFalse);
    if (Inner.Initial)
      Inner.Initial = !*Inner.Initial;
    return Inner;
  }
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E))
    return truthOfBinary(Binary, IsNegated, Depth);
  if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
    return truthOfCall(Call, IsNegated, Depth);
  auto IsTrue = [](int64_t Number) { return Number != 0; };
  if (const auto *Atomic = llvm::dyn_cast<AtomicExpr>(E)) {
    const auto *Address =
        llvm::dyn_cast<UnaryOperator>(stripped(Atomic->getPtr()));
    if (!isAtomicLoad(Atomic) || !Address || Address->getOpcode() != UO_AddrOf)
      return {};
    return truthOfFlag(Address->getSubExpr(), IsTrue, IsNegated);
  }
  return truthOfFlag(E, IsTrue, IsNegated);
}

LoopConditions::Truth
LoopConditions::truthOfBinary(const BinaryOperator *Binary, bool IsNegated,
                              unsigned Depth) {
  if (Binary->isLogicalOp()) {
    Truth Left = truthOf(Binary->getLHS(), IsNegated, Depth);
    Truth Right = truthOf(Binary->getRHS(), IsNegated, Depth);
    bool IsAnd = Binary->getOpcode() == BO_LAnd;
    Truth Both{Left.BecomesTrue || Right.BecomesTrue,
               Left.BecomesFalse || Right.BecomesFalse, std::nullopt};
    for (const Truth &One : {Left, Right}) {
      bool Decides = One.Initial && *One.Initial != IsAnd;
      // One side that is settled settles all.
      if (Decides && !One.BecomesTrue && !One.BecomesFalse)
        return {false, false, !IsAnd};
      if (Decides)
        Both.Initial = !IsAnd;
    }
    if (!Both.Initial && Left.Initial && Right.Initial)
      Both.Initial = IsAnd;
    return Both;
  }
  if (!Binary->isComparisonOp() || Binary->getOpcode() == BO_Cmp)
    return {};
  const Expr *Flag = Binary->getLHS();
  auto Number = constantOf(Binary->getRHS(), Unit.context());
  BinaryOperatorKind Kind = Binary->getOpcode();
  if (!Number) {
    Flag = Binary->getRHS();
    Number = constantOf(Binary->getLHS(), Unit.context());
    Kind = BinaryOperator::reverseComparisonOp(Kind);
  }
  if (!Number)
    return {};
  return truthOfFlag(
      Flag, [&](int64_t V) { return compares(Kind, V, *Number); },
      std::nullopt);
}

LoopConditions::Truth LoopConditions::truthOfCall(const CallExpr *Call,
                                                  bool IsNegated,
                                                  unsigned Depth) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  const Expr *Object = receiverOf(Call);
  if (!Callee)
    return {};
  // flag.load(), and the conversion of an atomic.
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Callee);
  if (Object && Method && Method->isConst() &&
      isFlagType(stripped(Object)->getType(), Unit.api()))
    return truthOfFlag(
        Object, [](int64_t Number) { return Number != 0; }, IsNegated);
  if (!argumentsOf(Call).empty() ||
      Unit.code().isForeign(Callee->getLocation()))
    return {};
  // isRunning(), of the task's own object or of one whose class tells.
  const Expr *Result = onlyResultOf(Callee);
  return Result ? truthOf(Result, IsNegated, Depth + 1) : Truth();
}

LoopConditions::Truth
LoopConditions::truthOfFlag(const Expr *E, Test Holds,
                            std::optional<bool> IsNegated) {
  E = stripped(E);
  const ValueDecl *Named = nullptr;
  const auto *Member = llvm::dyn_cast<MemberExpr>(E);
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
    Named = Ref->getDecl();
  else if (Member)
    Named = Member->getMemberDecl();
  if (!Named || Named->getType()->isDependentType())
    return {};
  FlagChanges Changes;
  StuckFlag Found;
  Found.Flag = Named;
  const auto *Variable = llvm::dyn_cast<VarDecl>(Named);
  bool IsKnown = false;
  if (Variable)
    IsKnown = addVariable(Variable, Changes, Found);
  else if (Member)
    IsKnown = addField(Member, Changes, Found);
  if (!IsKnown || Changes.ToAnything)
    return {};
  Truth Result{llvm::any_of(Changes.Values, Holds), false, std::nullopt};
  for (int64_t Value : Changes.Values)
    Result.BecomesFalse |= !Holds(Value);
  if (Changes.Initial)
    Result.Initial = Holds(*Changes.Initial);
  Found.EndsAt = IsNegated;
  Stuck.push_back(Found);
  return Result;
}

/// Whether what becomes of \p Variable is known.
bool LoopConditions::addVariable(const VarDecl *Variable, FlagChanges &Changes,
                                 StuckFlag &Found) const {
  if (isCopiedReference(Variable)) {
    Found.IsCopy = true;
    Found.CopiedAt = Variable->getLocation();
    return true;
  }
  if (!canBeFlag(Variable->getType(), Unit.api()) ||
      Variable->getTSCSpec() != TSCS_unspecified)
    return false;
  if (Variable->hasLocalStorage())
    return addLocal(Variable, Changes, Found);
  if (Variable->isStaticDataMember() || mayChangeElsewhere(Variable, Unit))
    return false;
  Changes = changesOf(Variable, Unit);
  return true;
}

bool LoopConditions::addLocal(const VarDecl *Variable, FlagChanges &Changes,
                              StuckFlag &Found) const {
  const auto *Home = llvm::dyn_cast_or_null<FunctionDecl>(
      Variable->getParentFunctionOrMethod());
  if (const LambdaExpr *Lambda = Task.task().Lambda)
    for (const LambdaCapture &C : Lambda->captures())
      if (C.capturesVariable() && C.getCapturedVar() == Variable &&
          C.getCaptureKind() == LCK_ByCopy) {
        Found.IsCopy = true;
        Found.CopiedAt = C.getLocation();
        Changes =
            changesWithin({Lambda->getBody()}, S.At->Root, Variable, Unit);
        return true;
      }
  const Decl *Root = Home ? rootOf(Home) : nullptr;
  if (!Root)
    return false;
  Changes = changesWithin(partsOf(Root), Root, Variable, Unit);
  if (const auto *Parameter = llvm::dyn_cast<ParmVarDecl>(Variable)) {
    // A parameter of who starts the task is not the task's.
    if (!Task.contains(Home))
      return false;
    Changes.Initial =
        constantOf(Task.bindings().lookup(Parameter), Unit.context());
  } else {
    Changes.Initial = constantOf(Variable->getInit(), Unit.context());
  }
  Found.IsCopy = Task.contains(Home) && !Changes.Initial;
  if (llvm::isa<ParmVarDecl>(Variable))
    Found.IsCopy = true;
  Found.CopiedAt = Variable->getLocation();
  // Without a value of its own it is nobody's flag.
  return llvm::isa<ParmVarDecl>(Variable) || Variable->getInit();
}

/// Whether \p Variable is a parameter that refers to the copy which a spawn
/// made of its argument: void work(const bool &running).
bool LoopConditions::isCopiedReference(const VarDecl *Variable) const {
  const auto *Parameter = llvm::dyn_cast<ParmVarDecl>(Variable);
  QualType Type = Variable->getType();
  if (!Parameter || !Type->isReferenceType() ||
      !Type->getPointeeType().isConstQualified() ||
      !Type->getPointeeType()->isBooleanType() ||
      !llvm::isa<CXXConstructExpr, CallExpr>(S.At->E) ||
      S.Fact->Handle.Kind != Operand::Result ||
      definitionOf(Task.task().Function) != Parameter->getDeclContext())
    return false;
  const Expr *Argument = Task.bindings().lookup(Parameter);
  if (!Argument || !llvm::is_contained(Task.task().Arguments, Argument) ||
      Unit.api().rows(Task.task().Callable).get(&CallRow::Callable))
    return false;
  return stripped(Argument)->getType()->isBooleanType();
}

bool LoopConditions::addField(const MemberExpr *Member, FlagChanges &Changes,
                              StuckFlag &Found) const {
  const auto *Field = llvm::dyn_cast<FieldDecl>(Member->getMemberDecl());
  if (!Field || !canBeFlag(Field->getType(), Unit.api()))
    return false;
  SourceLocation Copied = objectCopiedAt();
  if (Copied.isValid() && llvm::isa<CXXThisExpr>(stripped(Member->getBase())) &&
      addOwnField(Field, Changes)) {
    Found.IsCopy = true;
    Found.CopiedAt = Copied;
    return true;
  }
  if (mayChangeElsewhere(Field, Unit))
    return false;
  Changes = changesOf(Field, Unit);
  return true;
}

/// Where the object was copied whose method the loop is in; invalid when the
/// task works on an object that others may reach.
SourceLocation LoopConditions::objectCopiedAt() const {
  const ::leash::Task &T = Task.task();
  if (In != definitionOf(T.Function))
    return {};
  if (T.Lambda) {
    for (const LambdaCapture &C : T.Lambda->captures())
      if (C.getCaptureKind() == LCK_StarThis)
        return C.getLocation();
    return {};
  }
  const auto *Operator = llvm::dyn_cast<CXXMethodDecl>(In);
  const Expr *Callable = T.Callable ? stripped(T.Callable) : nullptr;
  if (!Operator || T.Object || !Callable ||
      Operator->getOverloadedOperator() != OO_Call)
    return {};
  // std::ref(worker), or a callable around it, is not a copy.
  const CXXRecordDecl *Class = Callable->getType()->getAsCXXRecordDecl();
  bool IsItself = Class && Class->getCanonicalDecl() ==
                               Operator->getParent()->getCanonicalDecl();
  bool IsPlain = IsItself && !Class->hasUserDeclaredCopyConstructor() &&
                 !Class->hasUserDeclaredMoveConstructor();
  if (!IsPlain)
    return {};
  return Callable->getExprLoc();
}

/// Whether nothing of the task lets its own object be reached by others.
bool LoopConditions::addOwnField(const FieldDecl *Field,
                                 FlagChanges &Changes) const {
  const Decl *Root = rootOf(In);
  if (!Root)
    return false;
  bool IsHandedOn = anyStmt(In->getBody(), [&](const Stmt *Part) {
    if (!llvm::isa<CXXThisExpr>(Part))
      return false;
    const Stmt *Parent = Unit.code().parent(Part, Root);
    while (llvm::isa_and_nonnull<ParenExpr, ImplicitCastExpr>(Parent))
      Parent = Unit.code().parent(Parent, Root);
    const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(Parent);
    if (!Member)
      return true;
    const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Member->getMemberDecl());
    return Method && !Method->isConst() && !Method->isStatic();
  });
  if (IsHandedOn)
    return false;
  Changes = changesWithin({In->getBody()}, Root, Field, Unit);
  return true;
}

/// The code that \p Function is within, and that parents are known in.
const Decl *LoopConditions::rootOf(const FunctionDecl *Function) const {
  if (!isLambdaCallOperator(Function))
    return Function;
  if (Function == definitionOf(Task.task().Function))
    return S.At->Root;
  for (const DeclContext *Around = Function->getParent(); Around;
       Around = Around->getParent())
    if (const auto *Outer = llvm::dyn_cast<FunctionDecl>(Around))
      if (!isLambdaCallOperator(Outer))
        return Outer;
  return nullptr;
}

} // namespace leash
