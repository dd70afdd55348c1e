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

/// A setting that did not last, or never was one.
struct UndoneDeadline {
  const DeadlineEvent *Setting = nullptr;
  /// What took it back; null when it did nothing from the start.
  const DeadlineEvent *By = nullptr;
  /// The deadline of the handle that refused it, and why; null for other
  /// reasons.
  const Reasons::value_type *Refusal = nullptr;
};

/// What is known of the deadlines of one handle at one point.
struct HeldDeadlines {
  /// Whether the handle has been made, and nothing has been done to it since
  /// that is not known.
  bool IsKnown = false;
  /// The last wait for it to be ready; null when there was none.
  const DeadlineEvent *ReadiedBy = nullptr;
  /// The settings that hold, one a deadline.
  llvm::SmallVector<const DeadlineEvent *, 4> Set;
  /// The settings that do not hold any more, one a deadline, the last one last.
  llvm::SmallVector<UndoneDeadline, 2> Undone;

  /// \p Event happens.
  void apply(const DeadlineEvent &Event, const DeadlineEvents &Events);
  /// All that ever happens to \p Handle does, in no order: what is set anywhere
  /// is set. For handles that several functions share.
  void applyAll(Place Handle, const DeadlineEvents &Events);

  /// The last of Undone by which \p Fact would be bounded; null when there is
  /// none.
  const UndoneDeadline *undoneFor(const BlockingFact &Fact) const;

  /// Whether the call \p Wait is bounded.
  bool bounds(const DeadlineEvent &Wait) const;

  /// The same for equal ones.
  uint64_t hash() const;

private:
  void applyIn(const DeadlineEvent &Event, const DeadlineEvents &Events,
               unsigned Depth);
  void copy(const DeadlineEvent &Event, const DeadlineEvents &Events,
            unsigned Depth);
  void applyAllIn(Place Handle, const DeadlineEvents &Events, unsigned Depth);
  bool has(llvm::StringRef Deadline) const;
  bool isUndone(llvm::StringRef Deadline) const;
  void drop(llvm::StringRef Deadline);
  void clear(const DeadlineEvent &Event);
  void set(const DeadlineEvent &Event);
  void undo(const UndoneDeadline &What);
  bool isDoubted(llvm::StringRef Deadline, const BlockingFact &Fact) const;
};

} // namespace leash

#endif // LEASH_ANALYSIS_HELDDEADLINES_H
