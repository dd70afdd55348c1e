//===--- Discards.h - which futures die at once? ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_DISCARDS_H
#define LEASH_ANALYSIS_DISCARDS_H

#include "TranslationUnit.h"

namespace leash {

/// A future that dies before anybody asked it anything.
struct Discard {
  enum WayType {
    Expression,  ///< f(); (void)f(); std::ignore = f(); f(), g();
    Unused,      ///< { auto future = f(); }
    Overwritten, ///< for (...) future = f();
  };

  WayType Way = Expression;
  /// The call that makes the future.
  const Site *At = nullptr;
  /// The asynchronous call; null when it is out of sight. It is At itself or,
  /// when At calls a function that makes the future, inside of that.
  const Spawn *Started = nullptr;
  /// The function of the user's that At calls; null for a catalogued call.
  const clang::FunctionDecl *Maker = nullptr;
  /// What the drop does; nothing when the asynchronous call is out of sight.
  std::optional<DropEffect> Effect;
  /// Whether it depends on a policy that is not known here.
  bool PolicyDecides = false;
  /// Unused: the variable.
  const clang::VarDecl *Variable = nullptr;
  /// Whether the call is what is dropped, so that it can be written on to:
  /// not a branch of a conditional, not in a macro.
  bool IsWhole = false;
};

/// All futures that die at once, in the order of the code.
///
/// Missed alarm: a future overwritten in a loop under a condition that looks
/// made to hold once, or when anything else in the loop mentions the future.
std::vector<Discard> findDiscards(const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_DISCARDS_H
