//===--- ClangTidy.h - clang-tidy's headers of any version ------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The registry moved into ClangTidyModule.h in 22, where the old header warns.
// Can go when 21 is no longer supported.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_COMPAT_CLANGTIDY_H
#define LEASH_COMPAT_CLANGTIDY_H

#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/Basic/Version.h"

#if CLANG_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

#endif // LEASH_COMPAT_CLANGTIDY_H
