//===--- UnboundedSpawnCheck.h - leash-unbounded-spawn ----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_UNBOUNDEDSPAWNCHECK_H
#define LEASH_UNBOUNDEDSPAWNCHECK_H

#include "LeashCheck.h"
#include "analysis/UnboundedSpawns.h"

namespace clang::tidy::leash {

/// Finds loops and event handlers that start threads with nothing to limit how
/// many run at once.
///
/// For the user-facing documentation see docs/checks/unbounded-spawn.md.
class UnboundedSpawnCheck : public LeashCheck {
public:
  using LeashCheck::LeashCheck;

private:
  void analyse(const ::leash::TranslationUnit &Unit) override;
  void say(const ::leash::UnboundedSpawn &Found, SourceLocation Start);
  void showEvidence(const ::leash::UnboundedSpawn &Found, SourceLocation Start);
};

} // namespace clang::tidy::leash

#endif // LEASH_UNBOUNDEDSPAWNCHECK_H
