//===--- Obligations.cpp - must this thread be joined at all? -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Obligations.h"
#include "Excuses.h"

using namespace clang;

namespace leash {

namespace {

/// The attributes that the spawn \p S is given; null when there are none.
const Expr *attributesOf(const Spawn &S, const ASTContext &Context) {
  if (!S.Fact->Attribute)
    return nullptr;
  auto Arguments = argumentsOf(S.At->E);
  if (*S.Fact->Attribute >= Arguments.size())
    return nullptr;
  const Expr *Given = Arguments[*S.Fact->Attribute];
  bool IsNull = !Given->isValueDependent() &&
                Given->isNullPointerConstant(const_cast<ASTContext &>(Context),
                                             Expr::NPC_ValueDependentIsNotNull);
  return IsNull ? nullptr : Given;
}

/// Whether attributes that are set somewhere this does not look may make the
/// thread start detached. Known are the locals of the same function that only
/// calls with rows, and those of their library, write to.
bool mayStartDetached(const Spawn &S, const TranslationUnit &Unit) {
  const Expr *Given = attributesOf(S, Unit.context());
  if (!Given)
    return false;
  const auto *Local =
      llvm::dyn_cast_or_null<VarDecl>(Unit.handles().placeOf(Given));
  const auto *Root = llvm::dyn_cast<FunctionDecl>(S.At->Root);
  if (!Local || !Root || !Local->hasLocalStorage() ||
      llvm::isa<ParmVarDecl>(Local))
    return true;
  return anyStmt(Root->getBody(), [&](const Stmt *Part) {
    const auto *Call = llvm::dyn_cast<CallExpr>(Part);
    if (!Call)
      return false;
    bool IsGiven = llvm::any_of(argumentsOf(Call), [&](const Expr *Argument) {
      return Unit.handles().placeOf(Argument) == Local;
    });
    if (!IsGiven)
      return false;
    const FunctionDecl *Callee = Call->getDirectCallee();
    return Unit.api().rows(Call).get(&CallRow::DetachedAttribute) != nullptr ||
           !Callee || !Unit.code().isForeign(Callee->getLocation());
  });
}

/// Whether the task of \p S detaches itself, has code that may, or leaves its
/// own handle for somebody else to join.
bool detachesItself(const Spawn &S, const TranslationUnit &Unit) {
  TaskCode Code(Unit.spawns().taskOf(S), Unit.code());
  if (Code.isIncomplete())
    return true;
  return Code.any([&](const Stmt *Part) {
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Part))
      return Binary->getOpcode() == BO_Assign &&
             isCurrentThread(Binary->getRHS(), Unit.handles(), Unit.api());
    const auto *Call = llvm::dyn_cast<CallExpr>(Part);
    const DetachFact *Detach =
        Call ? Unit.api().rows(Call).get(&CallRow::Detach) : nullptr;
    const Expr *Handle = Detach ? operandOf(Call, Detach->Handle) : nullptr;
    return Handle && isCurrentThread(Handle, Unit.handles(), Unit.api());
  });
}

/// Whether the thread may be left alone: it never ends, it lives as long as the
/// process, or it is let go of and what it signals is waited for.
bool isExcused(const Spawn &S, Ending Effect, const TranslationUnit &Unit) {
  Detachment D;
  D.At = S.At;
  D.Handle = S.Keeper;
  D.Started.push_back(&S);
  // Joining what never ends would hang. A class that starts such workers lacks
  // a way to end them, and that is to be said.
  TaskCode Code(Unit.spawns().taskOf(S), Unit.code());
  if (!llvm::isa_and_nonnull<FieldDecl>(S.Keeper) && neverEnds(Code, Unit))
    return true;
  Excuses Why = excusesFor(D, Unit);
  return Why.ProcessLifetime || (Effect == Ending::Detaches && Why.Awaited);
}

} // namespace

bool mustBeJoined(const Opening &O, Ending Effect,
                  const TranslationUnit &Unit) {
  if (Effect == Ending::Terminates)
    return true;
  const auto *Root = llvm::dyn_cast<FunctionDecl>(O.Root);
  if (Root && Root->isMain())
    return false;
  return !O.Started || (!mayStartDetached(*O.Started, Unit) &&
                        !detachesItself(*O.Started, Unit) &&
                        !isExcused(*O.Started, Effect, Unit));
}

} // namespace leash
