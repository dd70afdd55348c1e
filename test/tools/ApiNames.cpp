//===--- ApiNames.cpp - finds what the names of rows stand for ------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ApiNames.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using llvm::StringRef;

namespace leash {

/// "boost::atomic is a using-declaration for boost::atomics::atomic".
static std::string describeAlias(const NamedDecl *Alias) {
  std::string What = "'" + Alias->getQualifiedNameAsString() + "' is ";
  std::string Target;
  if (const auto *Shadow = dyn_cast<UsingShadowDecl>(Alias)) {
    What += "a using-declaration";
    Target = Shadow->getTargetDecl()->getQualifiedNameAsString();
  } else if (const auto *Namespace = dyn_cast<NamespaceAliasDecl>(Alias)) {
    What += "a namespace alias";
    Target = Namespace->getNamespace()->getQualifiedNameAsString();
  } else if (const auto *Type = dyn_cast<TypedefNameDecl>(Alias)) {
    What += "an alias";
    Target = Type->getUnderlyingType().getCanonicalType().getAsString();
  } else if (const auto *Template = dyn_cast<TypeAliasTemplateDecl>(Alias)) {
    What += "an alias template";
    Target = Template->getTemplatedDecl()->getUnderlyingType().getAsString();
  }
  return What + " for '" + Target + "': name that";
}

/// A struct without a name of its own, such as 'typedef struct {...} T;', has
/// no other name to give.
static bool isOnlyNameOfTag(const NamedDecl *Found) {
  const auto *Typedef = dyn_cast<TypedefNameDecl>(Found);
  return Typedef && Typedef->getAnonDeclWithTypedefName();
}

static bool isAlias(const NamedDecl *Found) {
  if (isOnlyNameOfTag(Found))
    return false;
  return isa<UsingShadowDecl>(Found) || isa<NamespaceAliasDecl>(Found) ||
         isa<TypedefNameDecl>(Found) || isa<TypeAliasTemplateDecl>(Found);
}

bool Resolver::isType(const NamedDecl *Found) {
  return isa<TagDecl>(Found) || isa<ClassTemplateDecl>(Found) ||
         isOnlyNameOfTag(Found);
}

std::vector<const NamedDecl *>
Resolver::lookup(const Scopes &In, StringRef Name, std::string &Why) {
  std::vector<const NamedDecl *> Found;
  DeclarationName Identifier =
      Name == "operator()"
          ? Context.DeclarationNames.getCXXOperatorName(OO_Call)
          : DeclarationName(&Context.Idents.get(Name));
  for (const DeclContext *Scope : In)
    for (const NamedDecl *Candidate : Scope->lookup(Identifier)) {
      if (isa<UsingDecl>(Candidate))
        continue; // its shadows say more
      if (isAlias(Candidate))
        Why = describeAlias(Candidate);
      else
        Found.push_back(Candidate);
    }
  if (!Found.empty())
    Why.clear();
  else if (Why.empty())
    Why = "no '" + Name.str() + "' is declared there";
  return Found;
}

void Resolver::addClass(const NamedDecl *Class, Scopes &Out) {
  auto addDefinition = [&Out](const RecordDecl *Record) {
    if (const RecordDecl *Definition = Record->getDefinition())
      if (!llvm::is_contained(Out, cast<DeclContext>(Definition)))
        Out.push_back(Definition);
  };
  if (const auto *Typedef = dyn_cast<TypedefNameDecl>(Class))
    Class = Typedef->getAnonDeclWithTypedefName();
  if (const auto *Record = dyn_cast_or_null<RecordDecl>(Class))
    return addDefinition(Record);
  const auto *Constant = dyn_cast_or_null<ClassTemplateDecl>(Class);
  if (!Constant)
    return;
  // std::packaged_task, std::function: the primary template is only declared.
  auto *Template = const_cast<ClassTemplateDecl *>(Constant);
  addDefinition(Template->getTemplatedDecl());
  for (const auto *Specialization : Template->specializations())
    if (Specialization->isExplicitSpecialization())
      addDefinition(Specialization);
  llvm::SmallVector<ClassTemplatePartialSpecializationDecl *, 4> Partial;
  Template->getPartialSpecializations(Partial);
  for (const auto *Specialization : Partial)
    addDefinition(Specialization);
}

Resolver::Scopes Resolver::enter(const Scopes &Outer, StringRef Name,
                                 std::string &Why) {
  Scopes Inner;
  for (const NamedDecl *Found : lookup(Outer, Name, Why)) {
    if (const auto *Namespace = dyn_cast<NamespaceDecl>(Found))
      Inner.push_back(Namespace->getPrimaryContext());
    else if (const auto *Enum = dyn_cast<EnumDecl>(Found))
      Inner.push_back(Enum);
    else
      addClass(Found, Inner);
  }
  if (Inner.empty() && Why.empty())
    Why = "'" + Name.str() + "' is neither a namespace nor a defined class";
  return Inner;
}

Resolver::Scopes Resolver::withBases(const Scopes &Classes) {
  Scopes All = Classes;
  // All grows while it is walked.
  for (size_t I = 0; I < All.size(); ++I) {
    const auto *Record = dyn_cast<CXXRecordDecl>(All[I]);
    if (!Record)
      continue;
    for (const CXXBaseSpecifier &Base : Record->bases()) {
      QualType Type = Base.getType();
      if (const CXXRecordDecl *Class = Type->getAsCXXRecordDecl()) {
        addClass(Class, All);
        continue;
      }
      const auto *Special = Type->getAs<TemplateSpecializationType>();
      if (!Special)
        continue;
      if (const auto *Template = Special->getTemplateName().getAsTemplateDecl())
        addClass(Template, All);
    }
  }
  return All;
}

void Resolver::addFunctions(const std::vector<const NamedDecl *> &Found,
                            Result &Out) {
  for (const NamedDecl *Candidate : Found) {
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(Candidate))
      Candidate = Template->getTemplatedDecl();
    if (const auto *Function = dyn_cast<FunctionDecl>(Candidate))
      Out.Functions.push_back(Function);
    else
      Out.Others.push_back(Candidate);
  }
}

void Resolver::addConstructors(const Scopes &Classes, Result &Out) {
  for (const DeclContext *Class : Classes) {
    const auto *Record = dyn_cast<CXXRecordDecl>(Class);
    if (!Record)
      continue;
    for (const Decl *Member : Record->decls()) {
      if (const auto *Template = dyn_cast<FunctionTemplateDecl>(Member))
        Member = Template->getTemplatedDecl();
      if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Member))
        if (!Constructor->isImplicit())
          Out.Functions.push_back(Constructor);
    }
  }
  if (Out.Functions.empty())
    Out.Why = "the class declares no constructor";
}

Resolver::Result Resolver::resolve(StringRef QualifiedName) {
  Result Out;
  llvm::SmallVector<StringRef, 8> Parts;
  QualifiedName.split(Parts, "::");
  StringRef Last = Parts.pop_back_val();

  Scopes Scope = {Context.getTranslationUnitDecl()};
  for (StringRef Part : Parts) {
    Scope = enter(Scope, Part, Out.Why);
    if (Scope.empty())
      return Out;
  }
  bool InClass = llvm::any_of(
      Scope, [](const DeclContext *S) { return isa<CXXRecordDecl>(S); });
  if (InClass && Parts.back() == Last) {
    addConstructors(Scope, Out);
    return Out;
  }
  if (InClass)
    Scope = withBases(Scope);
  addFunctions(lookup(Scope, Last, Out.Why), Out);
  return Out;
}

static constexpr const char *ProbePrefix = "leash_value_";

static bool isIdentifier(StringRef Name) {
  return !Name.contains(':') && !Name.empty() && !llvm::isDigit(Name.front()) &&
         Name.front() != '-';
}

std::string Resolver::probesFor(llvm::ArrayRef<std::string> Names) {
  std::string Code;
  for (const std::string &Name : Names) {
    if (!isIdentifier(Name))
      continue; // no macro
    // A macro that is no constant is shown as an error in "<value of NAME>".
    Code += "#line 1 \"<value of " + Name + ">\"\n#ifdef " + Name +
            "\nstatic const long long " + ProbePrefix + Name +
            " = (long long)(" + Name + ");\n#endif\n";
  }
  return Code;
}

static std::optional<int64_t> valueOf(const llvm::APSInt &Value) {
  if (Value.isUnsigned())
    return static_cast<int64_t>(Value.getZExtValue());
  return Value.getSExtValue();
}

static std::optional<int64_t> valueOf(const NamedDecl *Declared) {
  if (const auto *Enumerator = dyn_cast<EnumConstantDecl>(Declared))
    return valueOf(Enumerator->getInitVal());
  const auto *Variable = dyn_cast<VarDecl>(Declared);
  if (!Variable || !Variable->getType().isConstQualified() ||
      !Variable->getAnyInitializer() || Variable->getType()->isDependentType())
    return std::nullopt;
  const APValue *Value = Variable->evaluateValue();
  if (!Value || !Value->isInt())
    return std::nullopt;
  return valueOf(Value->getInt());
}

/// The string that the probe \p Declared casts to a number.
static std::string textOf(const NamedDecl *Declared) {
  const auto *Variable = dyn_cast<VarDecl>(Declared);
  const Expr *Init = Variable ? Variable->getAnyInitializer() : nullptr;
  const auto *Literal = dyn_cast_or_null<StringLiteral>(
      Init ? Init->IgnoreParenCasts() : nullptr);
  return Literal ? Literal->getString().str() : "";
}

Resolver::Constant Resolver::constant(StringRef Name) {
  Constant Out;
  int64_t Number = 0;
  if (!Name.getAsInteger(0, Number)) {
    Out.Value = Number;
    Out.Kind = "number";
    return Out;
  }
  Result Declared = resolve(Name);
  for (const NamedDecl *Found : Declared.Others)
    if ((Out.Value = valueOf(Found)))
      return Out;
  if (!Declared.Others.empty())
    return Out;
  Result Probe;
  if (isIdentifier(Name))
    Probe = resolve(ProbePrefix + Name.str());
  if (Probe.Others.empty()) {
    Out.Why = Declared.Why.empty() ? "is no constant" : Declared.Why;
    return Out;
  }
  Out.Value = valueOf(Probe.Others.front());
  Out.Text = textOf(Probe.Others.front());
  Out.Kind = "macro";
  return Out;
}

} // namespace leash
