//===--- Constants.cpp - is this the same every time? ---------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Constants.h"
#include "Handles.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace leash {

bool isConstant(const Expr *E, const ASTContext &Context) {
  auto Is = [&](const Expr *Part) { return isConstant(Part, Context); };
  E = stripped(E);
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    return llvm::all_of(Construct->arguments(), Is);
  if (const auto *List = llvm::dyn_cast<InitListExpr>(E))
    return llvm::all_of(List->inits(), Is);
  const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E);
  if (const auto *Variable =
          Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr)
    if (!Variable->hasLocalStorage() && Variable->getType().isConstQualified())
      return true;
  return llvm::isa<CXXDefaultArgExpr, CXXScalarValueInitExpr,
                   CXXNullPtrLiteralExpr, StringLiteral>(E) ||
         (!E->isValueDependent() && E->isEvaluatable(Context));
}

} // namespace leash
