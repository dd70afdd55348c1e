//===--- Uses.cpp - what happens to a handle here? ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Uses.h"
#include "Endings.h"
#include "RowMeaning.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace leash {

namespace {

bool isMoveOrCopy(const Stmt *S) {
  const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S);
  return Construct && Construct->getNumArgs() >= 1 &&
         Construct->getConstructor()->isCopyOrMoveConstructor();
}

/// Not one that C++11 spells out where C++17 has none: auto it = v.begin().
bool isMoveConstruction(const Stmt *S) {
  const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S);
  return Construct && Construct->getNumArgs() >= 1 &&
         Construct->getConstructor()->isMoveConstructor() &&
         !Construct->isElidable();
}

/// What makes no difference to which value is meant.
bool isTransparent(const Stmt *S) {
  if (llvm::isa<ParenExpr, FullExpr, MaterializeTemporaryExpr,
                CXXBindTemporaryExpr, StmtExpr>(S))
    return true;
  const auto *List = llvm::dyn_cast<InitListExpr>(S);
  return List && List->isSemanticForm() && List->isTransparent();
}

bool isConst(const CXXMethodDecl *Method) {
  return Method->isConst() || Method->isStatic();
}

/// Whether a caller that gets the result of \p Method could do to the object's
/// parts what Method itself does not.
bool handsOutParts(const CXXMethodDecl *Method) {
  QualType Type = Method->getReturnType();
  return Type->isReferenceType() || Type->isPointerType() ||
         Type->isRecordType();
}

} // namespace

const VarDecl *Uses::holderOf(const DeclRefExpr *Ref) const {
  const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl());
  if (!Variable)
    return llvm::dyn_cast_or_null<VarDecl>(HandleFlow.placeOf(Ref));
  const Expr *Init = Variable->getInit();
  bool IsValue =
      !Variable->getType()->isReferenceType() && !Variable->isImplicit();
  if (IsValue && Init && !llvm::isa<ParmVarDecl>(Variable) &&
      isMoveConstruction(stripped(Init)))
    return Variable->getCanonicalDecl();
  return llvm::dyn_cast_or_null<VarDecl>(HandleFlow.placeOf(Ref));
}

Use Uses::useOf(const Expr *Ref, const Decl *Root) const {
  Climb C{Ref, Root, false, false, false, {}};
  C.Result.Ref = Ref;
  C.Result.At = Ref;
  while (true) {
    const Stmt *Parent = Code.parent(C.Child, Root);
    if (!Parent) {
      // The initialiser of a field or of a variable of a namespace.
      bool IsBody = llvm::isa<CompoundStmt>(C.Child);
      if (!IsBody)
        goesAway(C, C.Child);
      return C.Result;
    }
    if (!step(C, Parent))
      return C.Result;
    C.Child = Parent;
  }
}

/// Always false: the climb is over.
bool Uses::ends(Climb &C, Use::KindType Kind, const Stmt *At, Place To) const {
  C.Result.Kind = Kind;
  C.Result.IsPart = C.IsPart;
  C.Result.At = At;
  C.Result.To = To;
  return false;
}

/// The value goes to \p To, or to somebody who is not known.
bool Uses::goesAway(Climb &C, const Stmt *At, Place To) const {
  if (!C.IsMoved)
    return ends(C, Use::Escapes, At, To);
  return ends(C, To ? Use::Moves : Use::Leaves, At, To);
}

bool Uses::step(Climb &C, const Stmt *Parent) const {
  if (isTransparent(Parent))
    return true;
  if (const auto *Cast = llvm::dyn_cast<CastExpr>(Parent)) {
    if (Cast->getType()->isVoidType())
      return ends(C, Use::Looks, Cast);
    CastKind Kind = Cast->getCastKind();
    if (Kind == CK_PointerToBoolean || Kind == CK_IntegralToBoolean)
      return ends(C, Use::Asks, Cast);
    C.IsCopied |= Kind == CK_LValueToRValue && !C.IsPart;
    return true;
  }
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(Parent)) {
    if (Unary->getOpcode() == UO_LNot)
      return ends(C, Use::Asks, Unary);
    C.IsPart |= Unary->getOpcode() == UO_Deref;
    return true;
  }
  if (const auto *Subscript = llvm::dyn_cast<ArraySubscriptExpr>(Parent)) {
    if (stripped(Subscript->getBase()) != stripped(llvm::cast<Expr>(C.Child)))
      return ends(C, Use::Looks, Subscript);
    C.IsPart = true;
    C.IsCopied = false;
    return true;
  }
  if (const auto *Member = llvm::dyn_cast<MemberExpr>(Parent)) {
    if (llvm::isa<CXXMethodDecl>(Member->getMemberDecl()))
      return true; // The call around it says what it means.
    C.IsPart = true;
    return true;
  }
  // In a template: the call around it says what it means.
  if (llvm::isa<UnresolvedMemberExpr>(Parent))
    return true;
  if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Parent))
    return stepIntoOperator(C, Operator);
  if (const auto *Method = llvm::dyn_cast<CXXMemberCallExpr>(Parent))
    if (Method->getCallee()->IgnoreParenImpCasts() ==
        llvm::cast<Expr>(C.Child)->IgnoreParenImpCasts())
      return stepIntoMethod(C, Method);
  if (isMoveOrCopy(Parent)) {
    C.IsMoved |= isMoveConstruction(Parent);
    return true;
  }
  if (const auto *Choice = llvm::dyn_cast<ConditionalOperator>(Parent))
    return Choice->getCond() == C.Child ? ends(C, Use::Asks, Choice) : true;
  if (llvm::isa<CallExpr, CXXConstructExpr>(Parent))
    return stepIntoArgument(C, llvm::cast<Expr>(Parent));
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Parent))
    return stepIntoBinary(C, Binary);
  if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(Parent))
    return stepIntoLambda(C, Lambda);
  if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(Parent))
    return stepIntoVariable(C, Declaration);
  if (llvm::isa<CXXDeleteExpr>(Parent))
    return ends(C, Use::Destroys, Parent);
  if (llvm::isa<UnaryExprOrTypeTraitExpr, CXXTypeidExpr, CXXNoexceptExpr>(
          Parent))
    return ends(C, Use::Looks, Parent);
  if (llvm::isa<ReturnStmt, CoreturnStmt>(Parent)) {
    C.IsMoved |= !llvm::cast<Expr>(C.Child)->isLValue();
    return goesAway(C, Parent);
  }
  // The condition of a statement, or a statement by itself.
  if (!llvm::isa<Expr>(Parent))
    return ends(C, Use::Looks, C.Child);
  return goesAway(C, Parent);
}

bool Uses::stepIntoOperator(Climb &C, const CXXOperatorCallExpr *Call) const {
  bool IsFirst = Call->getNumArgs() > 0 && Call->getArg(0) == C.Child;
  switch (Call->getOperator()) {
  case OO_Star:
  case OO_Arrow:
  case OO_Subscript:
    C.IsPart |= IsFirst;
    return IsFirst || ends(C, Use::Looks, Call);
  case OO_PlusPlus:
  case OO_MinusMinus:
  case OO_Plus:
  case OO_Minus:
    return true; // Iterators.
  case OO_Equal:
    if (IsFirst) // An element of a container is written by whoever fills it.
      return ends(C, Use::Replaces, Call);
    return goesAway(C, Call, HandleFlow.placeOf(Call->getArg(0)));
  case OO_EqualEqual:
  case OO_ExclaimEqual:
    return ends(C, Use::Asks, Call);
  case OO_Less:
  case OO_LessLess:
  case OO_Spaceship:
  case OO_Exclaim:
    return ends(C, Use::Looks, Call);
  default:
    return stepIntoArgument(C, Call);
  }
}

/// What the rows for \p Call say about its operand \p Party; nothing when they
/// say nothing.
std::optional<bool> Uses::stepByRows(Climb &C, const Expr *Call,
                                     const Operand &Party) const {
  CallRows Rows = Code.api().rows(Call);
  switch (meaningFor(Party, Rows)) {
  case RowMeaning::None:
    return std::nullopt;
  case RowMeaning::Closes:
    return ends(C, Use::Closes, Call);
  case RowMeaning::Asks:
    return ends(C, Use::Asks, Call);
  case RowMeaning::Destroys:
    return ends(C, Use::Destroys, Call);
  case RowMeaning::Looks:
    return ends(C, Use::Looks, Call);
  case RowMeaning::Swaps: {
    const Expr *Other = swappedWith(Call, Party, *Rows.get(&CallRow::Swaps));
    Place To = Other ? HandleFlow.placeOf(Other) : nullptr;
    return ends(C, To ? Use::Swaps : Use::Escapes, Call, To);
  }
  case RowMeaning::Passes:
    // std::move(t); std::unique_ptr<Pool>(pointer)
    C.IsMoved |=
        Call->isXValue() || (C.IsCopied && llvm::isa<CXXConstructExpr>(Call));
    return true;
  case RowMeaning::Makes:
    C.IsPart = true; // threads.emplace_back(work).join();
    return true;
  }
  llvm_unreachable("all meanings are listed");
}

bool Uses::stepIntoMethod(Climb &C, const CXXMemberCallExpr *Call) const {
  Operand This{Operand::This, 0};
  if (auto Known = stepByRows(C, Call, This))
    return *Known;
  const CXXMethodDecl *Method = Call->getMethodDecl();
  if (!Method)
    return ends(C, Use::Escapes, Call);
  if (llvm::isa<CXXConversionDecl>(Method))
    return Method->getReturnType()->isBooleanType() ? ends(C, Use::Asks, Call)
                                                    : true;
  if (!Code.isForeign(Method->getLocation()) &&
      !Code.api().type(Method->getParent()))
    return ends(C,
                MeaningOfMethod ? MeaningOfMethod(Method)
                                : (isConst(Method) ? Use::Looks : Use::Escapes),
                Call);
  bool MayDoMore = !isConst(Method) && handsOutParts(Method);
  return ends(C, MayDoMore ? Use::Escapes : Use::Looks, Call);
}

bool Uses::stepIntoArgument(Climb &C, const Expr *Call) const {
  auto Arguments = argumentsOf(Call);
  auto At = llvm::find(Arguments, C.Child);
  if (At == Arguments.end())
    return stepIntoUnresolved(C, Call);
  Operand Party{Operand::Argument,
                static_cast<unsigned>(At - Arguments.begin())};
  if (auto Known = stepByRows(C, Call, Party))
    return *Known;
  // A container takes what is moved into it.
  if (const Expr *Taker = receiverOf(Call)) {
    // A copy of a number, such as pthread_t, is as good as a move.
    const auto *Taken = llvm::cast<Expr>(C.Child);
    C.IsMoved |= !C.IsPart && Taken->getType()->isScalarType() &&
                 isContainer(Taker->getType());
    if (C.IsMoved)
      return goesAway(C, Call, HandleFlow.placeOf(Taker));
  }
  const FunctionDecl *Callee = nullptr;
  unsigned Index = Party.Index;
  if (const auto *Function = llvm::dyn_cast<CallExpr>(Call)) {
    Callee = Function->getDirectCallee();
    if (llvm::isa<CXXOperatorCallExpr>(Call) &&
        llvm::isa_and_nonnull<CXXMethodDecl>(Callee)) {
      if (Index == 0)
        return ends(C, Use::Escapes, Call);
      --Index;
    }
  } else if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(Call)) {
    Callee = Construct->getConstructor();
  }
  return stepIntoCallee(C, Call, Callee, Index);
}

/// A call in a template of a method that depends on its arguments.
bool Uses::stepIntoUnresolved(Climb &C, const Expr *Call) const {
  const Expr *Object = receiverOf(Call);
  if (!Object)
    return ends(C, Use::Escapes, Call); // It is what is called.
  if (auto Known = stepByRows(C, Call, Operand{Operand::This, 0}))
    return *Known;
  const CXXRecordDecl *Class = recordBehind(Object->getType());
  bool IsLibrary =
      Class && (Code.isForeign(Class->getLocation()) || Code.api().type(Class));
  return ends(C, IsLibrary ? Use::Looks : Use::Escapes, Call);
}

bool Uses::stepIntoCallee(Climb &C, const Expr *Call,
                          const FunctionDecl *Callee, unsigned Index) const {
  if (!Callee)
    return goesAway(C, Call);
  if (C.IsMoved)
    return goesAway(C, Call);
  if (isOfKnownLibrary(Callee))
    return ends(C, Use::Looks, Call);
  if (Code.isForeign(Callee->getLocation())) {
    bool OnlyLooks =
        C.IsCopied && !llvm::cast<Expr>(C.Child)->getType()->isPointerType();
    return ends(C, OnlyLooks ? Use::Looks : Use::Escapes, Call);
  }
  return ends(C, parameterUse(Callee, Index), Call);
}

bool Uses::stepIntoBinary(Climb &C, const BinaryOperator *Binary) const {
  bool IsLeft = Binary->getLHS() == C.Child;
  if (Binary->getOpcode() == BO_Assign) {
    if (IsLeft)
      return ends(C, Use::Replaces, Binary);
    Place To = HandleFlow.placeOf(Binary->getLHS());
    const auto *Local = llvm::dyn_cast_or_null<VarDecl>(To);
    // A pointer or number that another variable has, too.
    C.IsMoved |= C.IsCopied && Local && Local->hasLocalStorage();
    return goesAway(C, Binary, To);
  }
  if (Binary->getOpcode() == BO_Comma)
    return IsLeft ? ends(C, Use::Looks, Binary) : true;
  if (Binary->isAdditiveOp())
    return true; // threads + i
  if (Binary->isComparisonOp() || Binary->isLogicalOp())
    return ends(C, Use::Asks, Binary);
  return ends(C, Use::Looks, Binary);
}

/// A lambda that captures a reference does what its body does; one that
/// captures a copy of a pointer, or the value itself, has it.
bool Uses::stepIntoLambda(Climb &C, const LambdaExpr *Lambda) const {
  const auto *Init = llvm::cast<Expr>(C.Child);
  auto Capture = Lambda->capture_begin();
  for (const Expr *Each : Lambda->capture_inits()) {
    if (Each == Init && Capture->capturesVariable() &&
        Capture->getCaptureKind() == LCK_ByRef) {
      const auto *Variable = llvm::dyn_cast<VarDecl>(Capture->getCapturedVar());
      const Stmt *Body = Lambda->getBody();
      Use::KindType Inside =
          Variable && !Variable->isInitCapture()
              ? usesIn(Body, C.Root, Variable->getCanonicalDecl())
              : Use::Escapes;
      return ends(C, Inside == Use::Looks ? Use::Looks : Use::Escapes, Lambda);
    }
    ++Capture;
  }
  return goesAway(C, Lambda);
}

bool Uses::stepIntoVariable(Climb &C, const DeclStmt *Declaration) const {
  for (const Decl *D : Declaration->decls()) {
    const auto *Variable = llvm::dyn_cast<VarDecl>(D);
    if (!Variable || Variable->getInit() != C.Child)
      continue;
    if (C.IsMoved)
      return goesAway(C, Declaration, Variable->getCanonicalDecl());
    // An alias is seen where it is used.
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(C.Result.Ref);
    const VarDecl *Holder = Ref ? holderOf(Ref) : nullptr;
    Place Behind = Holder ? Holder : HandleFlow.placeOf(C.Result.Ref);
    bool IsAlias = Variable->getType()->isReferenceType() ||
                   Variable->getType()->isPointerType() ||
                   Variable->getType()->isRecordType();
    if (Variable->hasLocalStorage() && IsAlias && Behind &&
        HandleFlow.placeOf(Variable->getInit()) == Behind)
      return ends(C, Use::Looks, Declaration);
    break;
  }
  return ends(C, Use::Escapes, Declaration);
}

} // namespace leash
