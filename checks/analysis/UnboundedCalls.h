//===--- UnboundedCalls.h - which calls can wait for ever? ------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call that waits for another process or machine is bounded by its own
// argument, or by a deadline of its handle that holds on every path from where
// the handle was made (DeadlineWalk.h). Handles that several functions share,
// such as members, have whatever any visible function sets; if code that is not
// visible could set it, nothing is said.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_UNBOUNDEDCALLS_H
#define LEASH_ANALYSIS_UNBOUNDEDCALLS_H

#include "HeldDeadlines.h"
#include "Paths.h"

namespace leash {

class TranslationUnit;

/// A call that can wait for ever, and why.
struct UnboundedCall {
  enum ReasonKind {
    NoDeadline,   ///< Nobody has set one; Because tells of what is no limit.
    OnPath,       ///< Somebody has, but not on this path.
    GivenForever, ///< Its argument says so.
    SetForever,   ///< Its handle was told so, by Setter.
    Refused,      ///< Setter had no effect.
    TakenBack,    ///< Setter was undone by Undoer.
    Ineffective,  ///< What Setter has set does not bound this call: Because.
  };

  /// The call.
  const DeadlineEvent *Wait = nullptr;
  ReasonKind Reason = NoDeadline;
  const DeadlineEvent *Setter = nullptr;
  const DeadlineEvent *Undoer = nullptr;
  std::string Because;
  /// GivenForever, SetForever, Refused: the value.
  TimeValue Value;
  /// The path from where the handle was made.
  std::vector<Decision> Path;
  /// The call of a visible function, around Wait, that gives it this handle.
  const clang::Expr *Caller = nullptr;
  /// The argument among the options that was meant to bound it.
  const clang::Expr *Option = nullptr;
  /// The handle, as the code that made it calls it; null when there is none.
  Place Handle = nullptr;
};

/// What to look for, and what was too much.
struct UnboundedSearch {
  /// Whether calls are wanted that are reported with this option only.
  std::function<bool(llvm::StringRef Option)> IsWanted;
  /// Counts the functions that were given up on.
  unsigned GivenUp = 0;
};

/// The calls of the user's code that can wait for ever: one a handle and
/// function, and one for a wait that something else ends. The events that the
/// result refers to belong to \p Events.
std::vector<UnboundedCall> findUnboundedCalls(const TranslationUnit &Unit,
                                              const DeadlineEvents &Events,
                                              UnboundedSearch &Search);

/// Why \p Now does not bound \p Wait; whether other paths do is left out.
UnboundedCall unbounded(const DeadlineEvent &Wait, const HeldDeadlines &Now,
                        const DeadlineEvents &Events);

} // namespace leash

#endif // LEASH_ANALYSIS_UNBOUNDEDCALLS_H
