//===--- TaskCode.h - all code that a task runs -----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The task body and the visible functions that it calls, to a reasonable depth,
// with what their parameters are bound to.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_TASKCODE_H
#define LEASH_ANALYSIS_TASKCODE_H

#include "Spawns.h"

namespace leash {

class TaskCode {
public:
  /// Follows the calls of \p T at once. Functions of system headers are not
  /// followed: what matters of them is in the API tables.
  TaskCode(const Task &T, const UserCode &Code);

  const Task &task() const { return T; }

  /// The functions whose bodies the task runs; the first is the task body.
  llvm::ArrayRef<const clang::FunctionDecl *> functions() const {
    return Functions;
  }

  /// What parameters, and the fields of a functor, stand for.
  const Bindings &bindings() const { return Bound; }

  /// Whether the task runs a function of the user's whose body clangd skipped,
  /// or which does not compile: it may do anything.
  bool isIncomplete() const { return IsIncomplete; }

  /// Whether \p Function, or a function around it, is part of the task.
  bool contains(const clang::FunctionDecl *Function) const;

  /// Whether \p Variable is the task's own: a local or a parameter of one of
  /// its functions, or a copy that its lambda captured. What it refers or
  /// points to may be somebody else's all the same.
  bool isOwn(const clang::VarDecl *Variable) const;

  /// Calls \p Visit for each statement of each function, lambdas inside
  /// included, until it returns true. Returns whether it did.
  bool any(llvm::function_ref<bool(const clang::Stmt *)> Visit) const;

private:
  void follow(const clang::FunctionDecl *Function, unsigned Depth);
  void followFrom(const clang::Stmt *S, unsigned Depth);
  void bind(const clang::FunctionDecl *Callee,
            llvm::ArrayRef<const clang::Expr *> Arguments,
            unsigned FirstParameter = 0);
  void bindFunctor(const clang::Expr *Callable);
  void bindFields(const clang::Expr *Made);

  Task T;
  const UserCode &Code;
  llvm::SmallVector<const clang::FunctionDecl *, 8> Functions;
  Bindings Bound;
  bool IsIncomplete = false;
};

} // namespace leash

#endif // LEASH_ANALYSIS_TASKCODE_H
