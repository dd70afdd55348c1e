//===--- DroppedLoops.h - did a way out get lost in an error? ---*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// While somebody types "if (Stop) break;", there is for a moment a loop without
// a way out: Clang drops statements that do not compile (DroppedCode.h).
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_DROPPEDLOOPS_H
#define LEASH_ANALYSIS_DROPPEDLOOPS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"

namespace leash {

/// Whether the text of \p Loop has words that leave a loop, or words that
/// nobody declares, and its AST does not. False in a file without errors.
/// Over-approximation: words of namespaces count.
bool mayHaveLostExit(const clang::Stmt *Loop, const clang::ASTContext &Context);

} // namespace leash

#endif // LEASH_ANALYSIS_DROPPEDLOOPS_H
