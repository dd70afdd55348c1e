//===--- Flow.cpp - what happens to handles, statement by statement -------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Flow.h"
#include "Loops.h"

using namespace clang;

namespace leash {

namespace {

/// Code that a person wrote is far below either.
constexpr unsigned MaxStatements = 50000;
constexpr unsigned MaxBlocks = 2000;

/// What ends a holder's duty, as far as it is known.
bool releases(Use::KindType Kind) {
  return Kind == Use::Closes || Kind == Use::Leaves || Kind == Use::Moves ||
         Kind == Use::Escapes;
}

} // namespace

const Stmt *arrivalOf(const Opening &O) {
  switch (O.HandleFate.Kind) {
  case Fate::Variable:
  case Fate::Assigned:
  case Fate::Passed:
    return O.HandleFate.At ? O.HandleFate.At : O.E;
  default:
    return O.E;
  }
}

Flow::Flow(const FunctionDecl *Function, const Decl *Root,
           llvm::ArrayRef<const Opening *> Opened, const UserCode &Code,
           const Uses &UseOf)
    : Function(Function), Root(Root), Code(Code), UseOf(UseOf) {
  collectMentions(Function->getBody());
  if (Size > MaxStatements) {
    IsTooLarge = true;
    return;
  }
  for (const Opening *O : Opened)
    if (const auto *Local = llvm::dyn_cast_or_null<VarDecl>(O->Keeper))
      Holders.insert(Local);
  // More come in as things are moved about.
  // NOLINTNEXTLINE(modernize-loop-convert): the loop's body adds some.
  for (size_t I = 0; I < Holders.size(); ++I)
    addUsesOf(Holders[I]);
  for (const Opening *O : Opened)
    addOpening(*O);
}

/// What the function's own code and the captures of its lambdas mention.
void Flow::collectMentions(const Stmt *Body) {
  anyOwnStmt(Body, [&](const Stmt *S) {
    ++Size;
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S))
      if (const VarDecl *Holder = UseOf.holderOf(Ref))
        Mentions[Holder].push_back(Ref);
    const auto *Lambda = llvm::dyn_cast<LambdaExpr>(S);
    if (!Lambda)
      return false;
    for (const Expr *Init : Lambda->capture_inits())
      if (Init)
        collectMentions(Init);
    for (const LambdaCapture &C : Lambda->captures())
      if (C.capturesVariable() && C.getCaptureKind() == LCK_ByRef)
        Shared.insert(
            llvm::cast<ValueDecl>(C.getCapturedVar()->getCanonicalDecl()));
    return false;
  });
}

void Flow::addUsesOf(const VarDecl *Holder) {
  for (const DeclRefExpr *Ref : Mentions.lookup(Holder)) {
    Event E;
    E.Holder = Holder;
    E.What = UseOf.useOf(Ref, Root);
    if (E.What.Kind == Use::Looks || E.What.Kind == Use::Asks)
      continue;
    const auto *To = llvm::dyn_cast_or_null<VarDecl>(E.What.To);
    if (To && To->hasLocalStorage() && !llvm::isa<ParmVarDecl>(To) &&
        !To->getType()->isReferenceType()) {
      E.To = To;
      Holders.insert(To);
    } else if (E.What.Kind == Use::Moves) {
      E.What.Kind = Use::Leaves;
    }
    Events[E.What.At].push_back(E);
  }
}

void Flow::addOpening(const Opening &O) {
  const auto *Local = llvm::dyn_cast_or_null<VarDecl>(O.Keeper);
  if (!Local)
    return;
  Event E;
  E.Holder = Local;
  E.Opened = &O;
  Events[arrivalOf(O)].push_back(E);
}

const CFG *Flow::graph(bool WithExceptions) {
  if (Graph || IsTooLarge)
    return Graph.get();
  const Stmt *Body = Function->getBody();
  if (llvm::isa_and_nonnull<CoroutineBodyStmt>(Body))
    return nullptr;
  CFG::BuildOptions Options;
  Options.AddImplicitDtors = true;
  Options.AddInitializers = true;
  Options.AddLifetime = true; // Handles of C have no destructor.
  Options.AddEHEdges = WithExceptions;
  Options.setAllAlwaysAdd();
  Graph = CFG::buildCFG(Function, const_cast<Stmt *>(Body),
                        &const_cast<ASTContext &>(Code.context()), Options);
  if (Graph && Graph->size() > MaxBlocks) {
    IsTooLarge = true;
    Graph.reset();
  }
  if (Graph)
    for (auto [Made, From] : Graph->synthetic_stmts())
      Sources[Made] = From;
  return Graph.get();
}

const Stmt *Flow::source(const Stmt *S) const {
  auto Found = Sources.find(S);
  return Found == Sources.end() ? S : Found->second;
}

/// Of the parts of a split declaration, whether \p S is the one that \p E is
/// about.
static bool isAbout(const Event &E, const Stmt *S) {
  const auto *Declaration = llvm::dyn_cast<DeclStmt>(S);
  const VarDecl *Wanted = E.Opened ? E.Holder : E.To;
  if (!Declaration || !Wanted)
    return true;
  return llvm::any_of(Declaration->decls(), [&](const Decl *D) {
    return D->getCanonicalDecl() == Wanted;
  });
}

/// What goes away goes first, what comes in comes last.
static unsigned turnOf(const Event &E) {
  if (E.Opened)
    return 2;
  return E.What.Kind == Use::Replaces || E.What.Kind == Use::Destroys ? 0 : 1;
}

llvm::SmallVector<Event, 2> Flow::eventsAt(const Stmt *S) const {
  llvm::SmallVector<Event, 2> Result;
  auto Found = Events.find(source(S));
  if (Found == Events.end())
    return Result;
  // The opening in an assignment says what is replaced.
  bool Opens =
      llvm::any_of(Found->second, [](const Event &E) { return E.Opened; });
  for (unsigned Turn = 0; Turn <= 2; ++Turn)
    for (const Event &E : Found->second) {
      bool IsSaid = Opens && !E.Opened && E.What.Kind == Use::Replaces;
      if (turnOf(E) == Turn && isAbout(E, S) && !IsSaid)
        Result.push_back(E);
    }
  return Result;
}

const Stmt *Flow::scopeOf(const VarDecl *Variable) const {
  const Stmt *Scope = nullptr;
  anyOwnStmt(Function->getBody(), [&](const Stmt *S) {
    const auto *Declaration = llvm::dyn_cast<DeclStmt>(S);
    if (Declaration && llvm::is_contained(Declaration->decls(), Variable))
      Scope = Declaration;
    return Scope != nullptr;
  });
  while (Scope && !llvm::isa<CompoundStmt, ForStmt>(Scope))
    Scope = Code.parent(Scope, Root);
  return Scope;
}

llvm::SmallVector<Event, 2> Flow::eventsOfLoop(const Stmt *Loop,
                                               const Opening &Opened) const {
  llvm::SmallVector<Event, 2> Result;
  if (contains(Loop, Opened.E))
    return Result;
  for (const auto &[At, List] : Events)
    for (const Event &E : List)
      if (!E.Opened && contains(Loop, At) &&
          (releases(E.What.Kind) || E.What.Kind == Use::Destroys))
        Result.push_back(E);
  return Result;
}

bool Flow::mentions(const Stmt *Condition, const VarDecl *Holder) const {
  return anyOwnStmt(Condition, [&](const Stmt *S) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
    return Ref && UseOf.holderOf(Ref) == Holder;
  });
}

bool Flow::mentionsHolder(const Stmt *Condition) const {
  return llvm::any_of(Holders, [&](const VarDecl *Holder) {
    return mentions(Condition, Holder);
  });
}

/// Whether the call \p S answers yes or no about its object, or says which
/// thread it is.
static bool isQuestion(const Stmt *S, const ApiIndex &Api) {
  const auto *Call = llvm::dyn_cast<CallExpr>(S);
  if (!Call)
    return true;
  CallRows Rows = Api.rows(Call);
  if (Rows.get(&CallRow::Identifies) || Rows.get(&CallRow::Joinable))
    return true;
  const auto *Method =
      llvm::dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
  return Method && Method->isConst() && Call->getType()->isBooleanType();
}

bool Flow::asks(const Expr *Condition, const VarDecl *Holder) const {
  return anyOwnStmt(Condition, [&](const Stmt *S) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
    if (!Ref || UseOf.holderOf(Ref) != Holder)
      return false;
    Use U = UseOf.useOf(Ref, Root);
    return U.Kind != Use::Looks || isQuestion(U.At, Code.api());
  });
}

bool Flow::isStoredThrough(const VarDecl *Pointer) const {
  for (const auto &[At, List] : Events)
    for (const Event &E : List)
      if (!E.Opened && E.What.To == Pointer)
        return true;
  return false;
}

bool Flow::isEverClosed(
    const Opening &Opened,
    llvm::function_ref<bool(const Event &)> DestroysWell) const {
  llvm::SmallSetVector<const VarDecl *, 4> Reached;
  Reached.insert(llvm::dyn_cast_or_null<VarDecl>(Opened.Keeper));
  for (size_t I = 0; I < Reached.size(); ++I)
    for (const auto &[At, List] : Events)
      for (const Event &E : List) {
        if (E.Holder != Reached[I] || E.Opened)
          continue;
        if (E.To)
          Reached.insert(E.To);
        else if (releases(E.What.Kind) || DestroysWell(E))
          return true;
      }
  return false;
}

} // namespace leash
