//===--- HangingJoins.cpp - which joins never return? ---------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HangingJoins.h"
#include "AbandonedChannels.h"
#include "Endings.h"
#include "Joins.h"
#include "Loops.h"
#include "WakeSites.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::SmallVector;

namespace leash {

namespace {

/// Whether a callable is made of a \p Type: a packaged_task.
bool isCallable(QualType Type, const ApiIndex &Api) {
  const CXXRecordDecl *Class = recordBehind(Type);
  return Class && Api.constructorRows(Class).get(&CallRow::Callable);
}

/// Whether \p E is anything but a constant that means false.
bool mayBeTrue(const Expr *E, const ASTContext &Context) {
  E = E ? E->IgnoreParenImpCasts() : nullptr;
  if (!E || E->isValueDependent())
    return E != nullptr;
  if (const auto *List = llvm::dyn_cast<InitListExpr>(E))
    return List->getNumInits() > 0 && mayBeTrue(List->getInit(0), Context);
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    return Construct->getNumArgs() > 0 &&
           mayBeTrue(Construct->getArg(0), Context);
  bool Value = true;
  return !E->EvaluateAsBooleanCondition(Value, Context) || Value;
}

class Finder {
public:
  explicit Finder(const TranslationUnit &Unit)
      : Unit(Unit), Code(Unit.code()), Api(Unit.api()), Sites(Unit) {}

  std::vector<HangingJoin> run() {
    for (const Join &J : findJoins(Unit))
      consider(J);
    return std::move(Result);
  }

private:
  void consider(const Join &J) {
    if (!llvm::all_of(J.Held, [&](const Spawn *S) {
          return Unit.spawns().taskOf(*S).isBodyVisible();
        }))
      return;
    for (const Spawn *S : J.Held) {
      TaskCode Task(Unit.spawns().taskOf(*S), Code);
      if (Task.isIncomplete() || Task.task().Function->isDependentContext())
        continue;
      auto Waits = blockingWaitsOf(Task, Code, Unit.handles());
      for (const BlockingWait &Wait : Waits)
        if (canBeJudged(Wait, J) && !asksCopy(Wait, Task) &&
            hangs(J, *S,
                  WaitingTask(Task, J.Handle, Wait, Waits, Unit.handles())))
          return;
    }
  }

  /// Whether what \p Wait waits on is known well enough.
  bool canBeJudged(const BlockingWait &Wait, const Join &J) const {
    if (!Wait.On)
      return false;
    QualType Type = Wait.On->getType();
    // A pointer may change; a future may come from anywhere.
    if (Type->isPointerType() || Type->isReferenceType() ||
        Type->isDependentType() || Api.isFuture(Type) || isCallable(Type, Api))
      return false;
    const auto *Variable = llvm::dyn_cast<VarDecl>(Wait.On);
    if (!Variable || !Variable->hasLocalStorage())
      return llvm::isa<FieldDecl>(Wait.On) ? !diesFirst(Wait, J) : !!Variable;
    return J.Function && Variable->getParentFunctionOrMethod() == J.Function &&
           isInScope(Variable, J) && !diesFirst(Wait, J);
  }

  /// Whether the loop of \p Wait asks a flag that the task got by value: who
  /// wakes it changes nothing. That is leash-endless-worker's.
  static bool asksCopy(const BlockingWait &Wait, const TaskCode &Task) {
    const LambdaExpr *Lambda = Task.task().Lambda;
    return Lambda &&
           llvm::any_of(Lambda->captures(), [&](const LambdaCapture &C) {
             if (!C.capturesVariable() || C.getCaptureKind() != LCK_ByCopy)
               return false;
             const ValueDecl *Captured = C.getCapturedVar();
             return Captured->getType()->isIntegerType() &&
                    Wait.Tested.contains(Captured);
           });
  }

  bool isInScope(const VarDecl *Variable, const Join &J) const {
    const Stmt *Block = blockOf(Variable, J.Function, Code);
    return Block && anyStmt(Block, [&](const Stmt *S) { return S == J.At; });
  }

  /// A promise that dies tells whoever waits for it.
  bool diesFirst(const BlockingWait &Wait, const Join &J) const {
    return Wait.ByFuture && !J.Call &&
           Unit.code().isBefore(J.Handle->getLocation(),
                                Wait.On->getLocation());
  }

  bool hangs(const Join &J, const Spawn &S, const WaitingTask &W) {
    SmallVector<const Stmt *, 64> Before, After;
    split(J, W, Before, After);
    Actions Done = actionsOf(Before, W, Unit);
    if (Done.Wakes || isConditional(J, W) || !Sites.isAllVisible(W))
      return false;
    Actions Later = actionsOf(After, W, Unit);
    WakeSites::Answer Others = Sites.whoWakes(W, J.Function);
    bool Asks = asksToEnd(J, S, W, Done, Later) ||
                callerAsksToEnd(J, S, W, Before, Done);
    bool Hangs = Asks ? !Others.Unbidden && (J.Call || !Others.AndStops)
                      : !Others.Any && mayBeginToWait(W, S);
    if (!Hangs || isAbandoned(S))
      return false;
    HangingJoin Found;
    Found.Call = J.Call;
    Found.Handle = J.Handle;
    Found.IsElement = J.Handle && isContainer(J.Handle->getType());
    Found.IsFuture = J.IsFuture;
    Found.End = J.End;
    Found.Started = &S;
    Found.Wait = W.Wait;
    Found.IsAsked = Asks;
    Found.Sets = Asks ? Done.Sets : nullptr;
    Found.Closes = Done.Closes;
    Found.WokenAfter = Later.WokenAt;
    Result.push_back(std::move(Found));
    return true;
  }

  /// Whether the task waits on a channel whose other end has left, which is
  /// another defect.
  bool isAbandoned(const Spawn &S) {
    if (!Abandoned)
      Abandoned = findAbandonedChannels(Unit);
    return llvm::any_of(*Abandoned, [&](const AbandonedChannel &Found) {
      return Found.Task.Started == &S;
    });
  }

  /// Whether a function that calls the joining one asks before, as a destructor
  /// does that leaves the joining to a helper. \p Before is what the helper
  /// does first.
  bool callerAsksToEnd(const Join &J, const Spawn &S, const WaitingTask &W,
                       llvm::ArrayRef<const Stmt *> Before,
                       Actions &Done) const {
    for (const FunctionDecl *Caller : Code.functions()) {
      if (!J.Function || !J.Call || Caller == J.Function)
        continue;
      Join Calls = J;
      Calls.Function = Caller;
      bool IsFound = anyOwnStmt(Caller->getBody(), [&](const Stmt *Part) {
        const auto *Call = llvm::dyn_cast<CallExpr>(Part);
        Calls.At = Call;
        return Call && definitionOf(Call->getDirectCallee()) == J.Function;
      });
      if (!IsFound)
        continue;
      SmallVector<const Stmt *, 64> First, After;
      split(Calls, W, First, After);
      First.append(Before.begin(), Before.end());
      Actions Together = actionsOf(First, W, Unit);
      if (!Together.Wakes && !isConditional(Calls, W) &&
          asksToEnd(Calls, S, W, Together, Actions())) {
        Done = Together;
        return true;
      }
    }
    return false;
  }

  /// Whether somebody asks the task to end, in a way that it would see if it
  /// were awake.
  bool asksToEnd(const Join &J, const Spawn &S, const WaitingTask &W,
                 const Actions &Done, const Actions &Later) const {
    const BlockingWait &Wait = W.Wait;
    if (Wait.Kind == BlockingWait::Socket && Done.Closes)
      return true;
    if (Wait.AsksToken && (J.RequestsStop || Done.AsksToEnd))
      return true;
    // Set before the thread starts, it asks nobody.
    auto IsAfterStart = [&](const Stmt *Sets) {
      return Sets &&
             (S.At->Root != J.Function || !Unit.code().isBefore(Sets, S.At->E));
    };
    return IsAfterStart(Done.Sets) ||
           (Later.WokenAt && IsAfterStart(Later.Sets));
  }

  /// Whether the task waits at all when nobody has woken it yet: its condition
  /// does not hold from the start, no permit is there, and its loop can end (a
  /// loop that cannot is another defect).
  bool mayBeginToWait(const WaitingTask &W, const Spawn &S) const {
    const BlockingWait &Wait = W.Wait;
    if (Wait.Kind == BlockingWait::Socket || !Wait.CanLeave)
      return false;
    if (Wait.Kind == BlockingWait::Object && mayHoldSomething(Wait.On))
      return false;
    for (Place P : Wait.Condition)
      if (mayBeTrue(initOf(P), Unit.context()) || isWrittenBefore(S, P))
        return false;
    return true;
  }

  static const Expr *initOf(Place P) {
    if (const auto *Field = llvm::dyn_cast<FieldDecl>(P))
      return Field->getInClassInitializer();
    const auto *Variable = llvm::dyn_cast<VarDecl>(P);
    return Variable ? Variable->getInit() : nullptr;
  }

  /// A semaphore that starts with permits.
  bool mayHoldSomething(Place On) const {
    if (mayBeTrue(initOf(On), Unit.context()))
      return true;
    return llvm::any_of(Code.functions(), [&](const FunctionDecl *Function) {
      const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Function);
      return Constructor &&
             llvm::any_of(Constructor->inits(),
                          [&](const CXXCtorInitializer *Initializer) {
                            return Initializer->getAnyMember() == On &&
                                   mayBeTrue(Initializer->getInit(),
                                             Unit.context());
                          });
    });
  }

  /// Whether the function that starts the task gives \p P a value before.
  bool isWrittenBefore(const Spawn &S, Place P) const {
    const auto *Root = llvm::dyn_cast<FunctionDecl>(S.At->Root);
    return Root && anyStmt(Root->getBody(), [&](const Stmt *Part) {
             const Expr *Written = writtenBy(Part, Api);
             if (!Written || Unit.handles().placeOf(Written) != P ||
                 !Unit.code().isBefore(Part, S.At->E))
               return false;
             const auto *Assignment = llvm::dyn_cast<BinaryOperator>(Part);
             return !Assignment ||
                    mayBeTrue(Assignment->getRHS(), Unit.context());
           });
  }

  /// Whether \p J is only come to when something says that the task has ended.
  bool isConditional(const Join &J, const WaitingTask &W) const {
    if (!J.Call)
      return false;
    for (const Stmt *S = J.At; S; S = Code.parent(S, J.Function)) {
      const auto *If = llvm::dyn_cast<IfStmt>(S);
      if (If && anyStmt(If->getCond(), [&](const Stmt *Part) {
            const auto *E = llvm::dyn_cast<Expr>(Part);
            if (!E)
              return false;
            if (llvm::isa<CallExpr>(E) && Api.rows(E).get(&CallRow::Waits))
              return true;
            return llvm::isa<DeclRefExpr, MemberExpr>(E) &&
                   isWrittenByTask(Unit.handles().placeOf(E), W.Task);
          }))
        return true;
    }
    return false;
  }

  bool isWrittenByTask(Place P, const TaskCode &Task) const {
    return P && Task.any([&](const Stmt *S) {
      const Expr *Written = writtenBy(S, Api);
      return Written && Unit.handles().placeOf(Written, &Task.bindings()) == P;
    });
  }

  /// What may run before \p J, and what surely runs after it. All that is in a
  /// loop around it may run before; so may all, where it is in a lambda.
  void split(const Join &J, const WaitingTask &W,
             llvm::SmallVectorImpl<const Stmt *> &Before,
             llvm::SmallVectorImpl<const Stmt *> &After) const {
    if (!J.Function)
      return;
    const Stmt *Body = J.Function->getBody();
    bool IsOrdered = J.At && !J.IsInLambda && !anyStmt(Body, [](const Stmt *S) {
                       return llvm::isa<GotoStmt, IndirectGotoStmt>(S);
                     });
    const Stmt *Last = J.At;
    for (const Stmt *S = J.At; S && IsOrdered; S = Code.parent(S, J.Function))
      if (bodyOf(S))
        Last = S;
    bool IsPast = false;
    collect(Body, IsOrdered ? Last : nullptr, W.Task.task().Lambda, IsPast,
            Before, After);
  }

  static void collect(const Stmt *S, const Stmt *Last, const LambdaExpr *Task,
                      bool &IsPast, llvm::SmallVectorImpl<const Stmt *> &Before,
                      llvm::SmallVectorImpl<const Stmt *> &After) {
    if (!S || S == Task)
      return;
    (IsPast ? After : Before).push_back(S);
    for (const Stmt *Child : S->children())
      collect(Child, Last, Task, IsPast, Before, After);
    if (S == Last)
      IsPast = true;
  }

  const TranslationUnit &Unit;
  const UserCode &Code;
  const ApiIndex &Api;
  WakeSites Sites;
  /// Found when first asked for.
  std::optional<std::vector<AbandonedChannel>> Abandoned;
  std::vector<HangingJoin> Result;
};

} // namespace

std::vector<HangingJoin> findHangingJoins(const TranslationUnit &Unit) {
  return Finder(Unit).run();
}

} // namespace leash
