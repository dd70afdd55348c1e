//===--- Configuration.cpp - which checks are on for a file ---------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Configuration.h"
#include "Catalogue.h"
#include "api/UserApi.h"
#include "compat/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace clang::tidy;

namespace leash {

// The first error in a configuration file; empty when there is none.
static std::string errorIn(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return (Path + ": " + Buffer.getError().message()).str();
  std::string First;
  auto Options = parseConfigurationWithDiags(
      MemoryBufferRef((*Buffer)->getBuffer(), Path),
      [&](const SMDiagnostic &D) {
        if (First.empty())
          First = (Path + ":" + Twine(D.getLineNo()) + ":" +
                   Twine(D.getColumnNo() + 1) + ": " + D.getMessage())
                      .str();
      });
  if (Options)
    return "";
  return First.empty() ? (Path + ": " + Options.getError().message()).str()
                       : First;
}

static Error wrongConfiguration(StringRef Why) {
  return createStringError(inconvertibleErrorCode(),
                           Why + "\nclang-tidy would go on without this file; "
                                 "mend it, or name another with "
                                 "--config-file.");
}

Expected<Configuration> Configuration::make(const CommandLine &Line) {
  Configuration Result(Line);
  ClangTidyOptions Override;
  if (!Line.HeaderFilter.empty())
    Override.HeaderFilterRegex = Line.HeaderFilter;

  if (Line.ConfigFile.empty()) {
    Result.Provider = std::make_unique<FileOptionsProvider>(
        ClangTidyGlobalOptions(), ClangTidyOptions::getDefaults(), Override);
    return std::move(Result);
  }
  std::string Wrong = errorIn(Line.ConfigFile);
  if (!Wrong.empty())
    return wrongConfiguration(Wrong);
  auto Buffer = MemoryBuffer::getFile(Line.ConfigFile);
  auto Options = parseConfiguration(
      MemoryBufferRef((*Buffer)->getBuffer(), Line.ConfigFile));
  Result.Provider = std::make_unique<ConfigOptionsProvider>(
      ClangTidyGlobalOptions(), ClangTidyOptions::getDefaults(), *Options,
      Override);
  return std::move(Result);
}

// The checks of Leash that are on. The default set of clang-tidy has none, and
// a project that has never heard of Leash turns none on: all of them are meant.
static std::string checksOf(ClangTidyOptions Options, StringRef CommandLine) {
  std::string Globs = Options.Checks ? *Options.Checks : "";
  if (!StringRef(Globs).contains("leash"))
    Globs += ",leash-*";
  if (!CommandLine.empty())
    Globs += ("," + CommandLine).str();
  Options.Checks = Globs;
  std::string Result;
  for (StringRef Name : enabledChecks(Options))
    if (findCheck(Name))
      Result += ("," + Name).str();
  return Result.empty() ? "" : "-*" + Result;
}

// The globs are of the same kind as those of the checks.
static std::vector<std::string> errorsOf(ClangTidyOptions Options) {
  if (!Options.WarningsAsErrors)
    return {};
  Options.Checks = "-*," + *Options.WarningsAsErrors;
  return enabledChecks(Options);
}

// For one check, or for all of them.
static std::vector<std::string> apiFilesOf(const ClangTidyOptions &Options,
                                           StringRef Path) {
  std::vector<std::string> Result;
  for (const auto &Option : Options.CheckOptions)
    if (StringRef(Option.getKey()).rsplit('.').second == "ApiFiles" ||
        Option.getKey() == "ApiFiles")
      for (std::string &File : findUserApi(Option.getValue().Value, Path))
        Result.push_back(std::move(File));
  sort(Result);
  Result.erase(std::unique(Result.begin(), Result.end()), Result.end());
  return Result;
}

FileConfiguration Configuration::read(StringRef Path) {
  ClangTidyOptions Options = Provider->getOptions(Path);
  FileConfiguration Result;
  Result.Checks = checksOf(Options, Line->Checks);
  Result.Errors = errorsOf(Options);
  Result.HeaderFilter =
      Options.HeaderFilterRegex && !Options.HeaderFilterRegex->empty()
          ? *Options.HeaderFilterRegex
          : ".*";
  Result.ApiFiles = apiFilesOf(Options, Path);
  Result.Text = configurationAsText(Options) + Result.Checks;
  return Result;
}

Expected<FileConfiguration> Configuration::of(StringRef Path) {
  StringRef Folder = sys::path::parent_path(Path);
  if (Line->ConfigFile.empty())
    for (StringRef Above = Folder; !Above.empty();
         Above = sys::path::parent_path(Above)) {
      auto [Entry, IsNew] = Checked.try_emplace(Above);
      SmallString<256> File = Above;
      sys::path::append(File, ".clang-tidy");
      if (IsNew && sys::fs::exists(File))
        Entry->second = errorIn(File);
      if (!Entry->second.empty())
        return wrongConfiguration(Entry->second);
    }
  auto [Entry, IsNew] = Known.try_emplace(Folder);
  if (IsNew)
    Entry->second = read(Path);
  return Entry->second;
}

} // namespace leash
