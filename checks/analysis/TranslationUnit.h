//===--- TranslationUnit.h - all that is known of one AST -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one thing that checks hold: it walks the user's code once, whatever the
// number of checks, and answers their questions.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_TRANSLATIONUNIT_H
#define LEASH_ANALYSIS_TRANSLATIONUNIT_H

#include "ClassLives.h"
#include "Coordination.h"
#include "Pools.h"
#include "Spawns.h"
#include "StopSignals.h"
#include "UserCode.h"
#include "Uses.h"

namespace leash {

class TranslationUnit {
public:
  /// \p UserRows may be null. Both must outlive this.
  TranslationUnit(clang::ASTContext &Context, const ApiTable *UserRows);

  /// What is known of \p Context, made on first use and shared by all checks
  /// that have the same \p UserRows. It lives as long as somebody holds it.
  /// May be called from any thread, as clangd does; what it returns belongs to
  /// the thread that works on \p Context.
  static std::shared_ptr<TranslationUnit>
  of(clang::ASTContext &Context,
     const std::shared_ptr<const ApiTable> &UserRows);

  clang::ASTContext &context() const { return Context; }
  const ApiIndex &api() const { return Index; }
  const UserCode &code() const { return Code; }
  const Handles &handles() const { return HandleFlow; }
  const Spawns &spawns() const { return SpawnList; }
  const StopSignals &stops() const { return Stops; }
  const Coordination &coordination() const { return Coordinated; }
  const Uses &uses() const { return UseOf; }
  /// Found when first asked for.
  llvm::ArrayRef<Opening> threads() const;
  /// The fields that hold threads.
  const ClassLives &threadLives() const;
  const Pools &pools() const;

private:
  clang::ASTContext &Context;
  ApiIndex Index;
  UserCode Code;
  Handles HandleFlow;
  Spawns SpawnList;
  StopSignals Stops;
  Coordination Coordinated;
  Uses UseOf;
  mutable std::optional<std::vector<Opening>> Threads;
  mutable std::optional<ClassLives> ThreadLives;
  mutable std::optional<Pools> PoolList;
};

} // namespace leash

#endif // LEASH_ANALYSIS_TRANSLATIONUNIT_H
