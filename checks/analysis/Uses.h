//===--- Uses.h - what happens to a handle here? ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every mention of a variable or field that holds a thread or a pool does
// something to it: looks at it, closes it, hands it on, lets somebody else
// reach it. Visible functions are asked what they do to their parameters;
// functions that are out of sight take over whatever they are given.
//
// "Escapes" covers whatever this does not understand, so that an unknown use
// never leads to a report (missed alarm: code that only passes a reference on).
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_USES_H
#define LEASH_ANALYSIS_USES_H

#include "Handles.h"

namespace leash {

/// One mention of a holder and what it does.
struct Use {
  enum KindType {
    Looks,    ///< The holder holds what it held before.
    Asks,     ///< Its result tells whether the holder holds something.
    Closes,   ///< Joins, detaches or shuts down.
    Moves,    ///< What it held is now held by To.
    Swaps,    ///< Exchanges what it held with To.
    Leaves,   ///< Somebody else has it now; the holder is empty.
    Replaces, ///< Something is put over what it held.
    Destroys, ///< What it held dies.
    Escapes,  ///< From here on others may close it.
  };

  KindType Kind = Looks;
  /// The statement whose execution it is.
  const clang::Stmt *At = nullptr;
  /// The mention itself.
  const clang::Expr *Ref = nullptr;
  Place To = nullptr;
  /// Whether it is done to an element, or to what a pointer points to.
  bool IsPart = false;
};

/// Answers for one AST, from one thread at a time.
class Uses {
public:
  /// What a call of a method on an object means to that object; Escapes when
  /// that is not known.
  using MethodMeaning =
      std::function<Use::KindType(const clang::CXXMethodDecl *)>;

  Uses(const UserCode &Code, const Handles &HandleFlow)
      : Code(Code), HandleFlow(HandleFlow) {}

  /// Asks \p Meaning about the methods of classes of the user's. Without it
  /// such a call escapes.
  void setMethodMeaning(MethodMeaning Meaning) {
    MeaningOfMethod = std::move(Meaning);
    Parameters.clear();
  }

  /// The variable that the mention \p Ref of a variable is about: itself, or
  /// what a reference, pointer or iterator stands for. A variable that was
  /// moved into is itself.
  const clang::VarDecl *holderOf(const clang::DeclRefExpr *Ref) const;

  /// Where values live, as this sees it.
  const Handles &places() const { return HandleFlow; }

  /// What the mention \p Ref of a holder, somewhere in \p Root, does.
  Use useOf(const clang::Expr *Ref, const clang::Decl *Root) const;

  /// What \p Function does to what its parameter \p Index refers to: Looks,
  /// Asks, Closes, Replaces or Escapes. Escapes when the body is not visible.
  Use::KindType parameterUse(const clang::FunctionDecl *Function,
                             unsigned Index) const;

private:
  /// How far the climb from a mention has come.
  struct Climb {
    const clang::Stmt *Child;
    const clang::Decl *Root;
    bool IsMoved = false;  ///< Through std::move, or a move construction.
    bool IsCopied = false; ///< A number or pointer was read out of it.
    bool IsPart = false;   ///< An element, or what a pointer points to.
    Use Result;
  };

  bool ends(Climb &C, Use::KindType Kind, const clang::Stmt *At,
            Place To = nullptr) const;
  bool goesAway(Climb &C, const clang::Stmt *At, Place To = nullptr) const;
  bool step(Climb &C, const clang::Stmt *Parent) const;
  bool stepIntoOperator(Climb &C, const clang::CXXOperatorCallExpr *Call) const;
  bool stepIntoMethod(Climb &C, const clang::CXXMemberCallExpr *Call) const;
  bool stepIntoUnresolved(Climb &C, const clang::Expr *Call) const;
  bool stepIntoArgument(Climb &C, const clang::Expr *Call) const;
  bool stepIntoBinary(Climb &C, const clang::BinaryOperator *Binary) const;
  bool stepIntoLambda(Climb &C, const clang::LambdaExpr *Lambda) const;
  bool stepIntoVariable(Climb &C, const clang::DeclStmt *Declaration) const;
  std::optional<bool> stepByRows(Climb &C, const clang::Expr *Call,
                                 const Operand &Party) const;
  bool stepIntoCallee(Climb &C, const clang::Expr *Call,
                      const clang::FunctionDecl *Callee, unsigned Index) const;
  bool isOfKnownLibrary(const clang::FunctionDecl *Callee) const;
  Use::KindType usesIn(llvm::ArrayRef<const clang::Stmt *> Parts,
                       const clang::Decl *Root,
                       const clang::VarDecl *Variable) const;

  const UserCode &Code;
  const Handles &HandleFlow;
  MethodMeaning MeaningOfMethod;
  mutable llvm::DenseMap<const clang::ParmVarDecl *, Use::KindType> Parameters;
  /// The headers that declare what starts, opens, joins and closes here.
  mutable std::optional<llvm::DenseSet<clang::FileID>> LibraryFiles;
};

} // namespace leash

#endif // LEASH_ANALYSIS_USES_H
