//===--- UnitRuns.h - checks units, each as far as it needs -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_UNITRUNS_H
#define LEASH_TOOLS_UNITRUNS_H

#include "CommandLine.h"
#include "CompileCommands.h"
#include "Configuration.h"
#include "Dependencies.h"
#include "KnownDependencies.h"
#include "Mentions.h"
#include "ResultCache.h"
#include "Results.h"
#include "Selection.h"
#include "SourceFiles.h"
#include <optional>
#include <string>
#include <vector>

namespace leash {

class UnitRuns {
public:
  UnitRuns(const CommandLine &Line, const char *Self, SourceFiles &Sources,
           llvm::ArrayRef<Unit> Units);

  /// Checks what \p Asked names. A file that cannot be checked is part of the
  /// results; an error is something that stops everything.
  llvm::Expected<Results> run(Selection Asked);

private:
  /// What is known of a unit so far.
  struct State {
    FileConfiguration Configured;
    std::vector<std::string> Files; ///< That it reads; empty when unknown.
    std::string Key;                ///< Of its result; empty when unknown.
    bool IsOff = false;             ///< The configuration turns all checks off.
    std::optional<FindingPlaces> Places;
    std::string Skipped;   ///< Why, if it is.
    bool IsChosen = false; ///< To be checked, or it is.
    bool IsKnown = false;  ///< From the cache.
    std::string Yaml;      ///< What clang-tidy says.
    bool IsBroken = false; ///< There may be more to find.
    std::optional<Unchecked> Failure;
  };

  std::vector<std::string> filesOf(const Unit &U);
  llvm::Error configure(llvm::ArrayRef<size_t> Numbers);
  void scan(llvm::ArrayRef<size_t> Numbers);
  void lookUp(State &S, const Unit &U);
  void findPlaces(llvm::ArrayRef<size_t> Numbers);
  std::vector<size_t> choose(llvm::ArrayRef<size_t> Numbers);
  void skip(llvm::ArrayRef<size_t> Numbers);
  void work(llvm::ArrayRef<size_t> Numbers);
  void work(State &S, const Unit &U, llvm::StringRef Folder);
  void addUsersOfHeaders(Selection &Asked);
  Results collect(const Selection &Asked);

  const CommandLine &Line;
  std::string Program;
  SourceFiles &Sources;
  llvm::ArrayRef<Unit> Units;
  std::vector<State> States;
  Dependencies Scanner;
  std::optional<ResultCache> Cache;
  std::optional<KnownDependencies> Known; ///< With a cache only.
};

} // namespace leash

#endif // LEASH_TOOLS_UNITRUNS_H
