//===--- CallParts.cpp - who and what takes part in a call? ---------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallParts.h"

using namespace clang;
using llvm::SmallVector;

namespace leash {

/// What a default argument stands for.
static const Expr *resolved(const Expr *E) {
  if (const auto *Default = llvm::dyn_cast_or_null<CXXDefaultArgExpr>(E))
    return Default->getExpr();
  return E;
}

const FunctionDecl *calleeOf(const Expr *E) {
  if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
    return Call->getDirectCallee();
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    return Construct->getConstructor();
  return nullptr;
}

const Expr *argumentOf(const Expr *E, unsigned Index) {
  if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
    return Index < Call->getNumArgs() ? resolved(Call->getArg(Index)) : nullptr;
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    return Index < Construct->getNumArgs() ? resolved(Construct->getArg(Index))
                                           : nullptr;
  return nullptr;
}

const CXXRecordDecl *recordBehind(QualType Type) {
  if (Type.isNull())
    return nullptr;
  Type = Type.getNonReferenceType();
  if (!Type->getPointeeType().isNull())
    Type = Type->getPointeeType();
  return Type->getAsCXXRecordDecl();
}

SmallVector<const Expr *, 4> argumentsOf(const Expr *E) {
  SmallVector<const Expr *, 4> Arguments;
  auto Add = [&](auto &&Range) {
    for (const Expr *Argument : Range)
      if (Argument && !llvm::isa<CXXDefaultArgExpr>(Argument))
        Arguments.push_back(Argument);
  };
  if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
    Add(Call->arguments());
  else if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    Add(Construct->arguments());
  else if (const auto *Construct =
               llvm::dyn_cast<CXXUnresolvedConstructExpr>(E))
    Add(Construct->arguments());
  else if (const auto *List = llvm::dyn_cast<ParenListExpr>(E))
    for (unsigned I = 0; I < List->getNumExprs(); ++I)
      Arguments.push_back(List->getExpr(I));
  else if (const auto *List = llvm::dyn_cast<InitListExpr>(E))
    Add(List->inits());
  return Arguments;
}

const Expr *receiverOf(const Expr *E) {
  if (const auto *Method = llvm::dyn_cast<CXXMemberCallExpr>(E))
    return Method->getImplicitObjectArgument();
  const auto *Call = llvm::dyn_cast<CallExpr>(E);
  if (!Call)
    return nullptr;
  const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
  if (const auto *Member = llvm::dyn_cast<UnresolvedMemberExpr>(Callee))
    return Member->isImplicitAccess() ? nullptr : Member->getBase();
  if (const auto *Member = llvm::dyn_cast<CXXDependentScopeMemberExpr>(Callee))
    return Member->isImplicitAccess() ? nullptr : Member->getBase();
  return nullptr;
}

const Expr *operandOf(const Expr *E, const Operand &Party) {
  if (Party.Kind == Operand::Result)
    return E;
  if (Party.Kind == Operand::This)
    return receiverOf(E);
  auto Arguments = argumentsOf(E);
  return Party.Index < Arguments.size() ? Arguments[Party.Index] : nullptr;
}

SourceLocation calleeLocation(const Expr *E) {
  const auto *Call = llvm::dyn_cast<CallExpr>(E);
  if (!Call)
    return E->getBeginLoc();
  const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
  if (const auto *Member = llvm::dyn_cast<MemberExpr>(Callee))
    return Member->getMemberLoc();
  if (const auto *Overloads = llvm::dyn_cast<OverloadExpr>(Callee))
    return Overloads->getNameLoc();
  if (const auto *Member = llvm::dyn_cast<CXXDependentScopeMemberExpr>(Callee))
    return Member->getMemberLoc();
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Callee))
    return Ref->getLocation();
  return E->getBeginLoc();
}

} // namespace leash
