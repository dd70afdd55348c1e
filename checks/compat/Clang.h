//===--- Clang.h - what Clang's versions call differently -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_COMPAT_CLANG_H
#define LEASH_COMPAT_CLANG_H

#include "clang/AST/Decl.h"
#include "clang/Basic/Version.h"

namespace leash {

/// FunctionDecl::isPure() was renamed in 18. Goes when 18 is the oldest.
inline bool isPureVirtual(const clang::FunctionDecl *Function) {
#if CLANG_VERSION_MAJOR < 18
  return Function->isPure();
#else
  return Function->isPureVirtual();
#endif
}

} // namespace leash

#endif // LEASH_COMPAT_CLANG_H
