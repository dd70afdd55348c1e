//===--- CommandLine.h - what the user asks for -----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   leash [check] -p BUILD [options] [FILE or GLOB]...
//   leash merge [options] RESULTS.sarif...
//   leash doctor [options]
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_COMMANDLINE_H
#define LEASH_TOOLS_COMMANDLINE_H

#include "Formats.h"
#include <string>
#include <vector>

namespace leash {

/// What the process ends with.
enum ExitStatus {
  ExitClean = 0,
  ExitFindings = 1,
  ExitNotChecked = 2 ///< Something was not checked, or could not be done.
};

/// Where a format goes: --format NAME[=FILE].
struct Output {
  const Format *Kind = nullptr;
  std::string File; ///< Empty for standard output.
};

struct CommandLine {
  enum Kind { Check, Merge, Doctor };
  enum ColourMode { Auto, Always, Never };
  Kind Command = Check;

  // All commands.
  std::string BuildPath; ///< -p; empty when it is not given.
  bool Verbose = false;

  // check and merge.
  std::vector<std::string> Inputs; ///< Files or globs; result files.
  std::vector<Output> Outputs;     ///< Never empty.
  ColourMode Colour = Auto;
  std::string Baseline;
  std::string WriteBaseline;
  bool Tolerate = false; ///< What was not checked does not count.

  // check alone.
  std::string Checks;
  std::string ConfigFile;
  std::string HeaderFilter;
  std::vector<std::string> ExtraArgs;
  std::string Since;
  bool Staged = false;
  unsigned Jobs = 0;    ///< Zero for as many as there are cores.
  unsigned Timeout = 0; ///< Seconds a file; zero for no limit.
  unsigned Shard = 0;   ///< From one; zero when there are no shards.
  unsigned Shards = 0;
  unsigned HeaderUsers = 0; ///< How many files a changed header pulls in.
  bool Fix = false;
  bool Skip = true;
  bool UseCache = true;
  std::string CachePath;
  bool Quiet = false; ///< No progress.
};

/// Reads the command line. Ends the process with a message when it is wrong,
/// and after --help and --version.
CommandLine parseCommandLine(int Argc, const char **Argv);

} // namespace leash

#endif // LEASH_TOOLS_COMMANDLINE_H
