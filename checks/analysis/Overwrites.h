//===--- Overwrites.h - is a handle assigned over its last turn? *- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_OVERWRITES_H
#define LEASH_ANALYSIS_OVERWRITES_H

#include "TranslationUnit.h"

namespace leash {

/// Whether the assignment \p F, which takes what \p S makes, stands in a loop
/// and puts it over what the previous turn put there, before anything in the
/// loop so much as mentions the handle. Fields count when they are of `this`
/// and no method that might look at them is called in the loop. An assignment
/// after which the loop is left, or whose condition looks made to hold once,
/// does not count.
bool isOverwrittenByNextTurn(const Fate &F, const Site &S,
                             const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_OVERWRITES_H
