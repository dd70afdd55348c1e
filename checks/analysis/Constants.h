//===--- Constants.h - is this the same every time? -------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CONSTANTS_H
#define LEASH_ANALYSIS_CONSTANTS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

namespace leash {

/// Whether \p E has the same value whenever it is evaluated: a number, nullptr,
/// a literal, a constant of a namespace, and an object that is made of nothing
/// but those: {}, Event(-1).
bool isConstant(const clang::Expr *E, const clang::ASTContext &Context);

} // namespace leash

#endif // LEASH_ANALYSIS_CONSTANTS_H
