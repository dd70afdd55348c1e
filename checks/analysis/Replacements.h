//===--- Replacements.h - which pools are put over others? ------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// "void render(const Document &d) { pool_ = new Pool(10); ... }": each call
// makes a pool and forgets the one before.
//
// That a function makes a pool is no evidence by itself: it may be called once.
// Evidence is one of these: the assignment is in a loop; the field has a pool
// already when the function is called, because a constructor or initialiser
// makes one; or the function is given something to work on (it has a
// parameter), hands work to the pool, and is not named like one that starts an
// object.
//
// Silent when the function first closes, destroys, moves away or asks after the
// old pool, or calls something that closes it (missed alarm: on one path only).
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_REPLACEMENTS_H
#define LEASH_ANALYSIS_REPLACEMENTS_H

#include "TranslationUnit.h"

namespace leash {

/// An assignment that puts a new pool over one that may be running.
struct Replacement {
  const Opening *Opened = nullptr;
  /// Where the old pool is made; null when the same assignment does.
  const Opening *Before = nullptr;
};

std::vector<Replacement> findReplacements(const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_REPLACEMENTS_H
