//===--- ChannelAnswers.cpp - did the other end say so? -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChannelAnswers.h"
#include "Constants.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace leash {

namespace {

/// The variable that \p E is, or is a part of.
const ValueDecl *variableOf(const Expr *E) {
  E = E ? stripped(E) : nullptr;
  if (const auto *Unary = llvm::dyn_cast_or_null<UnaryOperator>(E))
    return variableOf(Unary->getSubExpr());
  if (const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(E))
    return variableOf(Member->getBase());
  if (const auto *Subscript = llvm::dyn_cast_or_null<ArraySubscriptExpr>(E))
    return variableOf(Subscript->getBase());
  const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(E);
  return Ref ? Ref->getDecl() : nullptr;
}

/// Whether \p Function does no more than look: it calls nothing but operators,
/// methods of const objects and such functions.
bool onlyLooks(const FunctionDecl *Function, unsigned Depth) {
  return !anyStmt(Function->getBody(), [&](const Stmt *S) {
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    if (!Call || llvm::isa<CXXOperatorCallExpr>(Call))
      return false;
    const FunctionDecl *Callee = Call->getDirectCallee();
    const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(Callee);
    if ((Method && Method->isConst()) || (Callee && Callee->getBuiltinID()))
      return false;
    const FunctionDecl *Definition = definitionOf(Callee);
    return !Definition || Depth == 0 || !onlyLooks(Definition, Depth - 1);
  });
}

} // namespace

ChannelAnswers::ChannelAnswers(const FunctionDecl *Function,
                               llvm::ArrayRef<ChannelUse> Uses,
                               const llvm::DenseSet<const ValueDecl *> &Others,
                               bool PutsCount, const TranslationUnit &Unit)
    : Function(Function), Others(Others), Unit(Unit) {
  bool Waits = false;
  for (const ChannelUse &Use : Uses) {
    if (Use.Kind != ChannelUse::Calls && Use.Kind != ChannelUse::Hands)
      continue;
    Calls.insert(Use.At);
    Waits |= Use.Kind == ChannelUse::Hands;
    if (Use.Kind == ChannelUse::Hands)
      continue;
    ChannelDeed::KindType Kind = Use.Call.Deed->kind(nullptr);
    bool Puts = Kind == ChannelDeed::Puts;
    if (Kind == ChannelDeed::Takes) {
      Waits |= Use.Call.Deed->Waits;
      AreTimed = true;
    }
    if (Puts && !PutsCount)
      continue;
    for (const Expr *Argument : argumentsOf(Use.Call.At))
      if (Argument != Use.Call.Channel)
        if (const ValueDecl *Variable = variableOf(withoutCopies(Argument))) {
          if (Puts)
            Put.try_emplace(Variable, Use.At->getBeginLoc());
          else
            Values.insert(Variable);
        }
  }
  AreTimed &= !Waits;
  while (grow()) {
  }
}

bool ChannelAnswers::grow() {
  bool Grows = false;
  for (const Stmt *Part : partsOf(Function))
    anyStmt(Part, [&](const Stmt *S) {
      Grows |= grow(S);
      return false;
    });
  return Grows;
}

bool ChannelAnswers::grow(const Stmt *S) {
  bool Grows = false;
  if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S))
    for (const Decl *D : Declaration->decls())
      if (const auto *Variable = llvm::dyn_cast<VarDecl>(D))
        if (Variable->getInit() && decides(Variable->getInit()))
          Grows |= Values.insert(Variable).second;
  const Expr *Left = nullptr, *Right = nullptr;
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S)) {
    if (Binary->isAssignmentOp()) {
      Left = Binary->getLHS();
      Right = Binary->getRHS();
    }
  } else if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(S)) {
    if (Call->isAssignmentOp() && Call->getNumArgs() == 2) {
      Left = Call->getArg(0);
      Right = Call->getArg(1);
    }
  }
  // if (!event && ++idle > 10) break;
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(S))
    if (Unary->isIncrementDecrementOp() && isUnderDecision(S))
      if (const ValueDecl *Counter = variableOf(Unary->getSubExpr()))
        Grows |= Values.insert(Counter).second;
  const ValueDecl *Variable = Left ? variableOf(Left) : nullptr;
  if (Variable && !Values.contains(Variable) &&
      (decides(Right) ||
       (isConstant(Right, Unit.context()) && isUnderDecision(S))))
    Grows |= Values.insert(Variable).second;
  return Grows;
}

/// Whether \p S only runs where the other end said so: "if (x.last) done = 1;".
bool ChannelAnswers::isUnderDecision(const Stmt *S) const {
  const Decl *Root = ChannelUses::rootOf(Function);
  const Stmt *Child = S;
  for (const Stmt *P = Unit.code().parent(S, Root); P;
       P = Unit.code().parent(P, Root)) {
    if (const auto *If = llvm::dyn_cast<IfStmt>(P))
      return If->getCond() != Child && decides(If->getCond());
    if (llvm::isa<LambdaExpr>(P))
      return false;
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(P))
      if (Binary->isLogicalOp() && Binary->getRHS() == Child &&
          decides(Binary->getLHS()))
        return true;
    Child = P;
  }
  return false;
}

/// "put(x); if (x.last) return;", not "if (!x) return; put(x);".
bool ChannelAnswers::isPutBefore(const ValueDecl *Variable,
                                 const Expr *Mention) const {
  auto Found = Put.find(Variable);
  return Found != Put.end() &&
         Unit.context().getSourceManager().isBeforeInTranslationUnit(
             Found->second, Mention->getBeginLoc());
}

bool ChannelAnswers::decides(const Expr *E) const {
  E = E ? stripped(E) : nullptr;
  if (!E || llvm::isa<LambdaExpr>(E))
    return false;
  if (Calls.contains(E))
    return true;
  if (llvm::isa<DeclRefExpr, MemberExpr>(E)) {
    if (const ValueDecl *Variable = variableOf(E))
      if (Values.contains(Variable) || Others.contains(Variable) ||
          isPutBefore(Variable, E))
        return true;
    Place P = Unit.handles().placeOf(E);
    if (P && Others.contains(P))
      return true;
    const auto *Member = llvm::dyn_cast<MemberExpr>(E);
    return Member && decides(Member->getBase());
  }
  if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
    if (!llvm::isa<CXXOperatorCallExpr>(Call) ||
        llvm::cast<CXXOperatorCallExpr>(Call)->getOperator() == OO_Call)
      return decidesCall(Call);
  return llvm::any_of(E->children(), [&](const Stmt *Child) {
    const auto *Part = llvm::dyn_cast_or_null<Expr>(Child);
    return Part && decides(Part);
  });
}

bool ChannelAnswers::decidesCall(const CallExpr *Call) const {
  if (const Expr *Receiver = receiverOf(Call))
    return decides(Receiver);
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || llvm::isa<CXXOperatorCallExpr>(Call))
    return false;
  bool IsQuestion = Callee->getBuiltinID() != 0 ||
                    Unit.api().rows(Call).get(&CallRow::Passes);
  bool Any = false;
  for (const Expr *Argument : Call->arguments()) {
    if (llvm::isa<CXXDefaultArgExpr>(Argument))
      continue;
    if (decides(Argument))
      Any = true;
    else if (!IsQuestion && !isConstant(Argument, Unit.context()))
      return false;
  }
  const FunctionDecl *Definition = definitionOf(Callee);
  bool IsUsers =
      Definition && !Unit.code().isForeign(Definition->getLocation());
  return Any && (!IsUsers || onlyLooks(Definition, /*Depth=*/3));
}

bool ChannelAnswers::asksWhetherAny(const Expr *E) const {
  E = withoutCopies(E);
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_LNot && asksWhetherAny(Unary->getSubExpr());
  if (Calls.contains(E))
    return true;
  // wait_pull(x) == queue_op_status::success, take() != nullptr
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E)) {
    auto IsStatus = [](const Expr *Side) {
      return Side->getType()->isEnumeralType() ||
             Side->getType()->isPointerType();
    };
    return Binary->isEqualityOp() && IsStatus(Binary->getLHS()) &&
           asksWhetherAny(Binary->getLHS()) &&
           isConstant(Binary->getRHS(), Unit.context());
  }
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
    return Values.contains(Ref->getDecl());
  // x.has_value(), and the conversion to bool.
  const Expr *Receiver = receiverOf(E);
  const auto *Call = llvm::dyn_cast<CallExpr>(E);
  return Receiver && Call->getNumArgs() == 0 && Call->getDirectCallee() &&
         Unit.code().isForeign(Call->getDirectCallee()->getLocation()) &&
         asksWhetherAny(Receiver);
}

std::optional<bool> ChannelAnswers::saysCame(const Expr *Condition,
                                             bool Truth) const {
  const Expr *E = withoutCopies(Condition);
  if (!E || !asksWhetherAny(E))
    return std::nullopt;
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
    return saysCame(Unary->getSubExpr(), !Truth);
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E)) {
    // Which status says so, only the library knows.
    if (!Binary->getLHS()->getType()->isPointerType())
      return std::nullopt;
    return Truth == (Binary->getOpcode() == BO_NE);
  }
  // An element may be 0.
  QualType Type = E->getType();
  if (Type->isArithmeticType() && !Type->isBooleanType())
    return std::nullopt;
  return Truth;
}

} // namespace leash
