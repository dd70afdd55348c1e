//===--- UnclosedPoolCheck.cpp - leash-unclosed-pool ----------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnclosedPoolCheck.h"
#include "Repairs.h"
#include "analysis/Obligations.h"

using namespace leash;

namespace clang::tidy::leash {

void UnclosedPoolCheck::analyse(const TranslationUnit &Unit) {
  UnclosedFieldOptions Options{RequireDestructor, IgnoreStatic};
  for (const UnclosedField &F : unclosedThreadFields(Unit, Options))
    if (F.isMany())
      sayThreads(F, Unit);
  for (const UnclosedField &F : unclosedPoolFields(Unit, Options))
    sayPool(F, Unit);
  ClosingSearch Search;
  Search.EndingOf = [&](QualType Type) { return Unit.pools().ending(Type); };
  for (const Leak &L : findLeaks(Unit.pools().openings(), Unit.code(),
                                 Unit.pools().uses(), Search))
    if (mustBeJoined(*L.Opened, L.Effect, Unit))
      sayLeak(L);
  countGivenUp(Search.GivenUp);
  for (const Replacement &R : findReplacements(Unit))
    sayReplaced(R);
}

/// "thread pool" for a catalogued one, "pool" and its class for the user's.
static std::string nameOf(const Opening &O) {
  if (O.Pool != "pool" || !O.Class)
    return O.Pool.str();
  return "'" + O.Class->getNameAsString() + "' pool";
}

static StringRef consequence(Ending Effect) {
  switch (Effect) {
  case Ending::Terminates:
    return "the destructors of its threads call std::terminate";
  case Ending::Detaches:
    return "the destructors of its threads detach them silently";
  case Ending::Joins:
  case Ending::Leaks:
    break;
  }
  return "its threads run on";
}

void UnclosedPoolCheck::sayThreads(const UnclosedField &F,
                                   const TranslationUnit &Unit) {
  const FieldDecl *Field = F.Life->Field;
  if (F.Elsewhere) {
    auto Warning = report(Field->getLocation(),
                          "threads of member %0 are not joined by the "
                          "destructor of %1");
    if (!Warning)
      return;
    *Warning << Field << Field->getParent() << closeInDestructor(F, Unit);
    Warning.reset();
    noteElsewhere(F, "they are joined here, in %0, which the destructor does "
                     "not call");
    return;
  }
  auto Warning =
      report(Field->getLocation(), "threads of member %0 are never joined: %1");
  if (!Warning)
    return;
  *Warning << Field
           << endingWords(F.Effect, F.opening().Class != nullptr,
                          /*IsMany=*/true)
           << joinInDestructor(F, Unit);
  Warning.reset();
  noteOpening(F, "the threads start here");
}

void UnclosedPoolCheck::sayPool(const UnclosedField &F,
                                const TranslationUnit &Unit) {
  const FieldDecl *Field = F.Life->Field;
  std::string Name = nameOf(F.opening());
  if (F.Elsewhere) {
    auto Warning = report(Field->getLocation(),
                          "%0 member %1 is not closed by the destructor of %2");
    if (!Warning)
      return;
    *Warning << Name << Field << Field->getParent()
             << closeInDestructor(F, Unit);
    Warning.reset();
    noteElsewhere(F, "it is closed here, in %0, which the destructor does not "
                     "call");
    return;
  }
  auto Warning = report(Field->getLocation(), "%0 member %1 is never closed: "
                                              "%2");
  if (!Warning)
    return;
  *Warning << Name << Field << consequence(F.Effect);
  Warning.reset();
  noteOpening(F, "the pool is made here");
}

void UnclosedPoolCheck::sayLeak(const Leak &L) {
  SourceLocation Location =
      L.Holder ? L.Holder->getLocation() : L.Opened->E->getBeginLoc();
  StringRef Subject = "this %1 is never closed: %2";
  if (L.Holder && L.End == Leak::AtReplacement)
    Subject = "%1 %0 is not closed before it is assigned another: %2";
  else if (L.Holder)
    Subject = L.IsNeverClosed ? "%1 %0 is never closed: %2"
                              : "%1 %0 is not closed on every path: %2";
  auto Warning = report(Location, Subject);
  if (!Warning)
    return;
  *Warning << L.Holder << nameOf(*L.Opened) << consequence(L.Effect);
  Warning.reset();
  notePath(L, "the pool is made here", Location);
}

void UnclosedPoolCheck::sayReplaced(const Replacement &R) {
  const Stmt *Assignment = R.Opened->HandleFate.At;
  auto Warning = report(Assignment->getBeginLoc(),
                        "this puts a new %0 over one that may be running: "
                        "nothing closes the old one");
  if (!Warning)
    return;
  *Warning << nameOf(*R.Opened);
  Warning.reset();
  if (R.Before && R.Before->E)
    note(R.Before->E->getBeginLoc(), "the old one is made here");
}

} // namespace clang::tidy::leash
