//===--- Cancelling.h - may somebody end this thread? -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CANCELLING_H
#define LEASH_ANALYSIS_CANCELLING_H

#include "TranslationUnit.h"

namespace leash {

/// Whether somebody may end the thread of \p S from outside, without its help:
/// by pthread_cancel or by an interruption of Boost's. True also where the
/// handle gets out of sight and its kind can be cancelled. A std::jthread is
/// asked through its token, which is for the task to read.
bool mayBeCancelled(const Spawn &S, const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_CANCELLING_H
