//===--- Loops.h - can this loop end? ---------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_LOOPS_H
#define LEASH_ANALYSIS_LOOPS_H

#include "UserCode.h"

namespace leash {

/// The condition of a loop; null when it has none, or is no loop.
const clang::Expr *conditionOf(const clang::Stmt *Loop);

/// The body of a loop; null when \p S is no loop.
const clang::Stmt *bodyOf(const clang::Stmt *S);

/// Whether \p S, somewhere in \p Root, is inside a loop of the same function or
/// lambda.
bool isInLoop(const clang::Stmt *S, const clang::Decl *Root,
              const UserCode &Code);

/// Whether \p S leaves the code around it on some way through: break, return,
/// throw, goto, co_return, or a call that does not return. A break that only
/// leaves a loop or switch inside of \p S does not count, nor does what a
/// lambda inside does.
bool leaves(const clang::Stmt *S, const ApiIndex &Api);

/// Whether what follows \p S is never reached: \p S is, or in any case ends in,
/// break, return, throw, goto, co_return or a call that does not return.
bool alwaysLeaves(const clang::Stmt *S, const ApiIndex &Api);

/// Whether \p Loop has a condition that is not constantly true, or a way out of
/// its body. What called functions throw is not known and does not count.
bool canEnd(const clang::Stmt *Loop, const ApiIndex &Api,
            const clang::ASTContext &Context);

/// Whether the visible function \p Function never comes back: it returns
/// nowhere, and calls something that does not or turns in a loop for ever.
/// False when its body is not visible.
bool neverComesBack(const clang::FunctionDecl *Function, const ApiIndex &Api,
                    const clang::ASTContext &Context);

} // namespace leash

#endif // LEASH_ANALYSIS_LOOPS_H
