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

static bool isNamedBy(const BlockingFact &Fact, llvm::StringRef Deadline) {
  return llvm::any_of(Fact.BoundedBy, [&](const DeadlineNames &Names) {
    return llvm::is_contained(Names, Deadline);
  });
}

bool HeldDeadlines::has(llvm::StringRef Deadline) const {
  return llvm::any_of(Set, [&](const DeadlineEvent *Each) {
    return Each->What->Deadline == Deadline;
  });
}

void HeldDeadlines::drop(llvm::StringRef Deadline) {
  llvm::erase_if(Set, [&](const DeadlineEvent *Each) {
    return Each->What->Deadline == Deadline;
  });
  llvm::erase_if(Undone, [&](const UndoneDeadline &Each) {
    return Each.Setting->What->Deadline == Deadline;
  });
}

void HeldDeadlines::undo(const UndoneDeadline &What) {
  drop(What.Setting->What->Deadline);
  Undone.push_back(What);
}

void HeldDeadlines::set(const DeadlineEvent &Event) {
  for (const Reasons::value_type &Refusal : Event.What->RefusedBy)
    if (has(Refusal.first))
      return undo({&Event, nullptr, &Refusal});
  drop(Event.What->Deadline);
  Set.push_back(&Event);
}

void HeldDeadlines::clear(const DeadlineEvent &Event) {
  auto Before = Set;
  for (const DeadlineEvent *Each : Before)
    if (Event.Only.empty() ||
        llvm::is_contained(Event.Only, Each->What->Deadline))
      undo({Each, &Event});
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
    return clear(Event);
  case DeadlineEvent::Sets:
    return set(Event);
  case DeadlineEvent::Unsets:
    return undo({&Event});
  case DeadlineEvent::Refuses:
    if (!has(Event.What->Deadline))
      undo({&Event});
    return;
  case DeadlineEvent::Passes:
    if (Events.isReadied(Event.Into))
      ReadiedBy = &Event;
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
                   Events.code().isBefore(Event.E, Each->E);
    if (!IsLater &&
        !llvm::is_contained(Event.Copied->ButFor, Each->What->Deadline))
      applyIn(*Each, Events, Depth + 1);
  }
  for (const UndoneDeadline &Each : Other.Undone)
    if (!has(Each.Setting->What->Deadline))
      undo(Each);
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
  bool IsLost = false;
  auto Apply = [&](auto &&Belongs) {
    for (const DeadlineEvent &Event : Events.of(Handle)) {
      if (!Belongs(Event.Kind))
        continue;
      applyIn(Event, Events, Depth);
      // What one constructor copies is not known, whatever others do.
      IsLost |= Event.Kind == DeadlineEvent::Copies && !IsKnown;
    }
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
  IsKnown &= !IsLost;
}

const UndoneDeadline *HeldDeadlines::undoneFor(const BlockingFact &Fact) const {
  for (const UndoneDeadline &Each : llvm::reverse(Undone))
    if (!Each.Setting->What->IsSwitch &&
        isNamedBy(Fact, Each.Setting->What->Deadline))
      return &Each;
  return nullptr;
}

bool HeldDeadlines::isUndone(llvm::StringRef Deadline) const {
  return llvm::any_of(Undone, [&](const UndoneDeadline &Each) {
    return Each.Setting->What->Deadline == Deadline;
  });
}

/// Whether somebody has tried to give the handle a limit that would bound
/// \p Fact, and that a handle with \p Deadline refuses.
bool HeldDeadlines::isDoubted(llvm::StringRef Deadline,
                              const BlockingFact &Fact) const {
  return llvm::any_of(Undone, [&](const UndoneDeadline &Each) {
    return Each.Refusal && Each.Refusal->first == Deadline &&
           isNamedBy(Fact, Each.Setting->What->Deadline);
  });
}

bool HeldDeadlines::bounds(const DeadlineEvent &Wait) const {
  const BlockingFact &Fact = *Wait.Waits;
  // A wait for ever is reported itself.
  if (ReadiedBy && Fact.EndedBy.empty() &&
      (!Wait.IsBeyond || ReadiedBy->IsForever))
    return true;
  if (!Fact.ByDefault.empty() && !isUndone(Fact.ByDefault))
    return true;
  auto Holds = [&](llvm::StringRef Name) {
    return has(Name) && !isDoubted(Name, Fact);
  };
  return llvm::any_of(Fact.BoundedBy, [&](const DeadlineNames &Names) {
    return llvm::all_of(Names, Holds);
  });
}

uint64_t HeldDeadlines::hash() const {
  llvm::hash_code Hash = llvm::hash_combine(
      IsKnown, ReadiedBy, llvm::hash_combine_range(Set.begin(), Set.end()));
  for (const UndoneDeadline &Each : Undone)
    Hash = llvm::hash_combine(Hash, Each.Setting, Each.By, Each.Refusal);
  return Hash;
}

} // namespace leash
