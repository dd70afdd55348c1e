//===--- Closing.cpp - is it closed on every path? ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Closing.h"
#include "Facts.h"
#include "Flow.h"
#include "Loops.h"
#include "llvm/ADT/MapVector.h"
#include <deque>

using namespace clang;

namespace leash {

namespace {

/// A path forks at most this often before the function is given up on.
constexpr unsigned MaxSteps = 10000;

/// Where a walk stands, at the entry of a block.
struct State {
  const CFGBlock *Block = nullptr;
  /// Who holds what is followed; null before it is opened and after it is
  /// closed.
  const VarDecl *Holder = nullptr;
  /// Holders that others can reach: what comes into them is theirs.
  llvm::SmallVector<const VarDecl *, 2> Escaped;
  Facts Known;
};

/// One visit of a block, and how the walk came there.
struct Step {
  State At;
  size_t From = 0;
  std::optional<Decision> By;
};

/// Follows one opening through one function.
class PathWalk {
public:
  PathWalk(const Opening &Opened, const FunctionDecl *Function, Flow &Events,
           const CFG &Graph, const UserCode &Code, const Uses &UseOf,
           const ClosingSearch &Search)
      : Opened(Opened), Function(Function), Events(Events), Graph(Graph),
        Code(Code), UseOf(UseOf), Search(Search),
        Known(Code.context(), Events.shared()) {}

  std::optional<Leak> run() {
    State Start;
    Start.Block = &Graph.getEntry();
    push(std::move(Start), 0, std::nullopt);
    for (size_t I = 0; I < Steps.size(); ++I) {
      if (I > MaxSteps) {
        IsGivenUp = true;
        return std::nullopt;
      }
      Current = I;
      visit(Steps[I].At);
      if (Found)
        return std::move(Found);
    }
    return std::nullopt;
  }

  bool isGivenUp() const { return IsGivenUp; }

private:
  void push(State S, size_t From, std::optional<Decision> By) {
    uint64_t Hash = llvm::hash_combine(
        S.Block->getBlockID(), S.Holder, S.Known.hash(),
        llvm::hash_combine_range(S.Escaped.begin(), S.Escaped.end()));
    if (Seen.insert(Hash).second)
      Steps.push_back({std::move(S), From, By});
  }

  /// By value: each path has a state of its own.
  void visit(State S) {
    Return = nullptr;
    if (S.Block == &Graph.getExit()) {
      if (S.Holder)
        loseAtExit(S);
      return;
    }
    if (S.Block->getLoopTarget())
      Known.turn(S.Known);
    runElements(std::move(S), S.Block->begin());
  }

  /// Executes the elements of the block from \p At on, then goes on to its
  /// successors.
  void runElements(State S, CFGBlock::const_iterator At) {
    for (auto End = S.Block->end(); At != End; ++At) {
      if (auto Element = At->getAs<CFGStmt>()) {
        if (!execute(Element->getStmt(), S, std::next(At)))
          return;
      } else if (auto Destructor = At->getAs<CFGAutomaticObjDtor>()) {
        die(Destructor->getVarDecl(), S);
      }
      if (Found)
        return;
    }
    if (S.Block->hasNoReturnElement())
      return;
    leave(std::move(S));
  }

  /// False when the path ends at \p Stmt, or when what follows was looked at
  /// already.
  bool execute(const Stmt *Stmt, State &S, CFGBlock::const_iterator Next) {
    if (const auto *R = llvm::dyn_cast<ReturnStmt>(Stmt))
      Return = R;
    Known.execute(Stmt, S.Known);
    for (const Event &E : Events.eventsAt(source(Stmt))) {
      if (!appliesTo(E, Stmt))
        continue;
      if (E.Opened == &Opened && isTold()) {
        open(E, S, Stmt, Next);
        return false;
      }
      apply(E, S, Stmt);
      if (Found)
        return false;
    }
    if (S.Holder && llvm::isa<CXXThrowExpr>(Stmt))
      return goesOnAfterThrow(Stmt, S, Leak::AtThrow);
    if (neverReturns(Stmt))
      return false;
    if (S.Holder && Search.CheckExceptions && mayThrow(Stmt))
      return goesOnAfterThrow(Stmt, S, Leak::AtCall);
    return true;
  }

  /// The graph splits declarations of several variables.
  const Stmt *source(const Stmt *S) {
    if (!llvm::isa<DeclStmt>(S))
      return S;
    if (Sources.empty())
      for (auto [Made, From] : Graph.synthetic_stmts())
        Sources[Made] = From;
    const Stmt *From = Sources.lookup(llvm::cast<DeclStmt>(S));
    return From ? From : S;
  }

  /// Of the parts of a split declaration, the one that \p E is about.
  static bool appliesTo(const Event &E, const Stmt *S) {
    const auto *Declaration = llvm::dyn_cast<DeclStmt>(S);
    if (!Declaration)
      return true;
    const VarDecl *Wanted = E.Opened ? E.Holder : E.To;
    return !Wanted || llvm::any_of(Declaration->decls(), [&](const Decl *D) {
      return D->getCanonicalDecl() == Wanted;
    });
  }

  /// Whether the opening says in its result whether it succeeded, and somebody
  /// looks.
  bool isTold() const { return Opened.Success && !isResultDropped(); }

  bool isResultDropped() const {
    const Stmt *Parent = Code.parent(Opened.E, Opened.Root);
    return Parent && !llvm::isa<Expr, DeclStmt, ReturnStmt, IfStmt, WhileStmt,
                                ForStmt, DoStmt, SwitchStmt>(Parent);
  }

  /// Goes on twice: it has been opened, it has not.
  void open(const Event &E, const State &S, const Stmt *Call,
            CFGBlock::const_iterator Next) {
    const auto *Asked = llvm::cast<Expr>(Opened.E);
    State Failed = S;
    if (*Opened.Success == 0)
      Failed.Known.setNonZero(Known.keyOf(Asked));
    else
      Failed.Known.forget(Known.keyOf(Asked));
    State Succeeded = S;
    Succeeded.Known.set(Known.keyOf(Asked), *Opened.Success);
    apply(E, Succeeded, Call);
    if (!Found)
      runElements(std::move(Succeeded), Next);
    if (!Found)
      runElements(std::move(Failed), Next);
  }

  void apply(const Event &E, State &S, const Stmt *At) {
    if (E.Opened)
      return applyOpening(E, S, At);
    if (E.What.Kind == Use::Escapes && !llvm::is_contained(S.Escaped, E.Holder))
      S.Escaped.push_back(E.Holder);
    if (E.What.Kind == Use::Swaps) {
      if (!E.To && S.Holder == E.Holder)
        S.Holder = nullptr;
      else if (S.Holder == E.Holder)
        hold(E.To, S);
      return; // The other side has an event of its own.
    }
    if (S.Holder != E.Holder)
      return;
    switch (E.What.Kind) {
    case Use::Looks:
    case Use::Asks:
    case Use::Swaps:
      return;
    case Use::Moves:
      return hold(E.To, S);
    case Use::Replaces:
      if (isContainer(E.Holder->getType()))
        return; // One of its elements.
      if (llvm::any_of(Events.eventsAt(source(At)),
                       [](const Event &Other) { return Other.Opened; }))
        return; // The opening says it.
      S.Holder = nullptr;
      return;
    case Use::Destroys:
      return destroy(E, S, At);
    case Use::Closes:
    case Use::Leaves:
    case Use::Escapes:
      S.Holder = nullptr;
      return;
    }
  }

  void applyOpening(const Event &E, State &S, const Stmt *At) {
    bool IsReplaced = S.Holder == E.Holder && !isContainer(E.Holder->getType());
    if (IsReplaced) {
      std::optional<Ending> Effect = effectOn(E.Holder);
      if (Effect && *Effect != Ending::Joins)
        return lose(S, *Effect, Leak::AtReplacement, At->getBeginLoc());
    }
    if (E.Opened == &Opened)
      hold(E.Holder, S);
    else if (IsReplaced)
      S.Holder = nullptr;
  }

  void hold(const VarDecl *Holder, State &S) {
    S.Holder = llvm::is_contained(S.Escaped, Holder) ? nullptr : Holder;
  }

  void destroy(const Event &E, State &S, const Stmt *At) {
    QualType Type = E.Holder->getType();
    if (llvm::isa<CXXDeleteExpr>(At) && Type->isPointerType())
      Type = Type->getPointeeType();
    std::optional<Ending> Effect = Search.EndingOf(Type);
    if (Effect && *Effect != Ending::Joins)
      return lose(S, *Effect, Leak::AtDestruction, At->getBeginLoc());
    S.Holder = nullptr;
  }

  /// What becomes of what is followed when \p Holder dies or is overwritten.
  std::optional<Ending> effectOn(const VarDecl *Holder) const {
    // A container of C's handles does nothing to them.
    if (!Opened.Class && isContainer(Holder->getType()))
      return Ending::Leaks;
    return Search.EndingOf(Holder->getType());
  }

  void die(const VarDecl *Variable, State &S) {
    Variable = Variable->getCanonicalDecl();
    if (S.Holder != Variable)
      return;
    std::optional<Ending> Effect = effectOn(Variable);
    S.Holder = nullptr;
    if (!Effect || *Effect == Ending::Joins)
      return;
    S.Holder = Variable;
    auto [Kind, Location] = endOfScope(S);
    lose(S, *Effect, Kind, Location);
  }

  /// Variables without a destructor end with the function.
  void loseAtExit(State &S) {
    std::optional<Ending> Effect = effectOn(S.Holder);
    if (!Effect || *Effect == Ending::Joins)
      return;
    Leak::EndKind Kind = Leak::AtScopeEnd;
    SourceLocation Location = Function->getBody()->getEndLoc();
    // The return was in the block before.
    for (const CFGElement &Element : *Steps[Steps[Current].From].At.Block)
      if (auto Last = Element.getAs<CFGStmt>())
        if (const auto *R = llvm::dyn_cast<ReturnStmt>(Last->getStmt())) {
          Kind = Leak::AtReturn;
          Location = R->getBeginLoc();
        }
    lose(S, *Effect, Kind, Location);
  }

  std::pair<Leak::EndKind, SourceLocation> endOfScope(const State &S) const {
    if (Return)
      return {Leak::AtReturn, Return->getBeginLoc()};
    const Stmt *Terminator = S.Block->getTerminatorStmt();
    if (Terminator && llvm::isa<BreakStmt, ContinueStmt, GotoStmt>(Terminator))
      return {Leak::AtScopeEnd, Terminator->getBeginLoc()};
    const Stmt *Scope = scopeOf(S.Holder);
    return {Leak::AtScopeEnd,
            Scope ? Scope->getEndLoc() : Function->getBody()->getEndLoc()};
  }

  /// The innermost block, or loop with a variable, around the declaration of
  /// \p Variable.
  const Stmt *scopeOf(const VarDecl *Variable) const {
    const Stmt *Scope = nullptr;
    anyOwnStmt(Function->getBody(), [&](const Stmt *S) {
      const auto *Declaration = llvm::dyn_cast<DeclStmt>(S);
      if (Declaration && llvm::is_contained(Declaration->decls(), Variable))
        Scope = Declaration;
      return Scope != nullptr;
    });
    while (Scope && !llvm::isa<CompoundStmt, ForStmt>(Scope))
      Scope = Code.parent(Scope, Opened.Root);
    return Scope;
  }

  /// An exception at \p At destroys the locals of the try block around it, or
  /// all. False when that loses what is followed.
  bool goesOnAfterThrow(const Stmt *At, State &S, Leak::EndKind Kind) {
    const Stmt *Child = At;
    for (const Stmt *P = Code.parent(Child, Opened.Root); P;
         Child = P, P = Code.parent(P, Opened.Root)) {
      if (llvm::isa<LambdaExpr>(P))
        break;
      const auto *Try = llvm::dyn_cast<CXXTryStmt>(P);
      if (!Try || Try->getTryBlock() != Child)
        continue;
      const Stmt *Scope = scopeOf(S.Holder);
      bool IsInside = Scope && anyStmt(Try->getTryBlock(), [&](const Stmt *X) {
                        return X == Scope;
                      });
      if (!IsInside)
        return true; // The graph knows the handlers.
      break;
    }
    std::optional<Ending> Effect = effectOn(S.Holder);
    if (!Effect || *Effect == Ending::Joins)
      return true;
    lose(S, *Effect, Kind, At->getBeginLoc());
    return false;
  }

  bool neverReturns(const Stmt *S) const {
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    return Call && (alwaysLeaves(Call, Code.api()) ||
                    neverComesBack(Call->getDirectCallee(), Code.api()));
  }

  bool mayThrow(const Stmt *S) const {
    const FunctionDecl *Callee = nullptr;
    if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
      Callee = Call->getDirectCallee();
    else if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
      Callee = Construct->getConstructor();
    else
      return false;
    if (S == Opened.E || !Callee || !Code.context().getLangOpts().CPlusPlus)
      return false;
    if (Callee->getBuiltinID() != 0 || Callee->isExternC())
      return false;
    const auto *Type = Callee->getType()->getAs<FunctionProtoType>();
    return Type && Type->getExceptionSpecType() != EST_Unevaluated &&
           Type->canThrow() != CT_Cannot;
  }

  void leave(State S) {
    const Stmt *Terminator = S.Block->getTerminatorStmt();
    if (Terminator && S.Holder && bodyOf(Terminator))
      for (const Event &E : Events.eventsOfLoop(Terminator, Opened))
        apply(E, S, Terminator);
    if (const auto *Switch = llvm::dyn_cast_or_null<SwitchStmt>(Terminator))
      return leaveSwitch(Switch, S);
    bool IsTry = llvm::isa_and_nonnull<CXXTryStmt>(Terminator);
    bool Decides = Terminator && !IsTry && S.Block->succ_size() == 2;
    const Expr *Condition = Decides ? S.Block->getLastCondition() : nullptr;
    bool IsLoop = Terminator && bodyOf(Terminator);
    if (llvm::isa_and_nonnull<CXXForRangeStmt>(Terminator))
      Condition = nullptr;
    // A question about the holder that is not understood may be the one.
    std::optional<bool> Answer =
        Condition ? answer(Condition, S) : std::nullopt;
    if (Condition && !Answer && !IsLoop && S.Holder &&
        Events.mentions(Condition, S.Holder))
      S.Holder = nullptr;
    unsigned Index = 0;
    for (const CFGBlock *Next : S.Block->succs()) {
      bool Truth = Index++ == 0;
      if (!Next || (Answer && *Answer != Truth))
        continue;
      // One of the handlers is believed to take the exception.
      if (IsTry && Next == &Graph.getExit())
        continue;
      State Branch = S;
      Branch.Block = Next;
      std::optional<Decision> By;
      if (Condition)
        Known.assume(Condition, Truth, Branch.Known);
      if (S.Holder && Decides && !Answer)
        By = decisionAt(Terminator, Condition, Truth);
      push(std::move(Branch), Current, By);
    }
  }

  static Decision decisionAt(const Stmt *Terminator, const Expr *Condition,
                             bool Truth) {
    Decision D;
    D.Location =
        Condition ? Condition->getBeginLoc() : Terminator->getBeginLoc();
    if (bodyOf(Terminator))
      D.Kind = Truth ? Decision::Turns : Decision::Ends;
    else
      D.Kind = Truth ? Decision::True : Decision::False;
    return D;
  }

  /// Whether \p Condition holds, when it asks whether the holder holds
  /// something, or when it is known.
  std::optional<bool> answer(const Expr *Condition, const State &S) {
    if (S.Holder) {
      Conditions::Test T = Known.testOf(Condition);
      if (T.Number == 0 && isAsked(T.Base, S.Holder)) {
        if (T.Compares == BO_NE)
          return true;
        if (T.Compares == BO_EQ)
          return false;
      }
    }
    return Known.evaluate(Condition, S.Known);
  }

  bool isAsked(const Expr *E, const VarDecl *Holder) const {
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
      return Holder->getType()->isPointerType() &&
             UseOf.holderOf(Ref) == Holder;
    const auto *Call = llvm::dyn_cast<CallExpr>(E);
    if (!Call)
      return false;
    const Expr *Asked = nullptr;
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (const Operand *Of = Code.api().rows(Call).get(&CallRow::Joinable))
      Asked = operandOf(Call, *Of);
    else if (const auto *Convert =
                 llvm::dyn_cast_or_null<CXXConversionDecl>(Callee))
      Asked = Convert->getConversionType()->isBooleanType() ? receiverOf(Call)
                                                            : nullptr;
    else if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call))
      return isComparedWithNull(Operator, Holder);
    return Asked && Events.mentions(Asked, Holder);
  }

  /// A smart pointer != nullptr.
  static bool isComparedWithNull(const CXXOperatorCallExpr *, const VarDecl *) {
    return false;
  }

  void leaveSwitch(const SwitchStmt *Switch, State &S) {
    const Expr *Condition = Switch->getCond();
    for (const CFGBlock *Next : S.Block->succs()) {
      if (!Next)
        continue;
      State Branch = S;
      Branch.Block = Next;
      std::optional<Decision> By;
      const Stmt *Label = Next->getLabel();
      if (const auto *Case = llvm::dyn_cast_or_null<CaseStmt>(Label)) {
        std::optional<int64_t> Number = numberOf(Case);
        if (Number && Condition &&
            Known.evaluateCase(Condition, *Number, S.Known) == false)
          continue;
        if (Number && Condition)
          Known.assumeCase(Condition, *Number, Branch.Known);
        By = {Decision::Case, Case->getBeginLoc()};
      } else {
        if (Condition && isCaseKnown(Switch, S))
          continue;
        By = {Decision::Default,
              Label ? Label->getBeginLoc() : Switch->getBeginLoc()};
      }
      push(std::move(Branch), Current,
           S.Holder ? By : std::optional<Decision>());
    }
  }

  bool isCaseKnown(const SwitchStmt *Switch, const State &S) {
    for (const SwitchCase *Each = Switch->getSwitchCaseList(); Each;
         Each = Each->getNextSwitchCase())
      if (const auto *Case = llvm::dyn_cast<CaseStmt>(Each))
        if (std::optional<int64_t> Number = numberOf(Case))
          if (Known.evaluateCase(Switch->getCond(), *Number, S.Known) == true)
            return true;
    return false;
  }

  std::optional<int64_t> numberOf(const CaseStmt *Case) const {
    const Expr *Value = Case->getLHS();
    if (!Value || Case->getRHS() || Value->isValueDependent())
      return std::nullopt;
    Expr::EvalResult Result;
    if (!Value->EvaluateAsInt(Result, Code.context()))
      return std::nullopt;
    return Result.Val.getInt().getExtValue();
  }

  void lose(const State &S, Ending Effect, Leak::EndKind Kind,
            SourceLocation Location) {
    Leak L;
    L.Opened = &Opened;
    L.Holder = S.Holder;
    L.Effect = Effect;
    L.End = Kind;
    L.EndLocation = Location;
    L.IsNeverClosed = !Events.isEverClosed(Opened);
    for (size_t I = Current; I != 0; I = Steps[I].From)
      if (Steps[I].By && Steps[I].At.Holder)
        L.Decisions.push_back(*Steps[I].By);
    std::reverse(L.Decisions.begin(), L.Decisions.end());
    Found = std::move(L);
  }

  const Opening &Opened;
  const FunctionDecl *Function;
  Flow &Events;
  const CFG &Graph;
  const UserCode &Code;
  const Uses &UseOf;
  const ClosingSearch &Search;
  Conditions Known;
  std::deque<Step> Steps; ///< References into it stay valid.
  llvm::DenseSet<uint64_t> Seen;
  llvm::DenseMap<const DeclStmt *, const DeclStmt *> Sources;
  size_t Current = 0;
  const ReturnStmt *Return = nullptr;
  bool IsGivenUp = false;
  std::optional<Leak> Found;
};

/// The local variable that holds what \p O opens, in the same function.
const VarDecl *localKeeper(const Opening &O) {
  const auto *Local = llvm::dyn_cast_or_null<VarDecl>(O.Keeper);
  bool IsHere = Local && O.Function && Local->hasLocalStorage() &&
                !llvm::isa<ParmVarDecl>(Local) &&
                Local->getParentFunctionOrMethod() == O.Function &&
                // g_autoptr(GThread)
                !Local->hasAttr<CleanupAttr>();
  return IsHere ? Local : nullptr;
}

/// Whether the handle that \p O returns dies with its expression.
bool isTemporary(const Opening &O, const ApiIndex &Api) {
  if (O.HandleFate.Kind == Fate::Discarded)
    return O.isPool() || !O.HandleFate.ByNew;
  if (O.HandleFate.Kind != Fate::Received || O.HandleFate.ByNew)
    return false;
  // std::thread(f).get_id();
  const auto *Call = llvm::dyn_cast<CallExpr>(O.HandleFate.At);
  if (!Call)
    return false;
  CallRows Rows = Api.rows(Call);
  return Rows.get(&CallRow::Identifies) || Rows.get(&CallRow::Observes) ||
         Rows.get(&CallRow::Joinable);
}

class LeakFinder {
public:
  LeakFinder(const UserCode &Code, const Uses &UseOf, ClosingSearch &Search)
      : Code(Code), UseOf(UseOf), Search(Search) {}

  std::vector<Leak> run(llvm::ArrayRef<Opening> List) {
    for (const Opening &O : List) {
      if (localKeeper(O) && !O.HasDeleter && !O.MayFail)
        ByFunction[O.Function].push_back(&O);
      else if (O.Function && isTemporary(O, Code.api()))
        addTemporary(O);
    }
    for (const auto &[Function, Opened] : ByFunction)
      follow(Function, Opened);
    return std::move(Result);
  }

private:
  void addTemporary(const Opening &O) {
    std::optional<Ending> Effect = Search.EndingOf(O.E->getType());
    if (O.HandleFate.ByNew)
      Effect = Ending::Leaks;
    if (!Effect || *Effect == Ending::Joins)
      return;
    Leak L;
    L.Opened = &O;
    L.Effect = *Effect;
    L.IsNeverClosed = true;
    Result.push_back(std::move(L));
  }

  void follow(const FunctionDecl *Function,
              llvm::ArrayRef<const Opening *> Opened) {
    Flow Events(Function, Opened.front()->Root, Opened, Code, UseOf);
    const CFG *Graph = Events.graph(Search.CheckExceptions);
    if (!Graph) {
      Search.GivenUp += Events.isTooLarge();
      return;
    }
    for (const Opening *O : Opened) {
      if (Reported.contains(localKeeper(*O)))
        continue;
      PathWalk Walk(*O, Function, Events, *Graph, Code, UseOf, Search);
      std::optional<Leak> L = Walk.run();
      Search.GivenUp += Walk.isGivenUp();
      if (!L)
        continue;
      Reported.insert(localKeeper(*O));
      Result.push_back(std::move(*L));
    }
  }

  const UserCode &Code;
  const Uses &UseOf;
  ClosingSearch &Search;
  llvm::MapVector<const FunctionDecl *, llvm::SmallVector<const Opening *, 4>>
      ByFunction;
  llvm::DenseSet<const VarDecl *> Reported;
  std::vector<Leak> Result;
};

} // namespace

std::vector<Leak> findLeaks(llvm::ArrayRef<Opening> List, const UserCode &Code,
                            const Uses &UseOf, ClosingSearch &Search) {
  return LeakFinder(Code, UseOf, Search).run(List);
}

} // namespace leash
