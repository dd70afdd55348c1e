//===--- Flow.h - what happens to handles, statement by statement -*- C++
//-*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The control-flow graph of one function, and what each of its statements does
// to the local variables that hold threads or pools.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_FLOW_H
#define LEASH_ANALYSIS_FLOW_H

#include "Openings.h"
#include "Uses.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

namespace leash {

/// Something that a statement does to a local holder.
struct Event {
  const clang::VarDecl *Holder = nullptr;
  /// Set when something is opened into Holder; What counts otherwise.
  const Opening *Opened = nullptr;
  Use What;
  /// Moves, Swaps: the other local; null when it is none.
  const clang::VarDecl *To = nullptr;
};

class Flow {
public:
  /// \p Opened are the openings in \p Function, which is in \p Root.
  Flow(const clang::FunctionDecl *Function, const clang::Decl *Root,
       llvm::ArrayRef<const Opening *> Opened, const UserCode &Code,
       const Uses &UseOf);

  /// Builds the graph. Null when the function is too large to follow (about a
  /// thousand branches; generated code) or cannot be followed (a coroutine).
  const clang::CFG *graph(bool WithExceptions);
  /// Whether that was because of its size.
  bool isTooLarge() const { return IsTooLarge; }

  /// What \p S does, in the order of its execution. Openings come last.
  llvm::SmallVector<Event, 2> eventsAt(const clang::Stmt *S) const;

  /// What the loop \p Loop does to holders as a whole: a loop that joins what
  /// \p Opened started before it.
  llvm::SmallVector<Event, 2> eventsOfLoop(const clang::Stmt *Loop,
                                           const Opening &Opened) const;

  /// The statement in the code that \p S, of the graph, is a part of.
  const clang::Stmt *source(const clang::Stmt *S) const;

  /// The block, or the loop with a variable, in which \p Variable is declared;
  /// null when that is not found.
  const clang::Stmt *scopeOf(const clang::VarDecl *Variable) const;

  /// Whether \p Condition mentions \p Holder.
  bool mentions(const clang::Stmt *Condition,
                const clang::VarDecl *Holder) const;

  /// Whether \p Condition mentions a variable into which something is opened.
  bool mentionsHolder(const clang::Stmt *Condition) const;

  /// Whether a mention of \p Holder in \p Condition may ask whether it holds
  /// something: it is compared, or a question with a yes or no is put to it.
  bool asks(const clang::Expr *Condition, const clang::VarDecl *Holder) const;

  /// Whether some event closes what a holder that \p Opened may get to holds,
  /// or hands it on. \p DestroysWell says which events that destroy it close
  /// it.
  bool isEverClosed(const Opening &Opened,
                    llvm::function_ref<bool(const Event &)> DestroysWell) const;

  /// Whether some handle is stored where \p Pointer points.
  bool isStoredThrough(const clang::VarDecl *Pointer) const;

  /// The variables that lambdas of the function refer to.
  const llvm::DenseSet<const clang::ValueDecl *> &shared() const {
    return Shared;
  }

private:
  void collectMentions(const clang::Stmt *S);
  void addUsesOf(const clang::VarDecl *Holder);
  void addOpening(const Opening &O);

  const clang::FunctionDecl *Function;
  const clang::Decl *Root;
  const UserCode &Code;
  const Uses &UseOf;
  std::unique_ptr<clang::CFG> Graph;
  /// The graph splits declarations of several variables: whence the parts come.
  llvm::DenseMap<const clang::Stmt *, const clang::Stmt *> Sources;
  bool IsTooLarge = false;
  unsigned Size = 0;
  llvm::SmallSetVector<const clang::VarDecl *, 4> Holders;
  llvm::DenseMap<const clang::VarDecl *,
                 llvm::SmallVector<const clang::DeclRefExpr *, 4>>
      Mentions;
  llvm::MapVector<const clang::Stmt *, llvm::SmallVector<Event, 1>> Events;
  llvm::DenseSet<const clang::ValueDecl *> Shared;
};

/// The statement at which what \p O opens arrives in its keeper.
const clang::Stmt *arrivalOf(const Opening &O);

} // namespace leash

#endif // LEASH_ANALYSIS_FLOW_H
