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
    if (const SpawnFact *Fact = D.At->Rows.get(&CallRow::Spawn)) {
      D.Started = Unit.spawns().at(D.At->E);
      D.Effect = Fact->Dropped;
      if (D.Started && isDeferred(*D.Started))
        D.Effect = DropEffect::NeverRuns;
      return D.Started && Fact->Dropped;
    }
    const auto *Call = llvm::dyn_cast<CallExpr>(D.At->E);
    if (!Call || !D.At->Rows.empty() || !isFuture(Call->getType()))
      return false;
    D.Maker = Call->getDirectCallee();
    // Operators and functions of other libraries: their own rows would say.
    if (!D.Maker || llvm::isa<CXXOperatorCallExpr>(Call) ||
        Code.isForeign(D.Maker->getLocation()))
      return false;
    if (isVisible(D.Maker)) {
      D.Started = startedBy(D.Maker, 0);
      if (D.Started)
        D.Effect = D.Started->Fact->Dropped;
      return D.Started;
    }
    const TypeRow *Row = Unit.api().type(Call->getType());
    return Row->MayBlock && !takesCallable(Call);
  }

  bool isFuture(QualType Type) const {
    const TypeRow *Row = Unit.api().type(Type);
    return Row && Row->Handle == TypeRow::Future;
  }

  bool isDeferred(const Spawn &S) const {
    for (const Expr *Policy : S.Policies) {
      const auto *Ref = llvm::dyn_cast<DeclRefExpr>(stripped(Policy));
      if (Ref && isNamedEnumerator(Ref->getDecl(), S.Fact->Deferred))
        return true;
    }
    return false;
  }

  bool isNamedEnumerator(const ValueDecl *D, llvm::StringRef Name) const {
    return llvm::isa<EnumConstantDecl>(D) && !Name.empty() &&
           D->getQualifiedNameAsString() == Name;
  }

  /// The asynchronous call whose future the visible \p Function returns.
  const Spawn *startedBy(const FunctionDecl *Function, unsigned Depth) const {
    const FunctionDecl *Definition = definitionOf(Function);
    const Spawn *Found = nullptr;
    if (!Definition || Depth > MaxDepth)
      return nullptr;
    anyStmt(Definition->getBody(), [&](const Stmt *S) {
      const auto *Return = llvm::dyn_cast<ReturnStmt>(S);
      if (Return && Return->getRetValue())
        Found = startedIn(Return->getRetValue(), Depth);
      return Found != nullptr;
    });
    return Found;
  }

  const Spawn *startedIn(const Expr *Returned, unsigned Depth) const {
    for (const Spawn *S : Unit.spawns().heldBy(Returned))
      if (S->Fact->Dropped)
        return S;
    const auto *Call = llvm::dyn_cast<CallExpr>(stripped(Returned));
    return Call ? startedBy(Call->getDirectCallee(), Depth + 1) : nullptr;
  }

  /// pool.submit([] { ... }) hands work to threads that are there already.
  bool takesCallable(const CallExpr *Call) const {
    return llvm::any_of(argumentsOf(Call), [](const Expr *Argument) {
      QualType Type = Argument->getType().getNonReferenceType();
      if (Type->isFunctionType() || Type->isFunctionPointerType() ||
          Type->isMemberFunctionPointerType())
        return true;
      const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
      return Class && Class->hasDefinition() &&
             llvm::any_of(Class->methods(), [](const CXXMethodDecl *Method) {
               return Method->getOverloadedOperator() == OO_Call;
             });
    });
  }

  bool isDropped(Discard &D) const {
    Fate F = Unit.handles().fateOf(D.At->E, D.At->Root);
    switch (F.Kind) {
    case Fate::Discarded:
      D.IsWhole = F.How != Fate::Ignored && isWhole(D, F);
      return true;
    case Fate::Variable:
      D.Way = Discard::Unused;
      D.Variable = llvm::dyn_cast_or_null<VarDecl>(F.Where);
      return D.Variable && diesUnused(D.Variable, F.At, D.At->Root);
    case Fate::Assigned:
      D.Way = Discard::Overwritten;
      return F.Where && isOverwrittenByNextTurn(F, *D.At, Unit);
    default:
      return false;
    }
  }

  /// Whether text after the call still belongs to what is dropped.
  bool isWhole(const Discard &D, const Fate &F) const {
    const auto *Dropped = llvm::dyn_cast<Expr>(F.At);
    return Dropped && stripped(Dropped) == D.At->E &&
           !D.At->E->getBeginLoc().isMacroID() &&
           !D.At->E->getEndLoc().isMacroID();
  }

  /// Whether \p Variable is never used and declared last in its scope.
  /// [[maybe_unused]] says that its destructor is wanted.
  bool diesUnused(const VarDecl *Variable, const Stmt *Declaration,
                  const Decl *Root) const {
    if (!Variable->hasLocalStorage() || Variable->isReferenced() ||
        Variable->hasAttr<UnusedAttr>())
      return false;
    const auto *Scope =
        llvm::dyn_cast_or_null<CompoundStmt>(Code.parent(Declaration, Root));
    return Scope && Scope->body_back() == Declaration;
  }

  const TranslationUnit &Unit;
  const UserCode &Code;
  std::vector<Discard> Result;
};

} // namespace

std::vector<Discard> findDiscards(const TranslationUnit &Unit) {
  return Finder(Unit).run();
}

} // namespace leash
