//===--- HeldDeadlines.cpp - which deadlines does it have now? ------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HeldDeadlines.h"

using namespace clang;

namespace leash {

/// Helpers that call helpers: deeper ones are not asked, and lose the handle.
static constexpr unsigned MaxDepth = 6;

/// Whether \p A stands before \p B.
static bool isBefore(const Expr *A, const Expr *B, const UserCode &Code) {
  const SourceManager &Sources = Code.context().getSourceManager();
  return Sources.isBeforeInTranslationUnit(
      Sources.getExpansionLoc(A->getBeginLoc()),
      Sources.getExpansionLoc(B->getBeginLoc()));
}

void HeldDeadlines::drop(llvm::StringRef Deadline) {
  llvm::erase_if(Set, [&](const DeadlineEvent *Each) {
    return Each->What->Deadline == Deadline;
  });
}

void HeldDeadlines::apply(const DeadlineEvent &Event,
                          const DeadlineEvents &Events) {
  applyIn(Event, Events, 0);
}

void HeldDeadlines::applyIn(const DeadlineEvent &Event,
                            const DeadlineEvents &Events, unsigned Depth) {
  switch (Event.Kind) {
  case DeadlineEvent::Creates:
    *this = {};
    IsKnown = true;
    return;
  case DeadlineEvent::Copies:
    return copy(Event, Events, Depth);
  case DeadlineEvent::Clears:
    if (Set.empty())
      return;
    Undone = Set.front();
    UndoneBy = &Event;
    Set.clear();
    return;
  case DeadlineEvent::Sets:
    drop(Event.What->Deadline);
    Set.push_back(&Event);
    if (Undone && Undone->What->Deadline == Event.What->Deadline)
      Undone = nullptr;
    return;
  case DeadlineEvent::Unsets:
    drop(Event.What->Deadline);
    Undone = &Event;
    UndoneBy = nullptr;
    return;
  case DeadlineEvent::Refuses:
    if (llvm::any_of(Set, [&](const DeadlineEvent *Each) {
          return Each->What->Deadline == Event.What->Deadline;
        }))
      return;
    Undone = &Event;
    UndoneBy = nullptr;
    return;
  case DeadlineEvent::Passes:
    IsReady |= Events.isReadied(Event.Into);
    // A function that takes the limits back, and perhaps sets others.
    for (const DeadlineEvent &Inside : Events.of(Event.Into))
      if (Inside.Kind == DeadlineEvent::Clears)
        applyIn(Inside, Events, Depth);
    return applyAllIn(Event.Into, Events, Depth + 1);
  case DeadlineEvent::Ends:
  case DeadlineEvent::Loses:
    IsKnown = false;
    return;
  case DeadlineEvent::Blocks:
    return;
  }
}

/// Whether the call that copies makes the handle, of one to which nothing is
/// done that is not known: a client of a listener that is a parameter.
static bool isNewBeside(const DeadlineEvent &Copy,
                        const DeadlineEvents &Events) {
  bool IsNew =
      llvm::any_of(Events.of(Copy.Handle), [&](const DeadlineEvent &Each) {
        return Each.Kind == DeadlineEvent::Creates && Each.E == Copy.E;
      });
  return IsNew &&
         llvm::none_of(Events.of(Copy.From), [](const DeadlineEvent &Each) {
           return Each.Kind == DeadlineEvent::Loses;
         });
}

/// Takes over what the other handle has; that is known only where it was made
/// here. A handle that the same call makes is new all the same.
void HeldDeadlines::copy(const DeadlineEvent &Event,
                         const DeadlineEvents &Events, unsigned Depth) {
  HeldDeadlines Other;
  if (Event.From && Event.From != Event.Handle && Depth < MaxDepth)
    Other.applyAllIn(Event.From, Events, Depth + 1);
  if (!Other.IsKnown && !isNewBeside(Event, Events)) {
    IsKnown = false;
    return;
  }
  IsKnown = true;
  for (const DeadlineEvent *Each : Other.Set) {
    // What is set on the other one later is its own.
    bool IsLater = Each->Function == Event.Function && Each->E &&
                   isBefore(Event.E, Each->E, Events.code());
    if (!IsLater &&
        !llvm::is_contained(Event.Copied->ButFor, Each->What->Deadline))
      applyIn(*Each, Events, Depth + 1);
  }
  if (!Undone) {
    Undone = Other.Undone;
    UndoneBy = Other.UndoneBy;
  }
}

void HeldDeadlines::applyAll(Place Handle, const DeadlineEvents &Events) {
  applyAllIn(Handle, Events, 0);
}

void HeldDeadlines::applyAllIn(Place Handle, const DeadlineEvents &Events,
                               unsigned Depth) {
  if (Depth > MaxDepth) {
    IsKnown = false;
    return;
  }
  // Who is made twice is not the same handle: what the one has, the other may
  // lack; but it is the same line that should set it.
  auto Apply = [&](auto &&Belongs) {
    for (const DeadlineEvent &Event : Events.of(Handle))
      if (Belongs(Event.Kind))
        applyIn(Event, Events, Depth);
  };
  for (const DeadlineEvent &Event : Events.of(Handle))
    IsKnown |= Event.Kind == DeadlineEvent::Creates;
  Apply([](DeadlineEvent::KindType Kind) {
    return Kind == DeadlineEvent::Unsets || Kind == DeadlineEvent::Refuses;
  });
  Apply([](DeadlineEvent::KindType Kind) {
    return Kind == DeadlineEvent::Sets || Kind == DeadlineEvent::Passes ||
           Kind == DeadlineEvent::Copies || Kind == DeadlineEvent::Loses;
  });
}

bool HeldDeadlines::bounds(const BlockingFact &Fact) const {
  auto Has = [&](llvm::StringRef Name) {
    return llvm::any_of(Set, [&](const DeadlineEvent *Each) {
      return Each->What->Deadline == Name;
    });
  };
  return (IsReady && Fact.EndedBy.empty()) ||
         llvm::any_of(Fact.BoundedBy, [&](const DeadlineNames &Names) {
           return llvm::all_of(Names, Has);
         });
}

uint64_t HeldDeadlines::hash() const {
  return llvm::hash_combine(IsKnown, IsReady, Undone, UndoneBy,
                            llvm::hash_combine_range(Set.begin(), Set.end()));
}

} // namespace leash
