//===--- DeadlineObjects.cpp - handles that are made, fields that are set -===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of DeadlineEvents that walks over all code for what is no call of a
// row: objects that are made, fields that are written, functions of the user's
// that return a handle.
//
//===----------------------------------------------------------------------===//

#include "DeadlineEvents.h"

using namespace clang;

namespace leash {

/// The member access that \p E writes to; null for other targets.
static const MemberExpr *memberOf(const Expr *E) {
  return llvm::dyn_cast<MemberExpr>(E->IgnoreParenImpCasts());
}

/// Finds what is not a call of a row: objects that are made, fields that are
/// written, and every mention of a variable or field.
void DeadlineEvents::look(const Decl *Root) {
  const auto *Function = llvm::dyn_cast<FunctionDecl>(Root);
  if (const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Root))
    addInitialised(Constructor);
  for (const Stmt *Part : partsOf(Root))
    lookInto(Part, Function, Root);
}

void DeadlineEvents::lookInto(const Stmt *S, const FunctionDecl *Function,
                              const Decl *Root) {
  anyOwnStmt(S, [&](const Stmt *Part) {
    DeadlineEvent Event = eventAt(nullptr, Part, Function, Root);
    if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(Part)) {
      for (const Expr *Init : Lambda->capture_inits())
        if (Init)
          lookInto(Init, Function, Root);
      lookInto(Lambda->getBody(), Lambda->getCallOperator(), Root);
    } else if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(Part)) {
      addDeclared(Declaration, Event);
    } else if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Part)) {
      if (Binary->getOpcode() == BO_Assign)
        addAssigned(Binary, Event);
    } else if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(Part)) {
      if (Call->getOperator() == OO_Equal)
        addAssigned(Call, Event);
    }
    const auto *Ref = llvm::dyn_cast<Expr>(Part);
    if (Ref && llvm::isa<DeclRefExpr, MemberExpr>(Part))
      if (Place P = HandleFlow.placeOf(Ref))
        Mentions[P].push_back({Ref, Function, Root});
    return false;
  });
}

/// Whether \p Init makes a new object that carries deadlines, or a pointer to
/// one.
bool DeadlineEvents::isMadeFresh(const Expr *Init) const {
  auto Carries = [&](const CXXRecordDecl *Class) {
    const TypeRow *Row = Class ? Code.api().type(Class) : nullptr;
    return Row && Row->CarriesDeadlines;
  };
  const Expr *Plain = withoutCopies(Init);
  if (const auto *New = llvm::dyn_cast_or_null<CXXNewExpr>(Plain))
    return Carries(New->getAllocatedType()->getAsCXXRecordDecl());
  if (const auto *Construct = llvm::dyn_cast_or_null<CXXConstructExpr>(Plain))
    return Carries(Construct->getConstructor()->getParent()) ||
           // std::unique_ptr<T> p(new T);
           (Construct->getNumArgs() >= 1 &&
            llvm::isa<CXXNewExpr>(stripped(Construct->getArg(0))) &&
            isMadeFresh(Construct->getArg(0)));
  if (const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Plain)) {
    const MakesFact *Makes = Code.api().rows(Call).get(&CallRow::Makes);
    return Makes && Carries(classMadeBy(Call, *Makes));
  }
  return false;
}

void DeadlineEvents::addDeclared(const DeclStmt *Declaration,
                                 DeadlineEvent Event) {
  Event.Kind = DeadlineEvent::Creates;
  for (const Decl *D : Declaration->decls()) {
    const auto *Variable = llvm::dyn_cast<VarDecl>(D);
    if (!Variable || Variable->getType()->isReferenceType())
      continue;
    Event.Handle = Variable->getCanonicalDecl();
    const TypeRow *Row = Code.api().type(Variable->getType());
    const Expr *Init = Variable->getInit();
    const auto *List =
        llvm::dyn_cast_or_null<InitListExpr>(Init ? stripped(Init) : nullptr);
    // In C, without an initialiser, too.
    bool IsPlain = Row && Row->CarriesDeadlines && (!Init || List);
    if (!IsPlain && !(Init && isMadeFresh(Init))) {
      if (Init)
        addReturned(Init, Event);
      continue;
    }
    Event.E = Init;
    push(Event);
    if (List)
      addMembers(List, Event);
  }
}

/// What visible functions return has what they have set: a copy of the local
/// that all of their returns but those of nothing return.
void DeadlineEvents::addReturned(const Expr *Value, DeadlineEvent Event) {
  static const CopiesDeadlinesFact All{
      {Operand::Result, 0}, {Operand::Result, 0}, {}};
  const auto *Call = llvm::dyn_cast<CallExpr>(withoutCopies(Value));
  const FunctionDecl *Maker = Call ? definitionOf(calleeOf(Call)) : nullptr;
  if (!Event.Handle || !Maker || Code.isForeign(Maker->getLocation()) ||
      Code.isBroken(Maker))
    return;
  Place From = nullptr;
  bool IsOne = !anyOwnStmt(Maker->getBody(), [&](const Stmt *S) {
    const auto *Return = llvm::dyn_cast<ReturnStmt>(S);
    const Expr *Result = Return ? Return->getRetValue() : nullptr;
    if (!Result || Result->isInstantiationDependent() ||
        Values.valueOf(Result, Maker).IsNull)
      return false;
    const auto *Local =
        llvm::dyn_cast_or_null<VarDecl>(HandleFlow.placeOf(Result));
    bool IsOther = !Local || !Local->hasLocalStorage() ||
                   llvm::isa<ParmVarDecl>(Local) || (From && From != Local);
    From = Local;
    return IsOther;
  });
  if (!IsOne || !From)
    return;
  Event.E = Call;
  Event.Kind = DeadlineEvent::Copies;
  Event.From = From;
  Event.Copied = &All;
  push(Event);
}

/// The members of a structure of settings that \p List initialises.
void DeadlineEvents::addMembers(const InitListExpr *List, DeadlineEvent Event) {
  const RecordDecl *Record = List->getType()->getAsRecordDecl();
  if (!Record || !Code.api().mentionsFields())
    return;
  auto Field = Record->field_begin();
  for (const Expr *Init : List->inits()) {
    if (Field == Record->field_end())
      return;
    const FieldRow *Row = Code.api().field(*Field++);
    if (Row && Row->SetsDeadline && Init &&
        !llvm::isa<ImplicitValueInitExpr, CXXDefaultInitExpr>(Init)) {
      Event.E = Init;
      addSetting(Event, *Row->SetsDeadline, Init, "");
    }
  }
}

void DeadlineEvents::addAssigned(const Expr *Assignment, DeadlineEvent Event) {
  const Expr *To = nullptr, *Value = nullptr;
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Assignment)) {
    To = Binary->getLHS();
    Value = Binary->getRHS();
  } else {
    const auto *Call = llvm::cast<CXXOperatorCallExpr>(Assignment);
    if (Call->getNumArgs() != 2)
      return;
    To = Call->getArg(0);
    Value = Call->getArg(1);
  }
  Event.E = Assignment;
  if (isMadeFresh(Value)) {
    Event.Kind = DeadlineEvent::Creates;
    Event.Handle = HandleFlow.placeOf(To);
    return push(Event);
  }
  Event.Handle = HandleFlow.placeOf(To);
  addReturned(Value, Event);
  const MemberExpr *Member = memberOf(To);
  const auto *Field =
      Member ? llvm::dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  const FieldRow *Row =
      Field && Code.api().mentionsFields() ? Code.api().field(Field) : nullptr;
  if (!Row || !Row->SetsDeadline)
    return;
  Event.Handle = HandleFlow.placeOf(Member->getBase());
  addSetting(Event, *Row->SetsDeadline, Value, "");
}

void DeadlineEvents::addInitialised(const CXXConstructorDecl *Constructor) {
  for (const CXXCtorInitializer *Initializer : Constructor->inits()) {
    const FieldDecl *Field = Initializer->getAnyMember();
    const Expr *Init = Initializer->getInit();
    if (!Field || !Init || llvm::isa<CXXDefaultInitExpr>(Init))
      continue;
    DeadlineEvent Event = eventAt(Init, Init, Constructor, Constructor);
    Event.Handle = Field;
    const TypeRow *Row = Code.api().type(Field->getType());
    if (isMadeFresh(Init))
      Event.Kind = DeadlineEvent::Creates;
    else if (!Row || !Row->CarriesDeadlines || Constructor->isImplicit())
      continue; // A null pointer, or a number; or a copy of the whole object.
    push(Event);
  }
}

} // namespace leash
