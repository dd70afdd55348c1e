//===--- SpawnLimits.cpp - what limits how many run at once? --------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SpawnLimits.h"
#include "Loops.h"
#include "Wakes.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// A helper that calls a helper ...
constexpr unsigned MaxDepth = 4;

/// Whether \p Branch goes on to the next turn, or leaves.
bool skips(const Stmt *Branch, const ApiIndex &Api) {
  return Branch && anyOwnStmt(Branch, [&](const Stmt *Part) {
           return llvm::isa<ContinueStmt>(Part) || leaves(Part, Api);
         });
}

} // namespace

/// Reads one block.
class SpawnLimits::Reader {
public:
  Reader(const SpawnLimits &Asked, const Stmt *Block, const Expr *Spawns,
         const Decl *Root, const Spawn &Started, const Stmt *Until)
      : Unit(Asked.Unit), Api(Unit.api()), Turn(Asked.Counted, Block),
        Block(Block), Spawns(Spawns), Root(Root), Started(Started),
        Until(Until) {}

  bool run() { return anyLimit(Block, 0); }

private:
  /// Looks at \p S and what is below it; what is done in place of the spawn
  /// limits nothing.
  bool anyLimit(const Stmt *S, unsigned Depth) {
    if (!S || llvm::isa<LambdaExpr>(S) || (Depth == 0 && isTooLate(S)))
      return false;
    // What a coroutine awaits is its event.
    if (const auto *Suspend = llvm::dyn_cast<CoroutineSuspendExpr>(S))
      return anyLimit(Suspend->getCommonExpr(), Depth);
    if (isLimit(S, Depth))
      return true;
    const Stmt *Other = nullptr;
    if (const auto *If = llvm::dyn_cast<IfStmt>(S)) {
      if (contains(If->getThen(), Spawns))
        Other = If->getElse();
      else if (contains(If->getElse(), Spawns))
        Other = If->getThen();
    }
    return llvm::any_of(S->children(), [&](const Stmt *Child) {
      return Child && Child != Other && anyLimit(Child, Depth);
    });
  }

  bool isTooLate(const Stmt *S) const {
    return Until && (S == Until || Unit.code().isBefore(Until, S));
  }

  bool isLimit(const Stmt *S, unsigned Depth) {
    if (const auto *If = llvm::dyn_cast<IfStmt>(S))
      return isLimitingBranch(If, Depth);
    if (bodyOf(S))
      return isWaitingLoop(S);
    if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
      return follows(Construct->getConstructor(), Depth);
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    if (!Call)
      return false;
    // In a template: it may be a limit.
    if (Call->isTypeDependent())
      return !contains(Call, Spawns) && !isOfLibrary(Call);
    return isLimitingCall(Call, Depth);
  }

  /// std::partition(first, last, f), of which nothing more is known than that
  /// no row speaks of it.
  bool isOfLibrary(const CallExpr *Call) const {
    const auto *Overloads = llvm::dyn_cast<UnresolvedLookupExpr>(
        Call->getCallee()->IgnoreParenImpCasts());
    return Overloads && Overloads->getNumDecls() > 0 &&
           Api.rows(Call).empty() &&
           llvm::all_of(Overloads->decls(), [&](const NamedDecl *Each) {
             return Unit.code().isForeign(Each->getLocation());
           });
  }

  /// while (running >= max) sleep(1);
  bool isWaitingLoop(const Stmt *Loop) const {
    const Expr *Condition = conditionOf(Loop);
    return Condition && Loop != Block && !contains(bodyOf(Loop), Spawns) &&
           Turn.comparesCount(Condition) && !countsItself(Loop);
  }

  /// for (i = 0; i < 4; ++i)
  bool countsItself(const Stmt *Loop) const {
    return anyOwnStmt(Loop, [&](const Stmt *Part) {
      const Expr *Counted = countedBy(Part, Api);
      return Counted &&
             mentions(conditionOf(Loop), Unit.handles().placeOf(Counted));
    });
  }

  bool mentions(const Stmt *Condition, Place P) const {
    return P && anyOwnStmt(Condition, [&](const Stmt *Part) {
             const auto *E = llvm::dyn_cast<Expr>(Part);
             return E && llvm::isa<DeclRefExpr, MemberExpr>(E) &&
                    Unit.handles().placeOf(E) == P;
           });
  }

  /// Whether \p Callee is visible, and limits, or may.
  bool follows(const FunctionDecl *Callee, unsigned Depth) {
    const FunctionDecl *Definition = definitionOf(Callee);
    if (!Definition || Unit.code().isForeign(Definition->getLocation()) ||
        Depth >= MaxDepth || !isNew(Definition))
      return false;
    // Half typed: it may be the limit.
    return Unit.code().isBroken(Definition) ||
           anyLimit(Definition->getBody(), Depth + 1);
  }

  /// std::make_shared<Permit>(slots)
  bool makesLimit(const CallExpr *Call, const MakesFact &Makes,
                  unsigned Depth) {
    const CXXRecordDecl *Class = classMadeBy(Call, Makes);
    return Class &&
           llvm::any_of(Class->ctors(), [&](const CXXConstructorDecl *Each) {
             return follows(Each, Depth);
           });
  }

  bool isLimitingCall(const CallExpr *Call, unsigned Depth) {
    CallRows Rows = Api.rows(Call);
    if (Rows.get(&CallRow::Acquires))
      return true;
    if (Rows.is(&CallRow::Timed))
      return false;
    if (Rows.get(&CallRow::Joins))
      return !isAboutItself(Call);
    if (const Operand *Waited = Rows.get(&CallRow::Waits))
      return isLimitingWait(Call, operandOf(Call, *Waited));
    if (const MakesFact *Makes = Rows.get(&CallRow::Makes))
      return makesLimit(Call, *Makes, Depth);
    if (!Rows.empty())
      return false;
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || Unit.code().isForeign(Callee->getLocation()))
      return false;
    return isVisible(Callee) ? follows(Callee, Depth)
                             : Api.soundsLikeWait(Callee);
  }

  /// Whether \p Call joins the thread that it runs in, which says that ids are
  /// compared, or the very one that is started.
  bool isAboutItself(const CallExpr *Call) const {
    const Expr *Handle = operandOf(Call, *Api.rows(Call).get(&CallRow::Joins));
    return Handle && (isCurrentThread(Handle, Unit.handles(), Api) ||
                      isOwnHandle(Handle));
  }

  bool isOwnHandle(const Expr *Handle) const {
    Place P = Unit.handles().placeOf(Handle);
    const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(P);
    return Variable && P == Started.Keeper && Turn.isOfTurn(Variable);
  }

  bool isLimitingWait(const CallExpr *Call, const Expr *On) {
    if (!On)
      return false;
    if (Api.isFuture(stripped(On)->getType()))
      return !isOwnHandle(On);
    // cv.wait(lock, [&] { return running < max; })
    for (const Expr *Argument : argumentsOf(Call))
      if (const auto *Lambda =
              llvm::dyn_cast_or_null<LambdaExpr>(withoutCopies(Argument)))
        return Turn.comparesCount(Lambda->getBody());
    // What comes after the spawn may well be its end.
    return isAfterSpawn(Call) && !isInWaitLoop(Call);
  }

  /// while (queue.empty()) wait(lock): the next event.
  bool isInWaitLoop(const CallExpr *Call) const {
    for (const Stmt *P = Unit.code().parent(Call, Root); P && P != Block;
         P = Unit.code().parent(P, Root))
      if (bodyOf(P))
        return !contains(P, Spawns);
    return false;
  }

  bool isAfterSpawn(const Stmt *S) const {
    return contains(Block, S) && Unit.code().isBefore(Spawns, S);
  }

  /// A branch that decides whether there is a spawn, or that waits.
  bool isLimitingBranch(const IfStmt *If, unsigned Depth) {
    const Expr *Condition = If->getCond();
    if (!Condition || Condition->isTypeDependent())
      return false;
    bool Guards =
        contains(If->getThen(), Spawns) || contains(If->getElse(), Spawns);
    bool Skips = skips(If->getThen(), Api) || skips(If->getElse(), Api);
    if (skipsOneTurn(If))
      return false;
    if (Turn.comparesCount(Condition))
      return Guards || Skips || decides(If->getThen()) ||
             decides(If->getElse());
    if (!Guards && !(Skips && goesOn(If)))
      return false;
    return takesFlag(Condition) || asksOutOfSight(Condition) ||
           asksLimit(Condition, Depth);
  }

  /// if (i == self) continue; if (i != self) start(i): the index of the loop is
  /// no count of what runs, and all other turns start something.
  bool skipsOneTurn(const IfStmt *If) const {
    const auto *For =
        llvm::dyn_cast_or_null<ForStmt>(Unit.code().parent(Block, Root));
    const auto *Binary =
        llvm::dyn_cast<BinaryOperator>(stripped(If->getCond()));
    const Expr *Counted =
        For && For->getInc() ? countedBy(For->getInc(), Api) : nullptr;
    Place Index = Counted ? Unit.handles().placeOf(Counted) : nullptr;
    if (!Binary || !Binary->isEqualityOp() || !Index ||
        (Unit.handles().placeOf(Binary->getLHS()) != Index &&
         Unit.handles().placeOf(Binary->getRHS()) != Index))
      return false;
    bool IsEqual = Binary->getOpcode() == BO_EQ;
    const Stmt *Skipped = IsEqual ? If->getThen() : If->getElse();
    return !Skipped || (!contains(Skipped, Spawns) && !leaves(Skipped, Api) &&
                        !waits(Skipped));
  }

  /// Whether a branch goes on to the next turn, rather than leaving for good.
  static bool goesOn(const IfStmt *If) {
    return anyOwnStmt(
        If, [](const Stmt *Part) { return llvm::isa<ContinueStmt>(Part); });
  }

  /// if (busy.exchange(true)) continue;
  bool takesFlag(const Expr *Condition) const {
    return anyOwnStmt(Condition, [&](const Stmt *Part) {
      const Expr *Written = llvm::isa<CallExpr, AtomicExpr>(Part)
                                ? writtenBy(Part, Api)
                                : nullptr;
      Place P = Written ? Unit.handles().placeOf(Written) : nullptr;
      return P && !Turn.isOfTurn(P);
    });
  }

  /// Whether \p Branch waits for somebody, or may, or notes what it found:
  /// go = true.
  bool decides(const Stmt *Branch) const {
    return Branch &&
           (waits(Branch) || anyOwnStmt(Branch, [&](const Stmt *Part) {
              const auto *Binary = llvm::dyn_cast<BinaryOperator>(Part);
              Place P = Binary && Binary->getOpcode() == BO_Assign
                            ? Unit.handles().placeOf(Binary->getLHS())
                            : nullptr;
              return P && P->getType()->isBooleanType() && Turn.isOfTurn(P);
            }));
  }

  bool waits(const Stmt *Branch) const {
    return anyOwnStmt(Branch, [&](const Stmt *Part) {
      const auto *Call = llvm::dyn_cast<CallExpr>(Part);
      if (!Call)
        return false;
      CallRows Rows = Api.rows(Call);
      if (Rows.get(&CallRow::Joins) || Rows.get(&CallRow::Waits))
        return true;
      const FunctionDecl *Callee = Call->getDirectCallee();
      return Rows.empty() && Callee && !Turn.isAboutEvent(Call) &&
             !Unit.code().isForeign(Callee->getLocation());
    });
  }

  /// if (slots.tryTake()), if (!mayStart()): a question to code that is not
  /// visible, which is not about this turn's event.
  bool asksOutOfSight(const Expr *Condition) const {
    return anyOwnStmt(Condition, [&](const Stmt *Part) {
      const auto *Call = llvm::dyn_cast<CallExpr>(Part);
      const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
      return Callee && !llvm::isa<CXXConversionDecl>(Callee) &&
             !Unit.code().isForeign(Callee->getLocation()) &&
             !isVisible(Callee) && !Turn.isAboutEvent(Call);
    });
  }

  /// if (pool.full()), where full() is visible and compares a count, or
  /// slot = freeSlot(); if (!slot), where freeSlot() looks for a free one.
  bool asksLimit(const Expr *Condition, unsigned Depth) const {
    return Depth < MaxDepth &&
           anyOwnStmt(
               Condition,
               [&](const Stmt *Part) {
                 if (const Expr *Value = Turn.valueBehind(Part))
                   return asksLimit(Value, Depth + 1);
                 const auto *Call = llvm::dyn_cast<CallExpr>(Part);
                 const FunctionDecl *Callee =
                     Call ? definitionOf(Call->getDirectCallee()) : nullptr;
                 return Callee &&
                        !Unit.code().isForeign(Callee->getLocation()) &&
                        (Turn.comparesCount(Callee->getBody()) ||
                         looksForFree(Callee));
               });
  }

  /// Whether \p Function goes over a number of things, and returns one of them.
  bool looksForFree(const FunctionDecl *Function) const {
    return anyOwnStmt(Function->getBody(), [&](const Stmt *Part) {
      const auto *For = llvm::dyn_cast<ForStmt>(Part);
      const Stmt *Body = For ? For->getBody() : nullptr;
      return Body && For->getInc() && countedBy(For->getInc(), Api) &&
             anyOwnStmt(Body, [](const Stmt *Inner) {
               return llvm::isa<ReturnStmt, BreakStmt>(Inner);
             });
    });
  }

  bool isNew(const FunctionDecl *Function) {
    return Followed.insert(Function).second;
  }

  const TranslationUnit &Unit;
  const ApiIndex &Api;
  TurnCounts Turn;
  const Stmt *Block;
  const Expr *Spawns;
  const Decl *Root;
  const Spawn &Started;
  const Stmt *Until;
  llvm::DenseSet<const FunctionDecl *> Followed;
};

bool SpawnLimits::limits(const Stmt *Block, const Expr *Spawns,
                         const Decl *Root, const Spawn &S,
                         const Stmt *Until) const {
  return Reader(*this, Block, Spawns, Root, S, Until).run();
}

SpawnLimits::Permit SpawnLimits::lateLimit(const Spawn &S) const {
  Permit Found;
  Task T = Unit.spawns().taskOf(S);
  if (!T.isBodyVisible())
    return Found;
  TaskCode Code(T, Unit.code());
  Code.any([&](const Stmt *Part) {
    const auto *Call = llvm::dyn_cast<CallExpr>(Part);
    if (!Call || Call->isTypeDependent())
      return false;
    const Operand *Acquired = Unit.api().rows(Call).get(&CallRow::Acquires);
    const Expr *Semaphore = Acquired ? operandOf(Call, *Acquired) : nullptr;
    if (!Semaphore)
      return false;
    Found.At = Call;
    Found.Of = placeInTask(Semaphore, Code, Unit.handles());
    return true;
  });
  return Found;
}

} // namespace leash
