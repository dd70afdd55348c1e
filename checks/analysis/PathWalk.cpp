//===--- PathWalk.cpp - the paths of one function -------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathWalk.h"
#include "Loops.h"
#include "Throws.h"

using namespace clang;

namespace leash {

namespace {

/// Steps on paths through one function before it is given up on.
constexpr size_t MaxSteps = 5000;

Decision decisionAt(const Stmt *Terminator, const Expr *Condition, bool Truth) {
  Decision D;
  D.Location = Condition ? Condition->getBeginLoc() : Terminator->getBeginLoc();
  if (bodyOf(Terminator))
    D.Kind = Truth ? Decision::Turns : Decision::Ends;
  else
    D.Kind = Truth ? Decision::True : Decision::False;
  return D;
}

std::optional<int64_t> numberOf(const CaseStmt *Case,
                                const ASTContext &Context) {
  const Expr *Value = Case->getLHS();
  Expr::EvalResult Result;
  if (!Value || Case->getRHS() || Value->isValueDependent() ||
      !Value->EvaluateAsInt(Result, Context))
    return std::nullopt;
  return Result.Val.getInt().getExtValue();
}

} // namespace

PathWalk::PathWalk(const Opening &Opened, const FunctionDecl *Function,
                   const Flow &Events, const CFG &Graph, const UserCode &Code,
                   const Uses &UseOf, const ClosingSearch &Search)
    : Opened(Opened), Function(Function), Events(Events), Graph(Graph),
      Code(Code), Search(Search), Follows(Opened, Events, Code, UseOf, Search),
      Known(Code.context(), Events.shared()) {}

std::optional<Leak> PathWalk::run() {
  State Start;
  Start.Block = &Graph.getEntry();
  push(std::move(Start));
  for (Current = 0; Current < Steps.size() && !Found; ++Current) {
    if (Current > MaxSteps) {
      IsGivenUp = true;
      return std::nullopt;
    }
    visit(Steps[Current].At);
  }
  return std::move(Found);
}

void PathWalk::push(State S, std::optional<Decision> By) {
  const auto &Escaped = S.Now.Escaped;
  uint64_t Hash = llvm::hash_combine(
      S.Block->getBlockID(), S.Now.By, S.Now.IsMade, S.Known.hash(),
      llvm::hash_combine_range(Escaped.begin(), Escaped.end()));
  if (Seen.insert(Hash).second)
    Steps.push_back({std::move(S), Current, By});
}

/// By value: each path has a state of its own.
void PathWalk::visit(State S) {
  Return = nullptr;
  if (S.Block == &Graph.getExit())
    return loseAtExit(S);
  if (S.Block->getLoopTarget())
    Known.turn(S.Known);
  CFGBlock::const_iterator First = S.Block->begin();
  runElements(std::move(S), First);
}

/// Executes the elements of the block from \p At on, then goes on to its
/// successors.
void PathWalk::runElements(State S, CFGBlock::const_iterator At) {
  for (auto End = S.Block->end(); At != End; ++At) {
    if (auto Element = At->getAs<CFGStmt>()) {
      if (!execute(Element->getStmt(), S, std::next(At)))
        return;
    } else if (auto Destructor = At->getAs<CFGAutomaticObjDtor>()) {
      if (auto Lost = Follows.die(Destructor->getVarDecl(), S.Now))
        return lose(S, *Lost);
    } else if (auto Ends = At->getAs<CFGLifetimeEnds>()) {
      if (auto Lost = Follows.die(Ends->getVarDecl(), S.Now))
        return lose(S, *Lost);
    }
  }
  if (!S.Block->hasNoReturnElement())
    leave(std::move(S));
}

/// False when the path ends at \p Stmt, or when what follows was looked at
/// already.
bool PathWalk::execute(const Stmt *Stmt, State &S,
                       const CFGBlock::const_iterator &Next) {
  Last = Stmt;
  if (const auto *R = llvm::dyn_cast<ReturnStmt>(Stmt))
    Return = R;
  Known.execute(Stmt, S.Known);
  keepAnswer(Stmt, S);
  // LLVM before 16 does not say where a variable without a destructor ends: it
  // has, when the next turn of a loop comes to its declaration.
  if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(Stmt))
    for (const Decl *D : Declaration->decls())
      if (const auto *Variable = llvm::dyn_cast<VarDecl>(D))
        if (auto Lost = Follows.die(Variable, S.Now)) {
          lose(S, *Lost);
          // It was lost before the loop went on.
          if (Found && !Found->Decisions.empty() &&
              Found->Decisions.back().Kind == Decision::Turns)
            Found->Decisions.pop_back();
          return false;
        }
  if (auto Lost = Follows.execute(Stmt, S.Now)) {
    lose(S, *Lost);
    return false;
  }
  if (Follows.arrivesAt(Stmt, S.Now)) {
    if (isTold()) {
      fork(S, Next);
      return false;
    }
    if (auto Lost = Follows.arrive(S.Now)) {
      lose(S, *Lost);
      return false;
    }
  }
  if (S.Now.By && llvm::isa<CXXThrowExpr>(Stmt))
    return goesOnAfterThrow(Stmt, S, Leak::AtThrow);
  if (endsPath(Stmt, Code))
    return false;
  if (S.Now.By && Search.CheckExceptions && Stmt != Opened.E &&
      mayThrow(Stmt, Code) && !isNoexcept(Function))
    return goesOnAfterThrow(Stmt, S, Leak::AtCall);
  return true;
}

/// bool joinable = t.joinable();
void PathWalk::keepAnswer(const Stmt *Stmt, State &S) {
  const auto *Declaration = llvm::dyn_cast<DeclStmt>(Stmt);
  const auto *Variable =
      Declaration && Declaration->isSingleDecl()
          ? llvm::dyn_cast<VarDecl>(Declaration->getSingleDecl())
          : nullptr;
  const Expr *Init = Variable ? Variable->getInit() : nullptr;
  if (!Init || !Variable->getType()->isBooleanType() ||
      Init->isInstantiationDependent())
    return;
  if (auto Answer = Follows.answer(Known.testOf(Init), S.Now))
    Known.set(Variable, *Answer, S.Known);
}

/// Whether the opening says in its result whether it succeeded, and somebody
/// looks.
bool PathWalk::isTold() const {
  const Stmt *Parent = Code.parent(Opened.E, Opened.Root);
  return Opened.Success &&
         (!Parent || llvm::isa<Expr, DeclStmt, ReturnStmt, IfStmt, WhileStmt,
                               ForStmt, DoStmt, SwitchStmt>(Parent));
}

/// Goes on twice: it has been opened, it has not.
void PathWalk::fork(State S, const CFGBlock::const_iterator &Next) {
  unsigned Result = Known.keyOf(Opened.E);
  State Failed = S;
  Failed.Known.forget(Result);
  unsigned Expected = Opened.Success.value_or(0);
  if (Expected == 0)
    Failed.Known.setNonZero(Result);
  S.Known.set(Result, Expected);
  if (auto Lost = Follows.arrive(S.Now))
    return lose(S, *Lost);
  runElements(std::move(S), Next);
  if (!Found)
    runElements(std::move(Failed), Next);
}

/// An exception at \p At destroys the locals of the try block around it, or
/// all. False when that loses what is followed.
bool PathWalk::goesOnAfterThrow(const Stmt *At, State &S, Leak::EndKind Kind) {
  const Stmt *Try = tryAround(At, Opened.Root, Code);
  // The graph knows the handlers.
  if (Try && !anyStmt(Try, [&](const Stmt *Part) {
        const auto *Declaration = llvm::dyn_cast<DeclStmt>(Part);
        return Declaration &&
               llvm::any_of(Declaration->decls(), [&](const Decl *D) {
                 return D->getCanonicalDecl() == S.Now.By;
               });
      }))
    return true;
  auto Lost = Follows.end(S.Now, Kind);
  if (!Lost)
    return true;
  lose(S, Lost->Effect, Kind, At->getBeginLoc());
  return false;
}

void PathWalk::leave(State S) {
  const Stmt *Terminator = S.Block->getTerminatorStmt();
  bool IsLoop = Terminator && bodyOf(Terminator);
  if (IsLoop)
    Follows.executeLoop(Terminator, S.Now);
  if (const auto *Switch = llvm::dyn_cast_or_null<SwitchStmt>(Terminator))
    return leaveSwitch(Switch, S);
  if (!Terminator || llvm::isa<CXXTryStmt>(Terminator))
    return leaveByException(S);
  bool Decides = S.Block->succ_size() == 2;
  const Expr *Condition = Decides && !llvm::isa<CXXForRangeStmt>(Terminator)
                              ? S.Block->getLastCondition()
                              : nullptr;
  std::optional<bool> Answer = Condition ? answer(Condition, S) : std::nullopt;
  if (Condition && !Answer && !IsLoop && Follows.mayAsk(Condition, S.Now))
    S.Now.By = nullptr;
  unsigned Index = 0;
  for (const CFGBlock *Next : S.Block->succs()) {
    bool Truth = Index++ == 0;
    if (!Next || (Answer && *Answer != Truth))
      continue;
    State Branch = S;
    Branch.Block = Next;
    if (Condition)
      Known.assume(Condition, Truth, Branch.Known);
    if (Condition && Branch.Now.By && isWithoutTaker(Condition, Truth))
      Branch.Now.By = nullptr;
    std::optional<Decision> By;
    if (S.Now.By && Decides && !Answer)
      By = decisionAt(Terminator, Condition, Truth);
    push(std::move(Branch), By);
  }
}

/// if (out) *out = t; says that without out nobody wants the handle: that is
/// for the caller to know.
bool PathWalk::isWithoutTaker(const Expr *Condition, bool Truth) const {
  Conditions::Test T = Known.testOf(Condition);
  const auto *Ref = llvm::dyn_cast<DeclRefExpr>(T.Base);
  const auto *Parameter =
      Ref ? llvm::dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  bool IsNull = T.Number == 0 && (T.Compares == BO_EQ) == Truth;
  return Parameter && Parameter->getType()->isPointerType() && IsNull &&
         Events.isStoredThrough(Parameter->getCanonicalDecl());
}

/// A block without a decision goes on; after a call that may throw, also to the
/// handlers; and those are believed to take the exception.
void PathWalk::leaveByException(const State &S) {
  bool IsTry = llvm::isa_and_nonnull<CXXTryStmt>(S.Block->getTerminatorStmt());
  bool IsFirst = true;
  for (const CFGBlock *Next : S.Block->succs()) {
    bool IsExceptional = IsTry || !IsFirst;
    IsFirst = false;
    if (!Next || (IsExceptional && Next == &Graph.getExit()))
      continue;
    if (IsExceptional && !IsTry && !(Last && mayThrow(Last, Code)))
      continue;
    State Branch = S;
    Branch.Block = Next;
    push(std::move(Branch));
  }
}

std::optional<bool> PathWalk::answer(const Expr *Condition, const State &S) {
  if (auto Answer = Follows.answer(Known.testOf(Condition), S.Now))
    return Answer;
  return Known.evaluate(Condition, S.Known);
}

void PathWalk::leaveSwitch(const SwitchStmt *Switch, const State &S) {
  const Expr *Condition = Switch->getCond();
  // The macros of test libraries: switch (0) case 0: default:
  Expr::EvalResult Fixed;
  bool IsFixed = Condition && !Condition->isValueDependent() &&
                 Condition->EvaluateAsInt(Fixed, Code.context());
  for (const CFGBlock *Next : S.Block->succs()) {
    if (!Next)
      continue;
    State Branch = S;
    Branch.Block = Next;
    Decision By;
    const Stmt *Label = Next->getLabel();
    if (const auto *Case = llvm::dyn_cast_or_null<CaseStmt>(Label)) {
      std::optional<int64_t> Number = numberOf(Case, Code.context());
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
    push(std::move(Branch),
         S.Now.By && !IsFixed ? std::optional(By) : std::nullopt);
  }
}

bool PathWalk::isCaseKnown(const SwitchStmt *Switch, const State &S) {
  for (const SwitchCase *Each = Switch->getSwitchCaseList(); Each;
       Each = Each->getNextSwitchCase())
    if (const auto *Case = llvm::dyn_cast<CaseStmt>(Each))
      if (std::optional<int64_t> Number = numberOf(Case, Code.context()))
        if (Known.evaluateCase(Switch->getCond(), *Number, S.Known) == true)
          return true;
  return false;
}

/// Variables without a destructor end with the function.
void PathWalk::loseAtExit(const State &S) {
  auto Lost = Follows.end(S.Now, Leak::AtScopeEnd);
  if (!Lost)
    return;
  // The return was in the block before.
  for (const CFGElement &Element : *Steps[Steps[Current].From].At.Block)
    if (auto Before = Element.getAs<CFGStmt>())
      if (const auto *R = llvm::dyn_cast<ReturnStmt>(Before->getStmt()))
        return lose(S, Lost->Effect, Leak::AtReturn, R->getBeginLoc());
  lose(S, Lost->Effect, Leak::AtScopeEnd, Function->getBody()->getEndLoc());
}

void PathWalk::lose(const State &S, const Loss &Lost) {
  if (Lost.Kind != Leak::AtScopeEnd)
    return lose(S, Lost.Effect, Lost.Kind, Last->getBeginLoc());
  if (Return)
    return lose(S, Lost.Effect, Leak::AtReturn, Return->getBeginLoc());
  const Stmt *Terminator = S.Block->getTerminatorStmt();
  if (Terminator && llvm::isa<BreakStmt, ContinueStmt, GotoStmt>(Terminator))
    return lose(S, Lost.Effect, Lost.Kind, Terminator->getBeginLoc());
  const Stmt *Scope = Events.scopeOf(S.Now.By);
  lose(S, Lost.Effect, Lost.Kind,
       (Scope ? Scope : Function->getBody())->getEndLoc());
}

void PathWalk::lose(const State &S, Ending Effect, Leak::EndKind Kind,
                    SourceLocation Location) {
  Leak L;
  L.Opened = &Opened;
  L.Holder = S.Now.By;
  L.IsMany = Follows.isMany(L.Holder);
  L.Effect = Effect;
  L.End = Kind;
  L.EndLocation = Location;
  L.IsNeverClosed = !Events.isEverClosed(
      Opened, [&](const Event &E) { return Follows.destroysWell(E); });
  for (size_t I = Current; I != 0; I = Steps[I].From)
    if (const std::optional<Decision> &By = Steps[I].By)
      L.Decisions.push_back(*By);
  std::reverse(L.Decisions.begin(), L.Decisions.end());
  Found = std::move(L);
}

} // namespace leash
