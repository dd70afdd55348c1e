//===--- ChannelUses.h - where does a channel go? ---------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lists what one function does with one channel. "Escapes" covers whatever is
// not understood, so that an unknown use never leads to a report.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CHANNELUSES_H
#define LEASH_ANALYSIS_CHANNELUSES_H

#include "Calls.h"
#include "Channels.h"
#include "TranslationUnit.h"

namespace leash {

/// A channel that a function has, and that is not out of sight anywhere.
struct OwnedChannel {
  /// The local that is the channel or points to it, or the field of Owner; a
  /// member of the function's class, or a parameter of it.
  Place Where = nullptr;
  /// The local struct that has the channel as a field; null when none does.
  const clang::VarDecl *Owner = nullptr;
  /// A member or a parameter: others may come to it when the function has left.
  bool OutlivesFunction = false;
  /// Its destructor, or that of Owner, closes it.
  bool IsShutAtEnd = false;
  /// For a member: the methods of the class that the function and the task
  /// come to it through.
  FunctionSet Methods;
};

/// One mention of a channel, and what is done there.
struct ChannelUse {
  enum KindType {
    Looks,  ///< Nothing happens to it.
    Calls,  ///< A function of the channel.
    Hands,  ///< It is an argument of the visible function To.
    Starts, ///< A task that is started here gets it.
    Guards, ///< Something is made here that closes it when it dies.
    Escapes ///< Anybody may have it from here on.
  };

  KindType Kind = Looks;
  /// The statement whose execution it is.
  const clang::Stmt *At = nullptr;
  ChannelCall Call;
  const clang::FunctionDecl *To = nullptr;
};

class ChannelUses {
public:
  ChannelUses(const TranslationUnit &Unit, const Channels &All)
      : Unit(Unit), Code(Unit.code()), All(All) {}

  /// The uses of \p Channel in \p Function, whose parameters, and the fields
  /// that point to the channel, \p Bound explains. \p Blocked is what a task
  /// waits in. The tasks that \p Function starts are left out.
  std::vector<ChannelUse> usesIn(const clang::FunctionDecl *Function,
                                 const OwnedChannel &Channel,
                                 const Bindings &Bound,
                                 const ChannelCall &Blocked) const;

  const Channels &channels() const { return All; }

  /// The code that \p Function, which may be a lambda, is a part of.
  static const clang::Decl *rootOf(const clang::FunctionDecl *Function);

private:
  /// One question.
  struct Question {
    const clang::FunctionDecl *Function;
    const clang::Decl *Root;
    const OwnedChannel &Channel;
    const Bindings &Bound;
    const ChannelCall &Blocked;
  };

  bool isMention(const clang::Expr *E, const Question &Q) const;
  ChannelUse useOf(const clang::Expr *Mention, const Question &Q) const;
  std::optional<ChannelUse> useByMethod(const clang::Stmt *S,
                                        const Question &Q) const;
  bool stepIntoCall(const clang::CallExpr *Call, const clang::Expr *Child,
                    const Question &Q, ChannelUse &Result) const;
  void takeOver(const clang::Expr *Call, const clang::Expr *Child,
                const Question &Q, ChannelUse &Result) const;
  ChannelUse::KindType useByMaking(const clang::Expr *Construct,
                                   const Question &Q) const;
  ChannelUse::KindType useByDying(const clang::CXXRecordDecl *Class,
                                  const Question &Q) const;
  ChannelUse::KindType useByAssigning(const clang::BinaryOperator *Binary,
                                      const clang::Expr *Child,
                                      const Question &Q) const;
  ChannelUse::KindType useByDeclaring(const clang::DeclStmt *Declaration,
                                      const Question &Q) const;
  void liftOutOfLambda(ChannelUse &Use, const clang::LambdaExpr *Lambda,
                       const Question &Q,
                       std::vector<ChannelUse> &Result) const;

  const TranslationUnit &Unit;
  const UserCode &Code;
  const Channels &All;
};

} // namespace leash

#endif // LEASH_ANALYSIS_CHANNELUSES_H
