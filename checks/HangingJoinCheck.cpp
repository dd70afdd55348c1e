//===--- HangingJoinCheck.cpp - leash-hanging-join ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HangingJoinCheck.h"

using namespace leash;

namespace clang::tidy::leash {

void HangingJoinCheck::analyse(const TranslationUnit &Unit) {
  for (const HangingJoin &Found : findHangingJoins(Unit))
    say(Found);
}

/// What is joined, and by what.
static std::string subject(const HangingJoin &Found) {
  if (Found.IsFuture)
    return Found.IsElement ? "the task of a future of %0" : "the task of %0";
  if (Found.IsElement)
    return "a thread of %0";
  return Found.Handle ? "thread %0" : "this thread";
}

/// What it does, and why nothing ends that.
static StringRef predicate(const HangingJoin &Found) {
  if (Found.Closes)
    return " waits in %2 on %1, which closing the descriptor does not end; "
           "shut it down first: %3";
  if (Found.WokenAfter)
    return " waits for %1, which is signalled only after the join: %3";
  if (Found.IsAsked)
    return " is asked to end, but nothing wakes it from its wait for %1: %3";
  return " waits for %1, and nothing ever wakes it: %3";
}

static StringRef consequence(const HangingJoin &Found) {
  if (Found.Call)
    return Found.IsFuture ? "this call hangs" : "this join hangs";
  return Found.IsFuture ? "its destructor, which waits for the task, hangs"
                        : "its destructor, which joins, hangs";
}

void HangingJoinCheck::say(const HangingJoin &Found) {
  SourceLocation Location =
      Found.Call ? calleeLocation(Found.Call) : Found.Handle->getLocation();
  std::string Message = subject(Found);
  Message += predicate(Found);
  auto Warning = report(Location, Message);
  if (!Warning)
    return;
  *Warning << Found.Handle << Found.Wait.On
           << asWritten(Found.Wait.At->getDirectCallee()) << consequence(Found);
  Warning.reset();
  showEvidence(Found, Location);
}

void HangingJoinCheck::showEvidence(const HangingJoin &Found,
                                    SourceLocation Location) {
  SourceLocation Start = Found.Started->At->E->getBeginLoc();
  if (!isOnLineOf(Start, Location))
    note(Start, "the task starts here");
  note(calleeLocation(Found.Wait.At), "its task waits here");
  if (Found.Closes)
    note(calleeLocation(llvm::cast<Expr>(Found.Closes)), "%0 is closed here")
        << Found.Wait.On;
  else if (Found.Sets)
    note(Found.Sets->getBeginLoc(),
         "this asks the task to end, but it only looks once it is awake");
  if (Found.WokenAfter)
    note(calleeLocation(llvm::cast<Expr>(Found.WokenAfter)),
         "%0 is signalled here, too late")
        << Found.Wait.On;
  if (Found.End.isValid())
    note(Found.End, "the destructor of %0 joins here") << Found.Handle;
}

} // namespace clang::tidy::leash
