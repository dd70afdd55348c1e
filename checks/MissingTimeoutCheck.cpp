//===--- MissingTimeoutCheck.cpp - leash-missing-timeout ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MissingTimeoutCheck.h"
#include "DeadlineRepairs.h"
#include "analysis/TaskCode.h"

using namespace leash;

namespace clang::tidy::leash {

void MissingTimeoutCheck::analyse(const TranslationUnit &Unit) {
  DeadlineEvents Events(Unit.code(), Unit.handles(), Unit.uses());
  UnboundedSearch Search;
  Search.IsWanted = [this](StringRef Option) { return isWanted(Option); };
  for (const UnboundedCall &Call : findUnboundedCalls(Unit, Events, Search))
    say(Call, Unit);
  countGivenUp(Search.GivenUp);
}

bool MissingTimeoutCheck::isWanted(StringRef Option) const {
  if (Option == "StrictSockets")
    return StrictSockets;
  if (Option == "Resolvers")
    return Resolvers;
  if (Option == "AcceptLoops")
    return AcceptLoops;
  return KernelBounded;
}

/// What the time limit that was set looks like: "-1", "of type 'int'".
static std::string valueWords(const UnboundedCall &Call) {
  std::string Text = Call.Value.text();
  if (!Text.empty() && Call.Reason != UnboundedCall::Refused)
    return Text;
  const Expr *Value = Call.Setter ? Call.Setter->Value : nullptr;
  QualType Pointee =
      Value ? Value->IgnoreParenCasts()->getType()->getPointeeType()
            : QualType();
  if (Pointee.isNull())
    return Text;
  return "of type '" + Pointee.getUnqualifiedType().getAsString() + "'";
}

/// "; CURLOPT_TIMEOUT_MS limits it"
static std::string advice(const BlockingFact &Fact) {
  return Fact.Advice.empty() ? "" : "; " + Fact.Advice;
}

/// Whether the limit that limits nothing is an argument of the call itself.
static bool isOwnLimit(const UnboundedCall &Call) {
  return Call.Setter && Call.Setter->E == Call.Wait->E;
}

/// Why the call is not bounded: the part after the colon.
static std::string reasonWords(const UnboundedCall &Call,
                               const std::string &Handle) {
  std::string Advice = advice(*Call.Wait->Waits);
  switch (Call.Reason) {
  case UnboundedCall::NoDeadline:
    return (Handle.empty() ? "no time limit is given"
                           : Handle + " has no time limit") +
           (Call.Because.empty() ? "" : ", and " + Call.Because) + Advice;
  case UnboundedCall::OnPath:
    return Handle + " has no time limit on this path" + Advice;
  case UnboundedCall::GivenForever:
    return "the time limit given is " + Call.Value.text() +
           ", which means for ever";
  case UnboundedCall::SetForever:
    return "the time limit of " + Handle + " is " + Call.Value.text() +
           ", which means for ever";
  case UnboundedCall::Refused:
    return "the time limit of " + Handle + " is " + valueWords(Call) +
           ", which is refused";
  case UnboundedCall::TakenBack:
    return "the time limit of " + Handle + " is taken back";
  case UnboundedCall::Ineffective:
    return (Handle.empty() || isOwnLimit(Call) ? "a time limit is given"
                                               : Handle + " has a time limit") +
           ", but " + Call.Because;
  }
  llvm_unreachable("all reasons are listed");
}

static std::string messageFor(const UnboundedCall &Call,
                              const std::string &Callee,
                              const std::string &Handle) {
  const BlockingFact &Fact = *Call.Wait->Waits;
  std::string Useless =
      Call.Reason == UnboundedCall::Ineffective && !Handle.empty()
          ? "; " + reasonWords(Call, Handle)
          : "";
  if (!Fact.EndedBy.empty())
    return Callee + " has no time limit: " + Fact.EndedBy +
           (Useless.empty() ? advice(Fact) : Useless);
  bool IsArgument = !Fact.HasOptions && !Fact.Text && Fact.TimeLimit;
  if (IsArgument && !Call.Value.text().empty() &&
      (Call.Reason == UnboundedCall::GivenForever || !Useless.empty()))
    return Callee + " is given no time limit: " + Call.Value.text() +
           " means wait for ever" + Useless;
  return Callee + " can wait for ever" +
         (Fact.For.empty() ? "" : " for " + Fact.For) + ": " +
         reasonWords(Call, Handle);
}

void MissingTimeoutCheck::say(const UnboundedCall &Call,
                              const TranslationUnit &Unit) {
  const Expr *E = Call.Wait->E;
  auto Warning = report(calleeLocation(E), "%0");
  if (!Warning)
    return;
  *Warning << messageFor(Call, calleeWords(*Call.Wait, Unit.context()),
                         handleWords(Call, Unit.context()))
           << setDeadline(Call, DefaultTimeoutMs, Unit);
  Warning.reset();
  noteEvidence(Call, Unit);
}

/// The spawn in whose task \p Function is; null when it is in none.
static const Spawn *spawnAround(const FunctionDecl *Function,
                                const TranslationUnit &Unit) {
  for (const Spawn &S : Unit.spawns().all()) {
    Task T = Unit.spawns().taskOf(S);
    if (T.isBodyVisible() && Function &&
        TaskCode(T, Unit.code()).contains(Function))
      return &S;
  }
  return nullptr;
}

void MissingTimeoutCheck::noteEvidence(const UnboundedCall &Call,
                                       const TranslationUnit &Unit) {
  if (Call.Caller)
    note(calleeLocation(Call.Caller), "it comes from here");
  if (Call.Reason == UnboundedCall::OnPath)
    noteDecisions(Call.Path, Call.Wait->E->getBeginLoc());
  bool IsLimit = Call.Reason == UnboundedCall::Ineffective ||
                 Call.Reason == UnboundedCall::TakenBack;
  StringRef Set = IsLimit ? "the limit is set here" : "it is set here";
  if (Call.Setter && Call.Setter->E && !isOwnLimit(Call) &&
      Call.Reason != UnboundedCall::OnPath)
    note(calleeLocation(Call.Setter->E), Set);
  if (Call.Option)
    note(Call.Option->getBeginLoc(), Set);
  if (Call.Undoer)
    note(calleeLocation(Call.Undoer->E), "it is taken back here");
  if (const Spawn *S = spawnAround(Call.Wait->Function, Unit))
    note(S->At->E->getBeginLoc(), "runs in the thread started here");
}

} // namespace clang::tidy::leash
