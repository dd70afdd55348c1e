//===--- EndlessWorkerCheck.h - leash-endless-worker ------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ENDLESSWORKERCHECK_H
#define LEASH_ENDLESSWORKERCHECK_H

#include "LeashCheck.h"
#include "analysis/EndlessWorkers.h"

namespace clang::tidy::leash {

/// Finds loops of tasks that nothing can end.
///
/// For the user-facing documentation see docs/checks/endless-worker.md.
class EndlessWorkerCheck : public LeashCheck {
public:
  using LeashCheck::LeashCheck;

private:
  void analyse(const ::leash::TranslationUnit &Unit) override;
  void say(const ::leash::EndlessLoop &Found);
  void showEvidence(const ::leash::EndlessLoop &Found, SourceLocation Location);
  void showJoin(const ::leash::Join &Hangs);
};

} // namespace clang::tidy::leash

#endif // LEASH_ENDLESSWORKERCHECK_H
