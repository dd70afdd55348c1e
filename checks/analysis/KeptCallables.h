//===--- KeptCallables.h - what does this std::function hold? ---*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_KEPTCALLABLES_H
#define LEASH_ANALYSIS_KEPTCALLABLES_H

#include "TranslationUnit.h"

namespace leash {

/// The callable that \p Kept holds, a local or a private field with a class
/// that wraps callables (std::function, std::packaged_task): the only one that
/// it is ever given. Null when it is given several, or when others may give it
/// one.
const clang::Expr *onlyCallableIn(Place Kept, const TranslationUnit &Unit);

/// Whether a \p Type wraps callables.
bool wrapsCallable(clang::QualType Type, const ApiIndex &Api);

} // namespace leash

#endif // LEASH_ANALYSIS_KEPTCALLABLES_H
