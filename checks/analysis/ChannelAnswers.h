//===--- ChannelAnswers.h - did the other end say so? -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Who leaves a channel because of what came out of it does what the other end
// asked for: "while (auto event = ch.take())", "if (event.last) return;".
// Whoever leaves because of what somebody else answered, even when that was
// given the event, abandons it: "if (!writer->Write(*event)) return;".
//
// A function that is given nothing but the event and constants is taken for a
// question about it when it is not visible (missed alarm: "if (!handle(event))
// return;"); a visible one, when it calls nobody.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CHANNELANSWERS_H
#define LEASH_ANALYSIS_CHANNELANSWERS_H

#include "ChannelUses.h"

namespace leash {

class ChannelAnswers {
public:
  /// Reads \p Function, which uses the channel as \p Uses say. \p Others are
  /// further places whose value the other end decides. With \p PutsCount,
  /// what \p Function has put counts as coming out of the channel, too.
  ChannelAnswers(const clang::FunctionDecl *Function,
                 llvm::ArrayRef<ChannelUse> Uses,
                 const llvm::DenseSet<const clang::ValueDecl *> &Others,
                 bool PutsCount, const TranslationUnit &Unit);

  /// Whether the other end decides the value of \p E.
  bool decides(const clang::Expr *E) const;

  /// Whether \p E asks no more than whether something came.
  bool asksWhetherAny(const clang::Expr *E) const;

  /// Whether something has come where \p Condition is \p Truth; nothing where
  /// it does not ask for that.
  std::optional<bool> saysCame(const clang::Expr *Condition, bool Truth) const;

  /// Whether what comes out is only waited for up to a time limit, or not at
  /// all: that nothing came does not mean that nothing will.
  bool areTimed() const { return AreTimed; }

private:
  bool grow();
  bool grow(const clang::Stmt *S);
  bool isUnderDecision(const clang::Stmt *S) const;
  bool decidesCall(const clang::CallExpr *Call) const;
  bool isPutBefore(const clang::ValueDecl *Variable,
                   const clang::Expr *Mention) const;

  const clang::FunctionDecl *Function;
  const llvm::DenseSet<const clang::ValueDecl *> &Others;
  const TranslationUnit &Unit;
  bool AreTimed = false;
  llvm::DenseSet<const clang::Stmt *> Calls;
  llvm::DenseSet<const clang::ValueDecl *> Values;
  /// What is put, and where first.
  llvm::DenseMap<const clang::ValueDecl *, clang::SourceLocation> Put;
};

} // namespace leash

#endif // LEASH_ANALYSIS_CHANNELANSWERS_H
