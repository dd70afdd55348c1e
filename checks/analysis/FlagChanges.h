//===--- FlagChanges.h - who changes this flag, and to what? ----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gathers what visible code does to a flag: a bool, an integer, an enumeration,
// an atomic. Values that are constants are known; whatever this does not
// understand may give the flag any value: its address is taken, a reference to
// it is handed on, it is an operand of something unknown.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_FLAGCHANGES_H
#define LEASH_ANALYSIS_FLAGCHANGES_H

#include "TranslationUnit.h"

namespace leash {

/// What becomes of one flag.
struct FlagChanges {
  /// It may be given a value that is not known.
  bool ToAnything = false;
  /// The constants that it is given after it was made.
  llvm::SmallVector<int64_t, 2> Values;
  /// What it is made with, where that is a constant.
  std::optional<int64_t> Initial;
};

/// Whether values of \p Type are flags, as this understands them.
bool canBeFlag(clang::QualType Type, const ApiIndex &Api);

/// The value of \p E, where it is a constant; also of a flag made of one, such
/// as ATOMIC_VAR_INIT(1) or {true}.
std::optional<int64_t> constantOf(const clang::Expr *E,
                                  const clang::ASTContext &Context);

/// What all visible code does to \p Flag, a field or a variable that no other
/// file reaches. A constructor that assigns to a field, and starts no thread,
/// makes its first value.
FlagChanges changesOf(Place Flag, const TranslationUnit &Unit);

/// What the code below \p Parts, which are parts of \p Root, does to \p Flag.
FlagChanges changesWithin(llvm::ArrayRef<const clang::Stmt *> Parts,
                          const clang::Decl *Root, Place Flag,
                          const TranslationUnit &Unit);

/// Whether a method or friend of the class of \p Flag, or another file, may
/// change it out of sight. True for fields that are not private.
bool mayChangeElsewhere(Place Flag, const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_FLAGCHANGES_H
