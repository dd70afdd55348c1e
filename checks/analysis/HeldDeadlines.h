//===--- HeldDeadlines.h - which deadlines does it have now? ----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_HELDDEADLINES_H
#define LEASH_ANALYSIS_HELDDEADLINES_H

#include "DeadlineEvents.h"

namespace leash {

/// What is known of the deadlines of one handle at one point.
struct HeldDeadlines {
  /// Whether the handle has been made, and nothing has been done to it since
  /// that is not known.
  bool IsKnown = false;
  /// Whether somebody has waited for it to be ready.
  bool IsReady = false;
  /// The settings that hold, one a deadline.
  llvm::SmallVector<const DeadlineEvent *, 4> Set;
  /// The last setting that did not last, or never was one, and what undid it.
  const DeadlineEvent *Undone = nullptr;
  const DeadlineEvent *UndoneBy = nullptr;

  /// \p Event happens.
  void apply(const DeadlineEvent &Event, const DeadlineEvents &Events);
  /// All that ever happens to \p Handle does, in no order: what is set anywhere
  /// is set. For handles that several functions share.
  void applyAll(Place Handle, const DeadlineEvents &Events);

  /// Whether a call that waits as \p Fact says is bounded.
  bool bounds(const BlockingFact &Fact) const;

  /// The same for equal ones.
  uint64_t hash() const;

private:
  void applyIn(const DeadlineEvent &Event, const DeadlineEvents &Events,
               unsigned Depth);
  void copy(const DeadlineEvent &Event, const DeadlineEvents &Events,
            unsigned Depth);
  void applyAllIn(Place Handle, const DeadlineEvents &Events, unsigned Depth);
  void drop(llvm::StringRef Deadline);
};

} // namespace leash

#endif // LEASH_ANALYSIS_HELDDEADLINES_H
