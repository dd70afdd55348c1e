//===--- ApiResolve.cpp - do the rows of an API file name anything? -------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   api-resolve [options] glib.yaml -- <compile flags>
//   api-resolve --check-only glib.yaml ...
//
// Includes the headers that the file names, and looks every row up in them: a
// function, method, constructor, type or variable of that name has to be
// declared there, and has to have the arguments that the row speaks of. A row
// that resolves to nothing would be silent for ever: nothing else tells.
//
// A name counts where it is declared. An alias or a using-declaration is
// reported together with the name that it stands for, because the index of the
// checks compares declared names.
//
// Prints "file: row 'name': why" for each row that does not resolve, and the
// reader's own mistakes as they are; exits 1 where there was any.
//
//===----------------------------------------------------------------------===//

#include "api/ApiTable.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <functional>

using namespace clang;
using leash::ApiTable;
using leash::CallRow;
using leash::Operand;
using llvm::StringRef;

namespace {

struct Options {
  bool CheckOnly = false;
  bool IsC = false;
  std::vector<std::string> Files;
  std::vector<std::string> Headers; ///< Instead of those that the file names.
  llvm::StringSet<> AllowedMissing;
  std::vector<std::string> CompileFlags;
};

constexpr const char *Usage =
    "usage: api-resolve [options] file.yaml -- compile flags\n"
    "  --check-only            read the files, and look nothing up\n"
    "  --c                     the headers are C\n"
    "  --headers=a.h,b.h       include these, not those that the file names\n"
    "  --allow-missing=a,b     names that these headers lack, and all that is "
    "in\n"
    "                          them; one that is not missing is a mistake\n";

bool parseOptions(int Count, const char **Arguments, Options &Out) {
  auto split = [](StringRef List) {
    llvm::SmallVector<StringRef, 8> Parts;
    List.split(Parts, ',', -1, /*KeepEmpty=*/false);
    return Parts;
  };
  for (int I = 1; I < Count; ++I) {
    StringRef Argument = Arguments[I];
    if (Argument == "--") {
      Out.CompileFlags.assign(Arguments + I + 1, Arguments + Count);
      break;
    }
    if (Argument == "--check-only") {
      Out.CheckOnly = true;
    } else if (Argument == "--c") {
      Out.IsC = true;
    } else if (Argument.consume_front("--headers=")) {
      for (StringRef Header : split(Argument))
        Out.Headers.push_back(Header.str());
    } else if (Argument.consume_front("--allow-missing=")) {
      for (StringRef Name : split(Argument))
        Out.AllowedMissing.insert(Name);
    } else if (Argument.empty() || Argument.front() == '-') {
      return false;
    } else {
      Out.Files.push_back(Argument.str());
    }
  }
  return !Out.Files.empty() && (Out.CheckOnly || Out.Files.size() == 1);
}

/// Finds declarations by the names that rows give.
class Resolver {
public:
  explicit Resolver(ASTContext &Context) : Context(Context) {}

  /// What a name turned out to be. Functions holds the overloads of a function,
  /// a method (of a class, its specialisations and its bases) or a constructor.
  struct Result {
    std::vector<const FunctionDecl *> Functions;
    std::vector<const NamedDecl *> Others;
    std::string Why; ///< Set where nothing was found.
  };

  Result resolve(StringRef QualifiedName);

  static bool isType(const NamedDecl *Found);

private:
  using Scopes = std::vector<const DeclContext *>;

  Scopes enter(const Scopes &Outer, StringRef Name, std::string &Why);
  std::vector<const NamedDecl *> lookup(const Scopes &In, StringRef Name,
                                        std::string &Why);
  void addFunctions(const std::vector<const NamedDecl *> &Found, Result &Out);
  void addConstructors(const Scopes &Classes, Result &Out);
  /// Classes and everything that is looked at where a name is not in the class
  /// itself: its base classes, as far as the template shows them.
  Scopes withBases(const Scopes &Classes);
  void addClass(const NamedDecl *Class, Scopes &Out);

  ASTContext &Context;
};

/// "boost::atomic is a using-declaration for boost::atomics::atomic".
std::string describeAlias(const NamedDecl *Alias) {
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
bool isOnlyNameOfTag(const NamedDecl *Found) {
  const auto *Typedef = dyn_cast<TypedefNameDecl>(Found);
  return Typedef && Typedef->getAnonDeclWithTypedefName();
}

bool isAlias(const NamedDecl *Found) {
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
  DeclarationName Identifier(&Context.Idents.get(Name));
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
  auto addDefinition = [&Out](const CXXRecordDecl *Record) {
    if (const CXXRecordDecl *Definition = Record->getDefinition())
      if (!llvm::is_contained(Out, cast<DeclContext>(Definition)))
        Out.push_back(Definition);
  };
  if (const auto *Record = dyn_cast<CXXRecordDecl>(Class))
    return addDefinition(Record);
  const auto *Constant = dyn_cast<ClassTemplateDecl>(Class);
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

/// Compares what a row says with the declarations that its name stands for.
class RowChecker {
public:
  RowChecker(Resolver &Names, const std::vector<const FunctionDecl *> &Found,
             std::function<bool(StringRef)> MayBeMissing)
      : Names(Names), Found(Found), MayBeMissing(std::move(MayBeMissing)) {}

  std::vector<std::string> check(const CallRow &Row);

private:
  void argument(StringRef Key, unsigned Index);
  void operand(StringRef Key, const std::optional<Operand> &Value);
  void templateArgument(StringRef Key, unsigned Index);
  void name(StringRef Key, StringRef Name, bool IsType);
  void spawn(const leash::SpawnFact &Fact);

  template <typename Predicate>
  void expect(StringRef Key, Predicate &&Holds, const llvm::Twine &Why) {
    if (llvm::none_of(Found, Holds))
      Problems.push_back(Key.str() + ": " + Why.str());
  }

  Resolver &Names;
  const std::vector<const FunctionDecl *> &Found;
  std::function<bool(StringRef)> MayBeMissing;
  std::vector<std::string> Problems;
};

bool hasArgument(const FunctionDecl *Function, unsigned Index) {
  if (Function->isVariadic() || Index < Function->getNumParams())
    return true;
  return llvm::any_of(Function->parameters(), [](const ParmVarDecl *Parameter) {
    return Parameter->isParameterPack();
  });
}

void RowChecker::argument(StringRef Key, unsigned Index) {
  expect(
      Key, [&](const FunctionDecl *F) { return hasArgument(F, Index); },
      "no overload has an argument " + llvm::Twine(Index) +
          " (counted from 0)");
}

void RowChecker::operand(StringRef Key, const std::optional<Operand> &Value) {
  if (!Value)
    return;
  if (Value->Kind == Operand::Argument)
    return argument(Key, Value->Index);
  if (Value->Kind == Operand::This)
    return expect(
        Key,
        [](const FunctionDecl *F) {
          const auto *Method = dyn_cast<CXXMethodDecl>(F);
          return Method && !Method->isStatic() &&
                 !isa<CXXConstructorDecl>(Method);
        },
        "'this' needs a method that is called on an object");
  expect(
      Key,
      [](const FunctionDecl *F) {
        return isa<CXXConstructorDecl>(F) || !F->getReturnType()->isVoidType();
      },
      "'result', but nothing is returned");
}

void RowChecker::templateArgument(StringRef Key, unsigned Index) {
  auto parametersOf =
      [](const FunctionDecl *F) -> const TemplateParameterList * {
    if (const auto *Method = dyn_cast<CXXMethodDecl>(F)) {
      const CXXRecordDecl *Class = Method->getParent();
      if (const auto *Partial =
              dyn_cast<ClassTemplatePartialSpecializationDecl>(Class))
        return Partial->getTemplateParameters();
      const ClassTemplateDecl *Template = Class->getDescribedClassTemplate();
      return Template ? Template->getTemplateParameters() : nullptr;
    }
    const FunctionTemplateDecl *Template = F->getDescribedFunctionTemplate();
    return Template ? Template->getTemplateParameters() : nullptr;
  };
  expect(
      Key,
      [&](const FunctionDecl *F) {
        const TemplateParameterList *Parameters = parametersOf(F);
        return Parameters &&
               (Index < Parameters->size() || Parameters->hasParameterPack());
      },
      "no overload has a template argument " + llvm::Twine(Index));
}

void RowChecker::name(StringRef Key, StringRef Name, bool IsType) {
  Resolver::Result Target = Names.resolve(Name);
  std::string What = Key.str() + ": '" + Name.str() + "': ";
  if (!Target.Why.empty()) {
    if (!MayBeMissing(Name))
      Problems.push_back(What + Target.Why);
    return;
  }
  if (IsType && llvm::none_of(Target.Others, Resolver::isType))
    Problems.push_back(What + "not a type");
}

void RowChecker::spawn(const leash::SpawnFact &Fact) {
  argument("spawn: body", Fact.Body);
  if (Fact.Arguments)
    argument("spawn: arguments", *Fact.Arguments);
  if (Fact.Attribute)
    argument("spawn: attribute", *Fact.Attribute);
  operand("spawn: handle", Fact.Handle);
  for (const std::string &Policy : Fact.Policies)
    name("spawn: policies", Policy, /*IsType=*/true);
  if (!Fact.Deferred.empty())
    name("spawn: deferred", Fact.Deferred, /*IsType=*/false);
  if (!Fact.Unobserved.empty())
    name("spawn: unobserved", Fact.Unobserved, /*IsType=*/false);
}

std::vector<std::string> RowChecker::check(const CallRow &Row) {
  if (Row.Spawn)
    spawn(*Row.Spawn);
  if (Row.Detach)
    operand("detach: handle", Row.Detach->Handle);
  if (Row.DetachedAttribute) {
    argument("detached-attribute: attribute", Row.DetachedAttribute->Attribute);
    argument("detached-attribute: value", Row.DetachedAttribute->Value);
  }
  if (Row.Callable) {
    argument("callable: body", Row.Callable->Body);
    if (Row.Callable->Arguments)
      argument("callable: arguments", *Row.Callable->Arguments);
  }
  if (Row.Makes) {
    templateArgument("makes: template-argument", Row.Makes->TemplateArgument);
    argument("makes: from", Row.Makes->From);
  }
  operand("passes", Row.Passes);
  operand("joins", Row.Joins);
  operand("consults", Row.Consults);
  operand("takes", Row.Takes);
  operand("cancels", Row.Cancels);
  operand("signals", Row.Signals);
  operand("waits", Row.Waits);
  return std::move(Problems);
}

/// Checks the rows of one file, and prints.
class FileChecker {
public:
  FileChecker(StringRef File, const Options &Settings, Resolver &Names)
      : File(File), Settings(Settings), Names(Names) {}

  bool check(const ApiTable &Table);

private:
  void problem(StringRef Row, const std::string &Why) {
    llvm::outs() << llvm::sys::path::filename(File) << ": row '" << Row
                 << "': " << Why << "\n";
    Failed = true;
  }
  void row(StringRef Name, bool IsResolved, const std::string &Why);
  bool mayBeMissing(StringRef Name) {
    // The name itself, or a class or namespace that it is in.
    for (StringRef Scope = Name; !Scope.empty();
         Scope = Scope.rsplit("::").first) {
      if (Settings.AllowedMissing.count(Scope)) {
        Missing.insert(Scope);
        return true;
      }
      if (!Scope.contains("::"))
        break;
    }
    return false;
  }
  void once(StringRef List, StringRef Name) {
    if (!Seen.insert((List + " " + Name).str()).second)
      problem(Name, "is given twice; put all that it says in one row");
  }
  void call(const CallRow &Row);
  void type(const leash::TypeRow &Row);
  void variable(const leash::VariableRow &Row);

  StringRef File;
  const Options &Settings;
  Resolver &Names;
  llvm::StringSet<> Seen;
  llvm::StringSet<> Missing;
  unsigned Resolved = 0;
  unsigned Lacking = 0;
  bool Failed = false;
};

void FileChecker::row(StringRef Name, bool IsResolved, const std::string &Why) {
  if (IsResolved) {
    ++Resolved;
    return;
  }
  if (mayBeMissing(Name))
    ++Lacking;
  else
    problem(Name, Why);
}

void FileChecker::call(const CallRow &Row) {
  once("calls", Row.Name);
  Resolver::Result Found = Names.resolve(Row.Name);
  if (Found.Functions.empty() && Found.Why.empty())
    Found.Why = "is not a function";
  row(Row.Name, !Found.Functions.empty(), Found.Why);
  if (Found.Functions.empty())
    return;
  RowChecker Checker(Names, Found.Functions,
                     [this](StringRef Name) { return mayBeMissing(Name); });
  for (const std::string &Why : Checker.check(Row))
    problem(Row.Name, Why);
}

void FileChecker::type(const leash::TypeRow &Row) {
  once("types", Row.Name);
  Resolver::Result Found = Names.resolve(Row.Name);
  bool IsType = llvm::any_of(Found.Others, Resolver::isType);
  row(Row.Name, IsType, Found.Why.empty() ? "is not a type" : Found.Why);
}

void FileChecker::variable(const leash::VariableRow &Row) {
  once("variables", Row.Name);
  Resolver::Result Found = Names.resolve(Row.Name);
  bool IsVariable = llvm::any_of(
      Found.Others, [](const NamedDecl *D) { return isa<VarDecl>(D); });
  row(Row.Name, IsVariable,
      Found.Why.empty() ? "is not a variable" : Found.Why);
}

bool FileChecker::check(const ApiTable &Table) {
  for (const CallRow &Row : Table.calls())
    call(Row);
  for (const leash::TypeRow &Row : Table.types())
    type(Row);
  for (const leash::VariableRow &Row : Table.variables())
    variable(Row);
  // So that the list of exceptions cannot outlive its reasons.
  for (const auto &Allowed : Settings.AllowedMissing)
    if (!Missing.count(Allowed.getKey()))
      problem(Allowed.getKey(), "is allowed to be missing, but is not missing");
  llvm::outs() << llvm::sys::path::filename(File) << ": " << Resolved
               << " rows resolved, " << Lacking << " missing here\n";
  return !Failed;
}

bool readFile(StringRef File, ApiTable &Table) {
  std::vector<leash::ApiError> Errors;
  Table.addFile(File, Errors);
  for (const leash::ApiError &Error : Errors)
    llvm::outs() << Error.text() << "\n";
  return Errors.empty();
}

int checkOnly(const Options &Settings) {
  bool Failed = false;
  for (const std::string &File : Settings.Files) {
    ApiTable Table;
    Failed |= !readFile(File, Table);
    llvm::outs() << llvm::sys::path::filename(File) << ": "
                 << Table.calls().size() << " calls, " << Table.types().size()
                 << " types, " << Table.variables().size() << " variables\n";
    for (const CallRow &Row : Table.calls())
      llvm::outs() << "  " << Row.Name << "\n";
  }
  return Failed;
}

std::string includeAll(llvm::ArrayRef<std::string> Headers) {
  std::string Code;
  for (const std::string &Header : Headers)
    Code += "#include <" + Header + ">\n";
  return Code;
}

int resolveAll(const Options &Settings) {
  const std::string &File = Settings.Files.front();
  ApiTable Table;
  if (!readFile(File, Table))
    return 1;
  std::string Code =
      includeAll(Settings.Headers.empty() ? Table.headers() : Settings.Headers);
  std::vector<std::string> Flags = Settings.CompileFlags;
  // Headers of old libraries warn about themselves; that is not the question.
  Flags.push_back("-w");
  // The tool's name stands in for the compiler's, which is how Clang's own
  // headers (stddef.h) are found.
  std::unique_ptr<ASTUnit> Unit = tooling::buildASTFromCodeWithArgs(
      Code, Flags, Settings.IsC ? "rows.c" : "rows.cpp", LEASH_CLANG);
  if (!Unit || Unit->getDiagnostics().hasErrorOccurred()) {
    llvm::outs() << llvm::sys::path::filename(File)
                 << ": the headers do not compile\n";
    return 1;
  }
  Resolver Names(Unit->getASTContext());
  return !FileChecker(File, Settings, Names).check(Table);
}

} // namespace

int main(int Count, const char **Arguments) {
  Options Settings;
  if (!parseOptions(Count, Arguments, Settings)) {
    llvm::errs() << Usage;
    return 2;
  }
  return Settings.CheckOnly ? checkOnly(Settings) : resolveAll(Settings);
}
