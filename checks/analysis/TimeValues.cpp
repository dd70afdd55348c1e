//===--- TimeValues.cpp - how long is this? -------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TimeValues.h"
#include "Declared.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace leash {

namespace {

/// Joins the values of a structure's members, or those that a variable gets.
class Writes {
public:
  void add(const TimeValue &Value) {
    if (!Value.Number) {
      IsUnknown = true;
      return;
    }
    // Below zero says more than above it, and that more than zero.
    if (!Joined || *Value.Number < 0 || *Joined == 0)
      Joined = Value.Number;
  }
  void spoil() { IsUnknown = true; }

  TimeValue value() const {
    TimeValue Value;
    if (!IsUnknown)
      Value.Number = Joined;
    return Value;
  }

private:
  std::optional<int64_t> Joined;
  bool IsUnknown = false;
};

/// Whether \p E is, or is a part of, \p Variable.
bool isPartOf(const Expr *E, const VarDecl *Variable) {
  E = E->IgnoreParenImpCasts();
  while (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
    E = Member->getBase()->IgnoreParenImpCasts();
  const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E);
  return Ref && Ref->getDecl()->getCanonicalDecl() == Variable;
}

/// The value of \p E as 64 bits; nothing when it is not constant.
std::optional<int64_t> numberIn(const Expr *E, const ASTContext &Context) {
  Expr::EvalResult Result;
  if (!E->getType()->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Result, Context))
    return std::nullopt;
  const llvm::APSInt &Number = Result.Val.getInt();
  if (Number.getBitWidth() > 64)
    return std::nullopt;
  // UINT64_MAX is as good as -1.
  return Number.isSigned() ? Number.getSExtValue()
                           : static_cast<int64_t>(Number.getZExtValue());
}

/// Whether the class \p Type is made of a template whose argument \p Index is
/// \p Value.
std::optional<bool> isOfTemplate(QualType Type, unsigned Index, int64_t Value) {
  if (Type->isDependentType())
    return std::nullopt;
  const auto *Class = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type.getNonReferenceType()->getAsRecordDecl());
  if (!Class || Index >= Class->getTemplateArgs().size())
    return false;
  const TemplateArgument &Argument = Class->getTemplateArgs()[Index];
  return Argument.getKind() == TemplateArgument::Integral &&
         Argument.getAsIntegral() == Value;
}

/// Whether \p E is the literal \p Text, or a string that is made of it.
std::optional<bool> isText(const Expr *E, llvm::StringRef Text) {
  while (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E)) {
    if (Construct->getNumArgs() == 0)
      return false;
    E = stripped(Construct->getArg(0));
  }
  const auto *Literal = llvm::dyn_cast<StringLiteral>(E);
  if (!Literal || Literal->getCharByteWidth() != 1)
    return std::nullopt;
  return Literal->getString() == Text;
}

} // namespace

std::string TimeValue::text() const {
  if (IsNull)
    return "a null pointer";
  if (Number)
    return std::to_string(*Number);
  return Named ? "'" + Named->getNameAsString() + "'" : "";
}

TimeValue TimeValues::valueOf(const Expr *E, const Decl *Root) const {
  TimeValue Value;
  if (!E || E->isInstantiationDependent())
    return Value;
  const ASTContext &Context = Code.context();
  if (E->getType()->isPointerType() || E->getType()->isNullPtrType()) {
    Value.IsNull = E->isNullPointerConstant(const_cast<ASTContext &>(Context),
                                            Expr::NPC_ValueDependentIsNotNull);
    if (Value.IsNull)
      return Value;
  }
  const Expr *Plain = stripped(E);
  Value.Number = numberIn(Plain, Context);
  if (Value.Number) {
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Plain))
      if (!Ref->getDecl()->getType()->isBuiltinType())
        Value.Named = Ref->getDecl();
    return Value;
  }
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Plain)) {
    Value.Named = Ref->getDecl();
    const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl());
    // constexpr auto Limit = std::chrono::milliseconds(-1);
    if (Variable && Variable->getType().isConstQualified() &&
        Variable->getInit())
      return valueOf(Variable->getInit(), Root);
    // In C++, a structure that is passed by value or by reference.
    if (Variable && Variable->hasLocalStorage() &&
        Variable->getType()->isRecordType())
      return valueBehind(Variable->getCanonicalDecl(), Root);
    return Value;
  }
  if (const auto *Address = llvm::dyn_cast<UnaryOperator>(Plain)) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(
        Address->getSubExpr()->IgnoreParenImpCasts());
    const auto *Variable =
        Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (Address->getOpcode() == UO_AddrOf && Variable)
      return valueBehind(Variable->getCanonicalDecl(), Root);
    return Value;
  }
  if (const auto *List = llvm::dyn_cast<InitListExpr>(Plain)) {
    Writes Members;
    if (List->getNumInits() == 0)
      Value.Number = 0;
    for (const Expr *Init : List->inits())
      Members.add(valueOf(Init, Root));
    return List->getNumInits() == 0 ? Value : Members.value();
  }
  if (llvm::isa<ImplicitValueInitExpr, CXXScalarValueInitExpr>(Plain)) {
    Value.Number = 0;
    return Value;
  }
  if (const auto *Literal = llvm::dyn_cast<CompoundLiteralExpr>(Plain))
    return valueOf(Literal->getInitializer(), Root);
  // std::chrono::seconds(5), and what it is converted to.
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(Plain))
    return Construct->getNumArgs() == 1 ? valueOf(Construct->getArg(0), Root)
                                        : Value;
  if (const auto *Call = llvm::dyn_cast<CallExpr>(Plain))
    Value.Named = Call->getDirectCallee();
  return Value;
}

/// The variable counts as a whole: the members of a structure are joined. One
/// whose address is given to anything else than the calls of the API tables may
/// be anything.
TimeValue TimeValues::valueBehind(const VarDecl *Variable,
                                  const Decl *Root) const {
  Writes All;
  if (!Variable->hasLocalStorage() || llvm::isa<ParmVarDecl>(Variable))
    return {};
  if (const Expr *Init = Variable->getInit()) {
    const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(stripped(Init));
    // struct timeval tv; in C++
    if (!Construct || Construct->getNumArgs() > 0)
      All.add(valueOf(Init, Root));
  }
  auto Look = [&](const Stmt *S) {
    if (const auto *Assigns = llvm::dyn_cast<BinaryOperator>(S)) {
      if (!Assigns->isAssignmentOp() || !isPartOf(Assigns->getLHS(), Variable))
        return false;
      if (Assigns->getOpcode() == BO_Assign)
        All.add(valueOf(Assigns->getRHS(), Root));
      else
        All.spoil();
      return false;
    }
    const auto *Unary = llvm::dyn_cast<UnaryOperator>(S);
    if (!Unary || !isPartOf(Unary->getSubExpr(), Variable))
      return false;
    if (Unary->isIncrementDecrementOp())
      All.spoil();
    if (Unary->getOpcode() != UO_AddrOf)
      return false;
    const Stmt *Taker = Code.parent(Unary, Root);
    while (Taker && llvm::isa<CastExpr, ParenExpr>(Taker))
      Taker = Code.parent(Taker, Root);
    const auto *Call = llvm::dyn_cast_or_null<Expr>(Taker);
    if (!Call || Code.api().rows(Call).empty())
      All.spoil();
    return false;
  };
  for (const Stmt *Part : partsOf(Root))
    anyStmt(Part, Look);
  return All.value();
}

bool TimeValues::isOneOf(const TimeValue &Value,
                         llvm::ArrayRef<SpecialValue> Special) const {
  return llvm::any_of(Special, [&](const SpecialValue &S) {
    switch (S.Kind) {
    case SpecialValue::Number:
      return Value.Number == S.Value;
    case SpecialValue::Negative:
      return Value.Number && *Value.Number < 0;
    case SpecialValue::Null:
      return Value.IsNull;
    case SpecialValue::Named:
      return Value.Named && Code.api().isNamed(Value.Named, S.Name);
    }
    llvm_unreachable("all kinds are listed");
  });
}

bool TimeValues::appliesTo(const Expr *E, const CallRow &Row,
                           bool IfUnknown) const {
  if (!isOverloadOf(Row, E))
    return false;
  if (!Row.UnlessDeclared.empty() &&
      isDeclared(Row.UnlessDeclared, Code.context()))
    return false;
  return llvm::all_of(Row.When, [&](const ArgumentCondition &Condition) {
    return holds(E, Condition)
        .value_or(Condition.IfUnknown.value_or(IfUnknown));
  });
}

bool isOverloadOf(const CallRow &Row, const Expr *E) {
  if (!Row.Parameters)
    return true;
  const FunctionDecl *Callee = calleeOf(E);
  return Callee && Callee->getNumParams() == *Row.Parameters;
}

std::optional<bool>
TimeValues::holds(const Expr *E, const ArgumentCondition &Condition) const {
  const Expr *Argument = argumentOf(E, Condition.Argument);
  if (!Argument)
    return false;
  std::optional<bool> Is =
      Condition.TemplateArgument && Condition.Value
          ? isOfTemplate(Argument->getType(), *Condition.TemplateArgument,
                         *Condition.Value)
          : isValue(Argument, Condition);
  if (Is && Condition.IsNegated)
    return !*Is;
  return Is;
}

std::optional<bool> TimeValues::isNull(const Expr *E) const {
  if (E->isNullPointerConstant(const_cast<ASTContext &>(Code.context()),
                               Expr::NPC_ValueDependentIsNotNull))
    return true;
  const Expr *Plain = stripped(E);
  if (std::optional<int64_t> Number = numberIn(Plain, Code.context()))
    return *Number == 0;
  const auto *Address = llvm::dyn_cast<UnaryOperator>(Plain);
  if (Address && Address->getOpcode() == UO_AddrOf)
    return false;
  return std::nullopt;
}

/// Whether \p E is written as \p Name: a constant, a macro, or a value of the
/// class of that name.
bool TimeValues::isNamed(const Expr *E, llvm::StringRef Name) const {
  const Expr *Plain = withoutCopies(E);
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Plain))
    if (Code.api().isNamed(Ref->getDecl(), Name))
      return true;
  if (const auto *Record = Plain->getType()->getAsRecordDecl())
    if (Code.api().isNamed(Record, Name))
      return true;
  SourceLocation Begin = E->getBeginLoc();
  const ASTContext &Context = Code.context();
  return Begin.isMacroID() &&
         Lexer::getImmediateMacroName(Begin, Context.getSourceManager(),
                                      Context.getLangOpts()) == Name;
}

std::optional<bool>
TimeValues::isValue(const Expr *E, const ArgumentCondition &Condition) const {
  if (E->isInstantiationDependent())
    return std::nullopt;
  if (Condition.Is == "null")
    return isNull(E);
  if (isNamed(E, Condition.Is))
    return true;
  const Expr *Plain = stripped(E);
  if (!Condition.Text.empty())
    return isText(Plain, Condition.Text);
  // The macros of libcurl keep the option in a variable.
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Plain))
    if (const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl()))
      if (Variable->hasLocalStorage() && Variable->getInit() &&
          Variable->getLocation().isMacroID())
        return isValue(Variable->getInit(), Condition);
  std::optional<int64_t> Number = numberIn(Plain, Code.context());
  if (const auto *Member = llvm::dyn_cast<MemberExpr>(Plain); Member && !Number)
    if (const auto *F = llvm::dyn_cast<FieldDecl>(Member->getMemberDecl()))
      Number = Fields.valueOf(F);
  if (Number) {
    if (!Condition.Value)
      return false;
    return Condition.IsFlag ? (*Number & *Condition.Value) == *Condition.Value
                            : *Number == *Condition.Value;
  }
  // flags | O_NONBLOCK
  const auto *Or = llvm::dyn_cast<BinaryOperator>(Plain);
  if (!Condition.IsFlag || !Or || Or->getOpcode() != BO_Or)
    return std::nullopt;
  std::optional<bool> Left = isValue(Or->getLHS(), Condition);
  std::optional<bool> Right = isValue(Or->getRHS(), Condition);
  if (Left == true || Right == true)
    return true;
  return Left && Right ? std::optional(false) : std::nullopt;
}

} // namespace leash
