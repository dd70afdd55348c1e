//===--- LoopConditions.h - can this condition turn false? ------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop on a flag never ends when nothing can change the flag: the task has a
// copy of its own, or no code that may ever run sets it. A condition is read
// as far as it is made of constants, of flags, and of !, &&, || and comparisons
// with constants; whatever else it asks may turn out false.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_LOOPCONDITIONS_H
#define LEASH_ANALYSIS_LOOPCONDITIONS_H

#include "FlagChanges.h"

namespace leash {

/// A flag that nothing can change to the value that would end a loop.
struct StuckFlag {
  Place Flag = nullptr;
  /// Whether it is the task's own copy; otherwise nothing ever sets it.
  bool IsCopy = false;
  /// Where it was copied: a capture, a parameter, a variable, an argument.
  clang::SourceLocation CopiedAt;
  /// The value that would end the loop, where the flag is tested for truth.
  std::optional<bool> EndsAt;
};

/// Reads conditions of one task.
class LoopConditions {
public:
  /// \p S starts \p Task. Both must outlive this.
  LoopConditions(const Spawn &S, const TaskCode &Task,
                 const TranslationUnit &Unit)
      : S(S), Task(Task), Unit(Unit) {}

  /// The flag that keeps \p Loop, in \p Function of the task, turning for ever;
  /// nothing when its condition may turn false, or is false from the start.
  std::optional<StuckFlag> stuckFlagOf(const clang::Stmt *Loop,
                                       const clang::FunctionDecl *Function);

private:
  /// What a condition is, and what it may become while the loop turns.
  struct Truth {
    bool BecomesTrue = true;
    bool BecomesFalse = true;
    std::optional<bool> Initial;
  };
  using Test = llvm::function_ref<bool(int64_t)>;

  std::optional<StuckFlag> pointerAskedBy(const clang::Expr *Condition) const;
  Truth truthOf(const clang::Expr *E, bool IsNegated, unsigned Depth);
  Truth truthOfBinary(const clang::BinaryOperator *Binary, bool IsNegated,
                      unsigned Depth);
  Truth truthOfCall(const clang::CallExpr *Call, bool IsNegated,
                    unsigned Depth);
  Truth truthOfFlag(const clang::Expr *E, Test Holds,
                    std::optional<bool> EndsAt);
  bool addVariable(const clang::VarDecl *Variable, FlagChanges &Changes,
                   StuckFlag &Found) const;
  bool addLocal(const clang::VarDecl *Variable, FlagChanges &Changes,
                StuckFlag &Found) const;
  bool addField(const clang::MemberExpr *Member, FlagChanges &Changes,
                StuckFlag &Found) const;
  bool addOwnField(const clang::FieldDecl *Field, FlagChanges &Changes) const;
  bool isCopiedReference(const clang::VarDecl *Variable) const;
  clang::SourceLocation objectCopiedAt() const;
  const clang::Decl *rootOf(const clang::FunctionDecl *Function) const;

  const Spawn &S;
  const TaskCode &Task;
  const TranslationUnit &Unit;
  const clang::FunctionDecl *In = nullptr;
  llvm::SmallVector<StuckFlag, 2> Stuck;
};

} // namespace leash

#endif // LEASH_ANALYSIS_LOOPCONDITIONS_H
