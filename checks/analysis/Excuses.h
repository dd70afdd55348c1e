//===--- Excuses.h - what speaks for a detached thread? ---------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_EXCUSES_H
#define LEASH_ANALYSIS_EXCUSES_H

#include "Detachments.h"

namespace leash {

/// What can be said for a thread that is let go.
struct Excuses {
  bool Stoppable = false;       ///< It obeys a stop signal, or may.
  bool Awaited = false;         ///< Somebody waits for what it signals.
  bool ProcessLifetime = false; ///< It is to live as long as the process.
  bool Unknown = false;         ///< What it does was skipped or does
                                ///< not compile.
  bool Accepted = false; ///< The function around is a catalogued wrapper.
};

/// The excuses that hold for every thread that \p D may let go.
Excuses excusesFor(const Detachment &D, const TranslationUnit &Unit);

/// Whether the task turns in a loop that nothing leaves. A visible function
/// that throws is a way out.
bool neverEnds(const TaskCode &Code, const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_EXCUSES_H
