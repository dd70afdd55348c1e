//===--- AbandonedChannels.h - who leaves a task on a channel? --*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function has a channel (ChannelOwners.h), starts a task that waits on it
// with no time limit, and is, or calls or starts, the channel's other end. When
// that end can leave without closing the channel, the task waits for ever.
//
// Silent wherever the channel gets out of sight: it is returned, stored, or
// given to code that is not visible; where more than one function is at the
// other end; and in main, with which the task ends.
//
// A capacity that an early exit leaves unused is not counted, which is a false
// alarm where all elements would fit.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_ABANDONEDCHANNELS_H
#define LEASH_ANALYSIS_ABANDONEDCHANNELS_H

#include "ChannelEnds.h"

namespace leash {

/// A task that is left waiting.
struct AbandonedChannel {
  ChannelTask Task;
  /// The function that has the channel, and starts the task.
  const clang::FunctionDecl *Owner = nullptr;
  Departure Left;
  /// Whether the functions of the channel could tell the task.
  bool CanBeShut = true;
};

std::vector<AbandonedChannel>
findAbandonedChannels(const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_ABANDONEDCHANNELS_H
