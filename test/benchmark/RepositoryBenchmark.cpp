//===--- RepositoryBenchmark.cpp - leash against run-clang-tidy -----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   leash-repository-benchmark -leash=X -leash-tidy=X -run-clang-tidy=X
//     -p=<build folder>
//
// checks all files of a compile database with run-clang-tidy and leash-tidy,
// with leash and an empty cache, with leash and a full one, and with leash when
// it skips nothing, and prints for each the time on the clock, the CPU time,
// the peak of memory, and how many findings there are; and whether they are
// the same ones. It judges nothing. Run it where nothing else runs.
//
//===----------------------------------------------------------------------===//

#include "Process.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <set>

using namespace llvm;
using namespace leash;

namespace {

cl::opt<std::string> Leash("leash", cl::Required);
cl::opt<std::string> LeashTidy("leash-tidy", cl::Required);
cl::opt<std::string> RunClangTidy("run-clang-tidy", cl::Required);
cl::opt<std::string> Database("p", cl::desc("folder of a compile database"),
                              cl::Required);

constexpr unsigned MostSeconds = 4 * 60 * 60;

/// "server.cpp:12:3 [leash-detached-thread]": what is the same however a tool
/// names folders.
using Findings = std::set<std::string>;

Findings findingsIn(StringRef Text) {
  Findings Result;
  while (!Text.empty()) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    auto [Place, Rest] = Line.split(": ");
    auto [Level, Message] = Rest.split(": ");
    size_t Check = Message.rfind("[leash-");
    if ((Level == "warning" || Level == "error") && Check != StringRef::npos)
      Result.insert((sys::path::filename(Place) + " " +
                     Message.substr(Check).take_until([](char C) {
                       return C == ',' || C == ']';
                     })).str());
  }
  return Result;
}

struct Measured {
  double Seconds = 0;
  ProcessResult Process;
  Findings Found;
};

Measured measure(StringRef Name, const Command &Cmd) {
  Measured Result;
  auto Start = std::chrono::steady_clock::now();
  Result.Process = run(Cmd, MostSeconds);
  Result.Seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
          .count();
  Result.Found = findingsIn(Result.Process.Out);
  outs() << format("%9.1f s %9.1f s %9.1f MiB %7zu  ", Result.Seconds,
                   Result.Process.UserSeconds,
                   static_cast<double>(Result.Process.PeakKiB) / 1024,
                   Result.Found.size())
         << Name << '\n';
  outs().flush();
  return Result;
}

void compare(StringRef Name, const Measured &Base, const Measured &Other) {
  outs() << Name << ": " << format("%.1f", Base.Seconds / Other.Seconds)
         << " times as fast, ";
  if (Base.Found == Other.Found) {
    outs() << "the same findings\n";
    return;
  }
  outs() << "other findings\n";
  for (const std::string &F : Base.Found)
    if (Other.Found.count(F) == 0)
      outs() << "  - " << F << '\n';
  for (const std::string &F : Other.Found)
    if (Base.Found.count(F) == 0)
      outs() << "  + " << F << '\n';
}

} // namespace

int main(int Argc, const char **Argv) {
  cl::ParseCommandLineOptions(Argc, Argv);
  SmallString<128> Cache;
  if (sys::fs::createUniqueDirectory("leash-benchmark", Cache)) {
    errs() << "leash-repository-benchmark: there is no folder for a cache\n";
    return 1;
  }
  std::string OfDatabase = "-p=" + Database;
  Command WithLeash = {Leash, OfDatabase, "--quiet",
                       "--cache=" + Cache.str().str()};
  outs() << "       clock         user      at most  findings\n";
  Measured Base =
      measure("run-clang-tidy",
              {RunClangTidy, "-p", Database, "-quiet", "-clang-tidy-binary",
               LeashTidy, "-checks=-*,leash-*", "-header-filter=.*"});
  Measured Cold = measure("leash, nothing known", WithLeash);
  Measured Warm = measure("leash, all known", WithLeash);
  Measured All =
      measure("leash, nothing known, nothing skipped",
              {Leash, OfDatabase, "--quiet", "--no-cache", "--no-skip"});
  compare("leash, nothing known", Base, Cold);
  compare("leash, all known", Base, Warm);
  compare("leash, nothing skipped", Base, All);
  std::ignore = sys::fs::remove_directories(Cache);
}
