//===--- Joins.h - where does somebody wait for a thread? -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_JOINS_H
#define LEASH_ANALYSIS_JOINS_H

#include "TranslationUnit.h"

namespace leash {

/// Where somebody waits, with no time limit, for a task to end: a call, or the
/// destructor of a handle that joins.
struct Join {
  /// The joining call, or, for a local that dies, the block that it is in.
  const clang::Stmt *At = nullptr;
  /// Null when a destructor joins.
  const clang::Expr *Call = nullptr;
  /// The function around, lambdas looked through; null for a destructor that
  /// nobody wrote.
  const clang::FunctionDecl *Function = nullptr;
  /// Whether Call is in a lambda, which may run at any time.
  bool IsInLambda = false;
  /// Where the handle is kept; null for a temporary.
  Place Handle = nullptr;
  /// The spawns that it may hold.
  llvm::SmallVector<const Spawn *, 2> Held;
  /// Whether it asks the task to end, as the destructor of a jthread does.
  bool RequestsStop = false;
  bool IsFuture = false;
  /// Where a destructor joins: the end of the block or of the destructor's
  /// body. Invalid for calls, and where no destructor is written.
  clang::SourceLocation End;
};

/// All joins of the user's code whose spawns are known. A destructor counts
/// where nothing else joins, releases or takes what it destroys.
std::vector<Join> findJoins(const TranslationUnit &Unit);

/// Whether dropping the future of \p S waits: its policies are written out,
/// and none of them starts nothing by itself.
bool isSurelyAsync(const Spawn &S, const clang::ASTContext &Context);

/// The block that declares \p Variable, a local of \p In; null when it is not
/// declared in a block of its own.
const clang::Stmt *blockOf(const clang::VarDecl *Variable,
                           const clang::FunctionDecl *In, const UserCode &Code);

} // namespace leash

#endif // LEASH_ANALYSIS_JOINS_H
