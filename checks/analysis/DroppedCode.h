//===--- DroppedCode.h - what did the parser throw away? --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In a file with errors, the parser drops statements that it cannot make sense
// of, and leaves no trace of them: while somebody types "t.join();", there is
// for a moment a "t." that is not in the AST. Whoever looks for what is missing
// has to know.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_DROPPEDCODE_H
#define LEASH_ANALYSIS_DROPPEDCODE_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

namespace leash {

/// Whether the text of \p Function uses something by "x." or "x->" that its
/// body in the AST does not. False in a file without errors.
///
/// Missed: a statement without a member access that was dropped.
bool hasDroppedCode(const clang::FunctionDecl *Function,
                    const clang::ASTContext &Context);

/// Whether the text gives \p Class a base that the AST does not have.
bool hasDroppedBase(const clang::CXXRecordDecl *Class,
                    const clang::ASTContext &Context);

} // namespace leash

#endif // LEASH_ANALYSIS_DROPPEDCODE_H
