//===--- ChannelOwners.h - who could close this channel? --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A task waits on a channel that the function which started it has: a local of
// that function, a member of its class, or a local of its only callers. This
// answers only where all code that could close the channel is visible.
//
// A member is judged when nobody but that function and its task does more than
// look at it, or do what the task does. Fields are told apart by their
// declaration (Handles.h), so that all uses have to be those of "this".
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CHANNELOWNERS_H
#define LEASH_ANALYSIS_CHANNELOWNERS_H

#include "ChannelEnds.h"
#include "TaskCode.h"

namespace leash {

class ChannelOwners {
public:
  ChannelOwners(const TranslationUnit &Unit, const ChannelUses &UseOf)
      : Unit(Unit), Code(Unit.code()), UseOf(UseOf) {}

  /// The channel on which the task of \p S, whose code is \p Runs, waits in
  /// \p Blocked. None when others might close it.
  std::optional<OwnedChannel> channelOf(const Spawn &S, const TaskCode &Runs,
                                        const ChannelCall &Blocked,
                                        const Bindings &Bound) const;

  /// Whether \p Left, which abandons \p Task, does so while the channel is as
  /// it is: nobody comes to it any more, or the function waits for the task.
  bool isFinal(const ChannelTask &Task, const Departure &Left) const;

private:
  /// One question.
  struct Question {
    const Spawn &Started;
    const TaskCode &Runs;
    const ChannelCall &Blocked;
    const Bindings &Bound;
  };

  std::optional<OwnedChannel> local(const Question &Q, Place Where) const;
  std::optional<OwnedChannel> member(const Question &Q,
                                     const clang::FieldDecl *Field) const;
  std::optional<OwnedChannel>
  parameter(const Question &Q, const clang::ParmVarDecl *Parameter) const;

  bool isHarmless(const clang::FunctionDecl *Function,
                  const OwnedChannel &Channel, const Question &Q) const;
  bool isGivenOwn(const clang::CallExpr *Call, unsigned Index,
                  const clang::Decl *Root, const Question &Q) const;
  bool waitsFor(const ChannelTask &Task, const Departure &Left) const;
  bool isJoinedByDestructor(const ChannelTask &Task) const;

  const TranslationUnit &Unit;
  const UserCode &Code;
  const ChannelUses &UseOf;
};

} // namespace leash

#endif // LEASH_ANALYSIS_CHANNELOWNERS_H
