//===--- ChannelWalk.h - the paths of a channel's other end -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CHANNELWALK_H
#define LEASH_ANALYSIS_CHANNELWALK_H

#include "ChannelAnswers.h"
#include "ChannelEnds.h"
#include "Flow.h"

namespace leash {

/// What a statement does about the channel.
struct ChannelStep {
  bool Uses = false; ///< Takes what the task puts, or the other way about.
  bool Shuts = false;
  bool Guards = false; ///< From here on it is closed on every way out.
  bool Told = false;   ///< It came back because the other end said so.
};

using ChannelSteps = llvm::DenseMap<const clang::Stmt *, ChannelStep>;

/// Whether \p S waits, with no time limit, for the task of \p Started to end.
bool isJoinOf(const clang::Stmt *S, const Spawn &Started,
              const TranslationUnit &Unit);

/// The first path on which \p Function, which does to the channel what \p Does
/// says, leaves \p Task waiting. The task starts on the way when \p Function
/// starts it. None where there are too many paths.
std::optional<Departure>
walkChannelEnd(const clang::FunctionDecl *Function, const ChannelTask &Task,
               const ChannelSteps &Does, const ChannelAnswers &Answers,
               const clang::CFG &Graph, const Flow &Events,
               const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_CHANNELWALK_H
