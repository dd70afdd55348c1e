//===--- Precompiled.h - Clang's headers, parsed once -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only to save time: no source relies on it, and the build works without
// (-DLEASH_PRECOMPILED_HEADER=OFF).
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_COMPAT_PRECOMPILED_H
#define LEASH_COMPAT_PRECOMPILED_H

#include "compat/ClangTidy.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/YAMLParser.h"
#include "llvm/Support/raw_ostream.h"

#endif // LEASH_COMPAT_PRECOMPILED_H
