//===--- Facts.cpp - what is known on a path? -----------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"

namespace leash {

const Facts::Value *Facts::find(unsigned Key) const {
  for (const Value &V : Known)
    if (V.Key == Key)
      return &V;
  return nullptr;
}

Facts::Value &Facts::slot(unsigned Key) {
  auto *At = llvm::lower_bound(
      Known, Key, [](const Value &V, unsigned K) { return V.Key < K; });
  if (At == Known.end() || At->Key != Key)
    At = Known.insert(At, Value{Key, true, 0});
  return *At;
}

void Facts::set(unsigned Key, int64_t Number) {
  slot(Key) = {Key, true, Number};
}

void Facts::setNonZero(unsigned Key) { slot(Key) = {Key, false, 1}; }

void Facts::forget(unsigned Key) {
  forgetIf([&](unsigned Other) { return Other == Key; });
}

void Facts::forgetIf(llvm::function_ref<bool(unsigned Key)> IsStale) {
  llvm::erase_if(Known, [&](const Value &V) { return IsStale(V.Key); });
}

uint64_t Facts::hash() const {
  uint64_t Hash = 0;
  for (const Value &V : Known)
    Hash = llvm::hash_combine(Hash, V.Key, V.IsExact, V.Number);
  return Hash;
}

} // namespace leash
