//===--- UnjoinedThreadCheck.cpp - leash-unjoined-thread ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnjoinedThreadCheck.h"
#include "analysis/Obligations.h"

using namespace leash;

namespace clang::tidy::leash {

void UnjoinedThreadCheck::analyse(const TranslationUnit &Unit) {
  ClosingSearch Search;
  Search.CheckExceptions = CheckExceptions;
  Search.EndingOf = [&](QualType Type) { return endingOf(Type, Unit.api()); };
  for (const Leak &L :
       findLeaks(Unit.threads(), Unit.code(), Unit.uses(), Search))
    if (mustBeJoined(*L.Opened, L.Effect, Unit))
      say(L);
  countGivenUp(Search.GivenUp);
}

/// %1 is the consequence.
static StringRef subject(const Leak &L) {
  if (!L.Holder)
    return "this thread is never joined: %1";
  if (L.End == Leak::AtReplacement)
    return "thread %0 is not joined before it is assigned another: %1";
  bool IsMany = isContainer(L.Holder->getType());
  if (L.IsNeverClosed)
    return IsMany ? "threads of %0 are never joined: %1"
                  : "thread %0 is never joined: %1";
  return IsMany ? "threads of %0 are not joined on every path: %1"
                : "thread %0 is not joined on every path: %1";
}

static StringRef consequence(const Leak &L) {
  bool IsMany = L.Holder && isContainer(L.Holder->getType());
  switch (L.Effect) {
  case Ending::Terminates:
    if (L.End == Leak::AtReplacement)
      return "the assignment calls std::terminate";
    return IsMany ? "their destructors call std::terminate"
                  : "its destructor calls std::terminate";
  case Ending::Detaches:
    return IsMany ? "their destructors detach them silently"
                  : "its destructor detaches it silently";
  case Ending::Joins:
  case Ending::Leaks:
    break;
  }
  if (L.End == Leak::AtReplacement)
    return "the first one can no longer be joined";
  if (L.Opened->Class)
    return IsMany ? "nobody can join them any more"
                  : "nobody can join it any more";
  return IsMany ? "their stacks and statuses stay allocated"
                : "its stack and status stay allocated";
}

void UnjoinedThreadCheck::say(const Leak &L) {
  SourceLocation Location =
      L.Holder ? L.Holder->getLocation() : L.Opened->E->getBeginLoc();
  auto Warning = report(Location, subject(L));
  if (!Warning)
    return;
  *Warning << L.Holder << consequence(L);
  Warning.reset();
  notePath(L, "the thread starts here", Location);
}

} // namespace clang::tidy::leash
