//===--- Excuses.cpp - what speaks for a detached thread? -----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Excuses.h"
#include "Captures.h"
#include "GivenStops.h"
#include "Loops.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace leash {

bool neverEnds(const TaskCode &Code, const TranslationUnit &Unit) {
  bool IsEndless = Code.any([&](const Stmt *S) {
    return bodyOf(S) && !canEnd(S, Unit.api(), Unit.context());
  });
  return IsEndless &&
         !Code.any([](const Stmt *S) { return llvm::isa<CXXThrowExpr>(S); });
}

namespace {

/// Whether the place of the handle is given to a call that asks its thread to
/// end (pthread_cancel).
bool isCancelled(Place Handle, const TranslationUnit &Unit) {
  if (!Handle)
    return false;
  return llvm::any_of(Unit.code().sites(), [&](const Site &S) {
    const Operand *Cancelled = S.Rows.get(&CallRow::Cancels);
    const Expr *E = Cancelled ? operandOf(S.E, *Cancelled) : nullptr;
    return E && Unit.handles().placeOf(E) == Handle;
  });
}

/// Whether \p Variable holds an object of \p Class that is never destroyed:
/// static Class *p = new Class; static Class &r = *new Class; NoDestructor.
bool neverDestroys(const VarDecl *Variable, const CXXRecordDecl *Class,
                   const ApiIndex &Api) {
  const Expr *Init = stripped(Variable->getInit());
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(Init))
    if (Unary->getOpcode() == UO_Deref)
      Init = stripped(Unary->getSubExpr());
  if (const auto *New = llvm::dyn_cast<CXXNewExpr>(Init))
    return New->getAllocatedType()->getAsCXXRecordDecl() == Class;
  const TypeRow *Row = Api.type(Variable->getType());
  const auto *Wrapper = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Variable->getType()->getAsCXXRecordDecl());
  if (!Row || !Row->Forever || !Wrapper)
    return false;
  const TemplateArgument &Held = Wrapper->getTemplateArgs().get(0);
  return Held.getKind() == TemplateArgument::Type &&
         Held.getAsType()->getAsCXXRecordDecl() == Class;
}

/// The class whose `this` is all that \p T refers to; null otherwise.
const CXXRecordDecl *ownerOf(const Detachment &D, const Task &T,
                             const TranslationUnit &Unit) {
  auto Captures = capturesOf(T, Unit.handles());
  if (Captures.size() != 1 || Captures.front().Kind != Capture::This)
    return nullptr;
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(D.At->Root);
  return Method ? Method->getParent() : nullptr;
}

/// Whether main starts the thread once and then never ends.
bool isStartedByEndlessMain(const Detachment &D, const FunctionDecl *Main,
                            const TranslationUnit &Unit) {
  bool IsInLoop = false, IsEndless = false;
  anyOwnStmt(Main->getBody(), [&](const Stmt *S) {
    if (!bodyOf(S))
      return false;
    IsEndless |= !canEnd(S, Unit.api(), Unit.context());
    IsInLoop |= anyStmt(S, [&](const Stmt *Part) { return Part == D.At->E; });
    return false;
  });
  return IsEndless && !IsInLoop;
}

/// Whether all the task ever comes to is the end of the process: a watchdog.
bool endsProcess(const TaskCode &Code, const ApiIndex &Api) {
  if (Code.functions().empty())
    return false;
  const auto *Body =
      llvm::dyn_cast_or_null<CompoundStmt>(Code.functions().front()->getBody());
  if (!Body || Body->body_empty())
    return false;
  const Stmt *Last = Body->body_back();
  // "exit(1); return NULL;" pleases compilers.
  if (llvm::isa<ReturnStmt>(Last) && Body->size() > 1)
    Last = *(Body->body_end() - 2);
  if (const auto *Full = llvm::dyn_cast<FullExpr>(Last))
    Last = Full->getSubExpr();
  const auto *Call = llvm::dyn_cast<CallExpr>(Last);
  return Call && alwaysLeaves(Call, Api) &&
         !Api.rows(Call).is(&CallRow::EndsThread);
}

bool livesWithProcess(const Detachment &D, const TaskCode &Code,
                      const TranslationUnit &Unit) {
  const ApiIndex &Api = Unit.api();
  bool Serves = Code.any([&](const Stmt *S) {
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    return Call && Api.rows(Call).is(&CallRow::ProcessLifetime);
  });
  if (Serves)
    return true;
  const auto *Root = llvm::dyn_cast<FunctionDecl>(D.At->Root);
  // Started out of sight, for main to let go: nothing speaks against it.
  if (Root && Root->isMain() && D.Started.empty())
    return true;
  if (Root && Root->isMain() && isStartedByEndlessMain(D, Root, Unit))
    return true;
  if (endsProcess(Code, Api))
    return true;
  if (Root && Root->isMain() && neverEnds(Code, Unit))
    return true;
  const CXXRecordDecl *Owner = ownerOf(D, Code.task(), Unit);
  return Owner && llvm::any_of(Unit.code().statics(), [&](const VarDecl *V) {
           return neverDestroys(V, Owner, Api);
         });
}

Excuses excusesFor(const Detachment &D, const Task &T, const Spawn *S,
                   const TranslationUnit &Unit) {
  Excuses Result;
  TaskCode Code(T, Unit.code());
  Result.Stoppable = T.isBodyVisible()
                         ? Unit.stops().obeysStop(Code)
                         : isGivenStop(T, Unit.handles(), Unit.api());
  // What a task that never ends signals is not its end.
  Result.Awaited =
      Unit.coordination().isAwaited(Code, S) && !neverEnds(Code, Unit);
  Result.ProcessLifetime = livesWithProcess(D, Code, Unit);
  Result.Unknown = Code.isIncomplete();
  return Result;
}

} // namespace

Excuses excusesFor(const Detachment &D, const TranslationUnit &Unit) {
  Excuses Result;
  if (D.Started.empty())
    Result = excusesFor(D, taskOf(D, Unit), nullptr, Unit);
  for (const Spawn *S : D.Started) {
    Excuses One = excusesFor(D, Unit.spawns().taskOf(*S), S, Unit);
    if (!One.Stoppable && !One.Awaited && !One.ProcessLifetime &&
        !One.Unknown) {
      Result = Excuses();
      break;
    }
    Result.Stoppable |= One.Stoppable;
    Result.Awaited |= One.Awaited;
    Result.ProcessLifetime |= One.ProcessLifetime;
    Result.Unknown |= One.Unknown;
  }
  Result.Stoppable |= isCancelled(D.Handle, Unit);
  Result.Accepted =
      D.At->Function && Unit.api().rows(D.At->Function).is(&CallRow::Accepted);
  return Result;
}

} // namespace leash
