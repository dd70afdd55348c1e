//===--- DetachedThreadCheck.cpp - leash-detached-thread ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DetachedThreadCheck.h"
#include "analysis/Captures.h"
#include "clang/AST/ASTLambda.h"

using namespace leash;

namespace clang::tidy::leash {

void DetachedThreadCheck::analyse(const TranslationUnit &Unit) {
  for (const Detachment &D : findDetachments(Unit)) {
    Excuses Why = excusesFor(D, Unit);
    if (Why.Accepted || Why.ProcessLifetime || Why.Unknown)
      continue;
    if (!Strict && (Why.Stoppable || Why.Awaited))
      continue;
    say(D, Why, Unit);
  }
}

/// What is wrong with letting go, in the light of what can be said for it.
static StringRef consequence(const Excuses &Why) {
  if (Why.Awaited)
    return "what it signals is waited for, but not its end";
  if (Why.Stoppable)
    return "it can be asked to stop, but nobody waits for its end";
  return "nothing can ask it to stop, and nobody waits for its end";
}

static StringRef subject(const Detachment &D) {
  switch (D.Kind) {
  case Detachment::ByCall:
    if (D.IsElement)
      return "a thread of %0 is detached: %1";
    return D.Name ? "thread %0 is detached: %1" : "this thread is detached: %1";
  case Detachment::ByAttribute:
    return "the thread starts detached: %1";
  case Detachment::ByNew:
    return "nobody keeps the pointer to this new thread: %1";
  case Detachment::BySelf:
    return "the thread detaches itself: %1";
  }
  llvm_unreachable("all kinds are listed");
}

void DetachedThreadCheck::say(const Detachment &D, const Excuses &Why,
                              const TranslationUnit &Unit) {
  SourceLocation Location = calleeLocation(D.At->E);
  if (D.Kind == Detachment::ByNew)
    Location = newExpression(*D.Started.front(), Unit.code())->getBeginLoc();
  auto Warning = report(Location, subject(D));
  if (!Warning)
    return;
  *Warning << D.Name << consequence(Why);
  Warning.reset();
  showStart(D);
  showCaptures(D, Unit);
}

void DetachedThreadCheck::showStart(const Detachment &D) {
  if (D.Attribute)
    note(calleeLocation(D.Attribute->E), "the attribute is set here");
  if (D.Kind != Detachment::ByCall || D.Started.empty())
    return;
  SourceLocation Start = D.Started.front()->At->E->getBeginLoc();
  // std::thread(work).detach(); shows its start by itself.
  if (!isOnLineOf(Start, calleeLocation(D.At->E)))
    note(Start, "the thread starts here");
}

void DetachedThreadCheck::showCaptures(const Detachment &D,
                                       const TranslationUnit &Unit) {
  for (const Capture &C : capturesOf(taskOf(D, Unit), Unit.handles())) {
    if (C.Kind == Capture::This) {
      note(C.Location, "its task uses 'this', and nothing keeps the object "
                       "alive until the thread ends");
      continue;
    }
    const auto *Owner = llvm::dyn_cast_or_null<FunctionDecl>(
        C.Variable->getParentFunctionOrMethod());
    if (Owner && !isLambdaCallOperator(Owner))
      note(C.Location, "its task refers to %0, which dangles once %1 returns")
          << C.Variable << Owner;
    else
      note(C.Location, "its task refers to %0, which dangles once the lambda "
                       "around it returns")
          << C.Variable;
  }
}

} // namespace clang::tidy::leash
