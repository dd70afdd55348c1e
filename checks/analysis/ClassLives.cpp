//===--- ClassLives.cpp - closed in the life of its class? ----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ClassLives.h"
#include "../compat/Clang.h"
#include "TaskCode.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace leash {

const FieldDecl *patternOf(const FieldDecl *Field) {
  const auto *Class = llvm::dyn_cast<CXXRecordDecl>(Field->getParent());
  const CXXRecordDecl *Pattern =
      Class ? Class->getTemplateInstantiationPattern() : nullptr;
  if (!Pattern || !Pattern->hasDefinition())
    return Field;
  unsigned Index = Field->getFieldIndex();
  for (const FieldDecl *Other : Pattern->getDefinition()->fields())
    if (Other->getFieldIndex() == Index)
      return Other;
  return Field;
}

ClassLives::ClassLives(llvm::ArrayRef<Opening> List, const UserCode &Code,
                       const Uses &UseOf, const Spawns &SpawnList,
                       std::function<bool(QualType)> DestroysWell)
    : Code(Code), UseOf(UseOf), SpawnList(SpawnList),
      DestroysWell(std::move(DestroysWell)) {
  auto Add = [&](Place Keeper, const Opening &O) {
    const auto *Field = llvm::dyn_cast_or_null<FieldDecl>(Keeper);
    // What is referred to is somebody else's.
    if (!Field || Code.isForeign(Field->getLocation()) ||
        Field->getType()->isReferenceType())
      return;
    Field = patternOf(Field);
    auto [At, IsNew] = ByField.try_emplace(Field, Lives.size());
    if (IsNew)
      Lives.emplace_back().Field = Field;
    FieldLife &Life = Lives[At->second];
    Life.Opened.push_back(&O);
    // Who gives a deleter along has thought of the end.
    Life.IsShared |= O.HasDeleter;
    Life.NeedsMemory |= O.IsThroughPointer;
  };
  for (const Opening &O : List) {
    Add(O.Keeper, O);
    for (Place P : O.MovedTo)
      Add(P, O);
  }
  if (!Lives.empty())
    addUses();
  for (FieldLife &Life : Lives)
    Life.IsShared |= Life.NeedsMemory && !Life.HasMemory;
}

void ClassLives::addUses() {
  for (const Decl *Root : Code.roots()) {
    addInitializers(Root);
    for (const Stmt *Part : partsOf(Root))
      anyStmt(Part, [&](const Stmt *S) {
        if (const auto *Member = llvm::dyn_cast<MemberExpr>(S)) {
          const auto *Field =
              llvm::dyn_cast<FieldDecl>(Member->getMemberDecl());
          auto Found = Field ? ByField.find(patternOf(Field)) : ByField.end();
          if (Found != ByField.end())
            addUse(Lives[Found->second], Member, Root);
        } else if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S)) {
          addAlias(Ref, Root);
        } else if (const auto *Unknown =
                       llvm::dyn_cast<CXXDependentScopeMemberExpr>(S)) {
          for (FieldLife &Life : Lives)
            Life.IsShared |= Life.Field->getDeclName() == Unknown->getMember();
        }
        return false;
      });
  }
}

void ClassLives::addInitializers(const Decl *Root) {
  if (const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Root))
    for (const CXXCtorInitializer *Initializer : Constructor->inits())
      if (const FieldDecl *Field = Initializer->getAnyMember())
        if (auto Found = ByField.find(patternOf(Field));
            Found != ByField.end() && Initializer->isWritten())
          addValue(Lives[Found->second], Initializer->getInit());
  if (const auto *Field = llvm::dyn_cast<FieldDecl>(Root))
    if (auto Found = ByField.find(patternOf(Field));
        Found != ByField.end() && Field->getInClassInitializer())
      addValue(Lives[Found->second], Field->getInClassInitializer());
}

/// A pointer through which threads are started gets \p Value: new memory, or
/// something that is somebody else's as well.
void ClassLives::addValue(FieldLife &Life, const Expr *Value) {
  if (!Life.NeedsMemory || !Value)
    return;
  const Expr *E = withoutCopies(Value);
  if (E->getType().isNull() || llvm::isa<IntegerLiteral, CXXNullPtrLiteralExpr,
                                         GNUNullExpr, ImplicitValueInitExpr>(E))
    return;
  const auto *List = llvm::dyn_cast<InitListExpr>(E);
  if (List && List->getNumInits() == 0)
    return;
  bool IsNew =
      llvm::isa<CXXNewExpr>(E) ||
      (llvm::isa<CallExpr>(E) && E->getType()->isVoidPointerType()) ||
      (llvm::isa<CallExpr>(E) && Code.api().rows(E).get(&CallRow::Makes));
  const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E);
  if (Construct && Construct->getNumArgs() == 0)
    return;
  if (Construct && llvm::isa<CXXNewExpr>(withoutCopies(Construct->getArg(0))))
    IsNew = true;
  Life.HasMemory |= IsNew;
  Life.IsShared |= !IsNew;
}

/// server.thread, where server is a variable of the file.
static bool isOfStatic(const Expr *Mention) {
  const Expr *E = stripped(Mention);
  while (E) {
    if (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
      E = stripped(Member->getBase());
    else if (const auto *Subscript = llvm::dyn_cast<ArraySubscriptExpr>(E))
      E = stripped(Subscript->getBase());
    else
      break;
  }
  const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(E);
  const auto *Variable =
      Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && Variable->hasGlobalStorage() &&
         Variable->getType()->isRecordType();
}

/// A variable that stands for a field: for (auto &each : threads_) each.join();
void ClassLives::addAlias(const DeclRefExpr *Ref, const Decl *Root) {
  // &Server::thread_
  bool IsPointerToMember = llvm::isa<FieldDecl>(Ref->getDecl());
  const auto *Field =
      IsPointerToMember
          ? llvm::cast<FieldDecl>(Ref->getDecl())
          : llvm::dyn_cast_or_null<FieldDecl>(UseOf.places().placeOf(Ref));
  auto Found = Field ? ByField.find(patternOf(Field)) : ByField.end();
  if (Found == ByField.end())
    return;
  FieldLife &Life = Lives[Found->second];
  if (IsPointerToMember)
    Life.IsShared = true;
  else if (const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl());
           !Variable || UseOf.holderOf(Ref) != Variable->getCanonicalDecl())
    addUse(Life, Ref, Root);
}

void ClassLives::addUse(FieldLife &Life, const Expr *Mention,
                        const Decl *Root) {
  const auto *Function = llvm::dyn_cast<FunctionDecl>(Root);
  Life.IsOfStatic |= isOfStatic(Mention);
  Use U = UseOf.useOf(Mention, Root);
  switch (U.Kind) {
  case Use::Looks:
  case Use::Asks:
    return;
  case Use::Replaces:
    if (U.IsPart)
      return;
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(U.At))
      addValue(Life, Binary->getRHS());
    else if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(U.At))
      addValue(Life, Operator->getArg(1));
    return;
  case Use::Destroys: {
    QualType Type = Life.Field->getType();
    if (const auto *Delete = llvm::dyn_cast<CXXDeleteExpr>(U.At))
      Type = Delete->getDestroyedType();
    if (Type.isNull() || !DestroysWell(Type))
      return;
    [[fallthrough]];
  }
  case Use::Closes:
    Life.Closings.push_back({U.At, Function});
    return;
  case Use::Moves:
  case Use::Swaps:
  case Use::Leaves:
  case Use::Escapes:
    Life.IsShared = true;
    return;
  }
}

/// The functions that run in the threads that \p Life's field holds: they
/// cannot join themselves.
FunctionSet ClassLives::tasksOf(const FieldLife &Life) const {
  FunctionSet Result;
  for (const Opening *O : Life.Opened) {
    if (!O->Started)
      continue;
    Task T = SpawnList.taskOf(*O->Started);
    if (!T.Function)
      continue;
    FunctionSet Own = reachableFrom(T.Function, Code);
    Result.insert(Own.begin(), Own.end());
  }
  return Result;
}

/// Whether \p Method, which is not visible, may close a field of its class.
bool ClassLives::mayClose(const CXXMethodDecl *Method,
                          const FunctionSet &InTask) const {
  if (Method->isImplicit() || Method->isDefaulted() || Method->isDeleted() ||
      isPureVirtual(Method) || llvm::isa<CXXConstructorDecl>(Method))
    return false;
  if (isVisible(Method) && !hasSkippedBody(Method))
    return false;
  return !InTask.contains(Method->getCanonicalDecl());
}

bool ClassLives::hasHiddenFriend(const CXXRecordDecl *Class) const {
  return llvm::any_of(Class->friends(), [](const FriendDecl *Friend) {
    if (const TypeSourceInfo *Type = Friend->getFriendType()) {
      const CXXRecordDecl *Record = Type->getType()->getAsCXXRecordDecl();
      return !Record || !Record->hasDefinition() ||
             llvm::any_of(Record->getDefinition()->methods(),
                          [](const CXXMethodDecl *Method) {
                            return !Method->isImplicit() &&
                                   !Method->isDefaulted() && !isVisible(Method);
                          });
    }
    const auto *Function =
        llvm::dyn_cast_or_null<FunctionDecl>(Friend->getFriendDecl());
    return !isVisible(Function);
  });
}

bool ClassLives::isHidden(const FieldLife &Life) const {
  const RecordDecl *Record = Life.Field->getParent();
  if (Code.hasBrokenMember(Record) || Record->isUnion())
    return true;
  const SourceManager &Sources = Code.context().getSourceManager();
  bool IsHere =
      Sources.isInMainFile(Sources.getExpansionLoc(Life.Field->getLocation()));
  const auto *Class = llvm::dyn_cast<CXXRecordDecl>(Record);
  // Whoever includes the header reaches what is not private.
  if (!IsHere && (!Class || Life.Field->getAccess() != AS_private))
    return true;
  if (!Class)
    return false;
  if (hasHiddenFriend(Class))
    return true;
  FunctionSet InTask = tasksOf(Life);
  if (llvm::any_of(Class->methods(), [&](const CXXMethodDecl *Method) {
        return mayClose(Method, InTask);
      }))
    return true;
  return llvm::any_of(Class->decls(), [&](const Decl *D) {
    const auto *Template = llvm::dyn_cast<FunctionTemplateDecl>(D);
    const auto *Method =
        Template ? llvm::dyn_cast<CXXMethodDecl>(Template->getTemplatedDecl())
                 : nullptr;
    return Method && mayClose(Method, InTask);
  });
}

bool ClassLives::isStatic(const FieldLife &Life) const {
  if (Life.IsOfStatic)
    return true;
  const auto *Class = llvm::dyn_cast<CXXRecordDecl>(Life.Field->getParent());
  if (!Class)
    return false;
  auto IsIt = [&](const CXXRecordDecl *Held) {
    return Held->getCanonicalDecl() == Class->getCanonicalDecl() ||
           (Held->hasDefinition() && Held->isDerivedFrom(Class));
  };
  return llvm::any_of(Code.statics(), [&](const VarDecl *Variable) {
    const CXXRecordDecl *Held =
        heldClass(Variable->getType(), Code.api(), IsIt);
    return Held && IsIt(Held);
  });
}

/// What the destructors of the user's classes lead to.
const FunctionSet &ClassLives::destroying() const {
  if (Destroying)
    return *Destroying;
  Destroying.emplace();
  for (const FunctionDecl *Function : Code.functions())
    if (llvm::isa<CXXDestructorDecl>(Function)) {
      FunctionSet Own = reachableFrom(Function, Code);
      Destroying->insert(Own.begin(), Own.end());
    }
  return *Destroying;
}

bool ClassLives::mayDestructorClose(const FieldLife &Life) const {
  const FunctionDecl *Destructor = destructorOf(
      llvm::dyn_cast<CXXRecordDecl>(Life.Field->getParent()), Code);
  const FunctionDecl *Definition = definitionOf(Destructor);
  if (!Definition)
    return Destructor && !Destructor->isImplicit() &&
           !Destructor->isDefaulted();
  auto IsThis = [](const Expr *E) {
    return E && llvm::isa<CXXThisExpr>(stripped(E));
  };
  return anyStmt(Definition->getBody(), [&](const Stmt *S) {
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Callee || isVisible(Callee) || Code.isForeign(Callee->getLocation()))
      return false;
    // A method of the class, or tidyUp(this).
    return IsThis(receiverOf(Call)) || llvm::any_of(argumentsOf(Call), IsThis);
  });
}

bool ClassLives::isByDestructor(const FieldLife::Closing &C) const {
  if (!Code.context().getLangOpts().CPlusPlus || !C.In)
    return true;
  // TearDown() of a test: whoever declared it calls it.
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(C.In);
  if (Method && Method->size_overridden_methods() > 0)
    return true;
  return destroying().contains(C.In->getCanonicalDecl());
}

} // namespace leash
