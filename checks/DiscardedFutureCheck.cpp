//===--- DiscardedFutureCheck.cpp - leash-discarded-future ----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DiscardedFutureCheck.h"

using namespace leash;

namespace clang::tidy::leash {

void DiscardedFutureCheck::analyse(const TranslationUnit &Unit) {
  for (const Discard &D : findDiscards(Unit))
    say(D);
}

/// What the drop does, said of one future.
static StringRef consequence(const Discard &D) {
  if (!D.Effect && D.Way == Discard::Overwritten)
    return "if an asynchronous call made it, the assignment waits; if not, its "
           "result and exceptions are lost";
  if (!D.Effect)
    return "if an asynchronous call made it, its destructor waits; if not, its "
           "result and exceptions are lost";
  if (D.PolicyDecides && D.Way == Discard::Overwritten)
    return "the assignment waits for that task, or if the policy defers the "
           "task, it never runs";
  if (D.PolicyDecides)
    return "its destructor waits for the task, or if the policy defers the "
           "task, it never runs";
  switch (*D.Effect) {
  case DropEffect::Blocks:
    if (D.Way == Discard::Overwritten)
      return "the assignment waits for that task, so no more than two run at "
             "once";
    return "its destructor waits for the task, so nothing runs in the "
           "background";
  case DropEffect::RunsOn:
    return "its task runs on with nobody to wait for it or to see its "
           "exceptions";
  case DropEffect::NeverRuns:
    return "its task is deferred and never runs";
  }
  llvm_unreachable("all effects are listed");
}

static StringRef subject(const Discard &D) {
  switch (D.Way) {
  case Discard::Expression:
    return D.Maker ? "the future that %0 returns is discarded: %2"
                   : "the future of this '%1' call is discarded: %2";
  case Discard::Unused:
    return "future %3 dies unused at the end of this scope: %2";
  case Discard::Overwritten:
    return "this overwrites the future of the previous turn, which nobody has "
           "waited for: %2";
  }
  llvm_unreachable("all ways are listed");
}

void DiscardedFutureCheck::say(const Discard &D) {
  auto Warning = report(D.At->E->getBeginLoc(), subject(D));
  if (!Warning)
    return;
  *Warning << D.Maker << (D.Maker ? StringRef() : D.At->Rows.name())
           << consequence(D) << D.Variable;
  addFix(*Warning, D);
  Warning.reset();
  if (D.Maker && D.Started)
    note(D.Started->At->E->getBeginLoc(), "the future is made here");
  if (D.Effect == DropEffect::RunsOn && !D.Started->Fact->Unobserved.empty())
    note(D.At->E->getBeginLoc(), "if nobody is to wait, '%0' says so")
        << D.Started->Fact->Unobserved;
}

/// Where the future's destructor waits, '.get()' does openly what happens
/// anyway, and lets exceptions out: not where they must not get out.
void DiscardedFutureCheck::addFix(DiagnosticBuilder &Warning,
                                  const Discard &D) const {
  if (D.Effect != DropEffect::Blocks || D.PolicyDecides || !D.IsWhole)
    return;
  const auto *Type = D.At->Function
                         ? D.At->Function->getType()->getAs<FunctionProtoType>()
                         : nullptr;
  if (!Type || Type->canThrow() == CT_Cannot ||
      llvm::isa<CXXDestructorDecl>(D.At->Function))
    return;
  SourceLocation End = afterToken(D.At->E->getEndLoc());
  if (End.isValid())
    Warning << FixItHint::CreateInsertion(End, ".get()");
}

} // namespace clang::tidy::leash
