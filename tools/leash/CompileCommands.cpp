//===--- CompileCommands.cpp - what there is to check ---------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CompileCommands.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

using namespace llvm;
using clang::tooling::CompilationDatabase;
using clang::tooling::CompileCommand;

namespace leash {

static bool hasDatabase(StringRef Folder) {
  SmallString<256> File = Folder;
  sys::path::append(File, "compile_commands.json");
  return sys::fs::exists(File);
}

static Error noDatabase(const Twine &Where) {
  return createStringError(
      inconvertibleErrorCode(),
      "there is no compile_commands.json " + Where +
          "\nIt says how each file is compiled, and nothing was checked "
          "without it. CMake writes it with "
          "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON, Meson always, others with Bear "
          "(bear -- make). Name its folder with -p.");
}

Expected<std::string> findBuildFolder(StringRef BuildPath, StringRef Root) {
  if (!BuildPath.empty()) {
    if (hasDatabase(BuildPath))
      return BuildPath.str();
    return noDatabase("in '" + BuildPath + "'");
  }
  // Where build systems and editors put it.
  for (StringRef Folder :
       {"build", ".", "out", "_build", "cmake-build-debug", "builddir"}) {
    SmallString<256> Path = Root;
    sys::path::append(Path, Folder);
    if (hasDatabase(Path))
      return Path.str().str();
  }
  return noDatabase("in " + Root +
                    ", or in its build, out, _build, "
                    "cmake-build-debug or builddir");
}

Expected<std::vector<Unit>> readUnits(StringRef BuildFolder,
                                      const SourceFiles &Sources,
                                      ArrayRef<std::string> ExtraArgs) {
  std::string Why;
  std::unique_ptr<CompilationDatabase> Database =
      CompilationDatabase::loadFromDirectory(BuildFolder, Why);
  if (!Database)
    return createStringError(inconvertibleErrorCode(),
                             "the compile database in '" + BuildFolder +
                                 "' cannot be read: " + StringRef(Why).rtrim());

  std::map<std::string, Unit> Units;
  for (CompileCommand &Command : Database->getAllCompileCommands()) {
    std::string Path = absolutePath(Command.Filename, Command.Directory);
    std::string Name = Sources.nameOf(Path, "/");
    Command.CommandLine.insert(Command.CommandLine.end(), ExtraArgs.begin(),
                               ExtraArgs.end());
    Unit &U = Units[Name];
    U.Name = Name;
    U.Path = Path;
    // Build systems name a file twice that two targets compile alike.
    if (!is_contained(U.Commands, Command))
      U.Commands.push_back(std::move(Command));
  }
  if (Units.empty())
    return createStringError(inconvertibleErrorCode(),
                             "the compile database in '" + BuildFolder +
                                 "' names no file: nothing to check");

  std::vector<Unit> Result;
  Result.reserve(Units.size());
  for (auto &Entry : Units)
    Result.push_back(std::move(Entry.second));
  return std::move(Result);
}

void writeDatabase(const Unit &U, raw_ostream &OS) {
  json::OStream J(OS);
  J.array([&] {
    for (const CompileCommand &Command : U.Commands)
      J.object([&] {
        J.attribute("directory", Command.Directory);
        J.attribute("file", U.Path);
        J.attributeArray("arguments", [&] {
          for (const std::string &Argument : Command.CommandLine)
            J.value(Argument);
        });
        J.attribute("output", Command.Output);
      });
  });
}

} // namespace leash
