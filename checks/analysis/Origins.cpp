//===--- Origins.cpp - what is it made of? --------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Origins.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace leash {

/// What is made of more than that is nobody's in particular.
static constexpr size_t MaxPlaces = 32;

void Origins::add(Place Made, const Expr *Of) {
  if (Made && Of)
    Given[Made].push_back(Of);
}

void Origins::learn(const Stmt *S) {
  const Handles &HandleFlow = Events.places();
  if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S)) {
    for (const Decl *D : Declaration->decls())
      if (const auto *Variable = llvm::dyn_cast<VarDecl>(D))
        add(Variable->getCanonicalDecl(), Variable->getInit());
    return;
  }
  const auto *E = llvm::dyn_cast<Expr>(S);
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S)) {
    if (Binary->getOpcode() == BO_Assign)
      add(HandleFlow.placeOf(Binary->getLHS()), Binary->getRHS());
    return;
  }
  if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(S)) {
    if (Call->getOperator() == OO_Equal && Call->getNumArgs() == 2)
      add(HandleFlow.placeOf(Call->getArg(0)), Call->getArg(1));
    return;
  }
  const FunctionDecl *Callee = E ? definitionOf(calleeOf(E)) : nullptr;
  if (!Callee || Events.code().isForeign(Callee->getLocation()))
    return;
  auto Arguments = argumentsOf(E);
  for (unsigned I = 0; I < Arguments.size() && I < Callee->getNumParams(); ++I)
    add(Callee->getParamDecl(I), Arguments[I]);
}

void Origins::learn() {
  if (IsLearnt)
    return;
  IsLearnt = true;
  for (const Decl *Root : Events.code().roots()) {
    if (const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Root))
      for (const CXXCtorInitializer *Initializer : Constructor->inits())
        add(Initializer->getAnyMember(), Initializer->getInit());
    for (const Stmt *Part : partsOf(Root))
      anyStmt(Part, [&](const Stmt *S) {
        learn(S);
        return false;
      });
  }
}

const DeadlineEvent *Origins::settingBehind(const DeadlineEvent &Wait) {
  const Expr *Object = receiverOf(Wait.E);
  if (!Object || Wait.Waits->NotBoundedBy.empty())
    return nullptr;
  learn();
  llvm::SmallSetVector<Place, 8> Open;
  auto Visit = [&](const Expr *E) {
    anyStmt(E, [&](const Stmt *S) {
      const auto *Part = llvm::dyn_cast<Expr>(S);
      if (Part && llvm::isa<DeclRefExpr, MemberExpr>(S))
        if (Place P = Events.places().placeOf(Part))
          Open.insert(P);
      return false;
    });
  };
  Visit(Object);
  // NOLINTNEXTLINE(modernize-loop-convert): the loop's body adds some.
  for (size_t I = 0; I < Open.size() && I < MaxPlaces; ++I) {
    for (const DeadlineEvent &Event : Events.of(Open[I]))
      if (Event.Kind == DeadlineEvent::Sets && !Event.IsUnsure &&
          llvm::any_of(Wait.Waits->NotBoundedBy, [&](const auto &Each) {
            return Each.first == Event.What->Deadline;
          }))
        return &Event;
    for (const Expr *Of : Given.lookup(Open[I]))
      Visit(Of);
  }
  return nullptr;
}

} // namespace leash
