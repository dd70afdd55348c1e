//===--- DiscardedFutureCheck.h - leash-discarded-future --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_DISCARDEDFUTURECHECK_H
#define LEASH_DISCARDEDFUTURECHECK_H

#include "LeashCheck.h"
#include "analysis/Discards.h"

namespace clang::tidy::leash {

/// Finds asynchronous calls whose future dies at once, so that they block or
/// run unobserved.
///
/// For the user-facing documentation see docs/checks/discarded-future.md.
class DiscardedFutureCheck : public LeashCheck {
public:
  using LeashCheck::LeashCheck;

private:
  void analyse(const ::leash::TranslationUnit &Unit) override;
  void say(const ::leash::Discard &D);
  void addFix(DiagnosticBuilder &Warning, const ::leash::Discard &D) const;
};

} // namespace clang::tidy::leash

#endif // LEASH_DISCARDEDFUTURECHECK_H
