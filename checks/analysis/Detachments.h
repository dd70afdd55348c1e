//===--- Detachments.h - who lets go of which thread? -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_DETACHMENTS_H
#define LEASH_ANALYSIS_DETACHMENTS_H

#include "TranslationUnit.h"

namespace leash {

/// A thread that is let go.
struct Detachment {
  enum KindType {
    ByCall,      ///< t.detach(), pthread_detach(t)
    ByAttribute, ///< pthread_create with an attribute that says so
    ByNew,       ///< new std::thread(f), and nobody keeps the pointer
    BySelf,      ///< pthread_detach(pthread_self())
  };

  KindType Kind = ByCall;
  const Site *At = nullptr;
  /// The variable or field that held the thread; null for a temporary.
  Place Handle = nullptr;
  /// The name that the line gives it, which may be another; null when it gives
  /// none.
  const clang::NamedDecl *Name = nullptr;
  /// Whether Name is that of a container or array of threads.
  bool IsElement = false;
  /// Where the thread may have started. Empty when that is not known, and for
  /// BySelf.
  llvm::SmallVector<const Spawn *, 2> Started;
  /// ByAttribute: the call that set the attribute.
  const Site *Attribute = nullptr;
};

/// All detachments of the user's code, in its order. Left out: a reference that
/// is closed while somebody else may still hold the thread, and a thread that
/// lets go of its own handle after finding out that the handle is its own
/// (joining it there would deadlock).
std::vector<Detachment> findDetachments(const TranslationUnit &Unit);

/// The task of \p D: that of its first spawn, or the function that detaches
/// itself. Nothing in it when it is not known.
Task taskOf(const Detachment &D, const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_DETACHMENTS_H
