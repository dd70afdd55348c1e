//===--- Handles.h - where a handle lives and where it goes -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two questions about values: which variable or field does this expression
// speak of, and what happens to the value of this expression next?
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_HANDLES_H
#define LEASH_ANALYSIS_HANDLES_H

#include "UserCode.h"

namespace leash {

/// Where a value lives: a variable, a parameter, or a field of whatever object.
/// Null when it is not known.
///
/// Fields are told apart by their declaration alone: the field of one object
/// counts for the same field of all. That merges objects (missed alarm where a
/// check asks whether something is done, which is the side to err on).
using Place = const clang::ValueDecl *;

/// What the parameters of a followed function stand for.
using Bindings = llvm::DenseMap<const clang::ValueDecl *, const clang::Expr *>;

/// What happens to a value right after it is made.
struct Fate {
  enum KindType {
    Unknown,   ///< Used in some way that this does not know.
    Discarded, ///< Nobody takes it.
    Variable,  ///< It initialises Where.
    Assigned,  ///< It is assigned to Where (null when that is not known).
    Returned,
    Passed,   ///< It is an argument of At.
    Received, ///< The method call At is made on it.
    Captured, ///< A lambda keeps it.
  };
  enum DiscardKind { Statement, VoidCast, Comma, Ignored };

  KindType Kind = Unknown;
  DiscardKind How = Statement;
  /// The statement, cast or call that decides. For a discarded value: the
  /// outermost expression that is dropped with it.
  const clang::Stmt *At = nullptr;
  Place Where = nullptr;
  /// Whether the value was put on the heap on its way (new std::thread(f)).
  bool ByNew = false;
};

class Handles {
public:
  explicit Handles(const UserCode &Code) : Code(Code) {}

  /// The place that \p E speaks of, through casts, address-of and dereference,
  /// subscripts, moves, references and calls whose result stands for an operand
  /// (rows with `passes`). With \p Bound, parameters of followed functions are
  /// replaced by what they are bound to.
  Place placeOf(const clang::Expr *E, const Bindings *Bound = nullptr) const;

  /// What happens to the value of \p E, which is somewhere in \p Root.
  Fate fateOf(const clang::Expr *E, const clang::Decl *Root) const;

  /// Where the call or construction \p Taker, in \p Root, puts a value that it
  /// takes: the container that it is called on, or the smart pointer that it
  /// makes. Null when that is not known.
  Place keeperBy(const clang::Expr *Taker, const clang::Decl *Root) const;

private:
  Place placeOf(const clang::Expr *E, const Bindings *Bound,
                unsigned Depth) const;
  Place placeOfVariable(const clang::VarDecl *Variable, const Bindings *Bound,
                        unsigned Depth) const;
  Place placeOfBinding(const clang::BindingDecl *Binding, const Bindings *Bound,
                       unsigned Depth) const;
  bool isAlias(const clang::VarDecl *Variable) const;
  bool step(const clang::Stmt *Parent, const clang::Expr *Child,
            Fate &Result) const;
  bool stepThroughCall(const clang::CallExpr *Call, const clang::Expr *Child,
                       Fate &Result) const;
  bool stepThroughConstruction(const clang::Expr *Construct,
                               Fate &Result) const;
  Fate fateAtTop(const clang::Stmt *Top, const clang::Decl *Root,
                 Fate Result) const;

  const UserCode &Code;
};

/// Whether \p Handle is that of the thread that runs here: pthread_self(), or a
/// variable that was made of it.
bool isCurrentThread(const clang::Expr *Handle, const Handles &HandleFlow,
                     const ApiIndex &Api);

/// Takes off what does not change which value is meant: parentheses, casts,
/// temporaries, cleanups.
const clang::Expr *stripped(const clang::Expr *E);

/// The same, and copies and moves of it.
const clang::Expr *withoutCopies(const clang::Expr *E);

/// Whether \p E is a null pointer that is written down: nullptr, NULL.
bool isNullPointer(const clang::Expr *E, const clang::ASTContext &Context);

} // namespace leash

#endif // LEASH_ANALYSIS_HANDLES_H
