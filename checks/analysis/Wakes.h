//===--- Wakes.h - does this code end a wait? -------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A task waits; does this code end the wait? The answer is yes wherever code
// that is not visible gets near enough: to what the task waits on, to the owner
// of that, or to anything else that the task speaks of.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_WAKES_H
#define LEASH_ANALYSIS_WAKES_H

#include "BlockingWaits.h"
#include "TranslationUnit.h"

namespace leash {

/// A task, and the one of its waits that is asked about.
struct WaitingTask {
  /// Handle is where the task's handle is kept, or null.
  WaitingTask(const TaskCode &Task, Place Handle, const BlockingWait &Wait,
              llvm::ArrayRef<BlockingWait> All, const Handles &HandleFlow);

  const TaskCode &Task;
  Place Handle;
  const BlockingWait &Wait;
  Places WaitsOn;   ///< What the task waits on anywhere.
  Places Mentioned; ///< The variables and fields that the task speaks of.
};

/// What some code does about a waiting task.
struct Actions {
  bool Wakes = false;                   ///< Ends its wait, or may.
  bool AsksToEnd = false;               ///< Asks the handle's thread to end.
  const clang::Stmt *Sets = nullptr;    ///< Writes what the task tests.
  const clang::Stmt *Closes = nullptr;  ///< Destroys what it waits on.
  const clang::Stmt *WokenAt = nullptr; ///< The call that certainly wakes it.
};

/// What the statements of \p Region, and the visible functions that they call,
/// do about \p W.
Actions actionsOf(llvm::ArrayRef<const clang::Stmt *> Region,
                  const WaitingTask &W, const TranslationUnit &Unit);

/// Whether the rows know all functions of the part of a library that \p Callee
/// belongs to: the standard library, the header or the namespace of the wait
/// \p By. One without a row wakes nobody.
bool isOfKnownLibrary(const clang::FunctionDecl *Callee,
                      const clang::CallExpr *By,
                      const clang::ASTContext &Context);

/// Whether \p Call, a function that is given a semaphore or a queue first, puts
/// nothing into it: all else that it is given are zeros. sem_init(&s, 0, 0).
bool putsNothing(const clang::CallExpr *Call, const clang::ASTContext &Context);

/// What \p S writes to: by an operator, a method of a flag, an atomic builtin.
/// Null when it is none of that.
const clang::Expr *writtenBy(const clang::Stmt *S, const ApiIndex &Api);

} // namespace leash

#endif // LEASH_ANALYSIS_WAKES_H
