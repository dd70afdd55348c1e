//===--- Declared.h - is there such a name here? ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_DECLARED_H
#define LEASH_ANALYSIS_DECLARED_H

#include "clang/AST/ASTContext.h"

namespace leash {

/// Whether something of the name \p Qualified is declared.
bool isDeclared(llvm::StringRef Qualified, const clang::ASTContext &Context);

/// Whether \p D is the standard library's, also a method or what is nested
/// deeper.
bool isInStd(const clang::Decl *D);

} // namespace leash

#endif // LEASH_ANALYSIS_DECLARED_H
