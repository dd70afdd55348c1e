//===--- HiddenFields.cpp - may others reach it? --------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HiddenFields.h"
#include "../compat/Clang.h"
#include "TranslationUnit.h"

using namespace clang;

namespace leash {

/// Whether \p Method could set something, out of sight. A destructor comes too
/// late.
static bool isOutOfSight(const FunctionDecl *Method) {
  return !Method->isImplicit() && !Method->isDefaulted() &&
         !Method->isDeleted() && !isPureVirtual(Method) &&
         !llvm::isa<CXXDestructorDecl>(Method) && !isVisible(Method);
}

static bool isOutOfSight(const Decl *D) {
  if (const auto *Template = llvm::dyn_cast<FunctionTemplateDecl>(D))
    D = Template->getTemplatedDecl();
  const auto *Function = llvm::dyn_cast_or_null<FunctionDecl>(D);
  return Function && isOutOfSight(Function);
}

/// A class or a class template that is a friend may be anywhere.
static bool isOutOfSight(const FriendDecl *Friend) {
  const NamedDecl *D = Friend->getFriendDecl();
  return !D || isOutOfSight(llvm::cast<Decl>(D));
}

static bool isFieldHidden(const FieldDecl *Field, const UserCode &Code) {
  const RecordDecl *Record = Field->getParent();
  if (Code.hasBrokenMember(Record) || Record->isUnion())
    return true;
  const SourceManager &Sources = Code.context().getSourceManager();
  bool IsHere =
      Sources.isInMainFile(Sources.getExpansionLoc(Field->getLocation()));
  const auto *Class = llvm::dyn_cast<CXXRecordDecl>(Record);
  // Whoever includes the header reaches what is not private.
  if (!IsHere && (!Class || Field->getAccess() != AS_private))
    return true;
  if (!Class)
    return false;
  return llvm::any_of(Class->decls(),
                      [](const Decl *D) { return isOutOfSight(D); }) ||
         llvm::any_of(Class->friends(), [](const FriendDecl *Friend) {
           return isOutOfSight(Friend);
         });
}

bool isHidden(Place Handle, const TranslationUnit &Unit) {
  if (const auto *Field = llvm::dyn_cast<FieldDecl>(Handle))
    return isFieldHidden(Field, Unit.code());
  return Handle->isExternallyVisible() &&
         !Handle->isFunctionOrFunctionTemplate() &&
         llvm::isa<VarDecl>(Handle) &&
         llvm::cast<VarDecl>(Handle)->hasGlobalStorage() &&
         !llvm::cast<VarDecl>(Handle)->isStaticLocal();
}

} // namespace leash
