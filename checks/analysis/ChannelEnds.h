//===--- ChannelEnds.h - is a channel left open? ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A task waits on a channel; this follows the function at the other end over
// its paths, and finds one on which it stops using the channel of its own
// accord and does not close it.
//
// It leaves where a decision takes a path to where the channel is not used any
// more. When the other end decided (ChannelAnswers.h), nobody is abandoned.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CHANNELENDS_H
#define LEASH_ANALYSIS_CHANNELENDS_H

#include "ChannelUses.h"
#include "Paths.h"

namespace leash {

/// A task that waits on a channel.
struct ChannelTask {
  const Spawn *Started = nullptr;
  OwnedChannel Channel;
  ChannelCall Blocked;
  /// What the task does there: Puts or Takes.
  ChannelDeed::KindType Side = ChannelDeed::Puts;
  bool IsRepeated = false; ///< It is in a loop.
  bool IsCounted = false;  ///< In one that counts, or goes over a range.
  /// Whether the task may end because of what is in an element.
  bool EndsByContent = false;
  /// What the task writes, and its handle.
  llvm::DenseSet<const clang::ValueDecl *> Decides;
};

/// How the other end leaves.
struct Departure {
  enum EndKind { AtReturn, AtThrow, AtJoin, AtEnd };

  EndKind End = AtEnd;
  clang::SourceLocation Location;
  std::vector<Decision> Decisions;
  /// Who leaves.
  const clang::FunctionDecl *Function = nullptr;
};

/// What one function does at the other end.
struct ChannelEnd {
  bool Escapes = false; ///< Nothing is known.
  bool Uses = false;    ///< It puts what the task takes, or takes what it puts.
  bool Turns = false;   ///< It does so in a loop.
  bool Shuts = false;   ///< It closes the channel somewhere.
  std::optional<Departure> Leaves;
};

class ChannelEnds {
public:
  ChannelEnds(const TranslationUnit &Unit, const ChannelUses &UseOf)
      : Unit(Unit), UseOf(UseOf) {}

  /// What \p Function does about \p Task, from its start; when it starts the
  /// task, from there. \p Bound explains its parameters.
  ChannelEnd endIn(const clang::FunctionDecl *Function, const ChannelTask &Task,
                   const Bindings &Bound) const {
    return endIn(Function, Task, Bound, 0);
  }

private:
  ChannelEnd endIn(const clang::FunctionDecl *Function, const ChannelTask &Task,
                   const Bindings &Bound, unsigned Depth) const;

  const TranslationUnit &Unit;
  const ChannelUses &UseOf;
};

} // namespace leash

#endif // LEASH_ANALYSIS_CHANNELENDS_H
