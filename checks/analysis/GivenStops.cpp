//===--- GivenStops.cpp - is a hidden task given a stop signal? -----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GivenStops.h"
#include "Flags.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace leash {

namespace {

const Expr *withoutReference(const Expr *E) {
  E = stripped(E);
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
    if (Unary->getOpcode() == UO_AddrOf)
      return stripped(Unary->getSubExpr());
  return E;
}

/// Whether objects of \p Class hold a stop signal that is one by its type.
bool carriesStop(const CXXRecordDecl *Class, const ApiIndex &Api) {
  if (!Class || !Class->hasDefinition())
    return false;
  return llvm::any_of(Class->fields(), [&](const FieldDecl *Field) {
    const TypeRow *Row = Api.type(Field->getType());
    return Row && Row->Stop != TypeRow::NoStop;
  });
}

/// The class behind a pointer, a reference or a smart pointer.
const CXXRecordDecl *classReached(QualType Type) {
  const CXXRecordDecl *Class = recordBehind(Type);
  const auto *Specialization =
      llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(Class);
  if (!Specialization || Specialization->getTemplateArgs().size() == 0)
    return Class;
  const TemplateArgument &First = Specialization->getTemplateArgs().get(0);
  if (First.getKind() != TemplateArgument::Type)
    return Class;
  const CXXRecordDecl *Held = First.getAsType()->getAsCXXRecordDecl();
  return Held ? Held : Class;
}

/// What the task gets: its arguments, the object it runs on, and what that was
/// made of.
llvm::SmallVector<const Expr *, 8> givenTo(const Task &T) {
  llvm::SmallVector<const Expr *, 8> Given(T.Arguments.begin(),
                                           T.Arguments.end());
  if (!T.Object)
    return Given;
  Given.push_back(T.Object);
  anyOwnStmt(T.Object, [&](const Stmt *S) {
    if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
      for (const Expr *Argument : argumentsOf(Construct))
        Given.push_back(Argument);
    return false;
  });
  return Given;
}

} // namespace

bool isGivenStop(const Task &T, const Handles &HandleFlow,
                 const ApiIndex &Api) {
  for (const Expr *Argument : givenTo(T)) {
    if (carriesStop(classReached(stripped(Argument)->getType()), Api))
      return true;
    if (isStopToken(Argument->getType(), Api))
      return true;
    const Expr *E = withoutReference(Argument);
    if (isStopToken(E->getType(), Api))
      return true;
    // By reference or address only: a copy of a flag tells nobody anything.
    bool GivesFlag = E != stripped(Argument) && isFlagType(E->getType(), Api);
    Place Behind = HandleFlow.placeOf(Argument);
    bool IsReference = llvm::isa<CallExpr>(E) && Behind;
    if (GivesFlag || (IsReference && (isFlagType(Behind->getType(), Api) ||
                                      isStopToken(Behind->getType(), Api))))
      return true;
    QualType Pointee = E->getType()->getPointeeType();
    if (!Pointee.isNull() && isFlagType(Pointee, Api))
      return true;
  }
  return false;
}

} // namespace leash
