//===--- Doctor.cpp - leash doctor ----------------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A green run that never looked at anything is the worst that can happen: here
// is what it can come from, tried for real where that can be done.
//
//===----------------------------------------------------------------------===//

#include "Doctor.h"
#include "Catalogue.h"
#include "CompileCommands.h"
#include "Configuration.h"
#include "Process.h"
#include "api/ApiTable.h"
#include "compat/Tooling.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;
using namespace clang::tidy;

namespace leash {

namespace {
class Examination {
public:
  explicit Examination(const CommandLine &Line, const char *Self)
      : Line(Line), Program(sys::fs::getMainExecutable(
                        Self, reinterpret_cast<void *>(&doctor))),
        Sources(findRoot()) {}

  int run() {
    program();
    plugins();
    std::vector<Unit> Units = database();
    configuration(Units);
    outs() << (IsWell ? "All is well.\n" : "Something is wrong; see above.\n");
    return IsWell ? ExitClean : ExitNotChecked;
  }

private:
  void good(const Twine &What) { outs() << "ok:    " << What << "\n"; }
  void note(const Twine &What) { outs() << "note:  " << What << "\n"; }
  void wrong(const Twine &What) {
    outs() << "wrong: " << What << "\n";
    IsWell = false;
  }

  void program();
  void plugins();
  void plugin(StringRef Tidy, StringRef Path, bool MustLoad);
  std::vector<Unit> database();
  void configuration(ArrayRef<Unit> Units);
  void names(StringRef Folder, const ClangTidyOptions &Options);
  void apiFiles(const FileConfiguration &Configured);

  const CommandLine &Line;
  std::string Program;
  SourceFiles Sources;
  bool IsWell = true;
};
} // namespace

// All of Leash's checks, and nothing else.
static ClangTidyOptions allChecks() {
  ClangTidyOptions Result = ClangTidyOptions::getDefaults();
  Result.Checks = "-*,leash-*";
  return Result;
}

void Examination::program() {
  size_t Linked = enabledChecks(allChecks()).size();
  if (Linked == catalogue().size())
    good("leash " LEASH_VERSION ", with LLVM " LEASH_LLVM " and " +
         Twine(Linked) + " checks");
  else
    wrong("this program has " + Twine(Linked) + " checks, not " +
          Twine(catalogue().size()) + ": build it anew");
}

// What a program says; nothing when it does not run to its end, or fails.
static std::optional<std::string> outputOf(const Command &Cmd) {
  ProcessResult Result = run(Cmd, /*Seconds=*/0);
  if (!Result.ended() || Result.Status != 0)
    return std::nullopt;
  return Result.Out + Result.Err;
}

// "LLVM version 22.1.8" out of what clang-tidy --version says.
static StringRef versionIn(StringRef Text) {
  StringRef Rest = Text.split("LLVM version ").second;
  return Rest.take_until([](char C) { return C == '\n' || C == ' '; });
}

// Whether clang-tidy takes a plugin is not to be guessed from version numbers.
void Examination::plugin(StringRef Tidy, StringRef Path, bool MustLoad) {
  std::string Load = ("--load=" + Path).str();
  std::optional<std::string> Checks =
      outputOf({Tidy.str(), Load, "--checks=-*,leash-*", "--list-checks"});
  bool Loads = Checks && StringRef(*Checks).contains("leash-");
  if (Loads)
    good(Twine(Tidy) + " takes " + Path);
  else if (MustLoad)
    wrong(Twine(Tidy) + " does not take " + Path +
          ": a plugin is for one major version of LLVM");
  else
    note(Twine(Tidy) + " does not take " + Path +
         ", which is for another version");
}

void Examination::plugins() {
  // Beside this program, as in a build folder or an installation.
  SmallString<256> Beside = sys::path::parent_path(Program);
  sys::path::append(Beside, "..", "lib", "leash.so");
  sys::path::remove_dots(Beside, /*remove_dot_dot=*/true);
  std::vector<std::string> Names = {"clang-tidy"};
  for (unsigned Major = 14; Major != 31; ++Major)
    Names.push_back("clang-tidy-" + utostr(Major));

  std::string Own = StringRef(LEASH_LLVM).split('.').first.str();
  for (const std::string &Name : Names) {
    auto Path = sys::findProgramByName(Name);
    if (!Path)
      continue;
    std::optional<std::string> Text = outputOf({*Path, "--version"});
    StringRef Version = Text ? versionIn(*Text) : "";
    if (Version.empty()) {
      wrong(*Path + " does not run");
      continue;
    }
    StringRef Major = Version.split('.').first;
    note(*Path + " is clang-tidy " + Version);
    if (sys::fs::exists(Beside))
      plugin(*Path, Beside, /*MustLoad=*/Major == Own);
    // Where clang-tidy looks for a plugin by its bare name.
    std::string Installed = ("/usr/lib/llvm-" + Major + "/lib/leash.so").str();
    if (sys::fs::exists(Installed) && !sys::fs::equivalent(Installed, Beside))
      plugin(*Path, Installed, /*MustLoad=*/true);
  }
}

std::vector<Unit> Examination::database() {
  Expected<std::string> Folder =
      findBuildFolder(Line.BuildPath, Sources.root());
  if (!Folder) {
    wrong(toString(Folder.takeError()));
    return {};
  }
  Expected<std::vector<Unit>> Units =
      readUnits(*Folder, Sources, Line.ExtraArgs);
  if (!Units) {
    wrong(toString(Units.takeError()));
    return {};
  }
  good("the compile database in " + *Folder + " has " + Twine(Units->size()) +
       " files");
  for (const Unit &U : *Units)
    if (!sys::fs::exists(U.Path))
      wrong("the compile database names " + U.Path +
            ", which is not there: run the build system's configuration "
            "again");
  return std::move(*Units);
}

// A glob or option that means nothing turns nothing on, silently.
void Examination::names(StringRef Folder, const ClangTidyOptions &Options) {
  SmallVector<StringRef, 16> Globs;
  std::string Checks = Options.Checks ? *Options.Checks : "";
  StringRef(Checks).split(Globs, ',');
  for (StringRef Glob : Globs) {
    Glob = Glob.trim();
    Glob.consume_front("-");
    if (!Glob.contains("leash"))
      continue;
    ClangTidyOptions Alone = ClangTidyOptions::getDefaults();
    Alone.Checks = ("-*," + Glob).str();
    if (none_of(enabledChecks(Alone),
                [](StringRef Name) { return findCheck(Name); }))
      wrong(Folder + ": there is no check '" + Glob + "'");
  }
  StringSet<> Known;
  for (const auto &Option : knownOptions(allChecks()))
    Known.insert(Option.getKey());
  for (const auto &Option : Options.CheckOptions)
    if (findCheck(Option.getKey().split('.').first) &&
        !Known.contains(Option.getKey()))
      wrong(Folder + ": there is no option '" + Option.getKey() + "'");
}

void Examination::apiFiles(const FileConfiguration &Configured) {
  ApiTable Rows;
  for (const std::string &File : Configured.ApiFiles) {
    std::vector<ApiError> Errors;
    Rows.addFile(File, Errors);
    for (const ApiError &E : Errors)
      wrong(E.text());
    if (Errors.empty())
      good("the API file " + File);
  }
}

void Examination::configuration(ArrayRef<Unit> Units) {
  Expected<Configuration> Configured = Configuration::make(Line);
  if (!Configured)
    return wrong(toString(Configured.takeError()));
  // The root's own first: most projects have no other.
  std::set<std::string> Folders = {Sources.root().str()};
  for (const Unit &U : Units)
    Folders.insert(sys::path::parent_path(U.Path).str());
  std::set<std::string> Seen;
  for (const std::string &Folder : Folders) {
    Expected<FileConfiguration> Here = Configured->of(Folder + "/leash.cpp");
    if (!Here) {
      std::string Why = toString(Here.takeError());
      if (Seen.insert(Why).second)
        wrong(Why);
      continue;
    }
    if (!Seen.insert(Here->Text).second)
      continue;
    if (Here->Checks.empty())
      note(Folder + ": the configuration turns all of Leash's checks off");
    else
      good(Folder + ": the configuration turns " +
           Twine(StringRef(Here->Checks).count(',')) + " checks on");
    names(Folder, Configured->optionsOf(Folder + "/leash.cpp"));
    apiFiles(*Here);
  }
}

int doctor(const CommandLine &Line, const char *Self) {
  return Examination(Line, Self).run();
}

} // namespace leash
