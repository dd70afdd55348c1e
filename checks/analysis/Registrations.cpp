//===--- Registrations.cpp - which functions run for each event? ----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Registrations.h"
#include "TimeValues.h"

using namespace clang;

namespace leash {

namespace {

/// The name in a text such as "2timeout()", as Qt's SIGNAL and SLOT make them;
/// empty when \p E is none.
llvm::StringRef memberNamedBy(const Expr *E) {
  llvm::StringRef Name;
  anyOwnStmt(E, [&](const Stmt *Part) {
    const auto *Text = llvm::dyn_cast<StringLiteral>(Part);
    if (!Text || Text->getCharByteWidth() != 1)
      return false;
    Name = Text->getString().split('(').first.ltrim("0123456789");
    return true;
  });
  return Name;
}

/// The class of what the pointer or object \p E is, with no regard to what it
/// is converted to.
const CXXRecordDecl *classOf(const Expr *E) {
  const Expr *Plain = E ? stripped(E) : nullptr;
  const CXXRecordDecl *Class = Plain ? recordBehind(Plain->getType()) : nullptr;
  return Class && Class->hasDefinition() ? Class->getDefinition() : nullptr;
}

/// \p Class or one that it derives from, of which \p IsWanted holds; null when
/// there is none.
const CXXRecordDecl *
anyBase(const CXXRecordDecl *Class,
        llvm::function_ref<bool(const CXXRecordDecl *)> IsWanted) {
  if (!Class || !Class->hasDefinition())
    return nullptr;
  if (IsWanted(Class))
    return Class;
  for (const CXXBaseSpecifier &Base : Class->bases())
    if (const CXXRecordDecl *Found =
            anyBase(Base.getType()->getAsCXXRecordDecl(), IsWanted))
      return Found;
  return nullptr;
}

/// The method of the object's class that the text \p Body names; null when
/// there is none, or more than one.
const FunctionDecl *methodNamed(const Expr *E, const Expr *Body,
                                const Operand &Object) {
  llvm::StringRef Name = memberNamedBy(Body);
  llvm::SmallVector<const CXXMethodDecl *, 2> Found;
  anyBase(classOf(operandOf(E, Object)), [&](const CXXRecordDecl *Class) {
    for (const CXXMethodDecl *Method : Class->methods())
      if (Method->getIdentifier() && Method->getName() == Name)
        Found.push_back(Method);
    return !Found.empty();
  });
  return Found.size() == 1 ? Found.front() : nullptr;
}

/// Whether \p Name is that of the member that the text \p Given names, of the
/// argument before it.
bool isNamedInText(const Expr *E, unsigned Selector, llvm::StringRef Name,
                   const ApiIndex &Api) {
  const Expr *Of = Selector > 0 ? argumentOf(E, Selector - 1) : nullptr;
  auto [Class, Member] = Name.rsplit("::");
  return Member == memberNamedBy(argumentOf(E, Selector)) &&
         anyBase(classOf(Of), [&, Scope = Class](const CXXRecordDecl *Each) {
           return Api.isNamed(Each, Scope);
         });
}

/// Whether \p Fact speaks of the event that \p E registers for.
bool isSelected(const Expr *E, const RegistersFact &Fact, const ApiIndex &Api) {
  if (!Fact.Selector)
    return true;
  const Expr *Given = argumentOf(E, *Fact.Selector);
  if (Fact.Object)
    return Given && llvm::any_of(Fact.Selected, [&](const std::string &Name) {
             return isNamedInText(E, *Fact.Selector, Name, Api);
           });
  const Expr *Named = Given ? stripped(Given) : nullptr;
  if (const auto *Address = llvm::dyn_cast_or_null<UnaryOperator>(Named))
    Named = stripped(Address->getSubExpr());
  const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(Named);
  return Ref && llvm::any_of(Fact.Selected, [&](const std::string &Name) {
           return Api.isNamed(Ref->getDecl(), Name);
         });
}

/// Whether \p Runs leads to its own registration \p S again.
bool isRenewed(const FunctionDecl *Runs, const Site &S, const UserCode &Code) {
  const auto *Around = llvm::dyn_cast<FunctionDecl>(S.Root);
  if (!Around)
    return false;
  if (anyStmt(Runs->getBody(), [&](const Stmt *Part) { return Part == S.E; }))
    return true;
  FunctionSet Reached = reachableFrom(Runs, Code);
  return Reached.contains(Around->getCanonicalDecl());
}

/// Whether \p Runs returns \p Value, and nothing else.
bool alwaysReturns(const FunctionDecl *Runs, int64_t Value,
                   const ASTContext &Context) {
  return !anyOwnStmt(Runs->getBody(), [&](const Stmt *Part) {
    const auto *Return = llvm::dyn_cast<ReturnStmt>(Part);
    const Expr *Given = Return ? Return->getRetValue() : nullptr;
    Expr::EvalResult Result;
    return Given && (Given->isValueDependent() ||
                     !Given->EvaluateAsInt(Result, Context) ||
                     Result.Val.getInt().getExtValue() != Value);
  });
}

/// The row of a class that \p Class derives from, and that says what its
/// methods run for.
const TypeRow *eventsOf(const CXXRecordDecl *Class, const ApiIndex &Api) {
  const TypeRow *Row = nullptr;
  anyBase(Class, [&](const CXXRecordDecl *Each) {
    const TypeRow *Of = Each == Class ? nullptr : Api.ownType(Each);
    if (Of && !Of->Events.empty())
      Row = Of;
    return Row != nullptr;
  });
  return Row;
}

} // namespace

Registrations::Registrations(const UserCode &Code, const Spawns &SpawnList) {
  for (const Site &S : Code.sites())
    for (const CallRow *Row : S.Rows)
      if (const auto &Fact = Row->Registers)
        addCall(S, *Row, *Fact, SpawnList, Code);
  for (const FunctionDecl *Function : Code.functions())
    addMethod(Function, Code.api());
}

void Registrations::addCall(const Site &S, const CallRow &Row,
                            const RegistersFact &Fact, const Spawns &SpawnList,
                            const UserCode &Code) {
  const ApiIndex &Api = Code.api();
  const Expr *Body = argumentOf(S.E, Fact.Body);
  if (!Body || !isSelected(S.E, Fact, Api) ||
      !TimeValues(Code).appliesTo(S.E, Row, /*IfUnknown=*/true))
    return;
  const FunctionDecl *Runs =
      definitionOf(Fact.Object ? methodNamed(S.E, Body, *Fact.Object)
                               : SpawnList.taskFor(Body).Function);
  if (!Runs || (Fact.IsOnce && !isRenewed(Runs, S, Code)) ||
      (Fact.EndsWith && alwaysReturns(Runs, *Fact.EndsWith, Code.context())))
    return;
  Registration &New = ByFunction[Runs];
  New.Event = Fact.Event;
  New.At = S.E;
}

void Registrations::addMethod(const FunctionDecl *Function,
                              const ApiIndex &Api) {
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Function);
  if (!Method || Method->size_overridden_methods() == 0 ||
      llvm::isa<CXXDestructorDecl>(Method))
    return;
  if (const TypeRow *Row = eventsOf(Method->getParent(), Api)) {
    Registration &New = ByFunction[Function];
    New.Event = Row->Events;
  }
}

const Registration *Registrations::of(const FunctionDecl *Function) const {
  auto Found = ByFunction.find(Function);
  return Found == ByFunction.end() ? nullptr : &Found->second;
}

} // namespace leash
