//===--- Paths.h - walks over the paths of one function ---------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Goes over a control-flow graph, shortest paths first, and remembers on the
// way what the decisions said (Conditions.h), so that paths that do not exist
// are not taken. What is followed on the paths is the business of a derived
// class: it keeps it in a Tracked, of which each path has its own.
//
// A Tracked can be copied, and has a hash() that is the same for equal ones.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_PATHS_H
#define LEASH_ANALYSIS_PATHS_H

#include "Conditions.h"
#include "Loops.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/CFG.h"
#include <deque>

namespace leash {

/// A choice that a path makes.
struct Decision {
  enum KindType { True, False, Case, Default, Ends, Turns };
  KindType Kind = True;
  clang::SourceLocation Location;
};

/// The choice at \p Terminator, whose condition, if it has one, is \p Truth.
Decision decisionAt(const clang::Stmt *Terminator, const clang::Expr *Condition,
                    bool Truth);

/// The value of \p Case; nothing for a range, and for what is not known.
std::optional<int64_t> numberOf(const clang::CaseStmt *Case,
                                const clang::ASTContext &Context);

/// Whether \p Condition is the same on all paths: in the macros of test
/// libraries, switch (0) case 0: default:
bool isFixed(const clang::Expr *Condition, const clang::ASTContext &Context);

template <typename Tracked> class Paths {
public:
  virtual ~Paths() = default;

  /// Whether there were more paths than are worth the time.
  bool isGivenUp() const { return IsGivenUp; }

protected:
  using Position = clang::CFGBlock::const_iterator;

  /// Where a walk stands, at the entry of a block.
  struct State {
    const clang::CFGBlock *Block = nullptr;
    Tracked Now;
    Facts Known;
  };

  Paths(const clang::CFG &Graph, const clang::ASTContext &Context,
        llvm::DenseSet<const clang::ValueDecl *> Shared)
      : Graph(Graph), Context(Context), Known(Context, std::move(Shared)) {}

  /// Executes \p S, which \p Next follows. False when the path ends there, or
  /// when what follows was looked at already.
  virtual bool execute(const clang::Stmt *S, State &At,
                       const Position &Next) = 0;
  /// The life of \p Variable ends. False when the path does, too.
  virtual bool die(const clang::VarDecl *Variable, State &At) = 0;
  /// The function ends.
  virtual void exit(const State &At) = 0;
  /// Whether the walk has what it looks for.
  virtual bool isDone() const = 0;
  /// Whether a decision made now belongs to what is told of the path.
  virtual bool isTold(const State &At) const = 0;
  /// Whether \p Condition holds, besides what is known from the path.
  virtual std::optional<bool> answer(const clang::Expr *, const State &) {
    return std::nullopt;
  }
  /// The path comes to the loop that \p Loop ends or begins.
  virtual void passLoop(const clang::Stmt *, State &) {}
  /// The path divides at \p Condition, of which nothing is known.
  virtual void divide(const clang::Expr *, State &) {}
  /// On the path \p Branch, \p Condition was \p Truth.
  virtual void take(const clang::Expr *, bool, State &) {}
  /// Whether the path goes on to \p Next, where exceptions are handled.
  virtual bool throws(const State &) const { return false; }

  void walk() {
    State Start;
    Start.Block = &Graph.getEntry();
    push(std::move(Start));
    for (Current = 0; Current < Steps.size() && !isDone(); ++Current) {
      if (Current > MaxSteps) {
        IsGivenUp = true;
        return;
      }
      visit(Steps[Current].At);
    }
  }

  /// Executes the elements of the block from \p At on, then goes on to its
  /// successors.
  void runElements(State S, Position At) {
    for (auto End = S.Block->end(); At != End; ++At) {
      if (auto Element = At->template getAs<clang::CFGStmt>()) {
        if (!execute(Element->getStmt(), S, std::next(At)))
          return;
      } else if (auto Destroyed =
                     At->template getAs<clang::CFGAutomaticObjDtor>()) {
        if (!die(Destroyed->getVarDecl(), S))
          return;
      } else if (auto Ends = At->template getAs<clang::CFGLifetimeEnds>()) {
        if (!die(Ends->getVarDecl(), S))
          return;
      }
    }
    if (!S.Block->hasNoReturnElement())
      leave(std::move(S));
  }

  /// The choices on the present path, in their order.
  std::vector<Decision> decisions() const {
    std::vector<Decision> Result;
    for (size_t I = Current; I != 0; I = Steps[I].From)
      if (const std::optional<Decision> &By = Steps[I].By)
        Result.push_back(*By);
    std::reverse(Result.begin(), Result.end());
    return Result;
  }

  /// The block before the present one.
  const clang::CFGBlock &before() const {
    return *Steps[Steps[Current].From].At.Block;
  }

  const clang::CFG &Graph;
  const clang::ASTContext &Context;
  Conditions Known;

private:
  /// Steps on paths through one function before it is given up on.
  static constexpr size_t MaxSteps = 5000;

  /// One visit of a block, and how the walk came there.
  struct Step {
    State At;
    size_t From = 0;
    std::optional<Decision> By;
  };

  void push(State S, std::optional<Decision> By = std::nullopt) {
    uint64_t Hash =
        llvm::hash_combine(S.Block->getBlockID(), S.Now.hash(), S.Known.hash());
    if (Seen.insert(Hash).second)
      Steps.push_back({std::move(S), Current, By});
  }

  /// By value: each path has a state of its own.
  void visit(State S) {
    if (S.Block == &Graph.getExit())
      return exit(S);
    if (S.Block->getLoopTarget())
      Known.turn(S.Known);
    Position First = S.Block->begin();
    runElements(std::move(S), First);
  }

  void leave(State S) {
    const clang::Stmt *Terminator = S.Block->getTerminatorStmt();
    bool IsLoop = Terminator && bodyOf(Terminator);
    if (IsLoop)
      passLoop(Terminator, S);
    if (const auto *Switch =
            llvm::dyn_cast_or_null<clang::SwitchStmt>(Terminator))
      return leaveSwitch(Switch, S);
    if (!Terminator || llvm::isa<clang::CXXTryStmt>(Terminator))
      return leaveByException(S);
    bool Decides = S.Block->succ_size() == 2;
    const clang::Expr *Condition =
        Decides && !llvm::isa<clang::CXXForRangeStmt>(Terminator)
            ? S.Block->getLastCondition()
            : nullptr;
    std::optional<bool> Answer =
        Condition ? answerOf(Condition, S) : std::nullopt;
    if (Condition && !Answer && !IsLoop)
      divide(Condition, S);
    unsigned Index = 0;
    for (const clang::CFGBlock *Next : S.Block->succs()) {
      bool Truth = Index++ == 0;
      if (!Next || (Answer && *Answer != Truth))
        continue;
      State Branch = S;
      Branch.Block = Next;
      if (Condition) {
        Known.assume(Condition, Truth, Branch.Known);
        take(Condition, Truth, Branch);
      }
      std::optional<Decision> By;
      if (isTold(S) && Decides && !Answer)
        By = decisionAt(Terminator, Condition, Truth);
      push(std::move(Branch), By);
    }
  }

  std::optional<bool> answerOf(const clang::Expr *Condition, const State &S) {
    if (auto Answer = answer(Condition, S))
      return Answer;
    return Known.evaluate(Condition, S.Known);
  }

  /// A block without a decision goes on; after a call that may throw, also to
  /// the handlers; and those are believed to take the exception.
  void leaveByException(const State &S) {
    bool IsTry =
        llvm::isa_and_nonnull<clang::CXXTryStmt>(S.Block->getTerminatorStmt());
    bool IsFirst = true;
    for (const clang::CFGBlock *Next : S.Block->succs()) {
      bool IsExceptional = IsTry || !IsFirst;
      IsFirst = false;
      if (!Next || (IsExceptional && Next == &Graph.getExit()))
        continue;
      if (IsExceptional && !IsTry && !throws(S))
        continue;
      State Branch = S;
      Branch.Block = Next;
      push(std::move(Branch));
    }
  }

  void leaveSwitch(const clang::SwitchStmt *Switch, const State &S) {
    const clang::Expr *Condition = Switch->getCond();
    bool Chooses = isTold(S) && !isFixed(Condition, Context);
    for (const clang::CFGBlock *Next : S.Block->succs()) {
      if (!Next)
        continue;
      State Branch = S;
      Branch.Block = Next;
      Decision By;
      const clang::Stmt *Label = Next->getLabel();
      if (const auto *Case = llvm::dyn_cast_or_null<clang::CaseStmt>(Label)) {
        std::optional<int64_t> Number = numberOf(Case, Context);
        if (Number && Condition) {
          if (Known.evaluateCase(Condition, *Number, S.Known) == false)
            continue;
          Known.assumeCase(Condition, *Number, Branch.Known);
        }
        By = {Decision::Case, Case->getBeginLoc()};
      } else {
        if (Condition && isCaseKnown(Switch, S))
          continue;
        By = {Decision::Default,
              Label ? Label->getBeginLoc() : Switch->getBeginLoc()};
      }
      push(std::move(Branch), Chooses ? std::optional(By) : std::nullopt);
    }
  }

  bool isCaseKnown(const clang::SwitchStmt *Switch, const State &S) {
    for (const clang::SwitchCase *Each = Switch->getSwitchCaseList(); Each;
         Each = Each->getNextSwitchCase())
      if (const auto *Case = llvm::dyn_cast<clang::CaseStmt>(Each))
        if (std::optional<int64_t> Number = numberOf(Case, Context))
          if (Known.evaluateCase(Switch->getCond(), *Number, S.Known) == true)
            return true;
    return false;
  }

  std::deque<Step> Steps; ///< References into it stay valid.
  llvm::DenseSet<uint64_t> Seen;
  size_t Current = 0;
  bool IsGivenUp = false;
};

} // namespace leash

#endif // LEASH_ANALYSIS_PATHS_H
