//===--- RowMeaning.h - what do the rows say of a handle? -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_ROWMEANING_H
#define LEASH_ANALYSIS_ROWMEANING_H

#include "ApiIndex.h"

namespace leash {

/// What a call means to one party that is a handle or pool, or holds one.
enum class RowMeaning {
  None,
  Closes,
  Asks,
  Destroys,
  Looks,
  Swaps,
  Passes,
  Makes
};

/// What \p Rows say of \p Party.
RowMeaning meaningFor(const Operand &Party, const CallRows &Rows);

/// The other side of the exchange \p Call, seen from \p Party.
const clang::Expr *swappedWith(const clang::Expr *Call, const Operand &Party,
                               const Operand &Swapped);

} // namespace leash

#endif // LEASH_ANALYSIS_ROWMEANING_H
