//===--- Closing.h - is it closed on every path? ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows a thread or pool from where it is opened, through the variables of
// the function that hold it, to where it is closed, handed on, or lost. The
// walk goes over the control-flow graph, shortest paths first, and remembers
// on the way what the decisions said (Facts.h).
//
// One thread is followed at a time. A container counts as a whole: a loop that
// joins its elements joins them all, however often it turns (missed alarm: a
// loop that leaves some out). What happens to an object in code that is not
// visible ends the walk in silence.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CLOSING_H
#define LEASH_ANALYSIS_CLOSING_H

#include "Openings.h"
#include "Paths.h"
#include "Uses.h"

namespace leash {

/// A thread or pool that is lost, and the path on which it is.
struct Leak {
  enum EndKind {
    AtReturn,
    AtThrow,
    AtCall,        ///< A call that may throw.
    AtScopeEnd,    ///< The closing brace, or break, continue, goto.
    AtReplacement, ///< Another one is put over it.
    AtDestruction, ///< delete, reset, clear
    AtOnce,        ///< A temporary.
  };

  const Opening *Opened = nullptr;
  /// The variable that holds it at the end; null for a temporary.
  const clang::VarDecl *Holder = nullptr;
  Ending Effect = Ending::Leaks;
  EndKind End = AtOnce;
  clang::SourceLocation EndLocation;
  std::vector<Decision> Decisions;
  /// Whether Holder holds any number of threads.
  bool IsMany = false;
  /// Whether nothing in the function closes it or hands it on, on any path.
  bool IsNeverClosed = false;
};

/// What to look for, and what was too much.
struct ClosingSearch {
  /// Whether a call that may throw is the end of a path.
  bool CheckExceptions = false;
  /// What else a class's objects do with what they hold when they die: for
  /// pools of the user's.
  std::function<std::optional<Ending>(clang::QualType)> EndingOf;
  /// Counts the functions that were given up on.
  unsigned GivenUp = 0;
};

/// The leaks of \p List, in its order, one a variable.
std::vector<Leak> findLeaks(llvm::ArrayRef<Opening> List, const UserCode &Code,
                            const Uses &UseOf, ClosingSearch &Search);

} // namespace leash

#endif // LEASH_ANALYSIS_CLOSING_H
