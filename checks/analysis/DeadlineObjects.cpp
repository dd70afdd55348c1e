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

/// The row of the class of which \p Init makes a new object that carries
/// deadlines, or a pointer to one; null when it makes none.
const TypeRow *DeadlineEvents::typeMadeBy(const Expr *Init) const {
  auto RowOf = [&](const CXXRecordDecl *Class) -> const TypeRow * {
    const TypeRow *Row = Class ? Code.api().type(Class) : nullptr;
    return Row && Row->CarriesDeadlines ? Row : nullptr;
  };
  const Expr *Plain = withoutCopies(Init);
  if (const auto *New = llvm::dyn_cast_or_null<CXXNewExpr>(Plain))
    return RowOf(New->getAllocatedType()->getAsCXXRecordDecl());
  if (const auto *Construct = llvm::dyn_cast_or_null<CXXConstructExpr>(Plain)) {
    if (const TypeRow *Row = RowOf(Construct->getConstructor()->getParent()))
      return Row;
    // std::unique_ptr<T> p(new T);
    bool IsOfNew = Construct->getNumArgs() >= 1 &&
                   llvm::isa<CXXNewExpr>(stripped(Construct->getArg(0)));
    return IsOfNew ? typeMadeBy(Construct->getArg(0)) : nullptr;
  }
  if (const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Plain)) {
    const MakesFact *Makes = Code.api().rows(Call).get(&CallRow::Makes);
    return Makes ? RowOf(classMadeBy(Call, *Makes)) : nullptr;
  }
  return nullptr;
}

/// All that one has, the other has, too.
static const CopiesDeadlinesFact &copyOfAll() {
  static const CopiesDeadlinesFact All{
      {Operand::Result, 0}, {Operand::Result, 0}, {}};
  return All;
}

/// Adds that \p Init makes a new object that is the handle of \p Event: one
/// without deadlines, or with those of the settings that it is made of.
void DeadlineEvents::addMade(const Expr *Init, DeadlineEvent Event) {
  const TypeRow *Row = Init ? typeMadeBy(Init) : nullptr;
  Event.Kind = DeadlineEvent::Creates;
  if (Row && !Row->TakesDeadlinesOf.empty()) {
    Event.Kind = DeadlineEvent::Copies;
    Event.Copied = &copyOfAll();
    anyStmt(Init, [&](const Stmt *S) {
      const auto *Part = llvm::dyn_cast<Expr>(S);
      if (!Part || !llvm::isa<DeclRefExpr, MemberExpr>(S))
        return false;
      const TypeRow *Of = Code.api().type(Part->getType());
      if (Of && Of->Name == Row->TakesDeadlinesOf)
        Event.From = HandleFlow.placeOf(Part);
      return Event.From != nullptr;
    });
    if (Event.From)
      Explained.insert({withoutCopies(Init), Event.From});
  }
  push(Event);
}

void DeadlineEvents::addDeclared(const DeclStmt *Declaration,
                                 DeadlineEvent Event) {
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
    if (!IsPlain && !(Init && typeMadeBy(Init))) {
      if (Init)
        addReturned(Init, Event);
      continue;
    }
    Event.E = Init;
    addMade(Init, Event);
    if (List)
      addMembers(List, Event);
  }
}

/// What visible functions return has what they have set: a copy of the local
/// that all of their returns but those of nothing return.
void DeadlineEvents::addReturned(const Expr *Value, DeadlineEvent Event) {
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
  Event.Copied = &copyOfAll();
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
  if (typeMadeBy(Value)) {
    Event.Handle = HandleFlow.placeOf(To);
    return addMade(Value, Event);
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
    if (typeMadeBy(Init))
      addMade(Init, Event);
    // A null pointer, or a number; or a copy of the whole object.
    else if (Row && Row->CarriesDeadlines && !Constructor->isImplicit())
      push(Event);
  }
}

} // namespace leash
