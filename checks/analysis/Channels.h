//===--- Channels.h - what does this call do to a channel? ------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A channel hands elements from one thread to another, and makes one of them
// wait: a catalogued queue, or a class or struct of the user's own, which is
// known by what its functions do, not by their names. One that waits with no
// time limit on a condition variable or a semaphore of the object puts when it
// stores what it is given, and takes when it gives something back. One that
// gives a value to what such a wait looks at closes the channel.
//
// A wait that also looks at something outside of the channel (a stop token, a
// flag that the function is given, an object behind a pointer) is taken for one
// that somebody can end: missed alarm where nobody does.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CHANNELS_H
#define LEASH_ANALYSIS_CHANNELS_H

#include "Handles.h"
#include "llvm/ADT/SetVector.h"

namespace leash {

/// What a function does to a channel.
struct ChannelDeed {
  using Fields = llvm::SmallSetVector<const clang::FieldDecl *, 4>;
  enum KindType { Looks, Puts, Takes, Shuts };

  /// Set for catalogued functions.
  std::optional<KindType> Known;
  bool Waits = false;     ///< With no time limit.
  bool IsWatched = false; ///< The wait looks at something outside, too.
  bool Stores = false;    ///< Keeps something that it is given.
  bool Yields = false;    ///< Has a way to give something back.
  bool Throws = false;
  /// Waits after it has stored: until somebody has taken.
  bool HandsOver = false;
  bool CanBeShut = false; ///< Its wait looks at a state such as "closed".
  Fields Condition;       ///< What its wait looks at.
  Fields Written;         ///< What it changes.
  Fields Set;             ///< What it gives a constant.

  /// Whether a call may never return.
  bool blocks() const { return Waits && !IsWatched; }
  /// Its kind, as seen by whoever waits in \p Blocked; null for neither.
  KindType kind(const ChannelDeed *Blocked) const;
};

/// A call on a channel.
struct ChannelCall {
  const clang::CallExpr *At = nullptr;
  /// The channel, as the call names it.
  const clang::Expr *Channel = nullptr;
  const ChannelDeed *Deed = nullptr;
};

/// Answers for one AST, from one thread at a time.
class Channels {
public:
  explicit Channels(const UserCode &Code) : Code(Code) {}

  /// What \p S does, when it is a call on a channel or on an object that might
  /// be one.
  std::optional<ChannelCall> callAt(const clang::Stmt *S) const;

  /// What \p Callee does to its object; null when that is not known, or when it
  /// touches none.
  const ChannelDeed *deedOf(const clang::FunctionDecl *Callee) const;

private:
  std::optional<ChannelCall> catalogued(const clang::CallExpr *Call,
                                        bool IsAwaited) const;
  std::optional<ChannelCall> awaited(const clang::CallExpr *Wait) const;

  const UserCode &Code;
  /// By definition; null for functions that touch no object.
  mutable llvm::DenseMap<const clang::FunctionDecl *,
                         std::unique_ptr<ChannelDeed>>
      Deeds;
  /// By row, and whether the overload waits.
  mutable llvm::DenseMap<std::pair<const CallRow *, unsigned>,
                         std::unique_ptr<ChannelDeed>>
      Rows;
};

} // namespace leash

#endif // LEASH_ANALYSIS_CHANNELS_H
