//===--- Conditions.h - which paths exist? ----------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// "if (async) t = std::thread(f); ... if (async) t.join();": a path that goes
// into the first and not into the second does not exist. So a walk over paths
// remembers what its decisions said about conditions, as long as nothing that
// they mention has changed, and what was assigned to variables.
//
// A condition counts as unchanged until a variable or field that it mentions is
// written to here: calls are believed to leave it alone (missed alarm). Only
// where a loop turns are conditions with more than local variables forgotten.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CONDITIONS_H
#define LEASH_ANALYSIS_CONDITIONS_H

#include "Facts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <optional>

namespace leash {

/// Reads the conditions of one function.
class Conditions {
public:
  /// Variables in \p Shared may be changed at any time: lambdas or pointers
  /// reach them.
  Conditions(const clang::ASTContext &Context,
             llvm::DenseSet<const clang::ValueDecl *> Shared)
      : Context(Context), Shared(std::move(Shared)) {}

  /// Whether \p Condition holds, as far as \p Known says.
  std::optional<bool> evaluate(const clang::Expr *Condition,
                               const Facts &Known);
  /// Remembers in \p Known that \p Condition was \p Truth.
  void assume(const clang::Expr *Condition, bool Truth, Facts &Known);

  /// The same for the case of a switch over \p Condition with this value.
  std::optional<bool> evaluateCase(const clang::Expr *Condition, int64_t Number,
                                   const Facts &Known);
  void assumeCase(const clang::Expr *Condition, int64_t Number, Facts &Known);

  /// What \p S, a part of the function that is executed, changes.
  void execute(const clang::Stmt *S, Facts &Known);
  /// A loop turns: what is not local may have changed.
  void turn(Facts &Known) const;

  /// From here on \p Variable is \p Truth.
  void set(const clang::VarDecl *Variable, bool Truth, Facts &Known);

  /// The number under which the facts about \p E are kept.
  unsigned keyOf(const clang::Expr *E);
  unsigned keyOf(const clang::VarDecl *Variable);

  /// A condition as a comparison of Base with a number.
  struct Test {
    const clang::Expr *Base;
    clang::BinaryOperatorKind Compares;
    int64_t Number;

    /// The answer when all that is known of Base is that it is positive.
    std::optional<bool> ofPositive() const;
  };
  Test testOf(const clang::Expr *Condition) const;

private:
  struct Key {
    llvm::SmallVector<const clang::ValueDecl *, 2> Mentions;
    bool IsLocal = true; ///< Mentions nothing but locals, and calls nothing.
    bool IsVolatile = false;
  };

  /// A comparison that is not with zero, as a question of its own: whether a
  /// value is less than another. Negated says that the condition is the
  /// opposite.
  struct Order {
    unsigned Key;
    bool IsNegated;
  };
  std::optional<Order> orderOf(const clang::Expr *Condition);
  unsigned keyOfOrder(unsigned Less, unsigned Greater, int64_t Number);

  void mention(const clang::ValueDecl *D, Key &K) const;
  void invalidate(const clang::ValueDecl *D, Facts &Known) const;
  std::optional<unsigned> overwrite(const clang::Expr *Target, Facts &Known);
  void store(unsigned Key, const clang::Expr *Value, Facts &Known);
  void executeBinary(const clang::BinaryOperator *Binary, Facts &Known);

  const clang::ASTContext &Context;
  llvm::DenseSet<const clang::ValueDecl *> Shared;
  llvm::DenseMap<const clang::VarDecl *, unsigned> Variables;
  /// By structure: the same words mean the same.
  llvm::DenseMap<uint64_t, unsigned> Expressions;
  std::vector<Key> Keys;
};

/// What stands in \p Condition for the value that is tested: without
/// parentheses, casts, __builtin_expect and cleanups.
const clang::Expr *strippedCondition(const clang::Expr *Condition);

} // namespace leash

#endif // LEASH_ANALYSIS_CONDITIONS_H
