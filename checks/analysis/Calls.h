//===--- Calls.h - what does this function lead to? -------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CALLS_H
#define LEASH_ANALYSIS_CALLS_H

#include "UserCode.h"

namespace leash {

using FunctionSet = llvm::DenseSet<const clang::FunctionDecl *>;

/// The functions of the user's that run when \p Start does, itself included, by
/// their canonical declarations: what visible bodies call, construct and
/// destroy, and for a constructor or destructor those of bases and members.
/// Functions that are called but are not visible are part of the answer; what
/// they call is not known. Lambdas belong to the function that they are in.
FunctionSet reachableFrom(const clang::FunctionDecl *Start,
                          const UserCode &Code);

/// The destructor that objects of \p Class have, where \p Class is the user's;
/// null when it is trivial or of a library.
const clang::FunctionDecl *destructorOf(const clang::CXXRecordDecl *Class,
                                        const UserCode &Code);

/// The destructor of the class \p Type, whoever wrote it; null when \p Type is
/// none.
const clang::FunctionDecl *destructorOf(clang::QualType Type);

} // namespace leash

#endif // LEASH_ANALYSIS_CALLS_H
