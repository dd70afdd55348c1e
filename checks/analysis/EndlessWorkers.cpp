//===--- EndlessWorkers.cpp - which loops of tasks never end? -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EndlessWorkers.h"
#include "Cancelling.h"
#include "DroppedLoops.h"
#include "Excuses.h"
#include "Flags.h"
#include "Forks.h"
#include "KeptCallables.h"
#include "LoopExits.h"
#include "Loops.h"
#include "UnwokenLoops.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using llvm::SmallVector;

namespace leash {

namespace {

/// Callables in callables: more than this is a cycle.
constexpr unsigned MaxDepth = 4;

bool isTokenRead(const TaskCode &Task, const FunctionDecl *In,
                 const ParmVarDecl *Token, const ApiIndex &Api, unsigned Depth);

/// run(std::move(Token)), where run() does not read it either.
void addHandedOn(const TaskCode &Task, const CallExpr *Call,
                 const ParmVarDecl *Token, const ApiIndex &Api, unsigned Depth,
                 llvm::SmallVectorImpl<const Stmt *> &Harmless) {
  const FunctionDecl *Callee = definitionOf(Call->getDirectCallee());
  if (!Callee || !Task.contains(Callee) || llvm::isa<CXXOperatorCallExpr>(Call))
    return;
  for (unsigned I = 0; I < std::min(Call->getNumArgs(), Callee->getNumParams());
       ++I) {
    const Expr *Given = withoutCopies(Call->getArg(I));
    if (const Operand *Stands = Api.rows(Given).get(&CallRow::Passes))
      if (const Expr *Behind = operandOf(Given, *Stands))
        Given = withoutCopies(Behind);
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Given);
    if (Ref && Ref->getDecl() == Token &&
        !isTokenRead(Task, Callee, Callee->getParamDecl(I), Api, Depth + 1))
      Harmless.push_back(Ref);
  }
}

bool isTokenRead(const TaskCode &Task, const FunctionDecl *In,
                 const ParmVarDecl *Token, const ApiIndex &Api,
                 unsigned Depth) {
  if (Depth > MaxDepth)
    return true;
  SmallVector<const Stmt *, 2> Harmless;
  return anyStmt(In->getBody(), [&](const Stmt *S) {
    // (void)Token;
    if (const auto *Cast = llvm::dyn_cast<CastExpr>(S))
      if (Cast->getType()->isVoidType())
        Harmless.push_back(stripped(Cast->getSubExpr()));
    if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
      addHandedOn(Task, Call, Token, Api, Depth, Harmless);
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
    return Ref && Ref->getDecl() == Token && !llvm::is_contained(Harmless, Ref);
  });
}

/// The stop token that \p Task is given and never reads; null when there is
/// none.
const ParmVarDecl *unreadToken(const TaskCode &Task, const ApiIndex &Api) {
  const FunctionDecl *Body = definitionOf(Task.task().Function);
  for (const ParmVarDecl *Parameter : Body->parameters())
    if (isStopToken(Parameter->getType(), Api))
      return isTokenRead(Task, Body, Parameter, Api, 0) ? nullptr : Parameter;
  return nullptr;
}

class Finder {
public:
  explicit Finder(const TranslationUnit &Unit)
      : Unit(Unit), Code(Unit.code()), Api(Unit.api()), Exits(Unit),
        Sites(Unit), Forked(Unit) {}

  std::vector<EndlessLoop> run() {
    for (const Spawn &S : Unit.spawns().all())
      consider(S);
    return std::move(Result);
  }

private:
  void consider(const Spawn &S) {
    Task T = Unit.spawns().taskOf(S);
    if (!T.isBodyVisible())
      if (const Expr *Kept = onlyCallableIn(
              T.Callable ? Unit.handles().placeOf(T.Callable) : nullptr, Unit))
        T = Unit.spawns().taskFor(Kept);
    if (T.isBodyVisible())
      lookAt(S, T, 0);
  }

  void lookAt(const Spawn &S, const Task &T, unsigned Depth) {
    TaskCode Task(T, Code);
    if (Task.isIncomplete() || Depth > MaxDepth)
      return;
    Visited.clear();
    SmallVector<LoopAt, 4> Loops;
    gather(definitionOf(T.Function), /*IsTried=*/false, Task, Loops);
    if (!Task.task().Function->isDependentContext())
      Vain = vainWaitsOf(S, Task, Sites, Unit);
    for (const LoopAt &At : Loops)
      judge(S, Task, At);
    addUnwoken(S, Task);
    Vain.clear();
    // The functions that it calls through a std::function.
    SmallVector<const Expr *, 2> Called;
    for (const FunctionDecl *Function : Visited)
      anyOwnStmt(Function->getBody(), [&](const Stmt *Part) {
        const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(Part);
        if (Call && Call->getOperator() == OO_Call &&
            wrapsCallable(Call->getArg(0)->getType(), Api))
          if (const Expr *Kept =
                  onlyCallableIn(Unit.handles().placeOf(Call->getArg(0)), Unit))
            Called.push_back(Kept);
        return false;
      });
    for (const Expr *Kept : Called) {
      ::leash::Task Inner = Unit.spawns().taskFor(Kept);
      if (Inner.isBodyVisible() && Seen.insert(Kept).second)
        lookAt(S, Inner, Depth + 1);
    }
  }

  /// A loop, the function of the task that it is in, and whether a try
  /// statement is around it.
  struct LoopAt {
    const Stmt *Loop;
    const FunctionDecl *In;
    bool IsTried;
  };

  /// The loops of \p Function and of what it calls.
  void gather(const FunctionDecl *Function, bool IsTried, const TaskCode &Task,
              llvm::SmallVectorImpl<LoopAt> &Loops) {
    const FunctionDecl *Definition = definitionOf(Function);
    if (!Definition || !llvm::is_contained(Task.functions(), Definition) ||
        Definition->isNoReturn() || Definition->isMain() ||
        llvm::isa<CoroutineBodyStmt>(Definition->getBody()) ||
        !Visited.insert(Definition))
      return;
    gatherIn(Definition->getBody(), Definition, IsTried, Task, Loops);
  }

  void gatherIn(const Stmt *S, const FunctionDecl *In, bool IsTried,
                const TaskCode &Task, llvm::SmallVectorImpl<LoopAt> &Loops) {
    // What a forked child ends up in is another process.
    if (!S || llvm::isa<LambdaExpr>(S) || Forked.isOfChild(S))
      return;
    if (bodyOf(S))
      Loops.push_back({S, In, IsTried});
    if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
      gather(Call->getDirectCallee(), IsTried, Task, Loops);
    if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
      gather(Construct->getConstructor(), IsTried, Task, Loops);
    const auto *Try = llvm::dyn_cast<CXXTryStmt>(S);
    for (const Stmt *Child : S->children())
      gatherIn(Child, In, IsTried || (Try && Child == Try->getTryBlock()), Task,
               Loops);
  }

  void judge(const Spawn &S, const TaskCode &Task, const LoopAt &At) {
    if (isKnown(At.Loop))
      return;
    EndlessLoop Found;
    Found.Loop = At.Loop;
    Found.Started = &S;
    if (!isUnconditional(At.Loop, Unit.context())) {
      Found.Stuck = LoopConditions(S, Task, Unit).stuckFlagOf(At.Loop, At.In);
      if (!Found.Stuck || (!Found.Stuck->IsCopy && waitsInVain(At.Loop)))
        return;
    }
    if (Exits.isLeft(At.Loop) || (At.IsTried && Exits.mayThrowOut(At.Loop)) ||
        mayHaveLostExit(At.Loop, Unit.context()) || isGivenUpOn(S, Task, Found))
      return;
    Found.Hangs = joinOf(S);
    Result.push_back(std::move(Found));
  }

  /// Where the thread is joined, leash-hanging-join speaks.
  void addUnwoken(const Spawn &S, const TaskCode &Task) {
    if (joinOf(S))
      return;
    for (const VainWait &One : Vain) {
      EndlessLoop Found;
      Found.Loop = One.Loop;
      Found.Started = &S;
      Found.Unwoken = One.Wait;
      if (One.Loop && !isKnown(One.Loop) && !isGivenUpOn(S, Task, Found))
        Result.push_back(std::move(Found));
    }
  }

  /// Whether \p Loop waits for what nobody signals: that is what is to be
  /// mended first, but for a flag that is a copy, which no signal helps.
  bool waitsInVain(const Stmt *Loop) const {
    return llvm::any_of(Vain, [&](const VainWait &One) {
      return anyOwnStmt(Loop,
                        [&](const Stmt *Part) { return Part == One.Wait.At; });
    });
  }

  bool isKnown(const Stmt *Loop) const {
    return llvm::any_of(Result, [&](const EndlessLoop &Other) {
      return Other.Loop->getBeginLoc() == Loop->getBeginLoc();
    });
  }

  /// Whether the task may be stopped after all, or is to go on for ever. Who
  /// gives a task a token, or a flag to look at, does want to stop it.
  bool isGivenUpOn(const Spawn &S, const TaskCode &Task, EndlessLoop &Found) {
    if (isStoppedSomewhere(Task) || mayBeCancelled(S, Unit))
      return true;
    if (isGivenToken(Task)) {
      Found.Token = unreadToken(Task, Api);
      if (!Found.Token)
        return true;
    }
    Detachment Lets;
    Lets.At = S.At;
    Lets.Handle = S.Keeper;
    Lets.Started.push_back(&S);
    Excuses Why = excusesFor(Lets, Unit);
    if (Why.Accepted || Why.Unknown)
      return true;
    const auto *Root = llvm::dyn_cast<FunctionDecl>(S.At->Root);
    bool IsMeantToStop = Found.Token || (Found.Stuck && Found.Stuck->IsCopy);
    return !IsMeantToStop && (Why.ProcessLifetime || (Root && Root->isMain()));
  }

  bool isGivenToken(const TaskCode &Task) const {
    const FunctionDecl *Body = definitionOf(Task.task().Function);
    return llvm::any_of(Body->parameters(), [&](const ParmVarDecl *Parameter) {
      return isStopToken(Parameter->getType(), Api);
    });
  }

  /// pthread_setcanceltype() before the loop says that somebody will cancel.
  bool isStoppedSomewhere(const TaskCode &Task) const {
    return Task.any([&](const Stmt *S) {
      const auto *Call = llvm::dyn_cast<CallExpr>(S);
      return Call && Api.rows(Call).is(&CallRow::StopPoint);
    });
  }

  std::optional<Join> joinOf(const Spawn &S) {
    if (!Joins)
      Joins = findJoins(Unit);
    for (const Join &J : *Joins)
      if (llvm::is_contained(J.Held, &S))
        return J;
    return std::nullopt;
  }

  const TranslationUnit &Unit;
  const UserCode &Code;
  const ApiIndex &Api;
  LoopExits Exits;
  WakeSites Sites;
  Forks Forked;
  llvm::SmallSetVector<const FunctionDecl *, 8> Visited;
  llvm::DenseSet<const Expr *> Seen;
  std::vector<VainWait> Vain;
  std::optional<std::vector<Join>> Joins;
  std::vector<EndlessLoop> Result;
};

} // namespace

std::vector<EndlessLoop> findEndlessLoops(const TranslationUnit &Unit) {
  return Finder(Unit).run();
}

} // namespace leash
