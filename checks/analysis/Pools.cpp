//===--- Pools.cpp - which objects own threads? ---------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Pools.h"
#include "PoolOpenings.h"

using namespace clang;

namespace leash {

/// The class template for a specialisation; other classes are themselves.
static const CXXRecordDecl *patternOf(const CXXRecordDecl *Class) {
  const CXXRecordDecl *Pattern = Class->getTemplateInstantiationPattern();
  return (Pattern ? Pattern : Class)->getCanonicalDecl();
}

Pools::Pools(const ClassLives &ThreadLives, const UserCode &Code,
             const Handles &HandleFlow, const Spawns &SpawnList)
    : Code(Code), UseOf(Code, HandleFlow) {
  addClasses(ThreadLives);
  UseOf.setMethodMeaning(
      [this](const CXXMethodDecl *Method) { return meaningOf(Method); });
  Made = poolOpenings(
      Code, HandleFlow, SpawnList,
      [this](const CXXRecordDecl *Class, const CXXConstructorDecl *By) {
        return nameOf(Class, By);
      },
      !Classes.empty());
  Lives = std::make_unique<ClassLives>(
      Made, Code, UseOf, SpawnList,
      [this](QualType Type) { return ending(Type) == Ending::Joins; });
}

void Pools::addClasses(const ClassLives &ThreadLives) {
  for (const FieldLife &Life : ThreadLives.all())
    addClass(Life, ThreadLives);
}

void Pools::addClass(const FieldLife &Life, const ClassLives &ThreadLives) {
  const auto *Class = llvm::dyn_cast<CXXRecordDecl>(Life.Field->getParent());
  if (!Class)
    return;
  const FunctionDecl *Destructor = destructorOf(Class, Code);
  bool ClosesInDestructor = Destructor && leadsToClosing(Destructor, Life);
  // What others may do matters only where the destructor does not do it.
  if (!ClosesInDestructor && (Life.IsShared || ThreadLives.isHidden(Life)))
    return;
  PoolClass New;
  New.Workers = &Life;
  for (const CXXConstructorDecl *Constructor : Class->ctors()) {
    if (Constructor->isCopyOrMoveConstructor())
      continue;
    FunctionSet Runs = reachableFrom(Constructor, Code);
    if (llvm::any_of(Life.Opened, [&](const Opening *O) {
          const auto *Root = llvm::dyn_cast<FunctionDecl>(O->Root);
          return Root ? Runs.contains(Root->getCanonicalDecl())
                      : llvm::isa<FieldDecl>(O->Root);
        }))
      New.Starters.insert(Constructor->getCanonicalDecl());
  }
  if (New.Starters.empty())
    return;
  std::optional<Ending> OfField = endingOf(Life.Field->getType(), Code.api());
  if (OfField == Ending::Joins || ClosesInDestructor)
    New.Destructor = Ending::Joins;
  else if (!Life.Closings.empty())
    New.Destructor = OfField;
  Classes.try_emplace(patternOf(Class), std::move(New));
}

bool Pools::leadsToClosing(const FunctionDecl *Function,
                           const FieldLife &Life) const {
  FunctionSet Runs = reachableFrom(Function, Code);
  return llvm::any_of(Life.Closings, [&](const FieldLife::Closing &C) {
    return C.In && Runs.contains(C.In->getCanonicalDecl());
  });
}

const PoolClass *Pools::find(const CXXRecordDecl *Class) const {
  // Hierarchies deeper than this are generated code.
  for (unsigned Depth = 0; Class && Depth < 8; ++Depth) {
    auto Found = Classes.find(patternOf(Class));
    if (Found != Classes.end())
      return &Found->second;
    const CXXRecordDecl *Definition = Class->getDefinition();
    Class = nullptr;
    if (Definition && Definition->getNumBases() > 0)
      Class = Definition->bases_begin()->getType()->getAsCXXRecordDecl();
  }
  return nullptr;
}

llvm::StringRef Pools::nameOf(const CXXRecordDecl *Class,
                              const CXXConstructorDecl *Constructor) const {
  const TypeRow *Row = Code.api().type(Class);
  if (Row && !Row->Pool.empty())
    return Row->Pool;
  const PoolClass *Own = find(Class);
  if (!Own || !Own->Destructor)
    return "";
  const FunctionDecl *Pattern =
      Constructor ? Constructor->getTemplateInstantiationPattern() : nullptr;
  if (!Pattern)
    Pattern = Constructor;
  // A derived class's constructors lead to one of the base's.
  bool IsItself =
      patternOf(Class) == Own->Workers->Field->getParent()->getCanonicalDecl();
  if (Pattern && IsItself &&
      !Own->Starters.contains(Pattern->getCanonicalDecl()))
    return "";
  return "pool";
}

std::optional<Ending> Pools::ending(QualType Type) const {
  return endingOf(Type, Code.api(), [&](const CXXRecordDecl *Class) {
    const PoolClass *Own = find(Class);
    return Own ? Own->Destructor : std::nullopt;
  });
}

Use::KindType Pools::meaningOf(const CXXMethodDecl *Method) const {
  const PoolClass *Own = find(Method->getParent());
  if (Own && isVisible(Method))
    return leadsToClosing(Method, *Own->Workers) ? Use::Closes : Use::Looks;
  bool OnlyLooks = Method->isConst() || Method->isStatic();
  return OnlyLooks ? Use::Looks : Use::Escapes;
}

} // namespace leash
