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

#include "ApiNames.h"
#include "ApiRows.h"
#include "api/ApiTable.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using leash::ApiTable;
using leash::CallRow;
using leash::Resolver;
using leash::RowChecker;
using llvm::StringRef;

namespace {

struct Options {
  bool CheckOnly = false;
  bool Deadlines = false;
  bool IsC = false;
  std::vector<std::string> Files;
  std::vector<std::string> Headers; ///< Instead of those that the file names.
  llvm::StringSet<> AllowedMissing;
  std::vector<std::string> CompileFlags;
};

constexpr const char *Usage =
    "usage: api-resolve [options] file.yaml -- compile flags\n"
    "  --check-only            read the files, and look nothing up\n"
    "  --deadlines             with --check-only: find names of deadlines that "
    "no\n"
    "                          row of all these files sets\n"
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
    } else if (Argument == "--deadlines") {
      Out.Deadlines = true;
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
  void once(StringRef List, StringRef Name, StringRef Which = "") {
    if (!Seen.insert((List + " " + Name + " " + Which).str()).second)
      problem(Name, "is given twice; put all that it says in one row");
  }
  RowChecker rowChecker() {
    return RowChecker(Names,
                      [this](StringRef Name) { return mayBeMissing(Name); });
  }
  void call(const CallRow &Row);
  void type(const leash::TypeRow &Row);
  void variable(const leash::VariableRow &Row);
  void field(const leash::FieldRow &Row);

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

/// What tells apart rows of one function: setters of several deadlines.
std::string whichCalls(const CallRow &Row) {
  std::string Which;
  for (const leash::ArgumentCondition &Condition : Row.When)
    Which += std::to_string(Condition.Argument) +
             (Condition.TemplateArgument
                  ? "<" + std::to_string(*Condition.TemplateArgument) + ">"
                  : "") +
             (Condition.IsNegated ? "!=" : "=") + Condition.Is + " ";
  if (Row.Parameters)
    Which += std::to_string(*Row.Parameters);
  if (Row.SetsDeadline)
    Which += " " + Row.SetsDeadline->What.Deadline;
  if (Row.Registers)
    Which += " " + Row.Registers->Event +
             (Row.Registers->Object ? " of an object" : "");
  return Which;
}

bool isPointerToFunction(const NamedDecl *D) {
  const auto *Variable = dyn_cast<VarDecl>(D);
  return Variable && Variable->getType()->isFunctionPointerType();
}

void FileChecker::call(const CallRow &Row) {
  once("calls", Row.Name, whichCalls(Row));
  Resolver::Result Found = Names.resolve(Row.Name);
  // Nothing more is known of a pointer to a function than its name.
  if (llvm::any_of(Found.Others, isPointerToFunction))
    return row(Row.Name, true, "");
  if (Found.Functions.empty() && Found.Why.empty())
    Found.Why = "is not a function";
  row(Row.Name, !Found.Functions.empty(), Found.Why);
  if (Found.Functions.empty())
    return;
  for (const std::string &Why : rowChecker().check(Row, Found.Functions))
    problem(Row.Name, Why);
}

void FileChecker::type(const leash::TypeRow &Row) {
  once("types", Row.Name);
  Resolver::Result Found = Names.resolve(Row.Name);
  bool IsType = llvm::any_of(Found.Others, Resolver::isType);
  row(Row.Name, IsType, Found.Why.empty() ? "is not a type" : Found.Why);
  if (!IsType)
    return;
  for (const std::string &Why : rowChecker().check(Row))
    problem(Row.Name, Why);
}

void FileChecker::variable(const leash::VariableRow &Row) {
  once("variables", Row.Name);
  Resolver::Result Found = Names.resolve(Row.Name);
  bool IsVariable = llvm::any_of(
      Found.Others, [](const NamedDecl *D) { return isa<VarDecl>(D); });
  row(Row.Name, IsVariable,
      Found.Why.empty() ? "is not a variable" : Found.Why);
}

void FileChecker::field(const leash::FieldRow &Row) {
  once("fields", Row.Name);
  Resolver::Result Found = Names.resolve(Row.Name);
  bool IsField = llvm::any_of(Found.Others, [](const NamedDecl *D) {
    return isa<FieldDecl>(D) || (isa<VarDecl>(D) && D->isCXXClassMember());
  });
  row(Row.Name, IsField, Found.Why.empty() ? "is not a field" : Found.Why);
  if (!IsField)
    return;
  for (const std::string &Why : rowChecker().check(Row))
    problem(Row.Name, Why);
}

bool FileChecker::check(const ApiTable &Table) {
  for (const CallRow &Row : Table.calls())
    call(Row);
  for (const leash::TypeRow &Row : Table.types())
    type(Row);
  for (const leash::VariableRow &Row : Table.variables())
    variable(Row);
  for (const leash::FieldRow &Row : Table.fields())
    field(Row);
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

/// Finds deadlines that a call is bounded by and that no row sets: the call
/// would be reported whatever was done about it.
class DeadlineNames {
public:
  void add(const ApiTable &Table) {
    for (const CallRow &Row : Table.calls())
      if (Row.SetsDeadline)
        Set.insert(Row.SetsDeadline->What.Deadline);
    for (const leash::TypeRow &Row : Table.types())
      if (Row.SetsDeadline)
        Set.insert(Row.SetsDeadline->Deadline);
    for (const leash::FieldRow &Row : Table.fields())
      if (Row.SetsDeadline)
        Set.insert(Row.SetsDeadline->Deadline);
  }

  /// Prints what is missing; true when nothing is.
  bool check(StringRef File, const ApiTable &Table) {
    bool Holds = true;
    for (const CallRow &Row : Table.calls())
      if (Row.Blocking)
        Holds &= check(File, Row.Name, *Row.Blocking);
    for (const CallRow &Row : Table.calls())
      if (Row.SetsDeadline)
        for (const auto &[Deadline, Why] : Row.SetsDeadline->What.RefusedBy)
          Holds &= isSet(File, Row.Name, "refused-by", Deadline);
    for (const leash::TypeRow &Row : Table.types())
      if (Row.Context)
        Holds &= check(File, Row.Name, *Row.Context);
    return Holds;
  }

private:
  bool isSet(StringRef File, StringRef Row, StringRef Key, StringRef Deadline) {
    if (Set.count(Deadline))
      return true;
    llvm::outs() << llvm::sys::path::filename(File) << ": row '" << Row
                 << "': " << Key << ": no row sets a deadline '" << Deadline
                 << "'\n";
    return false;
  }

  bool check(StringRef File, StringRef Row, const leash::BlockingFact &Fact) {
    bool Holds = true;
    for (const leash::DeadlineNames &Together : Fact.BoundedBy)
      for (const std::string &Deadline : Together)
        Holds &= isSet(File, Row, "bounded-by", Deadline);
    // With a text, those are settings in it.
    if (!Fact.Text)
      for (const auto &[Deadline, Reason] : Fact.NotBoundedBy)
        Holds &= isSet(File, Row, "not-bounded-by", Deadline);
    return Holds;
  }

  llvm::StringSet<> Set;
};

int checkOnly(const Options &Settings) {
  bool Failed = false;
  std::deque<ApiTable> Tables;
  DeadlineNames Deadlines;
  for (const std::string &File : Settings.Files) {
    ApiTable &Table = Tables.emplace_back();
    Failed |= !readFile(File, Table);
    Deadlines.add(Table);
    llvm::outs() << llvm::sys::path::filename(File) << ": "
                 << Table.calls().size() << " calls, " << Table.types().size()
                 << " types, " << Table.variables().size() << " variables, "
                 << Table.fields().size() << " fields\n";
    for (const CallRow &Row : Table.calls())
      llvm::outs() << "  " << Row.Name << "\n";
  }
  if (Settings.Deadlines)
    for (size_t I = 0; I != Tables.size(); ++I)
      Failed |= !Deadlines.check(Settings.Files[I], Tables[I]);
  return Failed;
}

std::string includeAll(llvm::ArrayRef<std::string> Headers) {
  std::string Code;
  for (const std::string &Header : Headers)
    Code += "#include <" + Header + ">\n";
  return Code;
}

/// The names of the constants that rows ask for.
std::vector<std::string> conditionNames(const ApiTable &Table) {
  std::vector<std::string> Names;
  auto add = [&Names](const std::vector<leash::ArgumentCondition> &Conditions) {
    for (const leash::ArgumentCondition &Condition : Conditions)
      if (!llvm::is_contained(Names, Condition.Is))
        Names.push_back(Condition.Is);
  };
  for (const CallRow &Row : Table.calls()) {
    add(Row.When);
    if (Row.Blocking) {
      add(Row.Blocking->Unless);
      if (Row.Blocking->Beyond)
        add(Row.Blocking->Beyond->When);
    }
  }
  return Names;
}

int resolveAll(const Options &Settings) {
  const std::string &File = Settings.Files.front();
  ApiTable Table;
  if (!readFile(File, Table))
    return 1;
  std::string Code =
      includeAll(Settings.Headers.empty() ? Table.headers() : Settings.Headers);
  Code += Resolver::probesFor(conditionNames(Table));
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
