//===--- ChannelOwners.cpp - who could close this channel? ----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChannelOwners.h"
#include "ChannelWalk.h"
#include "HiddenFields.h"
#include "Insiders.h"
#include "Joins.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace leash {

namespace {

/// Classes in classes, and methods that call methods that ...
constexpr unsigned MaxDepth = 4;

/// The member that \p E names, perhaps through a pointer.
const MemberExpr *memberIn(const Expr *E) {
  E = stripped(E);
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
    E = stripped(Unary->getSubExpr());
  else if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(E))
    E = stripped(Operator->getArg(0));
  return llvm::dyn_cast<MemberExpr>(E);
}

bool isOfThis(const MemberExpr *Member) {
  return llvm::isa<CXXThisExpr>(stripped(Member->getBase()));
}

/// What a smart pointer of the standard library, \p Class, points to; null for
/// other classes.
const CXXRecordDecl *pointeeOf(const CXXRecordDecl *Class) {
  const auto *Pointer =
      llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(Class);
  if (!Pointer || !Pointer->isInStdNamespace() ||
      Pointer->getTemplateArgs().size() == 0 ||
      Pointer->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return nullptr;
  return Pointer->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
}

/// Whether nobody else points to what a \p Class does: it cannot be copied.
bool isSoleOwner(const CXXRecordDecl *Class) {
  return llvm::any_of(Class->ctors(), [](const CXXConstructorDecl *C) {
    return C->isCopyConstructor() && C->isDeleted();
  });
}

/// Whether a \p Class is a channel itself, and not a pointer to one.
bool isChannel(const RecordDecl *Class, const UserCode &Code) {
  if (!Class || !Code.isForeign(Class->getLocation()))
    return Class != nullptr;
  const TypeRow *Row = Code.api().type(Class);
  return Row && !Row->Channel.empty();
}

bool isHeldByValue(const FieldDecl *Field, const UserCode &Code) {
  const CXXRecordDecl *Class = Field->getType()->getAsCXXRecordDecl();
  const CXXRecordDecl *Pointee = pointeeOf(Class);
  if (Pointee && !isChannel(Class, Code))
    return isSoleOwner(Class) && isChannel(Pointee, Code);
  return isChannel(Class, Code);
}

/// Whether the destructor of \p Class, or of a part of it, may close the
/// channel that a task waits on in a function that does \p Blocked.
class ClosingDestructors {
public:
  ClosingDestructors(const ChannelUses &UseOf, const ChannelDeed &Blocked,
                     const UserCode &Code)
      : UseOf(UseOf), Blocked(Blocked), Code(Code) {}

  bool closes(const CXXRecordDecl *Class, unsigned Depth = 0) const {
    if (!Class || !Class->hasDefinition() || Depth == MaxDepth)
      return false;
    const TypeRow *Row = Code.api().type(Class);
    if (Row && !Row->Channel.empty() && Row->ShutsAtEnd)
      return true;
    if (Code.isForeign(Class->getLocation()))
      return false;
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (closes(Base.getType()->getAsCXXRecordDecl(), Depth + 1))
        return true;
    for (const FieldDecl *Field : Class->fields())
      if (closes(Field->getType()->getAsCXXRecordDecl(), Depth + 1))
        return true;
    const CXXDestructorDecl *Destructor = Class->getDestructor();
    if (!Destructor || Destructor->isImplicit() || Destructor->isDefaulted())
      return false;
    const ChannelDeed *Deed = UseOf.channels().deedOf(Destructor);
    return !Deed || Deed->IsWatched ||
           Deed->kind(&Blocked) == ChannelDeed::Shuts;
  }

private:
  const ChannelUses &UseOf;
  const ChannelDeed &Blocked;
  const UserCode &Code;
};

} // namespace

std::optional<OwnedChannel>
ChannelOwners::channelOf(const Spawn &S, const TaskCode &Runs,
                         const ChannelCall &Blocked,
                         const Bindings &Bound) const {
  Question Q{S, Runs, Blocked, Bound};
  Place Where = Unit.handles().placeOf(Blocked.Channel, &Bound);
  if (!Where)
    return std::nullopt;
  if (const auto *Parameter = llvm::dyn_cast<ParmVarDecl>(Where))
    return parameter(Q, Parameter);
  const MemberExpr *Member = memberIn(Blocked.Channel);
  const auto *Field = llvm::dyn_cast<FieldDecl>(Where);
  if (Field && Member && Member->getMemberDecl() == Field && isOfThis(Member))
    return member(Q, Field);
  return local(Q, Where);
}

std::optional<OwnedChannel> ChannelOwners::local(const Question &Q,
                                                 Place Where) const {
  OwnedChannel Result;
  Result.Where = Where;
  const auto *Local = llvm::dyn_cast<VarDecl>(Where);
  if (!Local) {
    const MemberExpr *Member = memberIn(Q.Blocked.Channel);
    // A pointer, of which nobody said where it points.
    if (!Member || !Member->getType()->isRecordType())
      return std::nullopt;
    Local = llvm::dyn_cast_or_null<VarDecl>(
        Unit.handles().placeOf(Member->getBase(), &Q.Bound));
    Result.Owner = Local;
  }
  if (!Local || !Local->hasLocalStorage() || llvm::isa<ParmVarDecl>(Local) ||
      Local->getType()->isReferenceType() ||
      Local->getParentFunctionOrMethod() != Q.Started.At->Function)
    return std::nullopt;
  ClosingDestructors Destructors(UseOf, *Q.Blocked.Deed, Code);
  const CXXRecordDecl *Class = recordBehind(Local->getType());
  Result.IsShutAtEnd = Destructors.closes(Class);
  // Nobody knows when a pointer destroys it.
  if (Destructors.closes(pointeeOf(Class)) ||
      (Result.IsShutAtEnd && !Local->getType()->isRecordType()))
    return std::nullopt;
  return Result;
}

/// Whether \p Function, which is neither the task nor its other end, does no
/// more to \p Channel than look at it, or than the task does.
bool ChannelOwners::isHarmless(const FunctionDecl *Function,
                               const OwnedChannel &Channel,
                               const Question &Q) const {
  const ChannelDeed *Deed = Q.Blocked.Deed;
  return !mentionsInLambda(Function, Channel.Where) &&
         llvm::all_of(UseOf.usesIn(Function, Channel, Bindings(), Q.Blocked),
                      [&](const ChannelUse &Use) {
                        if (Use.Kind != ChannelUse::Calls)
                          return Use.Kind == ChannelUse::Looks;
                        ChannelDeed::KindType Kind = Use.Call.Deed->kind(Deed);
                        return Kind == ChannelDeed::Looks ||
                               Kind == Deed->kind(Deed);
                      });
}

std::optional<OwnedChannel>
ChannelOwners::member(const Question &Q, const FieldDecl *Field) const {
  const auto *Starter = llvm::dyn_cast<CXXMethodDecl>(Q.Started.At->Function);
  if (!Starter || Starter->isStatic() ||
      Starter->getParent()->getCanonicalDecl() !=
          Field->getParent()->getCanonicalDecl() ||
      !isHeldByValue(Field, Code) || isHidden(Field, Unit))
    return std::nullopt;
  const Task &T = Q.Runs.task();
  if (T.Object && !llvm::isa<CXXThisExpr>(stripped(T.Object)))
    return std::nullopt;
  Insiders Inside(Field, Code);
  Inside.add(Starter);
  Inside.add(T.Function);
  OwnedChannel Result;
  Result.Where = Field;
  Result.OutlivesFunction = true;
  for (const Decl *Root : Code.roots()) {
    if (Inside.contains(Root) || llvm::isa<CXXDestructorDecl>(Root) ||
        !mentions(Root, Field))
      continue;
    const auto *Function = llvm::dyn_cast<FunctionDecl>(Root);
    if (!Function ||
        (!isHarmless(Function, Result, Q) && !Inside.adopt(Function)))
      return std::nullopt;
  }
  for (const FunctionDecl *Function : Q.Runs.functions())
    Inside.add(Function);
  if (!Inside.useOwnObject(Starter))
    return std::nullopt;
  Result.Methods = Inside.methods();
  Result.Methods.erase(Starter->getCanonicalDecl());
  return Result;
}

std::optional<OwnedChannel>
ChannelOwners::parameter(const Question &Q,
                         const ParmVarDecl *Parameter) const {
  const FunctionDecl *Starter = Q.Started.At->Function;
  QualType Pointee = Parameter->getType()->getPointeeType();
  if (Parameter->getDeclContext() != Starter || Pointee.isNull() ||
      !isChannel(Pointee->getAsRecordDecl(), Code) ||
      Starter->isExternallyVisible() || llvm::isa<CXXMethodDecl>(Starter) ||
      Starter->isTemplateInstantiation())
    return std::nullopt;
  unsigned Index = Parameter->getFunctionScopeIndex();
  unsigned Calls = 0, Mentions = 0;
  for (const Decl *Root : Code.roots())
    for (const Stmt *Part : partsOf(Root))
      if (anyStmt(Part, [&](const Stmt *S) {
            const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
            Mentions += Ref && Ref->getDecl()->getCanonicalDecl() ==
                                   Starter->getCanonicalDecl();
            const auto *Call = llvm::dyn_cast<CallExpr>(S);
            if (!Call || !Call->getDirectCallee() ||
                definitionOf(Call->getDirectCallee()) != Starter)
              return false;
            ++Calls;
            return !isGivenOwn(Call, Index, Root, Q);
          }))
        return std::nullopt;
  if (Calls == 0 || Mentions != Calls)
    return std::nullopt;
  OwnedChannel Result;
  Result.Where = Parameter;
  Result.OutlivesFunction = true;
  return Result;
}

/// Whether \p Call hands over a local of its own that nobody else has.
bool ChannelOwners::isGivenOwn(const CallExpr *Call, unsigned Index,
                               const Decl *Root, const Question &Q) const {
  const auto *Caller = llvm::dyn_cast<FunctionDecl>(Root);
  const Expr *Argument =
      Index < Call->getNumArgs() ? stripped(Call->getArg(Index)) : nullptr;
  if (const auto *Unary = llvm::dyn_cast_or_null<UnaryOperator>(Argument))
    Argument = stripped(Unary->getSubExpr());
  const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(Argument);
  const auto *Local = Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Caller || !Local || !Local->hasLocalStorage() ||
      llvm::isa<ParmVarDecl>(Local) || !Local->getType()->isRecordType() ||
      Local->getParentFunctionOrMethod() != Caller || Code.isBroken(Caller))
    return false;
  OwnedChannel Channel;
  Channel.Where = Local;
  return !mentionsInLambda(Caller, Local) &&
         llvm::all_of(UseOf.usesIn(Caller, Channel, Bindings(), Q.Blocked),
                      [&](const ChannelUse &Use) {
                        return Use.Kind == ChannelUse::Looks ||
                               Use.Kind == ChannelUse::Calls ||
                               Use.Kind == ChannelUse::Guards ||
                               (Use.Kind == ChannelUse::Hands &&
                                Use.To == Q.Started.At->Function);
                      });
}

bool ChannelOwners::isFinal(const ChannelTask &Task,
                            const Departure &Left) const {
  const OwnedChannel &Channel = Task.Channel;
  return (!Channel.OutlivesFunction && !Channel.IsShutAtEnd) ||
         waitsFor(Task, Left);
}

bool ChannelOwners::waitsFor(const ChannelTask &Task,
                             const Departure &Left) const {
  const FunctionDecl *Starter = Task.Started->At->Function;
  if (Left.End == Departure::AtJoin || isJoinedByDestructor(Task))
    return true;
  // Another function leaves; this one waits then.
  return Left.Function != Starter &&
         anyStmt(Starter->getBody(), [&](const Stmt *S) {
           return isJoinOf(S, *Task.Started, Unit);
         });
}

/// Whether the handle is a local that joins when it dies, and dies before the
/// channel.
bool ChannelOwners::isJoinedByDestructor(const ChannelTask &Task) const {
  const Spawn &S = *Task.Started;
  const auto *Handle = llvm::dyn_cast_or_null<VarDecl>(S.Keeper);
  if (!Handle || !S.MovedTo.empty() || !Handle->hasLocalStorage() ||
      Handle->getParentFunctionOrMethod() != S.At->Function)
    return false;
  const TypeRow *Row = Unit.api().type(Handle->getType());
  bool Joins =
      Row &&
      (Row->Destructor == Ending::Joins ||
       (Row->Handle == TypeRow::Future && isSurelyAsync(S, Unit.context())));
  const ValueDecl *Channel =
      Task.Channel.Owner ? Task.Channel.Owner : Task.Channel.Where;
  return Joins && (Task.Channel.OutlivesFunction ||
                   Unit.context().getSourceManager().isBeforeInTranslationUnit(
                       Channel->getLocation(), Handle->getLocation()));
}

} // namespace leash
