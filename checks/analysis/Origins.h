//===--- Origins.h - what is it made of? ------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows an object back to what it was made of: a stub of gRPC to its channel,
// and to the arguments of that. In no order, and of any of the paths: it is for
// words that explain a report, and decides nothing.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_ORIGINS_H
#define LEASH_ANALYSIS_ORIGINS_H

#include "DeadlineEvents.h"

namespace leash {

/// Belongs to one AST.
class Origins {
public:
  explicit Origins(const DeadlineEvents &Events) : Events(Events) {}

  /// A setting of what the object that \p Wait is called on was made of, which
  /// one could believe to bound it; null when there is none.
  const DeadlineEvent *settingBehind(const DeadlineEvent &Wait);

private:
  void learn();
  void learn(const clang::Stmt *S);
  void add(Place Made, const clang::Expr *Of);

  const DeadlineEvents &Events;
  bool IsLearnt = false;
  /// What variables, fields and parameters are given anywhere.
  llvm::DenseMap<Place, llvm::SmallVector<const clang::Expr *, 2>> Given;
};

} // namespace leash

#endif // LEASH_ANALYSIS_ORIGINS_H
