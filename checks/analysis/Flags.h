//===--- Flags.h - which types can carry a signal? --------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_FLAGS_H
#define LEASH_ANALYSIS_FLAGS_H

#include "ApiIndex.h"

namespace leash {

/// Whether a value of \p Type, or what it points or refers to, is a catalogued
/// stop token.
bool isStopToken(clang::QualType Type, const ApiIndex &Api);

/// Whether \p Atomic only reads.
bool isAtomicLoad(const clang::AtomicExpr *Atomic);

/// Whether a value of \p Type can be a flag that one thread sets and another
/// reads: bool, an enumeration, an atomic, a volatile integer. A const view of
/// one counts: somebody else may see it without.
bool isFlagType(clang::QualType Type, const ApiIndex &Api);

} // namespace leash

#endif // LEASH_ANALYSIS_FLAGS_H
