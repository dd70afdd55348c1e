//===--- Openings.h - what has to be closed? --------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whoever starts a thread or makes a pool has to see to its end. This lists
// the places where the user's code does either: the spawns of threads; the
// calls and constructions that make a catalogued pool, or an object of a class
// that Pools says is one; and the calls of visible functions that start a
// thread into their parameter, or return one that runs.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_OPENINGS_H
#define LEASH_ANALYSIS_OPENINGS_H

#include "Endings.h"
#include "Spawns.h"

namespace leash {

/// An expression after which something is open.
struct Opening {
  const clang::Expr *E = nullptr;
  const clang::FunctionDecl *Function = nullptr; ///< As in Site.
  const clang::Decl *Root = nullptr;             ///< As in Site.
  /// Where the handle or pool is kept; null when nowhere that is known.
  Place Keeper = nullptr;
  /// Where Keeper, a local, is moved to.
  llvm::SmallVector<Place, 1> MovedTo;
  /// What becomes of the value of E, where that is the handle.
  Fate HandleFate;
  /// The spawn; null for a pool.
  const Spawn *Started = nullptr;
  /// What messages call a pool; empty for a thread.
  llvm::StringRef Pool;
  /// The class of the pool or handle; null for those of C.
  const clang::CXXRecordDecl *Class = nullptr;
  /// The result that says that something was opened; see SpawnFact.
  std::optional<unsigned> Success;
  /// Whether the handle comes through an object that knows how to close it: a
  /// smart pointer that is given a deleter.
  bool HasDeleter = false;
  /// Whether it goes into an element of Keeper: &threads[i].
  bool IsElement = false;
  /// Whether Keeper is a pointer through which the handle is written.
  bool IsThroughPointer = false;
  /// Whether a function that is called may fail to open anything, and tells so
  /// in a way that is not known; somebody looks at what it returns.
  bool MayFail = false;

  bool isPool() const { return !Pool.empty(); }
};

/// The threads that start, in the order of the walk, with those that visible
/// functions start for their callers at the end. Tasks (std::async) have
/// nobody who joins them and are left out.
/// Threads that start into a catalogued pool, such as a thread group, are left
/// to poolOpenings.
std::vector<Opening> threadOpenings(const UserCode &Code,
                                    const Handles &HandleFlow,
                                    const Spawns &SpawnList);

/// Where what \p O.E makes ends up: fills in its fate and keeper, and whether
/// it gets a deleter on the way.
void setFate(Opening &O, const UserCode &Code, const Handles &HandleFlow);

/// The opening that the spawn \p S is.
Opening openingOf(const Spawn &S, const UserCode &Code,
                  const Handles &HandleFlow);

/// Whether \p E speaks of one of several: threads[i], threads + i.
bool isElement(const clang::Expr *E);

/// What the pool is called that \p S starts a thread into; empty when the
/// handle is no pool.
llvm::StringRef poolOf(const Spawn &S, const ApiIndex &Api);

} // namespace leash

#endif // LEASH_ANALYSIS_OPENINGS_H
