//===--- UnboundedSpawns.cpp - what starts without a limit? ---------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnboundedSpawns.h"
#include "Forks.h"
#include "Loops.h"
#include "Occasions.h"
#include "Owners.h"
#include "Spans.h"
#include "SpawnLimits.h"
#include "clang/AST/ASTLambda.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// Functions that spawn by calling functions that spawn ...
constexpr unsigned MaxDepth = 4;

/// A spawn, or a call that leads to it.
struct Origin {
  const Spawn *Started;
  const Expr *At;
  const Decl *Root;
  /// The function that At calls; null when At is the spawn.
  const FunctionDecl *Callee = nullptr;
  /// Whether an object keeps the handle ...
  bool HasOwner = false;
  /// ... and At makes it.
  bool MakesOwner = false;
};

class Search {
public:
  explicit Search(const TranslationUnit &Unit)
      : Unit(Unit), Code(Unit.code()), Turning(Code, Unit.handles()),
        Limits(Unit), Forked(Unit), Registered(Code, Unit.spawns()) {
    for (const Spawn &S : Unit.spawns().all())
      if (const FunctionDecl *Runs = Unit.spawns().taskOf(S).Function)
        if (isLambdaCallOperator(Runs))
          Tasks.insert(Runs);
  }

  std::vector<UnboundedSpawn> run() {
    for (const Spawn &S : Unit.spawns().all()) {
      if (S.Fact->IsPooled || isDeferred(S, Unit.context()))
        continue;
      Callees.clear();
      climb({&S, S.At->E, S.At->Root}, 0);
    }
    return std::move(Result);
  }

private:
  /// Goes outward from \p From to whatever repeats it.
  void climb(const Origin &From, unsigned Depth) {
    const Stmt *Child = From.At;
    for (const Stmt *P = Code.parent(Child, From.Root); P;
         Child = P, P = Code.parent(P, From.Root)) {
      // The turns are the parent's, and each child is a process of its own.
      if (Forked.isOfChild(Child))
        return;
      if (const Stmt *Body = bodyOf(P); Body && Body == Child) {
        if (!goesOnAround(From, Body, P, Turning.loop(P, From.Root)))
          return;
        continue;
      }
      const auto *Lambda = llvm::dyn_cast<LambdaExpr>(P);
      if (!Lambda)
        continue;
      const Expr *Runner = runnerOf(Lambda, From.Root);
      if (!Runner)
        return leave(From, Lambda->getCallOperator(), Depth);
      if (!goesOnAround(From, Lambda->getBody(), Runner,
                        Turning.repetition(Runner, From.Root)))
        return;
      P = Runner;
    }
    leave(From, llvm::dyn_cast<FunctionDecl>(From.Root), Depth);
  }

  /// The call that runs \p Lambda on the spot: an algorithm, or its own.
  const Expr *runnerOf(const LambdaExpr *Lambda, const Decl *Root) const {
    for (const Stmt *P = Code.parent(Lambda, Root); P;
         P = Code.parent(P, Root)) {
      const auto *E = llvm::dyn_cast<Expr>(P);
      if (!E)
        return nullptr;
      const auto *Call = llvm::dyn_cast<CallExpr>(E);
      if (!Call)
        continue;
      const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call);
      if (Operator && Operator->getOperator() == OO_Call)
        return stripped(Operator->getArg(0)) == Lambda ? Call : nullptr;
      return Unit.api().rows(Call).get(&CallRow::Repeats) ? Call : nullptr;
    }
    return nullptr;
  }

  /// Judges what \p Loop repeats. Returns whether what is around it matters.
  bool goesOnAround(const Origin &From, const Stmt *Body, const Stmt *Loop,
                    const Turns &T) {
    if (!isFree(From, Body))
      return false;
    if (leavingAfter(From.At, Body, From.Root, From.Started->Fact->Success,
                     Code))
      return true;
    if (T.isLimited())
      return true;
    // One object for each part of a configuration.
    if (From.HasOwner && (T.Kind == Turns::Elements || T.Kind == Turns::List))
      return false;
    if (!isOverHandles(*From.Started, Loop, T, Unit) &&
        !isOwnConfiguration(*From.Started, Loop, T, Unit)) {
      UnboundedSpawn Found = foundAt(From);
      Found.Loop = Loop;
      Found.Turning = T;
      Result.push_back(Found);
    }
    return false;
  }

  /// Whether the work outlives \p Block with nothing to limit it.
  bool isFree(const Origin &From, const Stmt *Block) const {
    return outlives(From, Block) &&
           !isStartedOnce(From.At, *From.Started, Block, Unit) &&
           !Limits.limits(Block, From.At, From.Root, *From.Started);
  }

  bool outlives(const Origin &From, const Stmt *Block) const {
    if (From.MakesOwner)
      return isKeptObject(From.At, From.Root, *From.Started, Block, Unit);
    return From.Callee || spanOf(*From.Started, Block, Unit) == Span::Outlives;
  }

  UnboundedSpawn foundAt(const Origin &From) const {
    UnboundedSpawn Found;
    Found.Started = From.Started;
    Found.Call = From.Callee ? From.At : nullptr;
    Found.Callee = From.Callee;
    // start(), where start is a lambda.
    const auto *Operator =
        llvm::dyn_cast_or_null<CXXOperatorCallExpr>(Found.Call);
    if (Place Lambda =
            Operator ? Unit.handles().placeOf(Operator->getArg(0)) : nullptr)
      Found.Callee = Lambda;
    SpawnLimits::Permit Late = Limits.lateLimit(*From.Started);
    Found.LateLimit = Late.At;
    Found.Permits = Late.Of;
    return Found;
  }

  /// Nothing in \p Function repeats it; what repeats the function?
  void leave(const Origin &From, const FunctionDecl *Function, unsigned Depth) {
    if (!Function || !Function->getBody() || isTaskOfItsOwn(Function))
      return;
    if (const CallExpr *Again = unlimitedRecursion(Function, From)) {
      UnboundedSpawn Found = foundAt(From);
      Found.Recursion = Again;
      Found.Handler = Function;
      Result.push_back(Found);
      return;
    }
    if (isKeptByOwner(From, Function))
      return leaveToOwner(From, Function, Depth);
    if (!isFree(From, Function->getBody()))
      return;
    if (const Registration *By = Registered.of(Function)) {
      UnboundedSpawn Found = foundAt(From);
      Found.By = *By;
      Found.Handler = Function;
      Result.push_back(Found);
      return;
    }
    // Who calls it does not come to its next turn.
    if (neverComesBack(Function, Unit.api(), Unit.context()))
      return;
    if (Depth < MaxDepth && Callees.insert(Function).second)
      for (const CallSite &C : callsOf(Function))
        climb({From.Started, C.At, C.Root, Function, From.HasOwner}, Depth + 1);
  }

  /// How many there are depends on how many objects there are, and how long
  /// they live.
  void leaveToOwner(const Origin &From, const FunctionDecl *Constructor,
                    unsigned Depth) {
    const Stmt *Body = Constructor->getBody();
    if (From.Callee || Depth >= MaxDepth ||
        isStartedOnce(From.At, *From.Started, Body, Unit) ||
        Limits.limits(Body, From.At, From.Root, *From.Started) ||
        !Callees.insert(Constructor).second)
      return;
    for (const CallSite &C : callsOf(Constructor))
      climb({From.Started, C.At, C.Root, Constructor, true, true}, Depth + 1);
  }

  /// What a task starts is not repeated by the loops around its own spawn: that
  /// one is reported.
  bool isTaskOfItsOwn(const FunctionDecl *Function) const {
    return Tasks.contains(Function);
  }

  /// The constructor of an object that keeps the handle.
  static bool isKeptByOwner(const Origin &From, const FunctionDecl *Function) {
    const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Function);
    return Constructor &&
           (llvm::isa_and_nonnull<FieldDecl>(From.Started->Keeper) ||
            !From.Started->MovedTo.empty());
  }

  /// A call of \p Function by itself after \p From, unless the number of turns
  /// is compared with something, or one is waited for before the next.
  const CallExpr *unlimitedRecursion(const FunctionDecl *Function,
                                     const Origin &From) const {
    const Stmt *Body = Function->getBody();
    if (From.Callee || comparesParameter(Function))
      return nullptr;
    const CallExpr *Own = nullptr, *Next = nullptr;
    SmallVector<const CallExpr *, 2> All;
    // What is done before the next level starts something, too.
    anyOwnStmt(Body, [&](const Stmt *S) {
      const CallExpr *Call = callOf(Function, S);
      if (Call && !Own)
        Own = Call;
      if (Call && !Code.isBefore(Call, From.At))
        Next = Call;
      return Next != nullptr;
    });
    anyStmt(Body, [&](const Stmt *S) {
      if (const CallExpr *Call = callOf(Function, S))
        All.push_back(Call);
      return false;
    });
    // A task that starts its successor is one at a time.
    if (!Own && All.size() < 2)
      return nullptr;
    const CallExpr *Again = Next ? Next : Own ? Own : All.front();
    const Stmt *Leaves = leavingAfter(From.At, Body, From.Root,
                                      From.Started->Fact->Success, Code);
    if (Leaves && !contains(Leaves, Again) && Code.isBefore(Leaves, Again))
      return nullptr;
    if (spanOf(*From.Started, Body, Unit, Next) != Span::Outlives ||
        isStartedOnce(From.At, *From.Started, Body, Unit) ||
        Limits.limits(Body, From.At, From.Root, *From.Started, Next))
      return nullptr;
    return Again;
  }

  /// \p S, where it calls \p Function, also in a template, where all that is
  /// known of the callee may be its name; null otherwise.
  static const CallExpr *callOf(const FunctionDecl *Function, const Stmt *S) {
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    if (!Call)
      return nullptr;
    const auto *Overloads = llvm::dyn_cast<UnresolvedLookupExpr>(
        Call->getCallee()->IgnoreParenImpCasts());
    const FunctionTemplateDecl *Template =
        Function->getDescribedFunctionTemplate();
    bool IsIt = definitionOf(Call->getDirectCallee()) == definitionOf(Function);
    if (Overloads && Template)
      IsIt = llvm::all_of(Overloads->decls(), [&](const NamedDecl *Each) {
        return declaresSameEntity(Each->getUnderlyingDecl(), Template);
      });
    return IsIt ? Call : nullptr;
  }

  /// if (depth == 0), if (size < 1000)
  static bool comparesParameter(const FunctionDecl *Function) {
    return anyOwnStmt(Function->getBody(), [](const Stmt *S) {
      const auto *Binary = llvm::dyn_cast<BinaryOperator>(S);
      return Binary && Binary->isComparisonOp() &&
             anyOwnStmt(Binary, [](const Stmt *Part) {
               const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Part);
               return Ref && llvm::isa<ParmVarDecl>(Ref->getDecl()) &&
                      Ref->getType()->isIntegerType();
             });
    });
  }

  struct CallSite {
    const Expr *At;
    const Decl *Root;
  };

  llvm::ArrayRef<CallSite> callsOf(const FunctionDecl *Function) {
    collectCalls();
    auto Found = Calls.find(definitionOf(Function));
    if (Found == Calls.end())
      return {};
    return Found->second;
  }

  void collectCalls() {
    if (AreCallsKnown)
      return;
    AreCallsKnown = true;
    for (const Decl *Root : Code.roots())
      for (const Stmt *Part : partsOf(Root))
        anyStmt(Part, [&](const Stmt *S) {
          addCall(S, Root);
          return false;
        });
  }

  void addCall(const Stmt *S, const Decl *Root) {
    const auto *E = llvm::dyn_cast<Expr>(S);
    if (!E)
      return;
    // std::make_unique<Client>(fd)
    if (const MakesFact *Makes = Unit.api().rows(E).get(&CallRow::Makes))
      if (const CXXConstructorDecl *Constructor = constructorBy(E, *Makes))
        addCall(E, Root, Constructor);
    addCall(E, Root, calleeOf(E));
  }

  /// The one constructor that takes what \p E passes on; null when there are
  /// several.
  static const CXXConstructorDecl *constructorBy(const Expr *E,
                                                 const MakesFact &Makes) {
    const CXXRecordDecl *Class = classMadeBy(E, Makes);
    size_t Given = argumentsOf(E).size();
    if (!Class || Given < Makes.From)
      return nullptr;
    Given -= Makes.From;
    const CXXConstructorDecl *Found = nullptr;
    for (const CXXConstructorDecl *Each : Class->ctors()) {
      if (Each->isCopyOrMoveConstructor() || Each->isDeleted() ||
          Given < Each->getMinRequiredArguments() ||
          Given > Each->getNumParams())
        continue;
      if (Found)
        return nullptr;
      Found = Each;
    }
    return Found;
  }

  void addCall(const Expr *E, const Decl *Root, const FunctionDecl *Callee) {
    const FunctionDecl *Definition = definitionOf(Callee);
    if (!Definition || Code.isForeign(Definition->getLocation()))
      return;
    // Which method runs is not known.
    const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Definition);
    if (Method && Method->isVirtual())
      return;
    const auto *InRoot = llvm::dyn_cast<FunctionDecl>(Root);
    if (InRoot && Code.isBroken(InRoot))
      return;
    Calls[Definition].push_back({E, Root});
  }

  const TranslationUnit &Unit;
  const UserCode &Code;
  TurnsOf Turning;
  SpawnLimits Limits;
  Forks Forked;
  Registrations Registered;
  std::vector<UnboundedSpawn> Result;
  /// The functions whose callers were looked at for the present spawn.
  llvm::DenseSet<const FunctionDecl *> Callees;
  /// The call operators of lambdas that are tasks.
  llvm::DenseSet<const FunctionDecl *> Tasks;
  bool AreCallsKnown = false;
  llvm::DenseMap<const FunctionDecl *, llvm::SmallVector<CallSite, 2>> Calls;
};

} // namespace

std::vector<UnboundedSpawn> findUnboundedSpawns(const TranslationUnit &Unit) {
  if (Unit.spawns().all().empty())
    return {};
  return Search(Unit).run();
}

} // namespace leash
