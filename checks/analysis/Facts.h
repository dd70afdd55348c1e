//===--- Facts.h - what is known on a path? ---------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A walk over paths remembers what its decisions said: Conditions.h.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_FACTS_H
#define LEASH_ANALYSIS_FACTS_H

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>

namespace leash {

/// What one path knows: values of what conditions speak of.
class Facts {
public:
  struct Value {
    unsigned Key;
    bool IsExact; ///< Number is the value; otherwise it is any but zero.
    int64_t Number;
  };

  const Value *find(unsigned Key) const;
  void set(unsigned Key, int64_t Number);
  void setNonZero(unsigned Key);
  void forget(unsigned Key);
  void forgetIf(llvm::function_ref<bool(unsigned Key)> IsStale);

  /// The same for equal facts.
  uint64_t hash() const;

private:
  Value &slot(unsigned Key);

  llvm::SmallVector<Value, 4> Known; ///< Sorted by key.
};

} // namespace leash

#endif // LEASH_ANALYSIS_FACTS_H
