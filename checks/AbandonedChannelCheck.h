//===--- AbandonedChannelCheck.h - leash-abandoned-channel ------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ABANDONEDCHANNELCHECK_H
#define LEASH_ABANDONEDCHANNELCHECK_H

#include "LeashCheck.h"
#include "analysis/AbandonedChannels.h"

namespace clang::tidy::leash {

/// Finds tasks that block for ever on a channel whose other end has left
/// without closing it.
///
/// For the user-facing documentation see docs/checks/abandoned-channel.md.
class AbandonedChannelCheck : public LeashCheck {
public:
  using LeashCheck::LeashCheck;

private:
  void analyse(const ::leash::TranslationUnit &Unit) override;
  void say(const ::leash::AbandonedChannel &Found);
  void showEvidence(const ::leash::AbandonedChannel &Found,
                    SourceLocation Location);
};

} // namespace clang::tidy::leash

#endif // LEASH_ABANDONEDCHANNELCHECK_H
