//===--- Occasions.h - is this started in each turn? ------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A spawn inside a loop is not always one for each turn: it may be the last
// thing that the loop does, happen once, or be one for each of the handles that
// are there to take it.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_OCCASIONS_H
#define LEASH_ANALYSIS_OCCASIONS_H

#include "TranslationUnit.h"
#include "Turns.h"

namespace leash {

/// The statement by which the loop or function with the body \p Body is left
/// after \p At, where that has started something; null when there is none. \p
/// Success is as in SpawnFact.
const clang::Stmt *leavingAfter(const clang::Expr *At, const clang::Stmt *Body,
                                const clang::Decl *Root,
                                std::optional<unsigned> Success,
                                const UserCode &Code);

/// Whether a branch around \p At, or one before it that goes on to the next
/// turn, asks for something that the block itself changes: a flag that says
/// that it has started, the handle, a map from which it was missing.
bool isStartedOnce(const clang::Expr *At, const Spawn &S,
                   const clang::Stmt *Block, const TranslationUnit &Unit);

/// Whether \p Loop goes over what keeps the handles: one for each element that
/// is there.
bool isOverHandles(const Spawn &S, const clang::Stmt *Loop, const Turns &T,
                   const TranslationUnit &Unit);

/// Whether \p Loop goes over the configuration of an object that keeps the
/// handles in a field and closes them.
bool isOwnConfiguration(const Spawn &S, const clang::Stmt *Loop, const Turns &T,
                        const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_OCCASIONS_H
