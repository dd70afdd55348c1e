//===--- Turns.h - who limits how often a loop turns? -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop turns as often as the program says (a constant, a configured number,
// the elements of an array), or as often as the world does: for each event, for
// each element of data, until it is told to stop.
//
// Whatever is not understood counts as limited (missed alarm). A number that is
// not the size of a container counts as configured, whoever gave it.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_TURNS_H
#define LEASH_ANALYSIS_TURNS_H

#include "Handles.h"

namespace leash {

/// What decides how often something is repeated.
struct Turns {
  enum KindType {
    Limited,   ///< The program: a number, an array, or it is not known.
    Endless,   ///< Nothing: while (true).
    UntilTold, ///< A flag or a stop token.
    Events,    ///< A call that brings the next event: accept, read, next.
    Elements,  ///< The size of Data.
    List,      ///< The length of a linked list.
  };

  KindType Kind = Limited;
  /// The container; null when it has no name.
  Place Data = nullptr;

  bool isLimited() const { return Kind == Limited; }
};

/// Answers for one AST.
class TurnsOf {
public:
  TurnsOf(const UserCode &Code, const Handles &HandleFlow)
      : Code(Code), Api(Code.api()), HandleFlow(HandleFlow) {}

  /// How often \p Loop, in \p Root, turns.
  Turns loop(const clang::Stmt *Loop, const clang::Decl *Root) const;

  /// How often \p E, in \p Root, calls the function that it repeats; Limited
  /// when no row says that it repeats one.
  Turns repetition(const clang::Expr *E, const clang::Decl *Root) const;

  /// Whether the number \p E, at \p Loop of \p Root, is the size of a container
  /// that the program does not limit: then Elements, otherwise Limited.
  Turns size(const clang::Expr *E, const clang::Stmt *Loop,
             const clang::Decl *Root) const;

private:
  class Reader;

  const UserCode &Code;
  const ApiIndex &Api;
  const Handles &HandleFlow;
};

} // namespace leash

#endif // LEASH_ANALYSIS_TURNS_H
