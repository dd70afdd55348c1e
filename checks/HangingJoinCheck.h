//===--- HangingJoinCheck.h - leash-hanging-join ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_HANGINGJOINCHECK_H
#define LEASH_HANGINGJOINCHECK_H

#include "LeashCheck.h"
#include "analysis/HangingJoins.h"

namespace clang::tidy::leash {

/// Finds joins of a thread that waits for something that nothing before the
/// join brings.
///
/// For the user-facing documentation see docs/checks/hanging-join.md.
class HangingJoinCheck : public LeashCheck {
public:
  using LeashCheck::LeashCheck;

private:
  void analyse(const ::leash::TranslationUnit &Unit) override;
  void say(const ::leash::HangingJoin &Found);
  void showEvidence(const ::leash::HangingJoin &Found, SourceLocation Location);
};

} // namespace clang::tidy::leash

#endif // LEASH_HANGINGJOINCHECK_H
