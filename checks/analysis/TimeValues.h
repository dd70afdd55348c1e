//===--- TimeValues.h - how long is this? -----------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the arguments that say how long to wait, and those that say what a call
// is about. Only constants are judged: whatever comes from elsewhere is not
// known, and counts as a limit that somebody has thought about.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_TIMEVALUES_H
#define LEASH_ANALYSIS_TIMEVALUES_H

#include "FieldValues.h"
#include "Handles.h"

namespace leash {

/// What is known of a value; nothing when all members are unset.
struct TimeValue {
  bool IsNull = false;
  /// A duration counts as its number of ticks, a structure as zero when all its
  /// members are.
  std::optional<int64_t> Number;
  /// The constant that it is, or the function that returned it.
  const clang::NamedDecl *Named = nullptr;

  /// As messages show it.
  std::string text() const;
};

/// Answers for one AST, from one thread at a time.
class TimeValues {
public:
  explicit TimeValues(const UserCode &Code) : Code(Code), Fields(Code) {}

  /// The value of \p E, somewhere in \p Root. What \p E points to counts where
  /// it is the address of a local variable that is written here only.
  TimeValue valueOf(const clang::Expr *E, const clang::Decl *Root) const;

  /// Whether \p Value is one of \p Special.
  bool isOneOf(const TimeValue &Value,
               llvm::ArrayRef<SpecialValue> Special) const;

  /// Whether the row \p Row speaks of the call \p E: what its conditions say.
  /// \p IfUnknown is believed of an argument that is not constant, unless the
  /// row knows better.
  bool appliesTo(const clang::Expr *E, const CallRow &Row,
                 bool IfUnknown) const;

  /// Whether \p Condition holds for the call \p E; nothing when it is not
  /// known.
  std::optional<bool> holds(const clang::Expr *E,
                            const ArgumentCondition &Condition) const;

private:
  TimeValue valueBehind(const clang::VarDecl *Variable,
                        const clang::Decl *Root) const;
  std::optional<bool> isValue(const clang::Expr *E,
                              const ArgumentCondition &Condition) const;
  std::optional<bool> isNull(const clang::Expr *E) const;
  bool isNamed(const clang::Expr *E, llvm::StringRef Name) const;

  const UserCode &Code;
  FieldValues Fields;
};

/// Whether \p E calls the overload that \p Row speaks of.
bool isOverloadOf(const CallRow &Row, const clang::Expr *E);

} // namespace leash

#endif // LEASH_ANALYSIS_TIMEVALUES_H
