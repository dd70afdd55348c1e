//===--- Throws.cpp - what leaves by other ways than return ---------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Throws.h"
#include "Loops.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

/// A function that calls a function that throws ...
static constexpr unsigned MaxDepth = 3;

bool isNoexcept(const FunctionDecl *Function) {
  const auto *Type = Function->getType()->getAs<FunctionProtoType>();
  if (!Type || Type->getExceptionSpecType() == EST_None)
    return false;
  // A destructor that has not been looked at yet is noexcept.
  if (Type->getExceptionSpecType() == EST_Unevaluated)
    return llvm::isa<CXXDestructorDecl>(Function);
  return Type->canThrow() == CT_Cannot;
}

static const FunctionDecl *calleeOf(const Stmt *S) {
  if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
    return Call->getDirectCallee();
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
    return Construct->getConstructor();
  return nullptr;
}

static bool isAboutHandle(const CallRows &Rows) {
  return Rows.get(&CallRow::Joins) || Rows.get(&CallRow::Detach) ||
         Rows.get(&CallRow::Closes) || Rows.get(&CallRow::Joinable) ||
         Rows.get(&CallRow::Identifies) || Rows.get(&CallRow::Observes) ||
         Rows.get(&CallRow::Passes) || Rows.get(&CallRow::Cancels);
}

static bool mayThrow(const Stmt *S, const UserCode &Code, unsigned Depth) {
  const FunctionDecl *Callee = calleeOf(S);
  if (!Callee || !Code.context().getLangOpts().CPlusPlus)
    return false;
  if (Callee->getBuiltinID() != 0 || Callee->isExternC() ||
      isNoexcept(Callee) || Callee->isImplicit())
    return false;
  if (isAboutHandle(Code.api().rows(llvm::cast<Expr>(S))))
    return false;
  const FunctionDecl *Definition = definitionOf(Callee);
  if (!Definition || Code.isForeign(Definition->getLocation()) ||
      Depth > MaxDepth)
    return true;
  return anyOwnStmt(Definition->getBody(), [&](const Stmt *Part) {
    return llvm::isa<CXXThrowExpr>(Part) || mayThrow(Part, Code, Depth + 1);
  });
}

bool mayThrow(const Stmt *S, const UserCode &Code) {
  return mayThrow(S, Code, 0);
}

bool endsPath(const Stmt *S, const UserCode &Code) {
  const auto *Call = llvm::dyn_cast<CallExpr>(S);
  return Call &&
         (alwaysLeaves(Call, Code.api()) ||
          neverComesBack(Call->getDirectCallee(), Code.api(), Code.context()));
}

const Stmt *tryAround(const Stmt *S, const Decl *Root, const UserCode &Code) {
  const Stmt *Child = S;
  for (const Stmt *P = Code.parent(Child, Root); P;
       Child = P, P = Code.parent(P, Root)) {
    if (llvm::isa<LambdaExpr>(P))
      return nullptr;
    const auto *Try = llvm::dyn_cast<CXXTryStmt>(P);
    if (Try && Try->getTryBlock() == Child)
      return Child;
  }
  return nullptr;
}

} // namespace leash
