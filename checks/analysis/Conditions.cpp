//===--- Conditions.cpp - which paths exist? ------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conditions.h"
#include "Handles.h"
#include "UserCode.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace leash {

const Expr *strippedCondition(const Expr *Condition) {
  const Expr *E = stripped(Condition);
  while (const auto *Call = llvm::dyn_cast_or_null<CallExpr>(E)) {
    // likely(x), unlikely(x)
    unsigned Builtin = Call->getBuiltinCallee();
    if ((Builtin != Builtin::BI__builtin_expect &&
         Builtin != Builtin::BI__builtin_expect_with_probability) ||
        Call->getNumArgs() == 0)
      break;
    E = stripped(Call->getArg(0));
  }
  return E;
}

/// The value of \p E where it is a number that the compiler knows.
static std::optional<int64_t> numberOf(const Expr *E,
                                       const ASTContext &Context) {
  if (!E || E->isValueDependent() || E->isTypeDependent())
    return std::nullopt;
  QualType Type = E->getType();
  if (llvm::isa<CXXNullPtrLiteralExpr, GNUNullExpr>(stripped(E)) ||
      (Type->isPointerType() &&
       E->isNullPointerConstant(const_cast<ASTContext &>(Context),
                                Expr::NPC_ValueDependentIsNotNull)))
    return 0;
  Expr::EvalResult Result;
  if (!Type->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Result, Context) ||
      Result.Val.getInt().getActiveBits() > 62)
    return std::nullopt;
  return Result.Val.getInt().getExtValue();
}

static BinaryOperatorKind negated(BinaryOperatorKind Kind) {
  return BinaryOperator::negateComparisonOp(Kind);
}

Conditions::Test Conditions::testOf(const Expr *Condition) const {
  bool Negated = false;
  const Expr *E = strippedCondition(Condition);
  while (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() != UO_LNot)
      break;
    Negated = !Negated;
    E = strippedCondition(Unary->getSubExpr());
  }
  Test Result{E, Negated ? BO_EQ : BO_NE, 0};
  const auto *Binary = llvm::dyn_cast<BinaryOperator>(E);
  if (Binary && Binary->isComparisonOp() && Binary->getOpcode() != BO_Cmp) {
    BinaryOperatorKind Kind = Binary->getOpcode();
    const Expr *Base = Binary->getLHS();
    std::optional<int64_t> Number = numberOf(Binary->getRHS(), Context);
    if (!Number) {
      Number = numberOf(Binary->getLHS(), Context);
      Base = Binary->getRHS();
      Kind = BinaryOperator::reverseComparisonOp(Kind);
    }
    if (Number)
      Result = {strippedCondition(Base), Negated ? negated(Kind) : Kind,
                *Number};
  }
  // (rc = f()) != 0
  if (const auto *Assign = llvm::dyn_cast<BinaryOperator>(Result.Base))
    if (Assign->getOpcode() == BO_Assign)
      Result.Base = strippedCondition(Assign->getLHS());
  return Result;
}

void Conditions::mention(const ValueDecl *D, Key &K) const {
  const auto *Variable = llvm::dyn_cast<VarDecl>(D);
  K.IsLocal &= Variable && Variable->hasLocalStorage() &&
               !Variable->getType()->isReferenceType();
  D = llvm::cast<ValueDecl>(D->getCanonicalDecl());
  K.IsVolatile |= D->getType().isVolatileQualified() || Shared.contains(D);
  K.Mentions.push_back(D);
}

unsigned Conditions::keyOf(const VarDecl *Variable) {
  Variable = Variable->getCanonicalDecl();
  auto [Known, IsNew] =
      Variables.try_emplace(Variable, static_cast<unsigned>(Keys.size()));
  if (IsNew)
    mention(Variable, Keys.emplace_back());
  return Known->second;
}

unsigned Conditions::keyOf(const Expr *E) {
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
    if (const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl()))
      return keyOf(Variable);
  llvm::FoldingSetNodeID Id;
  E->Profile(Id, Context, /*Canonical=*/true);
  auto [Known, IsNew] = Expressions.try_emplace(
      Id.ComputeHash(), static_cast<unsigned>(Keys.size()));
  if (!IsNew)
    return Known->second;
  Key &New = Keys.emplace_back();
  anyStmt(E, [&](const Stmt *S) {
    New.IsLocal &= !llvm::isa<CallExpr, CXXThisExpr>(S);
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S))
      mention(Ref->getDecl(), New);
    else if (const auto *Member = llvm::dyn_cast<MemberExpr>(S))
      mention(Member->getMemberDecl(), New);
    return false;
  });
  return Keys.size() - 1;
}

static std::optional<bool> compare(const Facts::Value *Known,
                                   BinaryOperatorKind Kind, int64_t Number) {
  if (!Known)
    return std::nullopt;
  if (!Known->IsExact) {
    if (Number != 0 || (Kind != BO_EQ && Kind != BO_NE))
      return std::nullopt;
    return Kind == BO_NE;
  }
  int64_t Value = Known->Number;
  switch (Kind) {
  case BO_EQ:
    return Value == Number;
  case BO_NE:
    return Value != Number;
  case BO_LT:
    return Value < Number;
  case BO_LE:
    return Value <= Number;
  case BO_GT:
    return Value > Number;
  case BO_GE:
    return Value >= Number;
  default:
    return std::nullopt;
  }
}

std::optional<bool> Conditions::Test::ofPositive() const {
  switch (Compares) {
  case BO_EQ:
  case BO_LE:
    return Number <= 0 ? std::optional(false) : std::nullopt;
  case BO_LT:
    return Number <= 1 ? std::optional(false) : std::nullopt;
  case BO_NE:
  case BO_GT:
    return Number <= 0 ? std::optional(true) : std::nullopt;
  case BO_GE:
    return Number <= 1 ? std::optional(true) : std::nullopt;
  default:
    return std::nullopt;
  }
}

std::optional<bool> Conditions::evaluate(const Expr *Condition,
                                         const Facts &Known) {
  if (std::optional<int64_t> Number = numberOf(Condition, Context))
    return *Number != 0;
  Test T = testOf(Condition);
  if (auto Answer = compare(Known.find(keyOf(T.Base)), T.Compares, T.Number))
    return Answer;
  if (std::optional<Order> O = orderOf(Condition)) {
    std::optional<bool> Less = compare(Known.find(O->Key), BO_NE, 0);
    return Less ? std::optional(*Less != O->IsNegated) : std::nullopt;
  }
  const Expr *Whole = strippedCondition(Condition);
  return compare(Known.find(keyOf(Whole)), BO_NE, 0);
}

/// n > 1 is the opposite of n < 2.
std::optional<Conditions::Order> Conditions::orderOf(const Expr *Condition) {
  Test T = testOf(Condition);
  const auto *Binary =
      llvm::dyn_cast<BinaryOperator>(strippedCondition(Condition));
  BinaryOperatorKind Kind = T.Compares;
  int64_t Number = T.Number;
  unsigned Left = keyOf(T.Base), Right = Left;
  bool IsWithNumber = Kind != BO_EQ && Kind != BO_NE;
  if (!IsWithNumber) {
    if (!Binary || !Binary->isRelationalOp() || T.Base != Binary)
      return std::nullopt;
    Kind = Binary->getOpcode();
    Number = 0;
    Left = keyOf(strippedCondition(Binary->getLHS()));
    Right = keyOf(strippedCondition(Binary->getRHS()));
  }
  bool Swaps = Kind == BO_GT || Kind == BO_LE;
  bool Negates = Kind == BO_GE || Kind == BO_LE;
  if (IsWithNumber) // n <= 1 is n < 2, n > 1 is not n < 2.
    return Order{keyOfOrder(Left, Left, Number + Swaps),
                 Kind == BO_GT || Kind == BO_GE};
  return Order{Swaps ? keyOfOrder(Right, Left, 0) : keyOfOrder(Left, Right, 0),
               Negates};
}

unsigned Conditions::keyOfOrder(unsigned Less, unsigned Greater,
                                int64_t Number) {
  uint64_t Hash = llvm::hash_combine(Less, Greater, Number);
  auto [Known, IsNew] =
      Expressions.try_emplace(Hash, static_cast<unsigned>(Keys.size()));
  if (!IsNew)
    return Known->second;
  Key New = Keys[Less];
  New.Mentions.append(Keys[Greater].Mentions.begin(),
                      Keys[Greater].Mentions.end());
  New.IsLocal &= Keys[Greater].IsLocal;
  New.IsVolatile |= Keys[Greater].IsVolatile;
  Keys.push_back(std::move(New));
  return Known->second;
}

void Conditions::assume(const Expr *Condition, bool Truth, Facts &Known) {
  Test T = testOf(Condition);
  BinaryOperatorKind Kind = Truth ? T.Compares : negated(T.Compares);
  unsigned Base = keyOf(T.Base);
  if (Keys[Base].IsVolatile)
    return;
  if (Kind == BO_EQ)
    return Known.set(Base, T.Number);
  if (Kind == BO_NE && T.Number == 0) {
    const Facts::Value *Old = Known.find(Base);
    if (!Old)
      Known.setNonZero(Base);
    return;
  }
  if (std::optional<Order> O = orderOf(Condition)) {
    if (!Keys[O->Key].IsVolatile)
      Known.set(O->Key, Truth != O->IsNegated);
    return;
  }
  unsigned Whole = keyOf(strippedCondition(Condition));
  if (!Keys[Whole].IsVolatile)
    Known.set(Whole, Truth);
}

std::optional<bool> Conditions::evaluateCase(const Expr *Condition,
                                             int64_t Number,
                                             const Facts &Known) {
  return compare(Known.find(keyOf(strippedCondition(Condition))), BO_EQ,
                 Number);
}

void Conditions::assumeCase(const Expr *Condition, int64_t Number,
                            Facts &Known) {
  unsigned Key = keyOf(strippedCondition(Condition));
  if (!Keys[Key].IsVolatile)
    Known.set(Key, Number);
}

void Conditions::invalidate(const ValueDecl *D, Facts &Known) const {
  const auto *Canonical = llvm::cast<ValueDecl>(D->getCanonicalDecl());
  Known.forgetIf([&](unsigned K) {
    return llvm::is_contained(Keys[K].Mentions, Canonical);
  });
}

/// The key of what \p Target, a variable or field, is called; nothing for other
/// targets. Whatever was known of it is forgotten.
std::optional<unsigned> Conditions::overwrite(const Expr *Target,
                                              Facts &Known) {
  Target = stripped(Target);
  const ValueDecl *D = nullptr;
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Target))
    D = Ref->getDecl();
  else if (const auto *Member = llvm::dyn_cast<MemberExpr>(Target))
    D = Member->getMemberDecl();
  if (!D)
    return std::nullopt;
  invalidate(D, Known);
  unsigned Key = keyOf(Target);
  return Keys[Key].IsVolatile ? std::nullopt : std::optional(Key);
}

/// Whether \p E is one or zero whatever it compares.
static bool isYesOrNo(const Expr *E) {
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_LNot;
  const auto *Binary = llvm::dyn_cast<BinaryOperator>(E);
  return Binary && (Binary->isComparisonOp() || Binary->isLogicalOp());
}

/// From here on \p Key is what \p Value is.
void Conditions::store(unsigned Key, const Expr *Value, Facts &Known) {
  // The list in parentheses of a template has no type.
  if (Value->getType().isNull() || Value->isInstantiationDependent())
    return;
  if (std::optional<int64_t> Number = numberOf(Value, Context))
    return Known.set(Key, *Number);
  // bool ok = rc == 0;
  if (Value->getType()->isBooleanType() ||
      isYesOrNo(strippedCondition(Value))) {
    if (std::optional<bool> Truth = evaluate(Value, Known))
      Known.set(Key, *Truth);
    return;
  }
  const Facts::Value *Same = Known.find(keyOf(strippedCondition(Value)));
  if (!Same)
    return;
  if (Same->IsExact)
    Known.set(Key, Same->Number);
  else
    Known.setNonZero(Key);
}

void Conditions::executeBinary(const BinaryOperator *Binary, Facts &Known) {
  if (!Binary->isAssignmentOp())
    return;
  // error |= pthread_create(...);
  if (Binary->getOpcode() == BO_OrAssign ||
      Binary->getOpcode() == BO_AddAssign) {
    const Facts::Value *Added =
        Known.find(keyOf(strippedCondition(Binary->getRHS())));
    if (Added && Added->IsExact && Added->Number == 0)
      return;
    bool IsSet = Added != nullptr && Binary->getOpcode() == BO_OrAssign;
    if (auto Key = overwrite(Binary->getLHS(), Known))
      if (IsSet)
        Known.setNonZero(*Key);
    return;
  }
  if (auto Key = overwrite(Binary->getLHS(), Known))
    if (Binary->getOpcode() == BO_Assign)
      store(*Key, Binary->getRHS(), Known);
}

void Conditions::execute(const Stmt *S, Facts &Known) {
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S))
    return executeBinary(Binary, Known);
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(S)) {
    if (Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_AddrOf)
      overwrite(Unary->getSubExpr(), Known);
    return;
  }
  if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(S)) {
    if (!Operator->isAssignmentOp() || Operator->getNumArgs() != 2)
      return;
    if (auto Key = overwrite(Operator->getArg(0), Known))
      store(*Key, Operator->getArg(1), Known);
    return;
  }
  if (const auto *Call = llvm::dyn_cast<CallExpr>(S)) {
    // Only what the call could write to.
    for (const Expr *Argument : Call->arguments())
      if (Argument && Argument->isLValue() &&
          !Argument->getType().isConstQualified())
        overwrite(Argument, Known);
    return;
  }
  const auto *Declaration = llvm::dyn_cast<DeclStmt>(S);
  if (!Declaration)
    return;
  for (const Decl *D : Declaration->decls()) {
    const auto *Variable = llvm::dyn_cast<VarDecl>(D);
    if (!Variable)
      continue;
    invalidate(Variable, Known);
    unsigned Key = keyOf(Variable);
    if (Variable->getInit() && !Variable->getType()->isReferenceType() &&
        !Keys[Key].IsVolatile)
      store(Key, Variable->getInit(), Known);
  }
}

void Conditions::set(const VarDecl *Variable, bool Truth, Facts &Known) {
  unsigned Key = keyOf(Variable);
  if (!Keys[Key].IsVolatile)
    Known.set(Key, Truth);
}

void Conditions::turn(Facts &Known) const {
  Known.forgetIf([&](unsigned K) { return !Keys[K].IsLocal; });
}

} // namespace leash
