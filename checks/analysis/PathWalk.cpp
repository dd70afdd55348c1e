//===--- PathWalk.cpp - the paths of one function -------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathWalk.h"
#include "Throws.h"

using namespace clang;

namespace leash {

PathWalk::PathWalk(const Opening &Opened, const FunctionDecl *Function,
                   const Flow &Events, const CFG &Graph, const UserCode &Code,
                   const Uses &UseOf, const ClosingSearch &Search)
    : Paths(Graph, Code.context(), Events.shared()), Opened(Opened),
      Function(Function), Events(Events), Code(Code), Search(Search),
      Follows(Opened, Events, Code, UseOf, Search) {}

std::optional<Leak> PathWalk::run() {
  walk();
  return std::move(Found);
}

bool PathWalk::die(const VarDecl *Variable, State &At) {
  auto Lost = Follows.die(Variable, At.Now);
  if (Lost)
    lose(At, *Lost);
  return !Lost;
}

bool PathWalk::execute(const Stmt *Stmt, State &S, const Position &Next) {
  Last = Stmt;
  if (const auto *R = llvm::dyn_cast<ReturnStmt>(Stmt)) {
    Return = R;
    ReturnBlock = S.Block;
  }
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
    if (tellsSuccess()) {
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
bool PathWalk::tellsSuccess() const {
  const Stmt *Parent = Code.parent(Opened.E, Opened.Root);
  return Opened.Success &&
         (!Parent || llvm::isa<Expr, DeclStmt, ReturnStmt, IfStmt, WhileStmt,
                               ForStmt, DoStmt, SwitchStmt>(Parent));
}

/// Goes on twice: it has been opened, it has not.
void PathWalk::fork(State S, const Position &Next) {
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

void PathWalk::passLoop(const Stmt *Loop, State &At) {
  Follows.executeLoop(Loop, At.Now);
}

void PathWalk::divide(const Expr *Condition, State &At) {
  if (Follows.mayAsk(Condition, At.Now))
    At.Now.By = nullptr;
}

void PathWalk::take(const Expr *Condition, bool Truth, State &Branch) {
  if (Branch.Now.By && isWithoutTaker(Condition, Truth))
    Branch.Now.By = nullptr;
}

bool PathWalk::throws(const State &) const {
  return Last && mayThrow(Last, Code);
}

std::optional<bool> PathWalk::answer(const Expr *Condition, const State &At) {
  return Follows.answer(Known.testOf(Condition), At.Now);
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

/// Variables without a destructor end with the function.
void PathWalk::exit(const State &S) {
  auto Lost = Follows.end(S.Now, Leak::AtScopeEnd);
  if (!Lost)
    return;
  // The return was in the block before.
  for (const CFGElement &Element : before())
    if (auto Before = Element.getAs<CFGStmt>())
      if (const auto *R = llvm::dyn_cast<ReturnStmt>(Before->getStmt()))
        return lose(S, Lost->Effect, Leak::AtReturn, R->getBeginLoc());
  lose(S, Lost->Effect, Leak::AtScopeEnd, Function->getBody()->getEndLoc());
}

void PathWalk::lose(const State &S, const Loss &Lost) {
  if (Lost.Kind != Leak::AtScopeEnd)
    return lose(S, Lost.Effect, Lost.Kind, Last->getBeginLoc());
  if (Return && ReturnBlock == S.Block)
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
  L.Decisions = decisions();
  Found = std::move(L);
}

} // namespace leash
