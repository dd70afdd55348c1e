//===--- Parallel.cpp - the same for many ---------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Parallel.h"
#include "compat/Tooling.h"
#include "llvm/Support/Threading.h"

using namespace llvm;

namespace leash {

void inParallel(size_t Count, unsigned Jobs, function_ref<void(size_t)> Do) {
  if (Count == 0)
    return;
  ThreadPool Pool(hardware_concurrency(Jobs));
  for (size_t I = 0; I != Count; ++I)
    Pool.async([Do, I] { Do(I); });
  Pool.wait();
}

} // namespace leash
