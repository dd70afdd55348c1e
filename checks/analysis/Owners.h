//===--- Owners.h - who keeps the object that holds a handle? ---*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Fields are told apart by their declaration, not by the object (Handles.h).
// Whether a handle in a field is one for each turn depends on the object, so
// this looks for evidence that it is: the turn adds it to a container, moves it
// there, or allocates it and gives it to the task alone.
//
// Missed alarm: objects that others get hold of.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_OWNERS_H
#define LEASH_ANALYSIS_OWNERS_H

#include "TranslationUnit.h"

namespace leash {

/// The expression that the handle of \p S is written to; null when there is
/// none.
const clang::Expr *targetOf(const Spawn &S);

/// Whether \p P is a local variable that \p Block declares.
bool isInside(Place P, const clang::Stmt *Block, const UserCode &Code);

/// Whether the handle of \p S is written to a field of an object that \p Block
/// makes anew whenever it is executed, and that is there longer.
bool isInKeptObject(const Spawn &S, const clang::Stmt *Block,
                    const TranslationUnit &Unit);

/// Whether the object that \p Made, in \p Root, makes is put into a container
/// that is there longer than \p Block, or is nobody's. \p S is a spawn that it
/// owns.
bool isKeptObject(const clang::Expr *Made, const clang::Decl *Root,
                  const Spawn &S, const clang::Stmt *Block,
                  const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_OWNERS_H
