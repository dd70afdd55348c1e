//===--- Registrations.h - which functions run for each event? --*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_REGISTRATIONS_H
#define LEASH_ANALYSIS_REGISTRATIONS_H

#include "Calls.h"
#include "Spawns.h"

namespace leash {

/// Why a function runs once for each event.
struct Registration {
  /// What an event is called in messages: "HTTP request".
  llvm::StringRef Event;
  /// The call that registers the function; null for a method that overrides
  /// one that is called for each event.
  const clang::Expr *At = nullptr;
};

/// Answers for one AST.
class Registrations {
public:
  Registrations(const UserCode &Code, const Spawns &SpawnList);

  /// Why \p Function, also the call operator of a lambda, runs for each event;
  /// null when that is not known.
  const Registration *of(const clang::FunctionDecl *Function) const;

private:
  void addCall(const Site &S, const CallRow &Row, const RegistersFact &Fact,
               const Spawns &SpawnList, const UserCode &Code);
  void addMethod(const clang::FunctionDecl *Function, const ApiIndex &Api);

  llvm::DenseMap<const clang::FunctionDecl *, Registration> ByFunction;
};

} // namespace leash

#endif // LEASH_ANALYSIS_REGISTRATIONS_H
