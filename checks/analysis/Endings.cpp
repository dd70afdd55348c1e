//===--- Endings.cpp - what dies with a handle? ---------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Endings.h"
#include "UserCode.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace leash {

namespace {

/// A map of vectors of pointers: more than this nobody writes.
constexpr unsigned MaxDepth = 6;

bool hasMethod(const CXXRecordDecl *Class, llvm::StringRef Name) {
  if (!Class || !Class->hasDefinition())
    return false;
  return llvm::any_of(Class->methods(),
                      [&](const CXXMethodDecl *Method) {
                        return Method->getIdentifier() &&
                               Method->getName() == Name;
                      }) ||
         llvm::any_of(Class->bases(), [&](const CXXBaseSpecifier &Base) {
           return hasMethod(Base.getType()->getAsCXXRecordDecl(), Name);
         });
}

bool isDefaultDelete(const TemplateArgument &Argument) {
  if (Argument.getKind() != TemplateArgument::Type)
    return false;
  const CXXRecordDecl *Class = Argument.getAsType()->getAsCXXRecordDecl();
  return Class && Class->getIdentifier() &&
         Class->getName() == "default_delete";
}

/// Whether \p Class is a smart pointer whose deleter is the user's.
bool hasOwnDeleter(const ClassTemplateSpecializationDecl *Class) {
  const TemplateArgumentList &Arguments = Class->getTemplateArgs();
  return hasMethod(Class, "get_deleter") && Arguments.size() > 1 &&
         !isDefaultDelete(Arguments.get(1));
}

/// Boost.Thread's destructor detaches or terminates, as macros say: it is in
/// the header, so that one can see which.
bool endsProcess(const CXXRecordDecl *Class) {
  const CXXRecordDecl *Definition = Class->getDefinition();
  const FunctionDecl *Destructor =
      Definition ? definitionOf(Definition->getDestructor()) : nullptr;
  return Destructor && anyStmt(Destructor->getBody(), [](const Stmt *S) {
           const auto *Call = llvm::dyn_cast<CallExpr>(S);
           const FunctionDecl *Callee =
               Call ? Call->getDirectCallee() : nullptr;
           return Callee && Callee->isNoReturn();
         });
}

/// Calls \p Visit for the type arguments of \p Class until it returns true.
bool anyArgument(const ClassTemplateSpecializationDecl *Class,
                 llvm::function_ref<bool(QualType)> Visit) {
  for (const TemplateArgument &Argument : Class->getTemplateArgs().asArray()) {
    if (Argument.getKind() == TemplateArgument::Type &&
        Visit(Argument.getAsType()))
      return true;
    if (Argument.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &Part : Argument.pack_elements())
        if (Part.getKind() == TemplateArgument::Type && Visit(Part.getAsType()))
          return true;
  }
  return false;
}

std::optional<Ending> endingOfClass(const CXXRecordDecl *Class,
                                    const ApiIndex &Api, OwnEndings OfOwn,
                                    unsigned Depth);

/// \p IsOutermost: a scalar by itself is a handle of C; as an argument of a
/// template it may be a number.
std::optional<Ending> endingOf(QualType Type, const ApiIndex &Api,
                               OwnEndings OfOwn, unsigned Depth,
                               bool IsOutermost) {
  if (Type.isNull() || Depth > MaxDepth)
    return std::nullopt;
  Type = Type.getNonReferenceType();
  if (const auto *Array = Type->getAsArrayTypeUnsafe())
    return endingOf(Array->getElementType(), Api, OfOwn, Depth + 1,
                    IsOutermost);
  if (Type->isVoidPointerType())
    return std::nullopt; // Who knows as what it is used.
  if (Type->isPointerType()) {
    bool IsHandle = IsOutermost || endingOf(Type->getPointeeType(), Api, OfOwn,
                                            Depth + 1, false)
                                       .has_value();
    return IsHandle ? std::optional(Ending::Leaks) : std::nullopt;
  }
  if (Type->isScalarType())
    return IsOutermost ? std::optional(Ending::Leaks) : std::nullopt;
  if (const CXXRecordDecl *Class = Type->getAsCXXRecordDecl())
    return endingOfClass(Class, Api, OfOwn, Depth);
  return IsOutermost && Type->isRecordType() ? std::optional(Ending::Leaks)
                                             : std::nullopt;
}

std::optional<Ending> endingOfClass(const CXXRecordDecl *Class,
                                    const ApiIndex &Api, OwnEndings OfOwn,
                                    unsigned Depth) {
  const TypeRow *Row = Api.type(Class);
  if (Row && Row->Destructor) {
    if (*Row->Destructor == Ending::Detaches && endsProcess(Class))
      return Ending::Terminates;
    return Row->Destructor;
  }
  if (Row && (Row->Handle != TypeRow::NoHandle || !Row->Pool.empty()))
    return std::nullopt;
  if (std::optional<Ending> Own = OfOwn(Class))
    return Own;
  const auto *Made = llvm::dyn_cast<ClassTemplateSpecializationDecl>(Class);
  if (!Made || hasOwnDeleter(Made))
    return std::nullopt;
  std::optional<Ending> Result;
  anyArgument(Made, [&](QualType Argument) {
    Result = endingOf(Argument, Api, OfOwn, Depth + 1, false);
    return Result.has_value();
  });
  return Result;
}

const CXXRecordDecl *
heldClass(QualType Type, const ApiIndex &Api, unsigned Depth,
          llvm::function_ref<bool(const CXXRecordDecl *)> IsWanted) {
  if (Type.isNull() || Depth > MaxDepth)
    return nullptr;
  Type = Type.getNonReferenceType();
  if (const auto *Array = Type->getAsArrayTypeUnsafe())
    return heldClass(Array->getElementType(), Api, Depth + 1, IsWanted);
  if (Type->isPointerType())
    return heldClass(Type->getPointeeType(), Api, Depth + 1, IsWanted);
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  if (!Class)
    return nullptr;
  const TypeRow *Row = Api.type(Class);
  bool IsHandle =
      Row && (Row->Handle != TypeRow::NoHandle || !Row->Pool.empty());
  if (IsHandle || IsWanted(Class))
    return Class;
  const auto *Made = llvm::dyn_cast<ClassTemplateSpecializationDecl>(Class);
  const CXXRecordDecl *Result = nullptr;
  if (Made)
    anyArgument(Made, [&](QualType Argument) {
      Result = heldClass(Argument, Api, Depth + 1, IsWanted);
      return Result != nullptr;
    });
  return Result;
}

} // namespace

std::optional<Ending> endingOf(QualType Type, const ApiIndex &Api,
                               OwnEndings OfOwn) {
  return endingOf(Type, Api, OfOwn, 0, /*IsOutermost=*/true);
}

bool isContainer(QualType Type) {
  if (Type.isNull())
    return false;
  Type = Type.getNonReferenceType();
  return Type->isArrayType() || hasMethod(Type->getAsCXXRecordDecl(), "begin");
}

const CXXRecordDecl *
heldClass(QualType Type, const ApiIndex &Api,
          llvm::function_ref<bool(const CXXRecordDecl *)> IsWanted) {
  return heldClass(Type, Api, 0, IsWanted);
}

} // namespace leash
