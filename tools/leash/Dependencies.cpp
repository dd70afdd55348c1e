//===--- Dependencies.cpp - the files that a unit reads -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Dependencies.h"
#include "compat/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include <mutex>

using namespace llvm;
using clang::tooling::CompileCommand;

namespace leash {

/// A scanner is for one thread at a time: a free one is taken, or made.
class Dependencies::Scanners {
public:
  Scanners() : Service(makeScanningService()) {}

  std::unique_ptr<DependencyScanner> take() {
    std::scoped_lock Lock(Mutex);
    if (Free.empty())
      return std::make_unique<DependencyScanner>(*Service);
    std::unique_ptr<DependencyScanner> Result = std::move(Free.back());
    Free.pop_back();
    return Result;
  }

  void giveBack(std::unique_ptr<DependencyScanner> Scanner) {
    std::scoped_lock Lock(Mutex);
    Free.push_back(std::move(Scanner));
  }

private:
  std::unique_ptr<scanning::DependencyScanningService> Service;
  std::mutex Mutex;
  std::vector<std::unique_ptr<DependencyScanner>> Free;
};

Dependencies::Dependencies() : All(std::make_unique<Scanners>()) {}
Dependencies::~Dependencies() = default;

bool isBelow(StringRef File, StringRef Folder) {
  return File.consume_front(Folder) && (File.empty() || File.front() == '/');
}

bool isInSystemFolder(StringRef File) {
  return isBelow(File, "/usr") || isBelow(File, "/opt") ||
         isBelow(File, "/Library") || isBelow(File, "/Applications") ||
         File.contains("/lib/clang/");
}

// In make's words: a backslash before a blank is the blank's, "$$" is a dollar.
static bool isEscape(char First, char Second) {
  if (First == '$')
    return Second == '$';
  return First == '\\' && (Second == ' ' || Second == '#');
}

static std::string takeFile(StringRef &Rest) {
  std::string Result;
  while (!Rest.empty() && !isSpace(Rest.front())) {
    if (Rest.size() > 1 && isEscape(Rest[0], Rest[1]))
      Rest = Rest.drop_front();
    Result += Rest.front();
    Rest = Rest.drop_front();
  }
  return Result;
}

std::vector<std::string> filesOfRule(StringRef Rule) {
  // A target may have a colon, but not one with a blank behind it.
  size_t Colon = Rule.find(": ");
  if (Colon == StringRef::npos)
    return {};
  StringRef Rest = Rule.substr(Colon + 2);
  std::vector<std::string> Result;
  while (true) {
    Rest = Rest.ltrim();
    if (Rest.consume_front("\\\n") || Rest.consume_front("\\\r\n"))
      continue;
    if (Rest.empty())
      return Result;
    Result.push_back(takeFile(Rest));
  }
}

// "/lib/gcc/12/../../include" is not "/lib/include" where /lib is a link.
static std::string pathOf(StringRef File, StringRef Directory) {
  std::string Path = absolutePath(File, Directory);
  if (!File.contains("..") || sys::fs::exists(Path))
    return Path;
  SmallString<256> Real;
  SmallString<256> Whole = sys::path::is_absolute(File) ? "" : Directory;
  sys::path::append(Whole, File);
  return sys::fs::real_path(Whole, Real) ? Path : Real.str().str();
}

// The scanner looks for the compiler's headers beside the compiler: a bare name
// would be one in no folder.
static CompileCommand withPath(CompileCommand Command) {
  if (Command.CommandLine.empty())
    return Command;
  std::string &Compiler = Command.CommandLine.front();
  if (sys::path::has_parent_path(Compiler))
    return Command;
  auto Found = sys::findProgramByName(Compiler);
  Compiler = Found ? *Found : "/usr/bin/" + Compiler;
  return Command;
}

std::vector<std::string> Dependencies::of(const Unit &U) {
  std::unique_ptr<DependencyScanner> Scanner = All->take();
  std::vector<std::string> Result;
  for (const CompileCommand &Command : U.Commands) {
    std::vector<std::string> Files =
        filesOfRule(Scanner->rule(withPath(Command)));
    if (Files.empty()) {
      Result.clear();
      break;
    }
    for (const std::string &File : Files)
      Result.push_back(pathOf(File, Command.Directory));
  }
  All->giveBack(std::move(Scanner));
  sort(Result);
  Result.erase(std::unique(Result.begin(), Result.end()), Result.end());
  return Result;
}

} // namespace leash
