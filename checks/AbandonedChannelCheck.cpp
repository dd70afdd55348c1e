//===--- AbandonedChannelCheck.cpp - leash-abandoned-channel --------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AbandonedChannelCheck.h"

using namespace leash;

namespace clang::tidy::leash {

void AbandonedChannelCheck::analyse(const TranslationUnit &Unit) {
  for (const AbandonedChannel &Found : findAbandonedChannels(Unit))
    say(Found);
}

static bool isLambda(const FunctionDecl *Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  return Method && Method->getParent()->isLambda();
}

/// Who leaves, and what it does not do.
static std::string subject(const AbandonedChannel &Found) {
  std::string Result = isLambda(Found.Left.Function) ? "the other end" : "%0";
  Result += Found.CanBeShut ? " can leave without closing %1"
                            : " can leave %1, which has no closed state";
  return Result;
}

static StringRef consequence(const AbandonedChannel &Found) {
  return Found.Task.Side == ChannelDeed::Puts
             ? ": %2 then blocks for ever, because nobody takes any more"
             : ": %2 then blocks for ever, because nobody puts any more";
}

void AbandonedChannelCheck::say(const AbandonedChannel &Found) {
  const CallExpr *Blocked = Found.Task.Blocked.At;
  SourceLocation Location = calleeLocation(Blocked);
  std::string Message = subject(Found);
  Message += consequence(Found);
  auto Warning = report(Location, Message);
  if (!Warning)
    return;
  const FunctionDecl *Who = Found.Left.Function;
  // In a template, it is not about one instantiation.
  if (const FunctionDecl *Pattern = Who->getTemplateInstantiationPattern())
    Who = Pattern;
  *Warning << Who << Found.Task.Channel.Where
           << Blocked->getDirectCallee()->getDeclName();
  Warning.reset();
  showEvidence(Found, Location);
}

static StringRef words(Departure::EndKind End) {
  switch (End) {
  case Departure::AtReturn:
    return "this return leaves %0 open";
  case Departure::AtThrow:
    return "this exception leaves %0 open";
  case Departure::AtJoin:
    return "this waits for the task, with %0 still open";
  case Departure::AtEnd:
    return "the function ends here and leaves %0 open";
  }
  llvm_unreachable("all kinds are listed");
}

void AbandonedChannelCheck::showEvidence(const AbandonedChannel &Found,
                                         SourceLocation Location) {
  SourceLocation Start = Found.Task.Started->At->E->getBeginLoc();
  if (!isOnLineOf(Start, Location))
    note(Start, "the task starts here");
  noteDecisions(Found.Left.Decisions, Found.Left.Location);
  note(Found.Left.Location, words(Found.Left.End)) << Found.Task.Channel.Where;
}

} // namespace clang::tidy::leash
