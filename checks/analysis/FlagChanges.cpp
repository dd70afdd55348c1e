//===--- FlagChanges.cpp - who changes this flag, and to what? ------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlagChanges.h"
#include "Flags.h"
#include "HiddenFields.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

bool canBeFlag(QualType Type, const ApiIndex &Api) {
  return !Type->isReferenceType() && !Type.isConstQualified() &&
         (isFlagType(Type, Api) || Type->isIntegerType());
}

std::optional<int64_t> constantOf(const Expr *E, const ASTContext &Context) {
  E = E ? E->IgnoreParenImpCasts() : nullptr;
  if (!E || E->isValueDependent() || E->containsErrors())
    return std::nullopt;
  if (llvm::isa<ImplicitValueInitExpr, CXXScalarValueInitExpr>(E))
    return 0;
  if (const auto *List = llvm::dyn_cast<InitListExpr>(E)) {
    if (List->getNumInits() == 0)
      return 0;
    return List->getNumInits() == 1 ? constantOf(List->getInit(0), Context)
                                    : std::nullopt;
  }
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    return Construct->getNumArgs() == 1
               ? constantOf(Construct->getArg(0), Context)
               : std::nullopt;
  Expr::EvalResult Value;
  if (!E->getType()->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Value, Context))
    return std::nullopt;
  const llvm::APSInt &Number = Value.Val.getInt();
  return Number.isUnsigned() ? static_cast<int64_t>(Number.getZExtValue())
                             : Number.getSExtValue();
}

namespace {

/// The declaration that all mentions of \p Flag share.
const ValueDecl *sharedBy(const ValueDecl *Flag) {
  if (const auto *Field = llvm::dyn_cast<FieldDecl>(Flag))
    return patternOf(Field);
  if (const auto *Variable = llvm::dyn_cast<VarDecl>(Flag))
    if (const VarDecl *Pattern = Variable->getTemplateInstantiationPattern())
      return Pattern->getCanonicalDecl();
  return llvm::cast<ValueDecl>(Flag->getCanonicalDecl());
}

/// Reads what is done to one flag.
class Reader {
public:
  Reader(Place Flag, const TranslationUnit &Unit)
      : Flag(sharedBy(Flag)), Unit(Unit), Code(Unit.code()) {}

  void look(llvm::ArrayRef<const Stmt *> Parts, const Decl *Root) {
    for (const Stmt *Part : Parts)
      anyStmt(Part, [&](const Stmt *S) {
        if (mentions(S))
          addMention(llvm::cast<Expr>(S), Root);
        // In a template: it may be the same field.
        if (const auto *Unknown =
                llvm::dyn_cast<CXXDependentScopeMemberExpr>(S))
          Result.ToAnything |= Unknown->getMember() == Flag->getDeclName();
        return Result.ToAnything;
      });
  }

  void setInitial(const Expr *Init) {
    auto Value = constantOf(Init, Code.context());
    bool IsSame = !HasInitial || Result.Initial == Value;
    Result.Initial = IsSame ? Value : std::nullopt;
    HasInitial = true;
  }

  FlagChanges take() { return std::move(Result); }

private:
  bool mentions(const Stmt *S) const {
    if (const auto *Member = llvm::dyn_cast<MemberExpr>(S))
      return sharedBy(Member->getMemberDecl()) == Flag;
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
    return Ref && sharedBy(Ref->getDecl()) == Flag;
  }

  void write(const Expr *Value, const Decl *Root) {
    auto Number = constantOf(Value, Code.context());
    if (Number && isFirstValue(Root))
      return setInitial(Value);
    if (!Number)
      Result.ToAnything = true;
    else if (!llvm::is_contained(Result.Values, *Number))
      Result.Values.push_back(*Number);
  }

  /// Whether \p Root is a constructor that comes before all tasks.
  bool isFirstValue(const Decl *Root) const {
    const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Root);
    const auto *Field = llvm::dyn_cast<FieldDecl>(Flag);
    return Constructor && Field &&
           llvm::none_of(Unit.spawns().all(), [&](const Spawn &S) {
             return S.At->Root == Constructor;
           });
  }

  void addMention(const Expr *E, const Decl *Root) {
    // Nobody changes it through a name that is const.
    if (E->getType().isConstQualified())
      return;
    const Stmt *Child = E;
    for (const Stmt *Parent = Code.parent(Child, Root);;
         Child = Parent, Parent = Code.parent(Parent, Root)) {
      if (!Parent) {
        Result.ToAnything = true;
        return;
      }
      if (llvm::isa<ParenExpr>(Parent))
        continue;
      const auto *Cast = llvm::dyn_cast<CastExpr>(Parent);
      if (Cast && isSameFlag(Cast))
        continue;
      addUse(llvm::cast<Expr>(Child), Parent, Root);
      return;
    }
  }

  /// Whether the flag can be changed through \p Cast.
  static bool isSameFlag(const CastExpr *Cast) {
    switch (Cast->getCastKind()) {
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
      return true;
    case CK_NoOp:
    case CK_LValueBitCast:
      return !Cast->getType().isConstQualified();
    default:
      return false;
    }
  }

  /// What \p Parent does with the flag, which is its part \p Child.
  void addUse(const Expr *Child, const Stmt *Parent, const Decl *Root) {
    if (llvm::isa<CastExpr, UnaryExprOrTypeTraitExpr, CompoundStmt>(Parent) ||
        isTest(Parent))
      return;
    // What a lambda does with what it captures is looked at in its body.
    if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(Parent))
      if (captures(Lambda))
        return;
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Parent)) {
      if (Binary->getOpcode() == BO_Assign && Binary->getLHS() == Child)
        return write(Binary->getRHS(), Root);
    } else if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(Parent)) {
      if (Unary->getOpcode() == UO_AddrOf)
        return addAddress(Unary, Root);
    } else if (const auto *Operator =
                   llvm::dyn_cast<CXXOperatorCallExpr>(Parent)) {
      if (Operator->getOperator() == OO_Equal && Operator->getArg(0) == Child)
        return write(Operator->getArg(1), Root);
    } else if (const auto *Member = llvm::dyn_cast<MemberExpr>(Parent)) {
      const Stmt *Call = Code.parent(Member, Root);
      if (const auto *Made = llvm::dyn_cast_or_null<CXXMemberCallExpr>(Call))
        return addMethod(Made, Root);
    }
    Result.ToAnything = true;
  }

  /// In a template no conversion stands between a flag and what tests it.
  static bool isTest(const Stmt *S) {
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(S))
      return Unary->getOpcode() == UO_LNot;
    const auto *Binary = llvm::dyn_cast<BinaryOperator>(S);
    return (Binary && (Binary->isComparisonOp() || Binary->isLogicalOp())) ||
           llvm::isa<IfStmt, WhileStmt, DoStmt, ForStmt, SwitchStmt>(S);
  }

  bool captures(const LambdaExpr *Lambda) const {
    return llvm::any_of(Lambda->captures(), [&](const LambdaCapture &C) {
      return C.capturesVariable() && C.getCapturedVar() == Flag;
    });
  }

  /// __atomic_load_n(&flag), atomic_store(&flag, 0), which in C is a builtin.
  void addAddress(const UnaryOperator *Address, const Decl *Root) {
    const Stmt *Parent = Code.parent(Address, Root);
    while (llvm::isa_and_nonnull<ParenExpr, CastExpr>(Parent))
      Parent = Code.parent(Parent, Root);
    const auto *Atomic = llvm::dyn_cast_or_null<AtomicExpr>(Parent);
    if (!Atomic) {
      Result.ToAnything = true;
      return;
    }
    if (isAtomicLoad(Atomic))
      return;
    switch (Atomic->getOp()) {
    case AtomicExpr::AO__c11_atomic_store:
    case AtomicExpr::AO__atomic_store_n:
    case AtomicExpr::AO__c11_atomic_exchange:
    case AtomicExpr::AO__atomic_exchange_n:
      return write(Atomic->getVal1(), Root);
    default:
      Result.ToAnything = true;
    }
  }

  /// flag.load(), flag.store(true, std::memory_order_release)
  void addMethod(const CXXMemberCallExpr *Call, const Decl *Root) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (Method && Method->isConst())
      return;
    // Other methods of an atomic bool or enumeration than store and exchange
    // take more than a value and a memory order, or nothing.
    const auto *Class = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        Method ? recordBehind(Call->getImplicitObjectArgument()->getType())
               : nullptr);
    auto Given = argumentsOf(Call);
    if (Class && holdsNoNumber(Class) && !Given.empty() && isOneValue(Given))
      return write(Given.front(), Root);
    Result.ToAnything = true;
  }

  static bool holdsNoNumber(const ClassTemplateSpecializationDecl *Class) {
    if (Class->getTemplateArgs().size() == 0)
      return false;
    const TemplateArgument &Held = Class->getTemplateArgs().get(0);
    return Held.getKind() == TemplateArgument::Type &&
           (Held.getAsType()->isBooleanType() ||
            Held.getAsType()->isEnumeralType());
  }

  static bool isOneValue(llvm::ArrayRef<const Expr *> Given) {
    return Given.size() == 1 ||
           (Given.size() == 2 && !Given[1]->getType()->isBooleanType());
  }

  const ValueDecl *Flag;
  const TranslationUnit &Unit;
  const UserCode &Code;
  FlagChanges Result;
  bool HasInitial = false;
};

bool isOutOfSight(const CXXRecordDecl *Class) {
  if (!Class->hasDefinition())
    return true;
  return llvm::any_of(Class->getDefinition()->decls(), [](const Decl *D) {
    const auto *Nested = llvm::dyn_cast<CXXRecordDecl>(D);
    if (!Nested || Nested->isImplicit() || Nested->isInjectedClassName())
      return false;
    return isOutOfSight(Nested) ||
           llvm::any_of(Nested->methods(), [](const CXXMethodDecl *Method) {
             return Method->isUserProvided() && !isVisible(Method);
           });
  });
}

} // namespace

FlagChanges changesWithin(llvm::ArrayRef<const Stmt *> Parts, const Decl *Root,
                          Place Flag, const TranslationUnit &Unit) {
  Reader Reads(Flag, Unit);
  Reads.look(Parts, Root);
  return Reads.take();
}

FlagChanges changesOf(Place Flag, const TranslationUnit &Unit) {
  Reader Reads(Flag, Unit);
  const auto *Field = llvm::dyn_cast<FieldDecl>(Flag);
  if (const auto *Variable = llvm::dyn_cast<VarDecl>(Flag)) {
    const VarDecl *Definition = Variable->getDefinition();
    const Expr *Init = Definition ? Definition->getInit() : nullptr;
    // What is static and has no initialiser starts as zero.
    if (Init)
      Reads.setInitial(Init);
  } else if (Field && Field->getInClassInitializer()) {
    Reads.setInitial(Field->getInClassInitializer());
  }
  for (const Decl *Root : Unit.code().roots()) {
    Reads.look(partsOf(Root), Root);
    const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Root);
    if (Constructor && Field)
      for (const CXXCtorInitializer *Initializer : Constructor->inits())
        if (Initializer->isWritten() && Initializer->getMember() &&
            patternOf(Initializer->getMember()) == patternOf(Field))
          Reads.setInitial(Initializer->getInit());
  }
  return Reads.take();
}

bool mayChangeElsewhere(Place Flag, const TranslationUnit &Unit) {
  const UserCode &Code = Unit.code();
  if (llvm::any_of(Code.functions(), [&](const FunctionDecl *Function) {
        return Code.isBroken(Function);
      }))
    return true;
  if (llvm::isa<VarDecl>(Flag))
    return isHidden(Flag, Unit);
  const auto *Field = llvm::dyn_cast<FieldDecl>(Flag);
  const auto *Class =
      Field ? llvm::dyn_cast<CXXRecordDecl>(Field->getParent()) : nullptr;
  return !Class || Field->getAccess() != AS_private || isHidden(Field, Unit) ||
         isOutOfSight(Class);
}

} // namespace leash
