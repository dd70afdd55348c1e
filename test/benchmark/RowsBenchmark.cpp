//===--- RowsBenchmark.cpp - what more API rows cost ----------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   leash-rows-benchmark -clang-tidy=X -plugin=leash.so a.cpp -- -std=c++17
//
// runs clang-tidy with all of Leash's checks: with the built-in rows, and with
// API files of 10 and 1,000 more. It prints the least user CPU time of the
// whole command, which reads those files, and what clang-tidy's own profile
// counts for the checks, which look the rows up. It judges nothing.
//
// A third of the rows are methods called get(), of as many classes: where the
// file calls a get(), they share its identifier, and are in the way.
//
//===----------------------------------------------------------------------===//

#include "Process.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <deque>
#include <iterator>

using namespace llvm;
using namespace leash;

namespace {

cl::opt<std::string> ClangTidy("clang-tidy", cl::Required);
cl::opt<std::string> Plugin("plugin", cl::Required);
cl::opt<unsigned> Runs("runs", cl::init(3));
cl::opt<std::string> File(cl::Positional, cl::desc("<file>"), cl::Required);

Command CompilerArguments;

/// What they remove goes with the process, whichever way it ends.
std::deque<FileRemover> Removers;

constexpr unsigned MoreRows[] = {0, 10, 1000};

[[noreturn]] void die(const Twine &Why) {
  errs() << "leash-rows-benchmark: " << Why << '\n';
  std::exit(1);
}

/// What one number of rows costs.
struct Cost {
  SmallString<128> ApiFile; ///< Empty when there are no more rows.
  double Command = 0;       ///< Seconds; the least so far.
  double Checks = 0;        ///< Seconds; the least so far.
};

/// Clients of some library: a type, what waits, what limits it, in turn. Of
/// \p Count rows, writes those whose turn is \p Kind.
void writeRows(raw_ostream &Out, unsigned Count, unsigned Kind) {
  for (unsigned I = Kind; I < Count; I += 3) {
    std::string Class = "acme::Client" + std::to_string(I / 3);
    Out << "  - name: \"" << Class;
    if (Kind == 0)
      Out << "\"\n    carries-deadlines: true\n";
    else if (Kind == 1)
      Out << "::get\"\n    blocking: {handle: this, bounded-by: [timeout]}\n";
    else
      Out << "::set_timeout" << I << "\"\n    sets-deadline: {handle: this, "
          << "deadline: timeout, value: 0, forever: [0]}\n";
    Out << "    source: acme/client.h\n";
  }
}

SmallString<128> writeApiFile(unsigned Count) {
  SmallString<128> Path;
  int Descriptor = -1;
  if (sys::fs::createTemporaryFile("leash-rows", "yaml", Descriptor, Path))
    die("cannot write a temporary file");
  Removers.emplace_back(Path);
  raw_fd_ostream Out(Descriptor, /*shouldClose=*/true);
  Out << "library: acme\nabout: Clients of ACME.\nheaders: [acme/client.h]\n"
      << "calls:\n";
  writeRows(Out, Count, 1);
  writeRows(Out, Count, 2);
  Out << "types:\n";
  writeRows(Out, Count, 0);
  return Path;
}

/// The user time of Leash's checks in clang-tidy's profile, whose lines are
///   0.0144 ( 94.7%)   0.0000 ( 50.0%)   ...   leash-missing-timeout
double checksIn(StringRef Profile) {
  double Sum = 0;
  while (!Profile.empty()) {
    auto [Line, Rest] = Profile.split('\n');
    Profile = Rest;
    StringRef Name = Line.rtrim().rsplit(' ').second;
    double Seconds = 0;
    if (Name.consume_front("leash-") &&
        !Line.ltrim().split(' ').first.getAsDouble(Seconds))
      Sum += Seconds;
  }
  return Sum;
}

void measure(Cost &C) {
  std::string Config = "--config={}";
  if (!C.ApiFile.empty())
    Config = ("--config={CheckOptions: [{key: ApiFiles, value: '" + C.ApiFile +
              "'}]}")
                 .str();
  Command Cmd = {ClangTidy,
                 "--load=" + Plugin,
                 "--checks=-*,leash-*",
                 Config,
                 "--enable-check-profile",
                 "--quiet",
                 File,
                 "--"};
  Cmd.insert(Cmd.end(), CompilerArguments.begin(), CompilerArguments.end());
  ProcessResult Result = run(Cmd);
  if (!Result.ended() || Result.Status != 0)
    die(quoted(Cmd) + "\nfailed:\n" + Result.Out + Result.Err);
  double Checks = checksIn(Result.Err);
  if (Checks == 0)
    die("no time in clang-tidy's profile:\n" + Result.Err);
  bool IsFirst = C.Command == 0;
  C.Command =
      IsFirst ? Result.UserSeconds : std::min(C.Command, Result.UserSeconds);
  C.Checks = IsFirst ? Checks : std::min(C.Checks, Checks);
}

} // namespace

int main(int Argc, const char **Argv) {
  std::vector<const char *> Own;
  for (int I = 0; I < Argc; ++I) {
    if (StringRef(Argv[I]) == "--") {
      CompilerArguments.assign(Argv + I + 1, Argv + Argc);
      break;
    }
    Own.push_back(Argv[I]);
  }
  cl::ParseCommandLineOptions(Own.size(), Own.data());

  std::vector<Cost> Costs(std::size(MoreRows));
  for (size_t I = 0; I < Costs.size(); ++I)
    if (MoreRows[I] != 0)
      Costs[I].ApiFile = writeApiFile(MoreRows[I]);
  // In turn, so that whatever else the machine does falls on all.
  for (unsigned Run = 0; Run < std::max(1U, Runs.getValue()); ++Run)
    for (Cost &C : Costs)
      measure(C);

  outs() << ClangTidy << ", " << File << ", least of " << Runs << " runs\n"
         << "      rows     command   leash's checks\n";
  for (size_t I = 0; I < Costs.size(); ++I)
    outs() << format("%5u more  %8.2f s      %8.1f ms\n", MoreRows[I],
                     Costs[I].Command, 1000 * Costs[I].Checks);
}
