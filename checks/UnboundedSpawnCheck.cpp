//===--- UnboundedSpawnCheck.cpp - leash-unbounded-spawn ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnboundedSpawnCheck.h"

using namespace leash;

namespace clang::tidy::leash {

/// Where the work starts, for warnings and notes.
static SourceLocation startOf(const Spawn &S, const UserCode &Code) {
  // threads.emplace_back(f)
  if (receiverOf(S.At->E))
    return calleeLocation(S.At->E);
  if (S.HandleFate.ByNew)
    return newExpression(S, Code)->getBeginLoc();
  return S.At->E->getBeginLoc();
}

static SourceLocation whereIs(const Expr *Call) {
  // start(), where start is a lambda.
  if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call))
    return Operator->getArg(0)->getBeginLoc();
  return calleeLocation(Call);
}

void UnboundedSpawnCheck::analyse(const TranslationUnit &Unit) {
  for (const UnboundedSpawn &Found : findUnboundedSpawns(Unit))
    say(Found, startOf(*Found.Started, Unit.code()));
}

/// What is started, and by whom.
static std::string subject(const UnboundedSpawn &Found) {
  bool IsTask = Found.Started->Fact->Starts == SpawnFact::Task;
  if (Found.Call)
    return std::string("%0 starts a ") + (IsTask ? "task" : "thread") +
           " and does not wait for it";
  return std::string("a ") + (IsTask ? "task" : "thread") + " is started";
}

/// How often, and that nothing limits it.
static std::string occasion(const UnboundedSpawn &Found) {
  std::string Comma = Found.Call ? ", " : " ";
  StringRef Unlimited = ", and nothing limits how many run at once";
  if (Found.By)
    return (Comma + "for each " + Found.By->Event + Unlimited).str();
  if (Found.Recursion)
    return (Comma + "at each call of %1, which calls itself" + Unlimited).str();
  return (Comma + "for each turn of this loop" + Unlimited + ": the loop %2")
      .str();
}

static SourceLocation whereIs(const Stmt *Loop) {
  const auto *Algorithm = llvm::dyn_cast<CallExpr>(Loop);
  return Algorithm ? calleeLocation(Algorithm) : Loop->getBeginLoc();
}

static std::string loopWords(const Turns &Turning) {
  switch (Turning.Kind) {
  case Turns::Limited:
  case Turns::Endless:
    return "never ends by itself";
  case Turns::UntilTold:
    return "runs until it is told to stop";
  case Turns::Events:
    return "turns once for each event";
  case Turns::Elements:
    return "turns once for each element of " +
           (Turning.Data ? "'" + Turning.Data->getNameAsString() + "'"
                         : "a range");
  case Turns::List:
    return "walks along a list";
  }
  llvm_unreachable("all kinds are listed");
}

void UnboundedSpawnCheck::say(const UnboundedSpawn &Found,
                              SourceLocation Start) {
  SourceLocation Location = Found.Call ? whereIs(Found.Call) : Start;
  auto Warning = report(Location, subject(Found) + occasion(Found));
  if (!Warning)
    return;
  *Warning << asWritten(Found.Callee) << asWritten(Found.Handler)
           << loopWords(Found.Turning);
  Warning.reset();
  showEvidence(Found, Start);
}

void UnboundedSpawnCheck::showEvidence(const UnboundedSpawn &Found,
                                       SourceLocation Start) {
  if (Found.Call)
    note(Start, "the %select{thread|task}0 starts here")
        << (Found.Started->Fact->Starts == SpawnFact::Task);
  if (Found.Loop)
    note(whereIs(Found.Loop), "the loop is here");
  if (Found.Recursion)
    note(calleeLocation(Found.Recursion), "it calls itself here");
  if (Found.By && Found.By->At)
    note(calleeLocation(Found.By->At), "the function is registered here");
  else if (Found.By)
    note(Found.Handler->getLocation(), "this method runs once for each %0")
        << Found.By->Event;
  if (Found.LateLimit && Found.Permits)
    note(calleeLocation(Found.LateLimit),
         "the task acquires %0 only once it runs, which is too late to limit "
         "how many start")
        << Found.Permits;
}

} // namespace clang::tidy::leash
