//===--- Captures.h - what does a task keep using? --------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CAPTURES_H
#define LEASH_ANALYSIS_CAPTURES_H

#include "Spawns.h"

namespace leash {

/// One thing of the surroundings that a task keeps using.
struct Capture {
  enum KindType { Reference, This };
  KindType Kind = Reference;
  const clang::VarDecl *Variable = nullptr; ///< Null for This.
  clang::SourceLocation Location;
};

/// What the task \p T refers to and does not own: locals captured by
/// reference, wrapped in a reference_wrapper or passed by address, and `this`.
/// An object that the task keeps alive through a shared pointer of its own is
/// left out.
llvm::SmallVector<Capture, 4> capturesOf(const Task &T,
                                         const Handles &HandleFlow);

} // namespace leash

#endif // LEASH_ANALYSIS_CAPTURES_H
