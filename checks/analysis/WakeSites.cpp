//===--- WakeSites.cpp - who else may end this wait? ----------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WakeSites.h"
#include "Flags.h"
#include "TimeValues.h"
#include "clang/AST/ASTLambda.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace leash {

//===----------------------------------------------------------------------===//
// The walk
//===----------------------------------------------------------------------===//

void WakeSites::walk() {
  if (IsWalked)
    return;
  IsWalked = true;
  for (const Decl *Root : Unit.code().roots()) {
    Node New;
    New.Root = Root;
    New.Function = llvm::dyn_cast<FunctionDecl>(Root);
    New.Parts = partsOf(Root);
    addNode(std::move(New));
  }
}

void WakeSites::addNode(Node New) {
  llvm::DenseSet<const Expr *> Callees;
  llvm::SmallVector<const LambdaExpr *, 4> Lambdas;
  for (const Stmt *Part : New.Parts)
    anyOwnStmt(Part, [&](const Stmt *S) {
      if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(S))
        Lambdas.push_back(Lambda);
      lookAt(S, New, Callees);
      return false;
    });
  const Decl *Root = New.Root;
  Nodes.push_back(std::move(New));
  for (const LambdaExpr *Lambda : Lambdas) {
    Node Inner;
    Inner.Root = Root;
    Inner.Function = Lambda->getCallOperator();
    Inner.Parts.push_back(Lambda->getBody());
    Inner.IsLambda = true;
    addNode(std::move(Inner));
  }
}

void WakeSites::lookAt(const Stmt *S, Node &Into,
                       llvm::DenseSet<const Expr *> &Callees) {
  auto Calls = [&](const FunctionDecl *Function) {
    const FunctionDecl *Definition = definitionOf(Function);
    if (Definition && !Unit.code().isForeign(Definition->getLocation()))
      Into.Callees.push_back(Definition);
  };
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
    Calls(Construct->getConstructor());
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S))
    if (const auto *Function = llvm::dyn_cast<FunctionDecl>(Ref->getDecl()))
      if (!Callees.contains(Ref))
        if (const FunctionDecl *Definition = definitionOf(Function))
          Taken.insert(Definition);
  if (const Expr *Written = writtenBy(S, Unit.api()))
    if (Place P = Unit.handles().placeOf(Written))
      Into.Written.insert(P);
  const auto *Call = llvm::dyn_cast<CallExpr>(S);
  if (!Call)
    return;
  Callees.insert(Call->getCallee()->IgnoreParenImpCasts());
  Calls(Call->getDirectCallee());
  lookAtCall(Call, Into);
}

void WakeSites::lookAtCall(const CallExpr *Call, Node &Into) {
  auto Add = [&](const Expr *E, Places &To) {
    if (Place P = E ? Unit.handles().placeOf(E) : nullptr)
      To.insert(P);
  };
  CallRows Rows = Unit.api().rows(Call);
  for (auto Fact : {&CallRow::Signals, &CallRow::Wakes})
    if (const Operand *Party = Rows.get(Fact))
      Add(operandOf(Call, *Party), Into.Poked);
  if (const Operand *Party = Rows.get(&CallRow::Cancels))
    Add(operandOf(Call, *Party), Into.Ended);
  if (!Rows.empty())
    return;
  // A queue's push().
  const auto *Method =
      llvm::dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
  if (!Method || !Method->isConst())
    Add(receiverOf(Call), Into.Poked);
  if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call))
    if (Operator->isAssignmentOp())
      Add(Operator->getArg(0), Into.Poked);
}

//===----------------------------------------------------------------------===//
// Who reaches it?
//===----------------------------------------------------------------------===//

namespace {

/// Whether all that \p Class declares can be looked at.
bool hasOnlyVisibleMethods(const CXXRecordDecl *Class) {
  if (!Class->hasDefinition() || Class->hasFriends())
    return false;
  auto IsHidden = [](const FunctionDecl *Function) {
    return Function->isUserProvided() && !isVisible(Function);
  };
  if (llvm::any_of(Class->methods(), IsHidden))
    return false;
  for (const Decl *D : Class->decls()) {
    if (const auto *Template = llvm::dyn_cast<FunctionTemplateDecl>(D))
      if (!isVisible(Template->getTemplatedDecl()))
        return false;
    const auto *Nested = llvm::dyn_cast<CXXRecordDecl>(D);
    if (Nested && !Nested->isImplicit() &&
        Nested->isThisDeclarationADefinition())
      if (!hasOnlyVisibleMethods(Nested))
        return false;
  }
  return true;
}

/// Takes off what does not change what a mention is for.
bool isTransparent(const Stmt *S) {
  return llvm::isa<ParenExpr, ImplicitCastExpr, CStyleCastExpr,
                   CXXStaticCastExpr, FullExpr, MaterializeTemporaryExpr,
                   CXXBindTemporaryExpr>(S);
}

bool isAddressOf(const Stmt *S) {
  const auto *Unary = llvm::dyn_cast<UnaryOperator>(S);
  return Unary && Unary->getOpcode() == UO_AddrOf;
}

/// Whether \p S only looks at the value \p Child.
bool onlyLooks(const Stmt *S, const Stmt *Child) {
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S))
    return Binary->isComparisonOp() || Binary->isLogicalOp() ||
           (Binary->getOpcode() == BO_Assign && Binary->getLHS() == Child);
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(S))
    return Unary->getOpcode() == UO_LNot;
  return llvm::isa<IfStmt, WhileStmt, ForStmt, DoStmt, CompoundStmt>(S);
}

/// setsockopt(fd, ..., &timeval, ...) sets a limit; options that are numbers do
/// not. No other call with as many arguments is given a structure.
bool setsOption(const CallExpr *Call) {
  if (Call->getNumArgs() != 5)
    return false;
  QualType Type = stripped(Call->getArg(3))->getType()->getPointeeType();
  return Type.isNull() || Type->isRecordType();
}

} // namespace

bool WakeSites::isOwnerVisible(const FieldDecl *Field) const {
  const auto *Class = llvm::dyn_cast<CXXRecordDecl>(Field->getParent());
  if (Class && Class->isDependentContext())
    return false;
  const SourceManager &Sources = Unit.context().getSourceManager();
  bool IsHere =
      Sources.isInMainFile(Sources.getExpansionLoc(Field->getLocation()));
  if (!Class)
    return IsHere;
  if (Unit.code().hasBrokenMember(Class))
    return false;
  // Other files may instantiate what this one does not.
  bool IsClosed = Field->getAccess() == AS_private &&
                  !llvm::isa<ClassTemplateSpecializationDecl>(Class);
  return hasOnlyVisibleMethods(Class) && (IsHere || IsClosed);
}

bool WakeSites::isAllVisible(const WaitingTask &W) {
  const ValueDecl *On = W.Wait.On;
  if (const auto *Field = llvm::dyn_cast<FieldDecl>(On)) {
    if (!isOwnerVisible(Field))
      return false;
  } else {
    const auto *Variable = llvm::dyn_cast<VarDecl>(On);
    if (!Variable || llvm::isa<ParmVarDecl>(Variable) ||
        Variable->isExternallyVisible())
      return false;
  }
  walk();
  for (const FunctionDecl *Function : Unit.code().functions())
    if (Unit.code().isBroken(Function))
      return false;
  return llvm::none_of(Nodes, [&](const Node &N) {
    return llvm::any_of(N.Parts, [&](const Stmt *Part) {
      return anyOwnStmt(Part, [&](const Stmt *S) {
        const auto *E = llvm::dyn_cast<Expr>(S);
        return E && names(E, N, W) && isHandedOn(E, N, W);
      });
    });
  });
}

/// Whether \p E, in \p In, names what \p W waits on.
bool WakeSites::names(const Expr *E, const Node &In,
                      const WaitingTask &W) const {
  const ValueDecl *Named = nullptr;
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
    Named = Ref->getDecl();
  if (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
    Named = Member->getMemberDecl();
  if (!Named)
    return false;
  if (W.Task.contains(In.Function))
    return placeInTask(E, W.Task, Unit.handles()) == W.Wait.On;
  return Named->getCanonicalDecl() == W.Wait.On->getCanonicalDecl();
}

/// Whether what \p Mention names may be reached from elsewhere afterwards, by
/// another name.
bool WakeSites::isHandedOn(const Expr *Mention, const Node &In,
                           const WaitingTask &W) const {
  // Whatever the task itself does with it, it does between two waits; but it
  // may wait until a descriptor is ready first.
  bool IsInTask = W.Task.contains(In.Function);
  if (IsInTask && W.Wait.Kind != BlockingWait::Socket)
    return false;
  const Stmt *Child = Mention;
  while (true) {
    const Stmt *Parent = Unit.code().parent(Child, In.Root);
    if (!Parent)
      return true;
    if (isTransparent(Parent) || isAddressOf(Parent)) {
      Child = Parent;
      continue;
    }
    if (llvm::isa<LambdaExpr, UnaryExprOrTypeTraitExpr>(Parent))
      return false;
    if (onlyLooks(Parent, Child))
      return false;
    if (IsInTask && llvm::isa<DeclStmt>(Parent))
      return false;
    const auto *E = llvm::dyn_cast<Expr>(Parent);
    // cv.notify_all()
    if (E && llvm::isa<MemberExpr>(E)) {
      const Stmt *Called = Unit.code().parent(E, In.Root);
      return !Called || !llvm::isa<CXXMemberCallExpr>(Called) ||
             limits(llvm::cast<Expr>(Called), W);
    }
    if (!E || !llvm::isa<CallExpr, CXXConstructExpr>(E))
      return true;
    // std::ref(cv) is cv.
    if (Unit.api().rows(E).get(&CallRow::Passes)) {
      Child = E;
      continue;
    }
    return isHandedOnBy(E, W);
  }
}

/// Whether \p E gives what it is called on, or for, a limit that ends the wait,
/// or a way of working in which nothing waits. Nobody needs to wake that.
bool WakeSites::limits(const Expr *E, const WaitingTask &W) const {
  const BlockingFact *Wait = Unit.api().rows(W.Wait.At).get(&CallRow::Blocking);
  if (!Wait)
    return false;
  return llvm::any_of(Unit.api().rows(E), [&](const CallRow *Row) {
    return Row->SetsDeadline &&
           TimeValues(Unit.code()).appliesTo(E, *Row, /*IfUnknown=*/true) &&
           llvm::any_of(Wait->BoundedBy, [&](const DeadlineNames &Names) {
             return llvm::is_contained(Names, Row->SetsDeadline->What.Deadline);
           });
  });
}

/// Whether the call or construction \p E hands on what it is given.
bool WakeSites::isHandedOnBy(const Expr *E, const WaitingTask &W) const {
  if (!Unit.api().rows(E).empty())
    return limits(E, W);
  const auto *Call = llvm::dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return true;
  if (W.Task.contains(definitionOf(Callee)))
    return false;
  if (llvm::isa<CXXOperatorCallExpr>(Call))
    return !llvm::cast<CXXOperatorCallExpr>(Call)->isAssignmentOp();
  if (!isOfKnownLibrary(Callee, W.Wait.At, Unit.context()))
    return true;
  if (W.Wait.Kind == BlockingWait::Object)
    return !llvm::isa<CXXMethodDecl>(Callee) &&
           !putsNothing(Call, Unit.context());
  return W.Wait.Kind == BlockingWait::Socket && setsOption(Call);
}

WakeSites::Functions
WakeSites::thoseWhoReach(llvm::function_ref<bool(const Node &)> Does,
                         const FunctionDecl *Without) const {
  Functions Result;
  for (bool Grows = true; Grows;) {
    Grows = false;
    for (const Node &N : Nodes) {
      if (!N.Function || N.Function == Without || Result.contains(N.Function))
        continue;
      if (Does(N) || llvm::any_of(N.Callees, [&](const FunctionDecl *Callee) {
            return Result.contains(Callee);
          }))
        Grows |= Result.insert(N.Function).second;
    }
  }
  return Result;
}

WakeSites::Answer WakeSites::whoWakes(const WaitingTask &W,
                                      const FunctionDecl *Joiner) {
  walk();
  Answer Result;
  Functions Wakers = thoseWhoReach(
      [&](const Node &N) { return N.Poked.contains(W.Wait.On); }, Joiner);
  Functions Callers = thoseWhoReach(
      [&](const Node &N) {
        return Joiner && llvm::is_contained(N.Callees, Joiner);
      },
      Joiner);
  bool JoinsAtEnd = Joiner && llvm::isa<CXXDestructorDecl>(Joiner);
  for (const Node &N : Nodes) {
    // An initialiser runs when nobody waits yet; its lambdas are nodes.
    if (!N.Function || !Wakers.contains(N.Function))
      continue;
    const auto *Method = llvm::dyn_cast<CXXMethodDecl>(N.Function);
    Result.Any = true;
    Result.Unbidden |= N.IsLambda || Taken.contains(N.Function) ||
                       llvm::isa<CXXDestructorDecl>(N.Function) ||
                       W.Task.contains(N.Function) ||
                       (Method && Method->isVirtual()) ||
                       (!JoinsAtEnd && Callers.contains(N.Function));
    bool Writes = llvm::any_of(
        N.Written, [&](Place P) { return W.Wait.Tested.contains(P); });
    Result.AndStops |=
        Writes || llvm::any_of(N.Ended, [&](Place) { return true; });
  }
  return Result;
}

} // namespace leash
