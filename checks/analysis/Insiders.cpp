//===--- Insiders.cpp - who comes to this member? -------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Insiders.h"
#include "ChannelUses.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace leash {

namespace {

/// Methods that call methods that ...
constexpr unsigned MaxDepth = 4;

using Question = llvm::function_ref<bool(const Stmt *)>;

bool anyIn(const Decl *Root, Question Asked) {
  return llvm::any_of(partsOf(Root),
                      [&](const Stmt *Part) { return anyStmt(Part, Asked); });
}

bool anyInLambda(const Decl *Root, Question Asked) {
  return anyIn(Root, [&](const Stmt *S) {
    const auto *Lambda = llvm::dyn_cast<LambdaExpr>(S);
    return Lambda && anyStmt(Lambda->getBody(), Asked);
  });
}

/// What \p S names; null when it names nothing.
const ValueDecl *namedBy(const Stmt *S) {
  if (const auto *Member = llvm::dyn_cast<MemberExpr>(S))
    return Member->getMemberDecl();
  const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
  return Ref ? Ref->getDecl() : nullptr;
}

bool names(const Stmt *S, const ValueDecl *D) {
  const ValueDecl *Named = namedBy(S);
  return Named && Named->getCanonicalDecl() == D->getCanonicalDecl();
}

} // namespace

bool mentions(const Decl *Root, const ValueDecl *D) {
  return anyIn(Root, [&](const Stmt *S) { return names(S, D); });
}

bool mentionsInLambda(const Decl *Root, const ValueDecl *D) {
  return anyInLambda(Root, [&](const Stmt *S) { return names(S, D); });
}

void Insiders::add(const FunctionDecl *Function) {
  if (const auto *Home =
          llvm::dyn_cast<FunctionDecl>(ChannelUses::rootOf(Function)))
    Inside.insert(Home->getCanonicalDecl());
}

bool Insiders::contains(const Decl *Root) const {
  const auto *Function = llvm::dyn_cast<FunctionDecl>(Root);
  return Function && Inside.contains(Function->getCanonicalDecl());
}

bool Insiders::isOfClass(const CXXMethodDecl *Method) const {
  return Method->getParent()->getCanonicalDecl() == Class->getCanonicalDecl();
}

bool Insiders::adopt(const FunctionDecl *Function, unsigned Depth) {
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Function);
  if (!Method || !isOfClass(Method) || Method->isVirtual() ||
      Method->getAccess() != AS_private || Depth == MaxDepth)
    return false;
  Inside.insert(Function->getCanonicalDecl());
  auto IsPointer = [&](const Stmt *S) {
    return llvm::isa<DeclRefExpr>(S) && names(S, Method);
  };
  return llvm::all_of(Code.roots(), [&](const Decl *Root) {
    if (anyIn(Root, IsPointer))
      return false;
    if (contains(Root) || !mentions(Root, Method))
      return true;
    const auto *Caller = llvm::dyn_cast<FunctionDecl>(Root);
    return Caller && adopt(Caller, Depth + 1);
  });
}

bool Insiders::useOwnObject(const FunctionDecl *Starter) const {
  auto Matters = [&](const Stmt *S) {
    const ValueDecl *Named = namedBy(S);
    const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(Named);
    return Named == Field || (Method && isOfClass(Method));
  };
  auto IsOthers = [&](const Stmt *S) {
    const auto *Member = llvm::dyn_cast<MemberExpr>(S);
    return Member && Matters(S) &&
           !llvm::isa<CXXThisExpr>(stripped(Member->getBase()));
  };
  return llvm::all_of(Inside, [&](const FunctionDecl *Function) {
    const FunctionDecl *Definition = definitionOf(Function);
    return Definition && !anyIn(Definition, IsOthers) &&
           (Definition == definitionOf(Starter) ||
            !anyInLambda(Definition, Matters));
  });
}

FunctionSet Insiders::methods() const {
  FunctionSet Result;
  for (const FunctionDecl *Function : Inside)
    if (const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Function))
      if (isOfClass(Method))
        Result.insert(Function);
  return Result;
}

} // namespace leash
