//===--- Parallel.h - the same for many -------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_PARALLEL_H
#define LEASH_TOOLS_PARALLEL_H

#include "llvm/ADT/STLExtras.h"
#include <cstddef>

namespace leash {

/// Calls \p Do with each number below \p Count, on \p Jobs threads (as many as
/// there are cores when it is zero), in about that order. Comes back when all
/// calls have.
void inParallel(size_t Count, unsigned Jobs,
                llvm::function_ref<void(size_t)> Do);

} // namespace leash

#endif // LEASH_TOOLS_PARALLEL_H
