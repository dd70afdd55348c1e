//===--- Detachments.cpp - who lets go of which thread? -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Detachments.h"
#include "Endings.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace leash {

namespace {

class Finder {
public:
  explicit Finder(const TranslationUnit &Unit)
      : Unit(Unit), Code(Unit.code()), Places(Unit.handles()) {}

  std::vector<Detachment> run() {
    for (const Site &S : Code.sites())
      if (const DetachFact *Fact = S.Rows.get(&CallRow::Detach))
        addCall(S, *Fact);
    for (const Spawn &S : Unit.spawns().all())
      addSpawn(S);
    return std::move(Result);
  }

private:
  void addCall(const Site &S, const DetachFact &Fact) {
    const Expr *Handle = operandOf(S.E, Fact.Handle);
    if (!Handle)
      return;
    Detachment D;
    D.At = &S;
    D.Handle = Places.placeOf(Handle);
    if (isToldApart(S, D.Handle))
      return;
    name(D, Handle);
    if (isCurrentThread(Handle, Places, Code.api()))
      D.Kind = Detachment::BySelf;
    else
      D.Started = Unit.spawns().heldBy(Handle);
    if (Fact.OnlyFresh && !isFresh(D, Handle))
      return;
    if (isWithinOwnTask(D) || isStartedInBrokenCode(D))
      return;
    Result.push_back(std::move(D));
  }

  void name(Detachment &D, const Expr *Handle) const {
    const Expr *E = stripped(Handle);
    const ValueDecl *Named = D.Handle;
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
      Named = Ref->getDecl();
    else if (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
      Named = Member->getMemberDecl();
    D.Name = Named;
    D.IsElement = Named && isContainer(Named->getType());
  }

  void addSpawn(const Spawn &S) {
    Detachment D;
    D.At = S.At;
    D.Started.push_back(&S);
    if (S.Fact->Starts == SpawnFact::Thread && S.HandleFate.ByNew &&
        S.HandleFate.Kind == Fate::Discarded) {
      D.Kind = Detachment::ByNew;
      Result.push_back(std::move(D));
      return;
    }
    D.Attribute = detachedAttribute(S);
    if (!D.Attribute)
      return;
    D.Kind = Detachment::ByAttribute;
    D.Handle = S.Keeper;
    Result.push_back(std::move(D));
  }

  /// if (t.get_id() == std::this_thread::get_id()) t.detach();
  /// Also where the id was given: the thread asked to be let go.
  bool isToldApart(const Site &S, Place Handle) const {
    const Stmt *Child = S.E;
    for (const Stmt *P = Code.parent(Child, S.Root); P;
         Child = P, P = Code.parent(P, S.Root)) {
      const auto *If = llvm::dyn_cast<IfStmt>(P);
      // "if consteval" has no condition.
      if (If && If->getCond() &&
          asksWhichThread(If->getCond(), Handle, Child == If->getThen()))
        return true;
    }
    return false;
  }

  /// Who am I, or who is the thread of this handle?
  bool saysWhichThread(const CallExpr *Call, Place Handle) const {
    CallRows Rows = Code.api().rows(Call);
    if (Rows.is(&CallRow::CurrentThread))
      return true;
    const Operand *Identified = Rows.get(&CallRow::Identifies);
    const Expr *E = Identified ? operandOf(Call, *Identified) : nullptr;
    return E && Handle && Places.placeOf(E) == Handle;
  }

  /// Whether \p Condition being \p Value says which thread it is: the current
  /// one, or the one that somebody named.
  bool asksWhichThread(const Expr *Condition, Place Handle, bool Value) const {
    const Expr *E = stripped(Condition);
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
      if (const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl()))
        if (Variable->hasLocalStorage() && Variable->getInit())
          E = stripped(Variable->getInit());
    bool Mentions = false, Negated = false;
    anyStmt(E, [&](const Stmt *Part) {
      if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Part))
        Negated |= Binary->getOpcode() == BO_NE;
      if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(Part))
        Negated |= Unary->getOpcode() == UO_LNot;
      const auto *Call = llvm::dyn_cast<CallExpr>(Part);
      if (const auto *Operator =
              llvm::dyn_cast_or_null<CXXOperatorCallExpr>(Call))
        Negated |= Operator->getOperator() == OO_ExclaimEqual;
      Mentions |= Call && saysWhichThread(Call, Handle);
      return false;
    });
    return Mentions && Negated != Value;
  }

  /// A field of a class that does not compile: what its thread runs may have
  /// been lost.
  bool isStartedInBrokenCode(const Detachment &D) const {
    const auto *Field = llvm::dyn_cast_or_null<FieldDecl>(D.Handle);
    return Field && Code.hasBrokenMember(Field->getParent());
  }

  /// Whether the thread lets go of the handle that others hold of it, instead
  /// of having them join: only it can know that nobody will.
  bool isWithinOwnTask(const Detachment &D) const {
    const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(D.Handle);
    bool IsMadeHere = Variable && Variable->hasLocalStorage() &&
                      !llvm::isa<ParmVarDecl>(Variable) &&
                      Variable->getParentFunctionOrMethod() == D.At->Function;
    if (!D.Handle || IsMadeHere)
      return false;
    return llvm::any_of(D.Started, [&](const Spawn *S) {
      TaskCode Own(Unit.spawns().taskOf(*S), Code);
      return Own.contains(D.At->Function);
    });
  }

  /// Whether the thread was started in this very function, and nobody else
  /// gets the handle or waits with it.
  bool isFresh(const Detachment &D, const Expr *Handle) const {
    bool StartedHere =
        !D.Started.empty() && llvm::all_of(D.Started, [&](const Spawn *S) {
          return S->At->Root == D.At->Root;
        });
    if (!StartedHere)
      return false;
    if (Unit.spawns().at(stripped(Handle)))
      return true;
    const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(D.Handle);
    const auto *Root = llvm::dyn_cast<FunctionDecl>(D.At->Root);
    if (!Variable || !Variable->hasLocalStorage() || !Root)
      return false;
    return !anyStmt(Root->getBody(), [&](const Stmt *S) {
      return S != D.At->E && givesAway(S, D.Handle);
    });
  }

  bool givesAway(const Stmt *S, Place Handle) const {
    auto Is = [&](const Expr *E) { return E && Places.placeOf(E) == Handle; };
    if (const auto *Return = llvm::dyn_cast<ReturnStmt>(S))
      return Is(Return->getRetValue());
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S))
      return Binary->getOpcode() == BO_Assign && Is(Binary->getRHS());
    if (const auto *List = llvm::dyn_cast<InitListExpr>(S))
      return llvm::any_of(List->inits(), Is);
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    return Call && llvm::any_of(argumentsOf(Call), Is);
  }

  /// The last call before the spawn, in its function, that sets its attribute,
  /// if that makes threads start detached.
  const Site *detachedAttribute(const Spawn &S) const {
    if (!S.Fact->Attribute)
      return nullptr;
    auto Arguments = argumentsOf(S.At->E);
    if (*S.Fact->Attribute >= Arguments.size())
      return nullptr;
    Place Attribute = Places.placeOf(Arguments[*S.Fact->Attribute]);
    const Site *Last = nullptr;
    for (const Site &Set : Code.sites()) {
      if (&Set == S.At)
        break;
      if (!Attribute || Set.Root != S.At->Root)
        continue;
      const Operand *Reset = Set.Rows.get(&CallRow::ResetsAttribute);
      if (Reset && Places.placeOf(operandOf(Set.E, *Reset)) == Attribute)
        Last = nullptr;
      const auto *Fact = Set.Rows.get(&CallRow::DetachedAttribute);
      if (!Fact)
        continue;
      auto Given = argumentsOf(Set.E);
      if (std::max(Fact->Attribute, Fact->Value) >= Given.size() ||
          Places.placeOf(Given[Fact->Attribute]) != Attribute)
        continue;
      Last = means(Given[Fact->Value], Fact->Means) ? &Set : nullptr;
    }
    return Last;
  }

  /// Whether \p Value is the constant \p Name: an enumerator or a macro.
  bool means(const Expr *Value, llvm::StringRef Name) const {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(stripped(Value));
    if (Ref && Ref->getDecl()->getName() == Name)
      return true;
    SourceLocation Begin = Value->getBeginLoc();
    return Begin.isMacroID() && Lexer::getImmediateMacroName(
                                    Begin, Code.context().getSourceManager(),
                                    Code.context().getLangOpts()) == Name;
  }

  const TranslationUnit &Unit;
  const UserCode &Code;
  const Handles &Places;
  std::vector<Detachment> Result;
};

} // namespace

std::vector<Detachment> findDetachments(const TranslationUnit &Unit) {
  return Finder(Unit).run();
}

/// start(&t, body, data): a helper that is given the handle, or the object that
/// holds it, and one function. That function is the task.
static const FunctionDecl *bodyGivenWithHandle(const Detachment &D,
                                               const TranslationUnit &Unit) {
  const auto *Root = llvm::dyn_cast<FunctionDecl>(D.At->Root);
  auto Arguments = argumentsOf(D.At->E);
  if (!Root || Arguments.empty())
    return nullptr;
  Place Holder = D.Handle;
  if (const auto *Member =
          llvm::dyn_cast<MemberExpr>(stripped(Arguments.front())))
    Holder = Unit.handles().placeOf(Member->getBase());
  const FunctionDecl *Body = nullptr;
  anyOwnStmt(Root->getBody(), [&](const Stmt *S) {
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    if (!Call || Call == D.At->E)
      return Call == D.At->E;
    bool GetsHandle = false;
    const FunctionDecl *Given = nullptr;
    for (const Expr *Argument : argumentsOf(Call)) {
      Place P = Unit.handles().placeOf(Argument);
      GetsHandle |= P && (P == D.Handle || P == Holder);
      if (const FunctionDecl *Function = functionNamedBy(stripped(Argument)))
        Given = Function;
    }
    if (GetsHandle && Given)
      Body = Given;
    return false;
  });
  return Body;
}

Task taskOf(const Detachment &D, const TranslationUnit &Unit) {
  if (!D.Started.empty())
    return Unit.spawns().taskOf(*D.Started.front());
  Task Result;
  Result.Function = D.Kind == Detachment::BySelf ? D.At->Function
                                                 : bodyGivenWithHandle(D, Unit);
  return Result;
}

} // namespace leash
