//===--- Benchmark.cpp - what Leash costs in time and memory --------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   leash-benchmark -clang-tidy=X -plugin=leash.so a.cpp -- -std=c++17
//   leash-benchmark -clang-tidy=X -plugin=leash.so -p=<build folder> [files]
//
// runs clang-tidy with one trivial check, and the same with the plugin and all
// of Leash's checks, in turn, and prints the medians of user CPU time and of
// the peak of memory. With a compile database and no file named, it takes ten
// of the database's files, evenly spread. It judges nothing.
//
//===----------------------------------------------------------------------===//

#include "Process.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace leash;

namespace {

cl::opt<std::string> ClangTidy("clang-tidy", cl::Required);
cl::opt<std::string> Plugin("plugin", cl::Required);
cl::opt<std::string> Database("p", cl::desc("folder of a compile database"));
cl::opt<unsigned> Runs("runs", cl::init(5));
cl::opt<unsigned> MostFiles("files", cl::init(10));
cl::list<std::string> Files(cl::Positional, cl::desc("[files]"));

Command CompilerArguments;

struct Cost {
  std::vector<double> Seconds;
  std::vector<double> MiB;
};

double median(std::vector<double> Values) {
  llvm::sort(Values);
  size_t Middle = Values.size() / 2;
  if (Values.size() % 2)
    return Values[Middle];
  return (Values[Middle - 1] + Values[Middle]) / 2;
}

[[noreturn]] void die(const Twine &Why) {
  errs() << "leash-benchmark: " << Why << '\n';
  std::exit(1);
}

std::vector<std::string> filesOfDatabase() {
  std::string Path = Database + "/compile_commands.json";
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    die("cannot read " + Path);
  auto Json = json::parse((*Buffer)->getBuffer());
  if (!Json || !Json->getAsArray())
    die(Path + " is not a compile database");
  std::vector<std::string> All;
  for (const json::Value &Entry : *Json->getAsArray()) {
    auto File = Entry.getAsObject()->getString("file");
    auto Folder = Entry.getAsObject()->getString("directory");
    if (!File || !Folder)
      continue;
    SmallString<128> Name(*File);
    if (sys::path::is_relative(Name)) {
      Name = *Folder;
      sys::path::append(Name, *File);
    }
    All.push_back(std::string(Name));
  }
  if (All.size() <= MostFiles)
    return All;
  std::vector<std::string> Some;
  for (size_t I = 0; I < MostFiles; ++I)
    Some.push_back(All[I * All.size() / MostFiles]);
  return Some;
}

Command commandFor(StringRef File, bool WithLeash) {
  // A check that asks little, and is there in all versions.
  std::string Checks = "--checks=-*,misc-definitions-in-headers";
  Command Cmd = {ClangTidy};
  if (WithLeash) {
    Cmd.push_back("--load=" + Plugin);
    Checks += ",leash-*";
  }
  Cmd.insert(Cmd.end(), {Checks, "--config={}", "--quiet", File.str()});
  if (!Database.empty()) {
    Cmd.push_back("-p=" + Database);
    return Cmd;
  }
  Cmd.push_back("--");
  Cmd.insert(Cmd.end(), CompilerArguments.begin(), CompilerArguments.end());
  return Cmd;
}

/// One run. False when clang-tidy could not do its work.
bool measure(StringRef File, bool WithLeash, Cost &C) {
  Command Cmd = commandFor(File, WithLeash);
  ProcessResult Result = run(Cmd);
  if (!Result.ended() || Result.Status != 0) {
    errs() << quoted(Cmd) << "\nfailed:\n" << Result.Out << Result.Err;
    return false;
  }
  C.Seconds.push_back(Result.UserSeconds);
  C.MiB.push_back(static_cast<double>(Result.PeakKiB) / 1024);
  return true;
}

void print(StringRef File, const Cost &Without, const Cost &With) {
  double S0 = median(Without.Seconds), S1 = median(With.Seconds);
  double M0 = median(Without.MiB), M1 = median(With.MiB);
  outs() << format("%8.2f s %8.2f s %+6.1f %%", S0, S1, 100 * (S1 / S0 - 1))
         << format(" %8.1f MiB %8.1f MiB %+6.1f %%  ", M0, M1,
                   100 * (M1 / M0 - 1))
         << sys::path::filename(File) << '\n';
  outs().flush();
}

/// Adds the medians of a file to those of all files together.
void addMedians(Cost &Sum, const Cost &OfFile) {
  if (Sum.Seconds.empty())
    Sum = {{0}, {0}};
  Sum.Seconds[0] += median(OfFile.Seconds);
  Sum.MiB[0] += median(OfFile.MiB);
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

  std::vector<std::string> Measured(Files.begin(), Files.end());
  if (Measured.empty() && !Database.empty())
    Measured = filesOfDatabase();
  if (Measured.empty() || Runs == 0)
    die("nothing to measure; name files, or a compile database with -p");

  outs() << ClangTidy << ", medians of " << Runs << " runs\n"
         << "   trivial      leash            trivial        leash\n";
  Cost AllWithout, AllWith;
  for (const std::string &File : Measured) {
    Cost Without, With, WarmUp;
    bool Works = measure(File, true, WarmUp);
    // In turn, so that whatever else the machine does falls on both.
    for (unsigned I = 0; Works && I < Runs; ++I)
      Works = measure(File, false, Without) && measure(File, true, With);
    if (!Works)
      continue;
    print(File, Without, With);
    addMedians(AllWithout, Without);
    addMedians(AllWith, With);
  }
  if (AllWith.Seconds.empty())
    die("no file could be measured");
  print("all files", AllWithout, AllWith);
}
