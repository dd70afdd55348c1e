//===--- MissingTimeoutCheck.h - leash-missing-timeout ----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MISSINGTIMEOUTCHECK_H
#define LEASH_MISSINGTIMEOUTCHECK_H

#include "LeashCheck.h"
#include "analysis/UnboundedCalls.h"

namespace clang::tidy::leash {

/// Finds calls to other processes and machines that can wait for ever because
/// nothing limits the time.
///
/// For the user-facing documentation see docs/checks/missing-timeout.md.
class MissingTimeoutCheck : public LeashCheck {
public:
  using LeashCheck::LeashCheck;

private:
  void analyse(const ::leash::TranslationUnit &Unit) override;
  void say(const ::leash::UnboundedCall &Call,
           const ::leash::TranslationUnit &Unit);
  void noteEvidence(const ::leash::UnboundedCall &Call,
                    const ::leash::TranslationUnit &Unit);
  bool isWanted(StringRef Option) const;

  Flag StrictSockets{*this, "StrictSockets", false};
  Flag Resolvers{*this, "Resolvers", false};
  Flag AcceptLoops{*this, "AcceptLoops", false};
  Flag KernelBounded{*this, "KernelBounded", true};
  Number DefaultTimeoutMs{*this, "DefaultTimeoutMs", 5000};
};

} // namespace clang::tidy::leash

#endif // LEASH_MISSINGTIMEOUTCHECK_H
