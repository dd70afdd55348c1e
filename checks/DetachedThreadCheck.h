//===--- DetachedThreadCheck.h - leash-detached-thread ----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_DETACHEDTHREADCHECK_H
#define LEASH_DETACHEDTHREADCHECK_H

#include "LeashCheck.h"
#include "analysis/Excuses.h"

namespace clang::tidy::leash {

/// Finds threads that are let go with nothing to stop them and nobody to wait
/// for them.
///
/// For the user-facing documentation see docs/checks/detached-thread.md.
class DetachedThreadCheck : public LeashCheck {
public:
  using LeashCheck::LeashCheck;

private:
  void analyse(const ::leash::TranslationUnit &Unit) override;
  void say(const ::leash::Detachment &D, const ::leash::Excuses &Why,
           const ::leash::TranslationUnit &Unit);
  void showStart(const ::leash::Detachment &D);
  void showCaptures(const ::leash::Detachment &D,
                    const ::leash::TranslationUnit &Unit);

  Flag Strict{*this, "Strict", false};
};

} // namespace clang::tidy::leash

#endif // LEASH_DETACHEDTHREADCHECK_H
