//===--- Calls.cpp - what does this function lead to? ---------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Calls.h"
#include "Endings.h"

using namespace clang;

namespace leash {

namespace {

/// More than this belongs to a program that one function drives.
constexpr size_t MaxFunctions = 500;

class Reach {
public:
  explicit Reach(const UserCode &Code) : Code(Code) {}

  FunctionSet from(const FunctionDecl *Start) {
    add(Start);
    while (!Open.empty() && Result.size() < MaxFunctions)
      follow(Open.pop_back_val());
    return std::move(Result);
  }

private:
  void add(const FunctionDecl *Function) {
    if (!Function || Code.isForeign(Function->getLocation()))
      return;
    if (!Result.insert(Function->getCanonicalDecl()).second)
      return;
    // What an instantiation does not have yet, its pattern shows.
    if (const FunctionDecl *Pattern =
            Function->getTemplateInstantiationPattern())
      Result.insert(Pattern->getCanonicalDecl());
    Open.push_back(Function);
  }

  /// What the end of a value of \p Type runs; also where a smart pointer or a
  /// container holds the objects.
  void addDestructorOf(QualType Type) {
    const CXXRecordDecl *Class =
        heldClass(Type, Code.api(), [&](const CXXRecordDecl *Held) {
          return !Code.isForeign(Held->getLocation());
        });
    // A pointer destroys nothing.
    if (Class && !Type->isPointerType() && !Type->isReferenceType())
      add(destructorOf(Class, Code));
  }

  void addParts(const CXXRecordDecl *Class) {
    for (const CXXBaseSpecifier &Base : Class->bases())
      addDestructorOf(Base.getType());
    for (const FieldDecl *Field : Class->fields())
      addDestructorOf(Field->getType());
  }

  void follow(const FunctionDecl *Function) {
    const FunctionDecl *Definition = definitionOf(Function);
    if (const auto *Destructor = llvm::dyn_cast<CXXDestructorDecl>(Function))
      addParts(Destructor->getParent());
    if (!Definition)
      return;
    for (const Stmt *Part : partsOf(Definition))
      anyStmt(Part, [&](const Stmt *S) {
        followFrom(S);
        return false;
      });
  }

  void followFrom(const Stmt *S) {
    if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
      return add(Call->getDirectCallee());
    if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
      return add(Construct->getConstructor());
    if (const auto *Delete = llvm::dyn_cast<CXXDeleteExpr>(S)) {
      QualType Type = Delete->getDestroyedType();
      return Type.isNull() ? void() : addDestructorOf(Type);
    }
    // std::for_each(begin, end, joinOne)
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S))
      return add(llvm::dyn_cast<FunctionDecl>(Ref->getDecl()));
    if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        if (const auto *Variable = llvm::dyn_cast<VarDecl>(D))
          addDestructorOf(Variable->getType());
  }

  const UserCode &Code;
  FunctionSet Result;
  llvm::SmallVector<const FunctionDecl *, 16> Open;
};

} // namespace

FunctionSet reachableFrom(const FunctionDecl *Start, const UserCode &Code) {
  return Reach(Code).from(Start);
}

const FunctionDecl *destructorOf(const CXXRecordDecl *Class,
                                 const UserCode &Code) {
  if (!Class || !Class->hasDefinition() || Code.isForeign(Class->getLocation()))
    return nullptr;
  return Class->getDefinition()->getDestructor();
}

const FunctionDecl *destructorOf(QualType Type) {
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() ? Class->getDestructor() : nullptr;
}

} // namespace leash
