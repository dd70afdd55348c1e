//===--- Declared.cpp - is there such a name here? ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Declared.h"

using namespace clang;

namespace leash {

bool isDeclared(llvm::StringRef Qualified, const ASTContext &Context) {
  const DeclContext *Scope = Context.getTranslationUnitDecl();
  while (true) {
    auto [First, Rest] = Qualified.split("::");
    DeclarationName Name(&Context.Idents.get(First));
    const NamedDecl *Found = nullptr;
    for (const NamedDecl *D : Scope->lookup(Name))
      Found = D;
    if (!Found || Rest.empty())
      return Found != nullptr;
    Scope = llvm::dyn_cast<DeclContext>(Found);
    if (!Scope)
      return false;
    Qualified = Rest;
  }
}

bool isInStd(const Decl *D) {
  for (const DeclContext *Context = D->getDeclContext(); Context;
       Context = Context->getParent())
    if (Context->isStdNamespace())
      return true;
  return false;
}

} // namespace leash
