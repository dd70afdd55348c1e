//===--- DeadlineEvents.h - what is done to deadlines -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lists, for all code, what calls and assignments do to the deadlines of
// handles: make a handle, set a deadline, take it back, wait. What is done with
// a handle that is not understood loses it, so that nothing is said of it.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_DEADLINEEVENTS_H
#define LEASH_ANALYSIS_DEADLINEEVENTS_H

#include "Openings.h"
#include "TimeValues.h"
#include "Uses.h"
#include "llvm/ADT/MapVector.h"

namespace leash {

/// Something that happens to the deadlines of one handle.
struct DeadlineEvent {
  enum KindType {
    Creates, ///< It is new, and has no deadline.
    Copies,  ///< It has those of From from now on.
    Clears,  ///< It has none any more.
    Sets,    ///< What is set.
    Unsets,  ///< What is given a value that means for ever.
    Refuses, ///< What is given a value that changes nothing.
    Passes,  ///< It is handed to a visible function, as Into.
    Blocks,  ///< A call waits for it.
    Ends,    ///< It is closed, or no handle any more.
    Loses,   ///< It may have any from now on, or is not the same handle.
  };

  KindType Kind = Loses;
  /// The call, construction or assignment.
  const clang::Expr *E = nullptr;
  /// The statement after which it has happened.
  const clang::Stmt *At = nullptr;
  const clang::FunctionDecl *Function = nullptr; ///< As in Site.
  const clang::Decl *Root = nullptr;             ///< As in Site.
  /// The handle; null when it is not known.
  Place Handle = nullptr;
  Place From = nullptr;
  const CopiesDeadlinesFact *Copied = nullptr;
  /// Clears: the deadlines that it takes back; empty for all.
  llvm::ArrayRef<std::string> Only;
  const DeadlineValue *What = nullptr;
  /// The value that What gets; null when it gets none.
  const clang::Expr *Value = nullptr;
  const BlockingFact *Waits = nullptr;
  /// Blocks: whether it is told to wait for ever.
  bool IsForever = false;
  /// Blocks: whether it waits for more than what makes its handle ready.
  bool IsBeyond = false;
  /// The descriptors until one of which is ready it waits; empty when they are
  /// not known.
  llvm::SmallVector<Place, 2> Descriptors;
  const clang::ParmVarDecl *Into = nullptr;
  /// Whether it is only believed that the call sets this deadline: what it sets
  /// is not constant.
  bool IsUnsure = false;

  /// Whether it sets, unsets, or tries to.
  bool isSetting() const {
    return Kind == Sets || Kind == Unsets || Kind == Refuses;
  }
};

/// Belongs to one AST.
class DeadlineEvents {
public:
  DeadlineEvents(const UserCode &Code, const Handles &HandleFlow,
                 const Uses &UseOf);

  /// The calls that wait, in the order of the walk.
  llvm::ArrayRef<DeadlineEvent> waits() const { return Waits; }

  /// What happens to \p Handle besides waits(), in the order of the walk.
  llvm::ArrayRef<DeadlineEvent> of(Place Handle) const;

  /// The variables that are given to \p Parameter anywhere.
  llvm::ArrayRef<const clang::VarDecl *>
  giversOf(const clang::ParmVarDecl *Parameter) const;

  /// Whether somebody waits anywhere until \p Handle, among other descriptors,
  /// is ready.
  bool isReadied(Place Handle) const { return Readied.contains(Handle); }

  const TimeValues &values() const { return Values; }
  const Handles &places() const { return HandleFlow; }
  const UserCode &code() const { return Code; }

private:
  struct Mention {
    const clang::Expr *Ref;
    const clang::FunctionDecl *Function;
    const clang::Decl *Root;
  };

  void add(const Site &S);
  void addRow(const Site &S, const CallRow &Row);
  void addWaiting(const Site &S, const BlockingFact &Fact);
  void addSetting(DeadlineEvent Event, const DeadlineValue &What,
                  const clang::Expr *Value, llvm::StringRef Type);
  void look(const clang::Decl *Root);
  void lookInto(const clang::Stmt *S, const clang::FunctionDecl *Function,
                const clang::Decl *Root);
  void addDeclared(const clang::DeclStmt *Declaration, DeadlineEvent Event);
  void addAssigned(const clang::Expr *Assignment, DeadlineEvent Event);
  void addInitialised(const clang::CXXConstructorDecl *Constructor);
  void addMembers(const clang::InitListExpr *List, DeadlineEvent Event);
  void findLibraries();
  void followMentions();
  void follow(Place Handle, const Mention &M);
  const clang::ParmVarDecl *parameterFor(const clang::Expr *Call,
                                         Place Handle) const;
  const TypeRow *typeMadeBy(const clang::Expr *Init) const;
  void addMade(const clang::Expr *Init, DeadlineEvent Event);
  bool locate(const Operand &Party, DeadlineEvent &Event) const;
  void push(const DeadlineEvent &Event);
  bool isExplained(const clang::Stmt *S, Place Handle) const {
    return Explained.contains({S, Handle});
  }
  bool isHarmless(const clang::Expr *Call, Place Handle) const;
  bool isOfLibrary(const clang::Expr *Call) const;
  bool isAliased(Place Handle, const clang::Stmt *At,
                 const clang::Decl *Root) const;
  void addReturned(const clang::Expr *Value, DeadlineEvent Event);

  const UserCode &Code;
  const Handles &HandleFlow;
  const Uses &UseOf;
  TimeValues Values;
  llvm::MapVector<Place, std::vector<DeadlineEvent>> ByHandle;
  std::vector<DeadlineEvent> Waits;
  llvm::DenseMap<const clang::ParmVarDecl *,
                 llvm::SmallVector<const clang::VarDecl *, 2>>
      Givers;
  llvm::DenseMap<Place, std::vector<Mention>> Mentions;
  /// What the rows say all about: what is done to whom.
  llvm::DenseSet<std::pair<const clang::Stmt *, Place>> Explained;
  /// The variables with the descriptors of which one is waited for.
  llvm::DenseSet<Place> DescriptorSets;
  llvm::DenseSet<Place> Readied;
  /// The headers that declare what deals with deadlines here.
  llvm::DenseSet<clang::FileID> LibraryFiles;
};

/// What happens at \p At, in \p E, to nobody yet.
DeadlineEvent eventAt(const clang::Expr *E, const clang::Stmt *At,
                      const clang::FunctionDecl *Function,
                      const clang::Decl *Root);

/// Whether \p Row has a fact about deadlines.
bool saysOfDeadlines(const CallRow &Row);

} // namespace leash

#endif // LEASH_ANALYSIS_DEADLINEEVENTS_H
