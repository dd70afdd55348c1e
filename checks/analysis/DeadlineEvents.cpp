//===--- DeadlineEvents.cpp - what is done to deadlines -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeadlineEvents.h"
#include "Descriptors.h"
#include "Flow.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"

using namespace clang;

namespace leash {

DeadlineEvent eventAt(const Expr *E, const Stmt *At,
                      const FunctionDecl *Function, const Decl *Root) {
  DeadlineEvent Event;
  Event.E = E;
  Event.At = At;
  Event.Function = Function;
  Event.Root = Root;
  return Event;
}

bool saysOfDeadlines(const CallRow &Row) {
  return Row.Blocking || Row.SetsDeadline || Row.ClearsDeadlines ||
         Row.CopiesDeadlines || Row.Creates;
}

namespace {

/// Whether \p E points to a number where a structure is wanted. Windows wants
/// the number.
bool isNumberForStructure(const Expr *E, const ASTContext &Context) {
  if (Context.getTargetInfo().getTriple().isOSWindows())
    return false;
  const Expr *Plain = E->IgnoreParenCasts();
  QualType Pointee = Plain->getType()->getPointeeType();
  return !Pointee.isNull() && Pointee->isIntegerType() &&
         !Pointee->isCharType();
}

} // namespace

DeadlineEvents::DeadlineEvents(const UserCode &Code, const Handles &HandleFlow,
                               const Uses &UseOf)
    : Code(Code), HandleFlow(HandleFlow), UseOf(UseOf), Values(Code) {
  for (const Site &S : Code.sites())
    add(S);
  // Without a call that waits, nobody asks.
  if (Waits.empty())
    return;
  for (const Decl *Root : Code.roots())
    look(Root);
  for (DeadlineEvent &Wait : Waits) {
    Wait.Descriptors = descriptorsOf(Wait, HandleFlow);
    Readied.insert(Wait.Descriptors.begin(), Wait.Descriptors.end());
  }
  findLibraries();
  followMentions();
}

llvm::ArrayRef<DeadlineEvent> DeadlineEvents::of(Place Handle) const {
  auto Found = ByHandle.find(Handle);
  if (Found == ByHandle.end())
    return {};
  return Found->second;
}

llvm::ArrayRef<const VarDecl *>
DeadlineEvents::giversOf(const ParmVarDecl *Parameter) const {
  auto Found = Givers.find(Parameter);
  if (Found == Givers.end())
    return {};
  return Found->second;
}

void DeadlineEvents::push(const DeadlineEvent &Event) {
  if (!Event.Handle)
    return;
  if (const auto *Giver = llvm::dyn_cast<VarDecl>(Event.Handle))
    if (Event.Into)
      Givers[Event.Into].push_back(Giver);
  Explained.insert({Event.E, Event.Handle});
  Explained.insert({Event.At, Event.Handle});
  if (Event.From)
    Explained.insert({Event.E, Event.From});
  ByHandle[Event.Handle].push_back(Event);
}

/// Finds the place that \p Party of the call in \p Event stands for, and when
/// the call has done what it does to it.
bool DeadlineEvents::locate(const Operand &Party, DeadlineEvent &Event) const {
  if (Party.Kind != Operand::Result) {
    const Expr *E = operandOf(Event.E, Party);
    Event.Handle = E ? HandleFlow.placeOf(E) : nullptr;
    return Event.Handle != nullptr;
  }
  Opening Made;
  Made.E = Event.E;
  Made.Function = Event.Function;
  Made.Root = Event.Root;
  setFate(Made, Code, HandleFlow);
  Event.Handle = Made.Keeper;
  Event.At = arrivalOf(Made);
  return Event.Handle != nullptr;
}

/// Whether \p Row, which names a function of C, speaks of \p Callee: one that
/// the user wrote has no more than the name of select(2).
static bool isMeant(const CallRow &Row, const FunctionDecl *Callee,
                    const UserCode &Code) {
  if (!Callee || llvm::StringRef(Row.Name).contains("::"))
    return true;
  const FunctionDecl *Definition = definitionOf(Callee);
  return Callee->isExternC() &&
         (!Definition || Code.isForeign(Definition->getLocation()));
}

/// Whether \p Function is made of a template that takes any number of
/// arguments: what they do to a handle is different each time.
static bool hasPack(const FunctionDecl *Function) {
  const FunctionTemplateDecl *Template =
      Function ? Function->getPrimaryTemplate() : nullptr;
  return Template && Template->getTemplateParameters()->hasParameterPack();
}

void DeadlineEvents::add(const Site &S) {
  if (const auto *Call = llvm::dyn_cast<CallExpr>(S.E))
    if (const TypeRow *Row = Code.api().contextOf(Call); Row && Row->Context)
      addWaiting(S, *Row->Context);
  bool Says = false;
  const FunctionDecl *Callee = calleeOf(S.E);
  for (const CallRow *Row : S.Rows)
    if (saysOfDeadlines(*Row) && isMeant(*Row, Callee, Code)) {
      addRow(S, *Row);
      Says = true;
    }
  const SourceManager &Sources = Code.context().getSourceManager();
  if (Says && Callee)
    LibraryFiles.insert(
        Sources.getFileID(Sources.getExpansionLoc(Callee->getLocation())));
}

/// The facts of one row, in the order in which they hold.
void DeadlineEvents::addRow(const Site &S, const CallRow &Row) {
  auto Make = [&](const Operand &Party, DeadlineEvent::KindType Kind) {
    DeadlineEvent Event = eventAt(S.E, S.E, S.Function, S.Root);
    Event.Kind = Kind;
    locate(Party, Event);
    return Event;
  };
  // Whatever else a call does to it, the rows tell all.
  for (const Expr *Argument : argumentsOf(S.E))
    if (Place P = HandleFlow.placeOf(Argument))
      Explained.insert({S.E, P});
  if (Row.Creates && Values.appliesTo(S.E, Row, /*IfUnknown=*/false))
    push(Make(*Row.Creates, DeadlineEvent::Creates));
  if (const auto &Copied = Row.CopiesDeadlines) {
    // What is made in an argument, and returned as well.
    if (Row.Creates && Copied->From.Kind == Operand::Result) {
      push(Make(Copied->To, DeadlineEvent::Creates));
    } else if (Values.appliesTo(S.E, Row, /*IfUnknown=*/true)) {
      DeadlineEvent Event = Make(Copied->To, DeadlineEvent::Copies);
      const Expr *From = operandOf(S.E, Copied->From);
      Event.From = From ? HandleFlow.placeOf(From) : nullptr;
      Event.Copied = &*Copied;
      push(Event);
    }
  }
  if (Row.ClearsDeadlines && Values.appliesTo(S.E, Row, /*IfUnknown=*/false)) {
    DeadlineEvent Event = Make(*Row.ClearsDeadlines, DeadlineEvent::Clears);
    Event.Only = Row.ClearsOnly;
    push(Event);
  }
  if (Row.SetsDeadline && Values.appliesTo(S.E, Row, /*IfUnknown=*/true)) {
    const SetsDeadlineFact &Fact = *Row.SetsDeadline;
    const Expr *Value = Fact.Value ? argumentOf(S.E, *Fact.Value) : nullptr;
    // An overload without the argument only asks.
    DeadlineEvent Event = Make(Fact.Handle, DeadlineEvent::Sets);
    Event.IsUnsure = Fact.Handle.Kind != Operand::Result &&
                     !Values.appliesTo(S.E, Row, /*IfUnknown=*/false);
    if (Value || !Fact.Value)
      addSetting(Event, Fact.What, Value, Fact.Type);
  }
  if (Row.Blocking && Values.appliesTo(S.E, Row, /*IfUnknown=*/false))
    addWaiting(S, *Row.Blocking);
}

void DeadlineEvents::addWaiting(const Site &S, const BlockingFact &Fact) {
  if (hasPack(S.Function) || hasPack(llvm::dyn_cast<FunctionDecl>(S.Root)))
    return;
  DeadlineEvent Event = eventAt(S.E, S.E, S.Function, S.Root);
  Event.Kind = DeadlineEvent::Blocks;
  Event.Waits = &Fact;
  const Expr *Limit =
      Fact.TimeLimit ? argumentOf(S.E, *Fact.TimeLimit) : nullptr;
  Event.IsForever =
      Limit && Values.isOneOf(Values.valueOf(Limit, S.Root), Fact.Forever);
  Event.IsBeyond =
      Fact.Beyond &&
      llvm::any_of(Fact.Beyond->When, [&](const ArgumentCondition &Condition) {
        return Values.holds(S.E, Condition) == true;
      });
  // The context that generated code is given.
  Operand First{Operand::Argument, 0};
  bool IsContext = S.Rows.empty();
  if (Fact.Handle || IsContext)
    locate(Fact.Handle.value_or(First), Event);
  if (Event.Handle)
    Explained.insert({S.E, Event.Handle});
  if (Fact.Readiness)
    if (const Expr *Set = argumentOf(S.E, *Fact.Readiness))
      if (Place P = HandleFlow.placeOf(Set))
        DescriptorSets.insert(P);
  Waits.push_back(Event);
}

void DeadlineEvents::addSetting(DeadlineEvent Event, const DeadlineValue &What,
                                const Expr *Value, llvm::StringRef Type) {
  Event.What = &What;
  Event.Value = Value;
  Event.Kind = DeadlineEvent::Sets;
  if (Value) {
    TimeValue Time = Values.valueOf(Value, Event.Root);
    if (Values.isOneOf(Time, What.Rejects) ||
        (!Type.empty() && isNumberForStructure(Value, Code.context())))
      Event.Kind = DeadlineEvent::Refuses;
    else if (Values.isOneOf(Time, What.Forever))
      Event.Kind = DeadlineEvent::Unsets;
  }
  push(Event);
}

} // namespace leash
