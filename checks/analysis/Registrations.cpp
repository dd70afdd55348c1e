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

/// Whether \p Fact speaks of the event that \p E registers for.
bool isSelected(const Expr *E, const RegistersFact &Fact, const ApiIndex &Api) {
  if (!Fact.Selector)
    return true;
  const Expr *Given = argumentOf(E, *Fact.Selector);
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
  if (!Class || !Class->hasDefinition())
    return nullptr;
  for (const CXXBaseSpecifier &Base : Class->bases()) {
    const CXXRecordDecl *Of = Base.getType()->getAsCXXRecordDecl();
    if (const TypeRow *Row = Of ? Api.ownType(Of) : nullptr)
      if (!Row->Events.empty())
        return Row;
    if (const TypeRow *Row = eventsOf(Of, Api))
      return Row;
  }
  return nullptr;
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
  const FunctionDecl *Runs = definitionOf(SpawnList.taskFor(Body).Function);
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
