//===--- Forks.h - what does another process run? ---------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// After "if (fork() == 0)" it is a new process that goes on: what it starts,
// and the loops that it ends up in, are not the parent's.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_FORKS_H
#define LEASH_ANALYSIS_FORKS_H

#include "TranslationUnit.h"

namespace leash {

/// The statements of one AST that only a forked child comes to.
class Forks {
public:
  explicit Forks(const TranslationUnit &Unit);

  /// Whether \p S is where a forked child takes a way of its own. What is below
  /// it is the child's, too.
  bool isOfChild(const clang::Stmt *S) const { return OfChild.contains(S); }

private:
  class Reader;

  llvm::DenseSet<const clang::Stmt *> OfChild;
};

} // namespace leash

#endif // LEASH_ANALYSIS_FORKS_H
