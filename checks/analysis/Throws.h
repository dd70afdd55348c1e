//===--- Throws.h - what leaves by other ways than return -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_THROWS_H
#define LEASH_ANALYSIS_THROWS_H

#include "UserCode.h"

namespace leash {

/// Whether the call or construction \p S may throw: its callee is not noexcept,
/// is not a function of C, and, where it is visible, throws or calls something
/// that may. False for calls that the rows say close or look at a handle.
bool mayThrow(const clang::Stmt *S, const UserCode &Code);

bool isNoexcept(const clang::FunctionDecl *Function);

/// Whether \p S is a call that never comes back, of a function that is declared
/// or catalogued so, or of a visible one that cannot.
bool endsPath(const clang::Stmt *S, const UserCode &Code);

/// The block of the innermost try statement around \p S, within \p Root and the
/// same lambda; null when there is none.
const clang::Stmt *tryAround(const clang::Stmt *S, const clang::Decl *Root,
                             const UserCode &Code);

} // namespace leash

#endif // LEASH_ANALYSIS_THROWS_H
