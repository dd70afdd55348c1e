//===--- Discards.cpp - which futures die at once? ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Discards.h"
#include "Loops.h"
#include "Overwrites.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace leash {

namespace {

/// A function that returns what a function returns that ...
constexpr unsigned MaxDepth = 6;

class Finder {
public:
  explicit Finder(const TranslationUnit &Unit)
      : Unit(Unit), Code(Unit.code()) {}

  std::vector<Discard> run() {
    for (const Site &S : Code.sites()) {
      Discard D;
      D.At = &S;
      if (makesFuture(D) && isDropped(D))
        Result.push_back(D);
    }
    return std::move(Result);
  }

private:
  /// Whether \p D.At makes a future that counts; fills in who made it.
  bool makesFuture(Discard &D) const {
    if (D.At->Rows.get(&CallRow::Spawn))
      return isStartedBy(Unit.spawns().at(D.At->E), D);
    const auto *Call = llvm::dyn_cast<CallExpr>(D.At->E);
    if (!Call || !D.At->Rows.empty() || !Unit.api().isFuture(Call->getType()))
      return false;
    D.Maker = Call->getDirectCallee();
    // Functions of other libraries: their own rows would say.
    if (!D.Maker || D.Maker->isInvalidDecl() ||
        Code.isForeign(D.Maker->getLocation()))
      return false;
    if (mayBeOverridden(Call))
      return false;
    if (isVisible(D.Maker))
      return isStartedBy(startedBy(D.Maker, 0), D);
    return mayBeAsynchronous(D.Maker, Call);
  }

  /// Whether a function out of sight may well have called std::async. A method
  /// rather hands a job to its object's executor, and so does a call that is
  /// given a callable: such futures do not wait, and dropping them is common.
  bool mayBeAsynchronous(const FunctionDecl *Callee,
                         const CallExpr *Call) const {
    const TypeRow *Row = Unit.api().ownType(Call->getType()->getAsRecordDecl());
    const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Callee);
    // A test's macro (EXPECT_THROW) may drop the value on purpose.
    return Row && Row->MayBlock && (!Method || Method->isStatic()) &&
           !takesCallable(Call) && !Call->getBeginLoc().isMacroID();
  }

  /// Whether a virtual call may reach another body than the one it names.
  static bool mayBeOverridden(const CallExpr *Call) {
    const auto *Method =
        llvm::dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
    const auto *Member =
        llvm::dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParenImpCasts());
    return Method && Method->isVirtual() && !Method->hasAttr<FinalAttr>() &&
           !Method->getParent()->hasAttr<FinalAttr>() &&
           !(Member && Member->hasQualifier());
  }

  bool isStartedBy(const Spawn *S, Discard &D) const {
    if (!S || !S->Fact->Dropped)
      return false;
    D.Started = S;
    D.Effect = isDeferred(*S, Unit.context()) ? DropEffect::NeverRuns
                                              : S->Fact->Dropped;
    D.PolicyDecides = !S->Fact->Deferred.empty() &&
                      llvm::any_of(S->Policies, [&](const Expr *Policy) {
                        return Policy->isValueDependent() ||
                               !Policy->isEvaluatable(Unit.context());
                      });
    return true;
  }

  /// The asynchronous call whose future the visible \p Function returns.
  const Spawn *startedBy(const FunctionDecl *Function, unsigned Depth) const {
    const FunctionDecl *Definition = definitionOf(Function);
    if (!Definition || Depth > MaxDepth)
      return nullptr;
    // A function that calls itself adds nothing.
    auto [Known, IsNew] = Makers.try_emplace(Definition, nullptr);
    if (!IsNew)
      return Known->second;
    const Spawn *Found = nullptr;
    anyOwnStmt(Definition->getBody(), [&](const Stmt *S) {
      const auto *Return = llvm::dyn_cast<ReturnStmt>(S);
      if (Return && Return->getRetValue())
        Found = startedIn(Return->getRetValue(), Depth);
      return Found != nullptr;
    });
    Makers[Definition] = Found;
    return Found;
  }

  const Spawn *startedIn(const Expr *Returned, unsigned Depth) const {
    const Expr *E = withoutCopies(Returned);
    if (const auto *Choice = llvm::dyn_cast<ConditionalOperator>(E)) {
      const Spawn *S = startedIn(Choice->getTrueExpr(), Depth);
      return S ? S : startedIn(Choice->getFalseExpr(), Depth);
    }
    // The maker itself waits before it returns the future.
    if (Unit.coordination().hasWait(Unit.handles().placeOf(E)))
      return nullptr;
    for (const Spawn *S : Unit.spawns().heldBy(E))
      if (S->Fact->Dropped)
        return S;
    if (const auto *Variable =
            llvm::dyn_cast_or_null<VarDecl>(Unit.handles().placeOf(E)))
      if (Variable->hasLocalStorage() && Variable->getInit())
        E = withoutCopies(Variable->getInit());
    const auto *Call = llvm::dyn_cast<CallExpr>(E);
    return Call ? startedBy(Call->getDirectCallee(), Depth + 1) : nullptr;
  }

  /// pool.submit([] { ... }) hands work to threads that are there already.
  static bool takesCallable(const CallExpr *Call) {
    return llvm::any_of(argumentsOf(Call), [](const Expr *Argument) {
      QualType Type = Argument->getType().getNonReferenceType();
      return Type->isFunctionType() || Type->isFunctionPointerType() ||
             Type->isMemberFunctionPointerType() ||
             hasCallOperator(Type->getAsCXXRecordDecl());
    });
  }

  static bool hasCallOperator(const CXXRecordDecl *Class) {
    if (!Class || !Class->hasDefinition())
      return false;
    bool Own = llvm::any_of(Class->decls(), [](const Decl *D) {
      if (const auto *Template = llvm::dyn_cast<FunctionTemplateDecl>(D))
        D = Template->getTemplatedDecl();
      const auto *Method = llvm::dyn_cast<CXXMethodDecl>(D);
      return Method && Method->getOverloadedOperator() == OO_Call;
    });
    return Own ||
           llvm::any_of(Class->bases(), [](const CXXBaseSpecifier &Base) {
             return hasCallOperator(Base.getType()->getAsCXXRecordDecl());
           });
  }

  bool isDropped(Discard &D) {
    Fate F = Unit.handles().fateOf(D.At->E, D.At->Root);
    // A future on the heap that nobody deletes never runs its destructor.
    if (F.ByNew)
      return false;
    switch (F.Kind) {
    case Fate::Discarded:
      D.IsWhole = F.How != Fate::Ignored && isWhole(D, F);
      return true;
    case Fate::Variable:
      D.Way = Discard::Unused;
      D.Variable = llvm::dyn_cast_or_null<VarDecl>(F.Where);
      return D.Variable && diesUnused(D.Variable, F.At, D.At->Root) &&
             Seen.insert(D.Variable).second;
    case Fate::Assigned:
      D.Way = Discard::Overwritten;
      return F.Where && isOverwrittenByNextTurn(F, *D.At, Unit) &&
             Seen.insert(F.At).second;
    default:
      return false;
    }
  }

  static const Expr *withoutVoidCasts(const Expr *E) {
    E = E->IgnoreUnlessSpelledInSource();
    if (const auto *Paren = llvm::dyn_cast<ParenExpr>(E))
      return withoutVoidCasts(Paren->getSubExpr());
    const auto *Cast = llvm::dyn_cast<ExplicitCastExpr>(E);
    return Cast && Cast->getType()->isVoidType()
               ? withoutVoidCasts(Cast->getSubExpr())
               : E;
  }

  /// Whether text after the call still belongs to what is dropped.
  bool isWhole(const Discard &D, const Fate &F) const {
    const auto *Dropped = llvm::dyn_cast<Expr>(F.At);
    return Dropped && withoutVoidCasts(Dropped) == D.At->E &&
           !D.At->E->getBeginLoc().isMacroID() &&
           !D.At->E->getEndLoc().isMacroID();
  }

  /// Whether \p Variable is never used and declared last in its scope.
  /// [[maybe_unused]] says that its destructor is wanted; so does another such
  /// future right before, beside which this one runs.
  bool diesUnused(const VarDecl *Variable, const Stmt *Declaration,
                  const Decl *Root) const {
    if (!isUnused(Variable))
      return false;
    const auto *Scope =
        llvm::dyn_cast_or_null<CompoundStmt>(Code.parent(Declaration, Root));
    if (!Scope || Scope->body_back() != Declaration)
      return false;
    size_t Futures = 0;
    for (const Stmt *S : Scope->body())
      if (const auto *Declared = llvm::dyn_cast<DeclStmt>(S))
        Futures += llvm::count_if(Declared->decls(), [&](const Decl *D) {
          const auto *Other = llvm::dyn_cast<VarDecl>(D);
          return Other && Unit.api().isFuture(Other->getType()) &&
                 isUnused(Other);
        });
    return Futures <= 1;
  }

  static bool isUnused(const VarDecl *Variable) {
    return Variable->hasLocalStorage() && !Variable->isReferenced() &&
           !Variable->hasAttr<UnusedAttr>();
  }

  const TranslationUnit &Unit;
  const UserCode &Code;
  mutable llvm::DenseMap<const FunctionDecl *, const Spawn *> Makers;
  /// Variables and assignments that are reported: both branches of a
  /// conditional make one future.
  llvm::DenseSet<const void *> Seen;
  std::vector<Discard> Result;
};

} // namespace

std::vector<Discard> findDiscards(const TranslationUnit &Unit) {
  return Finder(Unit).run();
}

} // namespace leash
