//===--- UnclosedPoolCheck.h - leash-unclosed-pool --------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_UNCLOSEDPOOLCHECK_H
#define LEASH_UNCLOSEDPOOLCHECK_H

#include "LeashCheck.h"
#include "analysis/Replacements.h"

namespace clang::tidy::leash {

/// Finds thread pools and containers of threads that nothing closes.
///
/// For the user-facing documentation see docs/checks/unclosed-pool.md.
class UnclosedPoolCheck : public LeashCheck {
public:
  using LeashCheck::LeashCheck;

private:
  void analyse(const ::leash::TranslationUnit &Unit) override;
  void sayThreads(const ::leash::UnclosedField &F,
                  const ::leash::TranslationUnit &Unit);
  void sayPool(const ::leash::UnclosedField &F,
               const ::leash::TranslationUnit &Unit);
  void sayLeak(const ::leash::Leak &L);
  void sayReplaced(const ::leash::Replacement &R);

  Flag RequireDestructor{*this, "RequireDestructor", false};
  Flag IgnoreStatic{*this, "IgnoreStatic", true};
};

} // namespace clang::tidy::leash

#endif // LEASH_UNCLOSEDPOOLCHECK_H
