//===--- UnjoinedThreadCheck.cpp - leash-unjoined-thread ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnjoinedThreadCheck.h"
#include "Repairs.h"
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
      say(L, Unit);
  countGivenUp(Search.GivenUp);
  // Containers of threads are pools, and leash-unclosed-pool's.
  for (const UnclosedField &F :
       unclosedThreadFields(Unit, {RequireDestructor, IgnoreStatic}))
    if (!F.isMany())
      say(F, Unit);
}

/// %1 is the consequence.
static StringRef subject(const Leak &L) {
  if (!L.Holder)
    return "this thread is never joined: %1";
  if (L.End == Leak::AtReplacement)
    return "thread %0 is not joined before it is assigned another: %1";
  if (L.IsNeverClosed)
    return L.IsMany ? "threads of %0 are never joined: %1"
                    : "thread %0 is never joined: %1";
  return L.IsMany ? "threads of %0 are not joined on every path: %1"
                  : "thread %0 is not joined on every path: %1";
}

/// What the assignment of another thread does to the first.
static StringRef replacement(const Leak &L) {
  return L.Effect == Ending::Terminates
             ? "the assignment calls std::terminate"
             : "the first one can no longer be joined";
}

void UnjoinedThreadCheck::say(const Leak &L, const TranslationUnit &Unit) {
  SourceLocation Location =
      L.Holder ? L.Holder->getLocation() : L.Opened->E->getBeginLoc();
  auto Warning = report(Location, subject(L));
  if (!Warning)
    return;
  *Warning << L.Holder
           << (L.End == Leak::AtReplacement
                   ? replacement(L)
                   : endingWords(L.Effect, L.Opened->Class != nullptr,
                                 L.IsMany))
           << makeJoining(L, Unit);
  Warning.reset();
  notePath(L, "the thread starts here", Location);
}

void UnjoinedThreadCheck::say(const UnclosedField &F,
                              const TranslationUnit &Unit) {
  const FieldDecl *Field = F.Life->Field;
  if (F.Elsewhere) {
    auto Warning = report(Field->getLocation(),
                          "thread member %0 is not joined by the destructor of "
                          "%1");
    if (!Warning)
      return;
    *Warning << Field << Field->getParent() << closeInDestructor(F, Unit);
    Warning.reset();
    noteElsewhere(F, "it is joined here, in %0, which the destructor does not "
                     "call");
    return;
  }
  auto Warning =
      report(Field->getLocation(), "thread member %0 is never joined: %1");
  if (!Warning)
    return;
  *Warning << Field
           << endingWords(F.Effect, F.opening().Class != nullptr,
                          /*IsMany=*/false)
           << joinInDestructor(F, Unit);
  Warning.reset();
  noteOpening(F, "the thread starts here");
}

} // namespace clang::tidy::leash
