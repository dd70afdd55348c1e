//===--- ChannelWalk.cpp - the paths of a channel's other end -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChannelWalk.h"
#include "Throws.h"

using namespace clang;

namespace leash {

namespace {

/// What is followed on a path.
struct Trace {
  enum LeaveKind { Stays, Told, Counted, LoopEnds, Straight, Early };

  bool IsStarted = false;
  bool IsShut = false;
  bool IsUsed = false;
  bool WasTold = false; ///< The last loop over the channel ended as told.
  LeaveKind Left = Stays;
  /// The last block from which the channel is still used.
  const CFGBlock *Last = nullptr;

  uint64_t hash() const {
    return llvm::hash_combine(IsStarted, IsShut, IsUsed, WasTold, Left,
                              Last ? Last->getBlockID() + 1 : 0);
  }
};

class EndWalk : private Paths<Trace> {
public:
  EndWalk(const FunctionDecl *Function, const ChannelTask &Task,
          const CFG &Graph, const ChannelSteps &Does,
          const ChannelAnswers &Answers, const Flow &Events,
          const TranslationUnit &Unit)
      : Paths(Graph, Unit.context(), Events.shared()), Function(Function),
        Task(Task), Does(Does), Answers(Answers),
        IsStarter(Task.Started->At->Function == Function), Unit(Unit),
        Root(ChannelUses::rootOf(Function)) {
    findUsing();
  }

  std::optional<Departure> run() {
    walk();
    return isGivenUp() ? std::nullopt : std::move(Found);
  }

private:
  /// The blocks from which a use of the channel can be reached.
  void findUsing() {
    llvm::SmallVector<const CFGBlock *, 32> Work;
    for (const CFGBlock *Block : Graph)
      if (usesFrom(*Block, Block->begin()) && Using.insert(Block).second)
        Work.push_back(Block);
    while (!Work.empty())
      for (const CFGBlock *Before : Work.pop_back_val()->preds())
        if (Before && Using.insert(Before).second)
          Work.push_back(Before);
  }

  bool usesFrom(const CFGBlock &Block, Position At) const {
    for (auto End = Block.end(); At != End; ++At)
      if (auto Element = At->getAs<CFGStmt>())
        if (Does.lookup(Element->getStmt()).Uses)
          return true;
    return false;
  }

  bool isUsedAfter(const CFGBlock &Block, const Position &At) const {
    return usesFrom(Block, At) ||
           llvm::any_of(Block.succs(), [&](const CFGBlock *Next) {
             return Next && Using.contains(Next);
           });
  }

  bool execute(const Stmt *S, State &At, const Position &Next) override {
    Here = At.Block;
    Known.execute(S, At.Known);
    if (!At.Now.IsStarted && (!IsStarter || S == Task.Started->At->E)) {
      At.Now.IsStarted = true;
      // Where it has failed, nobody is abandoned.
      if (IsStarter && Task.Started->Fact->Success)
        At.Known.set(Known.keyOf(Task.Started->At->E),
                     *Task.Started->Fact->Success);
    }
    ChannelStep What = Does.lookup(S);
    At.Now.IsShut |= What.Guards;
    if (!At.Now.IsStarted)
      return !endsPath(S, Unit.code());
    settle(At);
    if (What.Uses) {
      At.Now.IsUsed = true;
      At.Now.WasTold = What.Told;
    }
    At.Now.IsShut |= What.Shuts;
    At.Now.IsShut |= isWake(S);
    if (IsStarter && isJoinOf(S, *Task.Started, Unit))
      return join(llvm::cast<Expr>(S), At, Next);
    if (llvm::isa<CXXThrowExpr>(S) && !tryAround(S, Root, Unit.code())) {
      finish(At, Departure::AtThrow, S->getBeginLoc());
      return false;
    }
    return !endsPath(S, Unit.code());
  }

  bool die(const VarDecl *, State &) override { return true; }

  void passLoop(const Stmt *, State &At) override {
    Here = At.Block;
    if (At.Now.IsStarted)
      settle(At);
  }

  /// Notes where the path is in its use of the channel.
  void settle(State &At) {
    if (Using.contains(At.Block))
      At.Now.Last = At.Block;
    else if (At.Now.Left == Trace::Stays)
      At.Now.Left = waysOut(At.Now);
  }

  Trace::LeaveKind waysOut(const Trace &Now) const {
    const Stmt *Terminator = Now.Last ? Now.Last->getTerminatorStmt() : nullptr;
    if (Now.WasTold)
      return Trace::Told;
    if (!Terminator || !Now.Last || Now.Last->succ_size() < 2)
      return Trace::Straight;
    if (const auto *Switch = llvm::dyn_cast<SwitchStmt>(Terminator))
      return Answers.decides(Switch->getCond()) ? Trace::Told : Trace::Early;
    const Expr *Condition = Now.Last->getLastCondition();
    if (Condition && !llvm::isa<CXXForRangeStmt>(Terminator) &&
        Answers.decides(Condition))
      return Trace::Told;
    const Stmt *Loop = loopOf(Terminator);
    if (!Loop)
      return Condition && counts(Condition) ? Trace::Counted : Trace::Early;
    return isCounted(Loop) ? Trace::Counted : Trace::LoopEnds;
  }

  /// The loop of which \p Terminator decides whether it goes on; null when it
  /// decides something else.
  const Stmt *loopOf(const Stmt *Terminator) const {
    if (bodyOf(Terminator))
      return Terminator;
    const Stmt *Child = Terminator;
    while (llvm::isa_and_nonnull<Expr>(Child)) {
      const Stmt *Parent = Unit.code().parent(Child, Root);
      if (Parent && bodyOf(Parent))
        return conditionOf(Parent) == Child ? Parent : nullptr;
      Child = Parent;
    }
    return nullptr;
  }

  /// Whether \p Condition, which asks nobody, is about a number that the
  /// function counts: if (++Sent == Count) break;
  bool counts(const Expr *Condition) const {
    auto IsCounter = [&](const Stmt *S) {
      const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
      return Ref && anyStmt(Function->getBody(), [&](const Stmt *Part) {
               const auto *Unary = llvm::dyn_cast<UnaryOperator>(Part);
               return Unary && Unary->isIncrementDecrementOp() &&
                      Unit.handles().placeOf(Unary->getSubExpr()) ==
                          Ref->getDecl();
             });
    };
    return anyStmt(Condition, IsCounter) &&
           !anyStmt(Condition,
                    [](const Stmt *S) { return llvm::isa<CallExpr>(S); });
  }

  /// Whether \p Loop may end after a number of turns, and asks nobody.
  static bool isCounted(const Stmt *Loop) {
    const Expr *Condition = conditionOf(Loop);
    return llvm::isa<ForStmt, CXXForRangeStmt>(Loop) ||
           (Condition && !anyStmt(Condition, [](const Stmt *S) {
              return llvm::isa<CallExpr>(S);
            }));
  }

  /// A loop over the channel that ends because the other end says so leaves
  /// nobody, whatever else the function looks at afterwards.
  void take(const Expr *Condition, bool Truth, State &Branch) override {
    const Stmt *Terminator = Here ? Here->getTerminatorStmt() : nullptr;
    if (!Branch.Now.IsStarted || !Terminator || !Answers.decides(Condition))
      return;
    if (const auto *If = llvm::dyn_cast<IfStmt>(Terminator))
      Branch.Now.WasTold |= isToldToLeave(
          Condition, Truth, Truth ? If->getThen() : If->getElse());
    else if (loopOf(Terminator))
      Branch.Now.WasTold |= !Truth;
  }

  /// Whether \p Way, where \p Condition is \p Truth, leaves for that reason.
  /// Whatever is asked besides where an element came, or where none has come
  /// yet, is another one.
  bool isToldToLeave(const Expr *Condition, bool Truth, const Stmt *Way) const {
    std::optional<bool> Came = Answers.saysCame(Condition, Truth);
    bool IsOpen = Came && (*Came || Answers.areTimed());
    return IsOpen ? alwaysLeaves(Way, Unit.api()) : leaves(Way, Unit.api());
  }

  /// pthread_cancel(thread)
  bool isWake(const Stmt *S) const {
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    if (!Call || !IsStarter)
      return false;
    const Operand *Party = Unit.api().rows(Call).get(&CallRow::Wakes);
    const Expr *Handle = Party ? operandOf(Call, *Party) : nullptr;
    return Handle &&
           llvm::is_contained(Unit.spawns().heldBy(Handle), Task.Started);
  }

  /// The task has ended, or never will.
  bool join(const Expr *Call, State &At, const Position &Next) {
    if (At.Now.Left == Trace::Stays && isUsedAfter(*At.Block, Next))
      return false;
    finish(At, Departure::AtJoin, calleeLocation(Call));
    return false;
  }

  void exit(const State &At) override {
    State Last = At;
    for (const CFGElement &Element : before())
      if (auto Before = Element.getAs<CFGStmt>())
        if (const auto *R = llvm::dyn_cast<ReturnStmt>(Before->getStmt()))
          return finish(Last, Departure::AtReturn, R->getBeginLoc());
    finish(Last, Departure::AtEnd, Function->getBody()->getEndLoc());
  }

  void finish(State &At, Departure::EndKind End, SourceLocation Location) {
    if (!At.Now.IsStarted || At.Now.IsShut)
      return;
    if (At.Now.Left == Trace::Stays)
      At.Now.Left = waysOut(At.Now);
    if (!abandons(At.Now))
      return;
    Departure D;
    D.End = End;
    D.Location = Location;
    D.Decisions = decisions();
    D.Function = Function;
    Found = std::move(D);
  }

  bool abandons(const Trace &Now) const {
    if (Now.Left == Trace::Told)
      return false;
    bool IsOrdinary = Now.Left != Trace::Early;
    // Both sides may count to the same number.
    if (IsOrdinary && Now.Left != Trace::LoopEnds && Task.IsCounted)
      return false;
    if (!Task.IsRepeated)
      return !Now.IsUsed && !IsOrdinary;
    return !IsOrdinary || !Task.EndsByContent;
  }

  bool isDone() const override { return Found.has_value(); }
  bool isTold(const State &At) const override { return At.Now.IsStarted; }

  const FunctionDecl *Function;
  const ChannelTask &Task;
  const ChannelSteps &Does;
  const ChannelAnswers &Answers;
  bool IsStarter;
  const TranslationUnit &Unit;
  const Decl *Root;
  llvm::DenseSet<const CFGBlock *> Using;
  const CFGBlock *Here = nullptr;
  std::optional<Departure> Found;
};

} // namespace

bool isJoinOf(const Stmt *S, const Spawn &Started,
              const TranslationUnit &Unit) {
  const auto *Call = llvm::dyn_cast<CallExpr>(S);
  if (!Call)
    return false;
  CallRows Rows = Unit.api().rows(Call);
  const Operand *Party = Rows.get(&CallRow::Joins);
  if (!Party)
    Party = Rows.get(&CallRow::Waits);
  const Expr *Handle = Party ? operandOf(Call, *Party) : nullptr;
  return Handle && !Rows.is(&CallRow::Timed) &&
         llvm::is_contained(Unit.spawns().heldBy(Handle), &Started);
}

std::optional<Departure> walkChannelEnd(const FunctionDecl *Function,
                                        const ChannelTask &Task,
                                        const ChannelSteps &Does,
                                        const ChannelAnswers &Answers,
                                        const CFG &Graph, const Flow &Events,
                                        const TranslationUnit &Unit) {
  return EndWalk(Function, Task, Graph, Does, Answers, Events, Unit).run();
}

} // namespace leash
