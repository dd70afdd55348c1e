//===--- CallParts.h - who and what takes part in a call? -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CALLPARTS_H
#define LEASH_ANALYSIS_CALLPARTS_H

#include "../api/ApiTable.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace leash {

/// The function that \p E, a call or a construction, calls; null when it is not
/// known.
const clang::FunctionDecl *calleeOf(const clang::Expr *E);

/// The argument \p Index of the call or construction \p E, default arguments
/// included; null when there is none.
const clang::Expr *argumentOf(const clang::Expr *E, unsigned Index);

/// The arguments that \p E passes: a call's, a construction's, those of a
/// parenthesised initialiser in a template. Default arguments are left out.
llvm::SmallVector<const clang::Expr *, 4> argumentsOf(const clang::Expr *E);

/// The object that the method call \p E is made on; null for other calls.
const clang::Expr *receiverOf(const clang::Expr *E);

/// The expression that \p Party names in the call \p E; null when it is not
/// there. \p Result stands for the call itself.
const clang::Expr *operandOf(const clang::Expr *E, const Operand &Party);

/// Where the name of what \p E calls is written: "detach" in "t.detach()".
clang::SourceLocation calleeLocation(const clang::Expr *E);

/// The class that a value of \p Type is, or that it points or refers to.
const clang::CXXRecordDecl *recordBehind(clang::QualType Type);

} // namespace leash

#endif // LEASH_ANALYSIS_CALLPARTS_H
