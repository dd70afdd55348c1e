//===--- UnjoinedThreadCheck.h - leash-unjoined-thread ----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_UNJOINEDTHREADCHECK_H
#define LEASH_UNJOINEDTHREADCHECK_H

#include "LeashCheck.h"
#include "analysis/UnclosedFields.h"

namespace clang::tidy::leash {

/// Finds threads that reach the end of their handle's life neither joined nor
/// let go.
///
/// For the user-facing documentation see docs/checks/unjoined-thread.md.
class UnjoinedThreadCheck : public LeashCheck {
public:
  using LeashCheck::LeashCheck;

private:
  void analyse(const ::leash::TranslationUnit &Unit) override;
  void say(const ::leash::Leak &L, const ::leash::TranslationUnit &Unit);
  void say(const ::leash::UnclosedField &F,
           const ::leash::TranslationUnit &Unit);

  Flag CheckExceptions{*this, "CheckExceptions", false};
  Flag RequireDestructor{*this, "RequireDestructor", false};
  Flag IgnoreStatic{*this, "IgnoreStatic", true};
};

} // namespace clang::tidy::leash

#endif // LEASH_UNJOINEDTHREADCHECK_H
