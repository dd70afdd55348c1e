//===--- Anew.h - does each turn set this first? ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_ANEW_H
#define LEASH_ANALYSIS_ANEW_H

#include "TranslationUnit.h"

namespace leash {

/// Whether what \p E, in the condition of \p If, names says nothing of earlier
/// turns: \p Block, which is executed in each turn, always sets it before it
/// comes there, and to nothing that depends on more than this turn. It is a
/// local, or a field that is reached through one. \p At, which starts
/// something, may be given its value.
bool isSetAnew(const clang::Expr *E, const clang::IfStmt *If,
               const clang::Expr *At, const clang::Stmt *Block,
               const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_ANEW_H
