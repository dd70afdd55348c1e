//===--- Cancelling.cpp - may somebody end this thread? -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Cancelling.h"
#include "Flags.h"
#include "HiddenFields.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// The class of the handles that \p S makes; null for handles of C.
const CXXRecordDecl *handleClass(const Spawn &S) {
  if (const MakesFact *Makes = S.At->Rows.get(&CallRow::Makes))
    return classMadeBy(S.At->E, *Makes);
  const Expr *Handle = operandOf(S.At->E, S.Fact->Handle);
  return Handle && S.Fact->Handle.Kind != Operand::Argument
             ? recordBehind(Handle->getType())
             : nullptr;
}

/// Whether handles of \p Class can end their thread, and not by a token alone.
bool hasInterruption(const CXXRecordDecl *Class, const ApiIndex &Api) {
  if (!Class->hasDefinition())
    return true;
  bool Cancels = false;
  for (const CXXMethodDecl *Method : Class->getDefinition()->methods()) {
    if (isStopToken(Method->getReturnType(), Api))
      return false;
    Cancels |= Api.rows(Method, Class).get(&CallRow::Cancels) != nullptr;
  }
  return Cancels;
}

class Finder {
public:
  Finder(const Spawn &S, const TranslationUnit &Unit)
      : S(S), Unit(Unit), Code(Unit.code()) {
    if (S.Keeper)
      Places.push_back(S.Keeper);
    Places.append(S.MovedTo.begin(), S.MovedTo.end());
  }

  bool run() const {
    const CXXRecordDecl *Class = handleClass(S);
    if (Class && !hasInterruption(Class, Unit.api()))
      return false;
    if (llvm::any_of(Code.sites(),
                     [&](const Site &Other) { return ends(Other); }))
      return true;
    // A handle that nobody keeps is nobody's to cancel.
    if (Places.empty())
      return S.Fact->Handle.Kind == Operand::Argument;
    return llvm::any_of(Places, [&](Place P) { return getsOut(P); });
  }

private:
  /// Whether \p Other ends the thread, or one whose handle came in as a copy of
  /// the same type.
  bool ends(const Site &Other) const {
    const Operand *Party = Other.Rows.get(&CallRow::Cancels);
    if (!Party)
      Party = Other.Rows.get(&CallRow::Wakes);
    const Expr *Handle = Party ? operandOf(Other.E, *Party) : nullptr;
    if (!Handle)
      return false;
    Place P = Unit.handles().placeOf(Handle);
    if (P && llvm::is_contained(Places, P))
      return true;
    const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(P);
    bool IsCopy = !P || llvm::isa<ParmVarDecl>(P) ||
                  (Variable && Variable->hasLocalStorage() &&
                   Unit.spawns().keptIn(P).empty());
    return IsCopy && llvm::any_of(Places, [&](Place Own) {
             return Unit.context().hasSameUnqualifiedType(
                 Own->getType().getNonReferenceType(),
                 stripped(Handle)->getType().getNonReferenceType());
           });
  }

  /// Whether code that is not visible gets hold of \p P.
  bool getsOut(Place P) const {
    const auto *Variable = llvm::dyn_cast<VarDecl>(P);
    if (!Variable || !Variable->hasLocalStorage())
      return isHidden(P, Unit);
    const auto *Root = llvm::dyn_cast<FunctionDecl>(S.At->Root);
    if (!Root || llvm::isa<ParmVarDecl>(P))
      return true;
    return anyStmt(Root->getBody(), [&](const Stmt *Part) {
      const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Part);
      return Ref && Ref->getDecl() == Variable && isHandedOn(Ref, Root);
    });
  }

  bool isHandedOn(const DeclRefExpr *Ref, const Decl *Root) const {
    const Stmt *Child = Ref;
    const Stmt *Parent = Code.parent(Child, Root);
    while (llvm::isa_and_nonnull<ParenExpr, CastExpr, UnaryOperator,
                                 ArraySubscriptExpr, FullExpr, MemberExpr>(
        Parent)) {
      Child = Parent;
      Parent = Code.parent(Child, Root);
    }
    if (!Parent)
      return true;
    if (const auto *E = llvm::dyn_cast<Expr>(Parent))
      if (llvm::isa<CallExpr, CXXConstructExpr>(E))
        return Unit.api().rows(E).empty() && !Unit.spawns().at(E);
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Parent))
      return Binary->isAssignmentOp() && Binary->getRHS() == Child;
    return llvm::isa<ReturnStmt, DeclStmt, InitListExpr>(Parent);
  }

  const Spawn &S;
  const TranslationUnit &Unit;
  const UserCode &Code;
  llvm::SmallVector<Place, 2> Places;
};

} // namespace

bool mayBeCancelled(const Spawn &S, const TranslationUnit &Unit) {
  return Finder(S, Unit).run();
}

} // namespace leash
