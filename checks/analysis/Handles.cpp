//===--- Handles.cpp - where a handle lives and where it goes -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Handles.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// Chains of aliases longer than this do not occur outside of a cycle.
constexpr unsigned MaxDepth = 16;

bool isCopyOrMove(const CXXConstructExpr *Construct) {
  return Construct->getNumArgs() >= 1 &&
         Construct->getConstructor()->isCopyOrMoveConstructor();
}

const VarDecl *variableInitialisedBy(const DeclStmt *Declaration,
                                     const Stmt *Init) {
  for (const Decl *D : Declaration->decls()) {
    const auto *Variable = llvm::dyn_cast<VarDecl>(D);
    if (Variable && Variable->getInit() == Init)
      return Variable;
  }
  return nullptr;
}

/// Whether \p Child stands in \p Parent as a statement, so that its value is
/// dropped.
bool isDroppedBy(const Stmt *Parent, const Stmt *Child) {
  if (llvm::isa<CompoundStmt, SwitchCase, LabelStmt, AttributedStmt>(Parent))
    return !llvm::isa<CaseStmt>(Parent) ||
           llvm::cast<CaseStmt>(Parent)->getSubStmt() == Child;
  if (const auto *If = llvm::dyn_cast<IfStmt>(Parent))
    return If->getThen() == Child || If->getElse() == Child ||
           If->getInit() == Child;
  if (const auto *For = llvm::dyn_cast<ForStmt>(Parent))
    return For->getBody() == Child || For->getInc() == Child ||
           For->getInit() == Child;
  if (const auto *While = llvm::dyn_cast<WhileStmt>(Parent))
    return While->getBody() == Child;
  if (const auto *Do = llvm::dyn_cast<DoStmt>(Parent))
    return Do->getBody() == Child;
  if (const auto *For = llvm::dyn_cast<CXXForRangeStmt>(Parent))
    return For->getBody() == Child || For->getInit() == Child;
  if (const auto *Switch = llvm::dyn_cast<SwitchStmt>(Parent))
    return Switch->getBody() == Child || Switch->getInit() == Child;
  return false;
}

/// Whether \p New is a placement new into storage, not one with std::nothrow.
bool isGivenStorage(const CXXNewExpr *New) {
  return New->getNumPlacementArgs() > 0 &&
         New->getPlacementArg(0)->getType()->isPointerType();
}

/// Whether \p S is braces around a value of the very type that is wanted:
/// std::future<int> f{std::async(g)}.
bool isTransparentList(const Stmt *S) {
  const auto *List = llvm::dyn_cast<InitListExpr>(S);
  return List && List->isSemanticForm() && List->isTransparent();
}

/// Whether \p Child gives the value of a GNU statement expression, whose block
/// \p Parent is.
bool isValueOfBlock(const Stmt *Child, const Stmt *Parent,
                    const Stmt *Grandparent) {
  const auto *Block = llvm::dyn_cast<CompoundStmt>(Parent);
  return Block && Grandparent && llvm::isa<StmtExpr>(Grandparent) &&
         Block->body_back() == Child;
}

} // namespace

const Expr *stripped(const Expr *E) {
  while (E) {
    const Expr *Inner = E->IgnoreParenCasts();
    if (const auto *Full = llvm::dyn_cast<FullExpr>(Inner))
      Inner = Full->getSubExpr();
    else if (const auto *Temporary =
                 llvm::dyn_cast<MaterializeTemporaryExpr>(Inner))
      Inner = Temporary->getSubExpr();
    else if (const auto *Bound = llvm::dyn_cast<CXXBindTemporaryExpr>(Inner))
      Inner = Bound->getSubExpr();
    else if (isTransparentList(Inner))
      Inner = llvm::cast<InitListExpr>(Inner)->getInit(0);
    if (Inner == E)
      return E;
    E = Inner;
  }
  return E;
}

const Expr *withoutCopies(const Expr *E) {
  E = stripped(E);
  while (const auto *Construct = llvm::dyn_cast_or_null<CXXConstructExpr>(E)) {
    if (!isCopyOrMove(Construct))
      break;
    E = stripped(Construct->getArg(0));
  }
  return E;
}

bool isCurrentThread(const Expr *Handle, const Handles &HandleFlow,
                     const ApiIndex &Api) {
  if (Api.rows(stripped(Handle)).is(&CallRow::CurrentThread))
    return true;
  const auto *Variable =
      llvm::dyn_cast_or_null<VarDecl>(HandleFlow.placeOf(Handle));
  const Expr *Init = Variable ? stripped(Variable->getInit()) : nullptr;
  return Init && Api.rows(Init).is(&CallRow::CurrentThread);
}

Place Handles::placeOf(const Expr *E, const Bindings *Bound) const {
  return placeOf(E, Bound, 0);
}

Place Handles::placeOf(const Expr *E, const Bindings *Bound,
                       unsigned Depth) const {
  E = stripped(E);
  if (!E || Depth > MaxDepth)
    return nullptr;
  auto Of = [&](const Expr *Inner) { return placeOf(Inner, Bound, Depth + 1); };
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl()))
      return placeOfVariable(Variable, Bound, Depth);
    const auto *Binding = llvm::dyn_cast<BindingDecl>(Ref->getDecl());
    return Binding ? placeOfBinding(Binding, Bound, Depth) : nullptr;
  }
  if (const auto *Member = llvm::dyn_cast<MemberExpr>(E)) {
    const ValueDecl *D = Member->getMemberDecl();
    if (Bound)
      if (const Expr *Behind = Bound->lookup(D))
        if (Place P = Of(Behind))
          return P;
    // std::future<int> Result = Promise.get_future();
    if (const auto *Field = llvm::dyn_cast<FieldDecl>(D))
      if (const Expr *Init = Field->getInClassInitializer())
        if (Code.api().rows(withoutCopies(Init)).get(&CallRow::Passes))
          if (Place P = Of(withoutCopies(Init)))
            return P;
    return llvm::isa<FieldDecl, VarDecl>(D) ? D : nullptr;
  }
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_AddrOf || Unary->getOpcode() == UO_Deref
               ? Of(Unary->getSubExpr())
               : nullptr;
  if (const auto *Subscript = llvm::dyn_cast<ArraySubscriptExpr>(E))
    return Of(Subscript->getBase());
  // threads + i
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E))
    return Binary->isAdditiveOp() && Binary->getType()->isPointerType()
               ? Of(Binary->getLHS()->getType()->isPointerType() ||
                            Binary->getLHS()->getType()->isArrayType()
                        ? Binary->getLHS()
                        : Binary->getRHS())
               : nullptr;
  if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(E)) {
    OverloadedOperatorKind Kind = Operator->getOperator();
    bool Reaches = Kind == OO_Star || Kind == OO_Arrow || Kind == OO_Subscript;
    return Reaches ? Of(Operator->getArg(0)) : nullptr;
  }
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    return isCopyOrMove(Construct) ? Of(Construct->getArg(0)) : nullptr;
  const auto *Call = llvm::dyn_cast<CallExpr>(E);
  if (!Call)
    return nullptr;
  // reference_wrapper and its kind convert back to what they refer to.
  if (Call->getDirectCallee() &&
      llvm::isa<CXXConversionDecl>(Call->getDirectCallee()))
    return Of(receiverOf(Call));
  CallRows Rows = Code.api().rows(Call);
  // threads.emplace_back(work) is an element of threads.
  if (Rows.get(&CallRow::Makes) && receiverOf(Call))
    return Of(receiverOf(Call));
  const Operand *Stands = Rows.get(&CallRow::Passes);
  return Stands ? Of(operandOf(Call, *Stands)) : nullptr;
}

/// for (auto &[id, thread] : threads): a part of what is taken apart, where
/// that is somebody else's; otherwise the binding itself.
Place Handles::placeOfBinding(const BindingDecl *Binding, const Bindings *Bound,
                              unsigned Depth) const {
  const Expr *Part = Binding->getBinding();
  if (const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(Part))
    if (llvm::isa<FieldDecl>(Member->getMemberDecl()))
      return Member->getMemberDecl();
  const auto *Whole =
      llvm::dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl());
  if (!Whole || !Whole->getType()->isReferenceType() || !Whole->getInit())
    return Binding;
  Place Behind = placeOf(Whole->getInit(), Bound, Depth + 1);
  return Behind ? Behind : Binding;
}

bool Handles::isAlias(const VarDecl *Variable) const {
  QualType Type = Variable->getType();
  if (Type->isReferenceType() || Type->isPointerType() ||
      Variable->isImplicit() || Variable->isInitCapture())
    return true;
  const Expr *Init = stripped(Variable->getInit());
  const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(Init);
  if (Construct && isCopyOrMove(Construct))
    return true;
  if (!llvm::isa<CallExpr>(Init))
    return false;
  // The variables that a range-based loop declares are initialised by begin().
  CallRows Rows = Code.api().rows(Init);
  return Rows.get(&CallRow::Passes) || Rows.get(&CallRow::Makes);
}

Place Handles::placeOfVariable(const VarDecl *Variable, const Bindings *Bound,
                               unsigned Depth) const {
  if (Bound) {
    auto Found = Bound->find(Variable);
    if (Found != Bound->end())
      if (Place Behind = placeOf(Found->second, Bound, Depth + 1))
        return Behind;
  }
  bool HasInit = Variable->hasLocalStorage() && Variable->getInit() &&
                 !llvm::isa<ParmVarDecl>(Variable);
  if (HasInit && isAlias(Variable))
    if (Place Behind = placeOf(Variable->getInit(), Bound, Depth + 1))
      return Behind;
  return Variable->getCanonicalDecl();
}

Fate Handles::fateOf(const Expr *E, const Decl *Root) const {
  Fate Result;
  const Expr *Child = E;
  while (true) {
    const Stmt *Parent = Code.parent(Child, Root);
    if (!Parent)
      return fateAtTop(Child, Root, Result);
    const Stmt *Grandparent = Code.parent(Parent, Root);
    if (isValueOfBlock(Child, Parent, Grandparent)) {
      Child = llvm::cast<StmtExpr>(Grandparent);
      continue;
    }
    if (!step(Parent, Child, Result))
      return Result;
    Child = llvm::cast<Expr>(Parent);
  }
}

Place Handles::keeperBy(const Expr *Taker, const Decl *Root) const {
  if (const Expr *Container = receiverOf(Taker))
    return placeOf(Container);
  if (llvm::isa<CXXConstructExpr>(Taker))
    return fateOf(Taker, Root).Where;
  return nullptr;
}

Fate Handles::fateAtTop(const Stmt *Top, const Decl *Root, Fate Result) const {
  Result.At = Top;
  if (const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Root))
    for (const CXXCtorInitializer *Initializer : Constructor->inits())
      if (Initializer->getInit() == Top)
        Result.Where = Initializer->getAnyMember();
  if (llvm::isa<FieldDecl, VarDecl>(Root))
    Result.Where = llvm::cast<ValueDecl>(Root);
  if (Result.Where)
    Result.Kind = Fate::Variable;
  return Result;
}

/// Follows the value from \p Child into \p Parent. True when the value of
/// \p Parent is still that value; otherwise \p Result tells what became of it.
bool Handles::step(const Stmt *Parent, const Expr *Child, Fate &Result) const {
  auto Ends = [&](Fate::KindType Kind) {
    Result.Kind = Kind;
    Result.At = Parent;
    return false;
  };
  auto Drops = [&](Fate::DiscardKind How, const Stmt *What) {
    Result.Kind = Fate::Discarded;
    Result.How = How;
    Result.At = What;
    return false;
  };

  if (llvm::isa<ParenExpr, FullExpr, MaterializeTemporaryExpr,
                CXXBindTemporaryExpr, StmtExpr>(Parent) ||
      isTransparentList(Parent))
    return true;
  if (const auto *Cast = llvm::dyn_cast<CastExpr>(Parent))
    return Cast->getType()->isVoidType() ? Drops(Fate::VoidCast, Cast) : true;
  if (llvm::isa<CXXConstructExpr, CXXUnresolvedConstructExpr>(Parent))
    return stepThroughConstruction(llvm::cast<Expr>(Parent), Result);
  // Storage that a placement new is given keeps what is made in it.
  if (const auto *New = llvm::dyn_cast<CXXNewExpr>(Parent))
    return isGivenStorage(New) ? Ends(Fate::Passed) : Result.ByNew = true;
  if (const auto *Choice = llvm::dyn_cast<ConditionalOperator>(Parent))
    return Choice->getCond() == Child ? Ends(Fate::Unknown) : true;
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Parent)) {
    if (Binary->getOpcode() == BO_Comma)
      return Binary->getLHS() == Child ? Drops(Fate::Comma, Child) : true;
    if (Binary->getOpcode() != BO_Assign || Binary->getRHS() != Child)
      return Ends(Fate::Unknown);
    Result.Where = placeOf(Binary->getLHS());
    return Ends(Fate::Assigned);
  }
  if (const auto *Call = llvm::dyn_cast<CallExpr>(Parent))
    return stepThroughCall(Call, Child, Result);
  if (llvm::isa<MemberExpr, UnresolvedMemberExpr, CXXDependentScopeMemberExpr,
                UnaryOperator>(Parent))
    return true;
  if (llvm::isa<ReturnStmt, CoreturnStmt>(Parent))
    return Ends(Fate::Returned);
  if (llvm::isa<LambdaExpr>(Parent))
    return Ends(Fate::Captured);
  if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(Parent)) {
    Result.Where = variableInitialisedBy(Declaration, Child);
    return Ends(Result.Where ? Fate::Variable : Fate::Unknown);
  }
  if (isDroppedBy(Parent, Child))
    return Drops(Fate::Statement, Child);
  return Ends(Fate::Unknown);
}

bool Handles::stepThroughConstruction(const Expr *Construct,
                                      Fate &Result) const {
  const auto *Known = llvm::dyn_cast<CXXConstructExpr>(Construct);
  if (Known && isCopyOrMove(Known))
    return true;
  // A handle made from a handle (a shared_future from a future) is still it.
  const TypeRow *Row = Code.api().type(Construct->getType());
  if (Row && Row->Handle != TypeRow::NoHandle &&
      !Code.api().rows(Construct).get(&CallRow::Spawn))
    return true;
  Result.Kind = Fate::Passed;
  Result.At = Construct;
  return false;
}

bool Handles::stepThroughCall(const CallExpr *Call, const Expr *Child,
                              Fate &Result) const {
  Result.At = Call;
  if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call)) {
    bool Assigns = Operator->getOperator() == OO_Equal &&
                   Operator->getNumArgs() == 2 && Operator->getArg(1) == Child;
    if (Assigns) {
      Result.Where = placeOf(Operator->getArg(0));
      const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(Result.Where);
      bool Swallowed = Variable && Code.api().discards(Variable);
      Result.Kind = Swallowed ? Fate::Discarded : Fate::Assigned;
      Result.How = Fate::Ignored;
      return false;
    }
  }
  bool IsCallee =
      Call->getCallee()->IgnoreParenImpCasts() == Child->IgnoreParenImpCasts();
  const Operand *Stands = Code.api().rows(Call).get(&CallRow::Passes);
  const Expr *Party = Stands ? operandOf(Call, *Stands) : nullptr;
  if (Party && (Party == Child || (IsCallee && Stands->Kind == Operand::This)))
    return true;
  Result.Kind = IsCallee ? Fate::Received : Fate::Passed;
  return false;
}

bool isNullPointer(const Expr *E, const ASTContext &Context) {
  return E->isNullPointerConstant(const_cast<ASTContext &>(Context),
                                  Expr::NPC_ValueDependentIsNotNull) !=
         Expr::NPCK_NotNull;
}

} // namespace leash
