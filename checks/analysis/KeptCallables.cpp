//===--- KeptCallables.cpp - what does this std::function hold? -----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KeptCallables.h"
#include "FlagChanges.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

class Finder {
public:
  Finder(Place Kept, const TranslationUnit &Unit)
      : Kept(Kept), Unit(Unit), Code(Unit.code()) {}

  const Expr *run() {
    for (const Decl *Root : Code.roots())
      lookAt(Root);
    return IsUnknown || Given.size() != 1 ? nullptr : Given.front();
  }

private:
  void lookAt(const Decl *Root) {
    if (const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Root))
      for (const CXXCtorInitializer *Initializer : Constructor->inits())
        if (Initializer->isWritten() && Initializer->getAnyMember() == Kept)
          give(Initializer->getInit());
    if (Root == Kept)
      for (const Stmt *Part : partsOf(Root))
        give(llvm::dyn_cast<Expr>(Part));
    for (const Stmt *Part : partsOf(Root))
      anyStmt(Part, [&](const Stmt *S) {
        if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S))
          for (const Decl *D : Declaration->decls())
            if (D == Kept)
              give(llvm::cast<VarDecl>(D)->getInit());
        if (mentions(S))
          addMention(llvm::cast<Expr>(S), Root);
        return IsUnknown;
      });
  }

  bool mentions(const Stmt *S) const {
    if (const auto *Member = llvm::dyn_cast<MemberExpr>(S))
      return Member->getMemberDecl() == Kept;
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
    return Ref && Ref->getDecl() == Kept;
  }

  /// An empty one is given later.
  void give(const Expr *Callable) {
    const Expr *E = stripped(Callable);
    const auto *Construct = llvm::dyn_cast_or_null<CXXConstructExpr>(E);
    if (!E || (Construct && Construct->getNumArgs() == 0) ||
        llvm::isa<CXXDefaultInitExpr>(E))
      return;
    Given.push_back(E);
  }

  void addMention(const Expr *E, const Decl *Root) {
    const Stmt *Parent = Code.parent(E, Root);
    while (llvm::isa_and_nonnull<ParenExpr, ImplicitCastExpr>(Parent))
      Parent = Code.parent(Parent, Root);
    if (const auto *Operator =
            llvm::dyn_cast_or_null<CXXOperatorCallExpr>(Parent)) {
      bool Assigns = Operator->getOperator() == OO_Equal;
      if (Assigns && stripped(Operator->getArg(0)) == E)
        return give(Operator->getArg(1));
      IsUnknown |= !Assigns && Operator->getOperator() != OO_Call;
      return;
    }
    // if (Task), std::move(Task), std::thread(Task), [this] { Task(); }
    if (const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(Parent)) {
      const auto *Method =
          llvm::dyn_cast<CXXMethodDecl>(Member->getMemberDecl());
      IsUnknown |= !Method || !(Method->isConst() || isFuture(Method));
      return;
    }
    const auto *User = llvm::dyn_cast_or_null<Expr>(Parent);
    bool IsKnown = User && (llvm::isa<CXXConstructExpr, LambdaExpr>(User) ||
                            Unit.api().rows(User).get(&CallRow::Passes) ||
                            Unit.api().rows(User).get(&CallRow::Spawn) ||
                            Unit.spawns().at(User));
    IsUnknown |= !IsKnown;
  }

  /// A packaged_task's get_future().
  bool isFuture(const CXXMethodDecl *Method) const {
    return Unit.api().isFuture(Method->getReturnType());
  }

  Place Kept;
  const TranslationUnit &Unit;
  const UserCode &Code;
  llvm::SmallVector<const Expr *, 2> Given;
  bool IsUnknown = false;
};

} // namespace

bool wrapsCallable(QualType Type, const ApiIndex &Api) {
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr
                    : Type.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && Api.constructorRows(Class).get(&CallRow::Callable);
}

const Expr *onlyCallableIn(Place Kept, const TranslationUnit &Unit) {
  const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(Kept);
  bool IsLocal = Variable && Variable->hasLocalStorage() &&
                 !llvm::isa<ParmVarDecl>(Variable);
  bool IsOwn =
      llvm::isa_and_nonnull<FieldDecl>(Kept) && !mayChangeElsewhere(Kept, Unit);
  if (!(IsLocal || IsOwn) || Kept->getType()->isReferenceType() ||
      !wrapsCallable(Kept->getType(), Unit.api()))
    return nullptr;
  return Finder(Kept, Unit).run();
}

} // namespace leash
