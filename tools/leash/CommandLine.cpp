//===--- CommandLine.cpp - what the user asks for -------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy's own options are in this process, too, at the top level: a
// worker is clang-tidy. So each command of Leash is a subcommand with options
// of its own, and "check" is put in where none is named.
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

using namespace llvm;

namespace leash {

namespace {
/// Made when the command line is read, and not before: a worker is clang-tidy,
/// whose -p and --extra-arg are those of all subcommands.
struct Options {
  cl::SubCommand CheckCommand{"check",
                              "Checks the files of a compile database "
                              "(what leash does when no command is named)"};
  cl::SubCommand MergeCommand{"merge",
                              "Unites the results of shards, as SARIF"};
  cl::SubCommand DoctorCommand{"doctor",
                               "Says whether Leash is set up to find anything"};

  cl::OptionCategory Category{"leash options"};

  // All commands.
  cl::opt<std::string> BuildPath{
      "p",
      cl::desc("The folder of compile_commands.json"),
      cl::value_desc("build"),
      cl::cat(Category),
      cl::sub(CheckCommand),
      cl::sub(DoctorCommand)};
  cl::opt<bool> Verbose{"verbose",
                        cl::desc("Name the files that were skipped, and "
                                 "why"),
                        cl::cat(Category),
                        cl::sub(CheckCommand),
                        cl::sub(MergeCommand),
                        cl::sub(DoctorCommand)};

  // check and merge.
  cl::list<std::string> Files{cl::Positional, cl::desc("[file or glob]..."),
                              cl::cat(Category), cl::sub(CheckCommand)};
  cl::list<std::string> ResultFiles{cl::Positional,
                                    cl::desc("results.sarif..."),
                                    cl::cat(Category), cl::sub(MergeCommand)};
  cl::list<std::string> FormatOptions{
      "format",
      cl::desc(
          "text, github, gitlab, sarif or html, and the file that it is to "
          "be written to; may be given more than once (default: text, to "
          "standard output)"),
      cl::value_desc("name[=file]"),
      cl::cat(Category),
      cl::sub(CheckCommand),
      cl::sub(MergeCommand)};
  cl::opt<CommandLine::ColourMode> Colour{
      "color",
      cl::desc("Colours in text:"),
      cl::init(CommandLine::Auto),
      cl::values(
          clEnumValN(CommandLine::Auto, "auto", "on a terminal (default)"),
          clEnumValN(CommandLine::Always, "always", "always"),
          clEnumValN(CommandLine::Never, "never", "never")),
      cl::cat(Category),
      cl::sub(CheckCommand),
      cl::sub(MergeCommand)};
  cl::opt<std::string> Baseline{
      "baseline",
      cl::desc("Leave out the findings that this file has"),
      cl::value_desc("file"),
      cl::cat(Category),
      cl::sub(CheckCommand),
      cl::sub(MergeCommand)};
  cl::opt<std::string> WriteBaseline{
      "write-baseline",
      cl::desc("Write all findings into this file, and end with status 0"),
      cl::value_desc("file"),
      cl::cat(Category),
      cl::sub(CheckCommand),
      cl::sub(MergeCommand)};
  cl::opt<bool> Tolerate{
      "tolerate",
      cl::desc("Let files that could not be checked pass: they are "
               "named, but do not count for the exit status"),
      cl::cat(Category), cl::sub(CheckCommand), cl::sub(MergeCommand)};

  // check alone.
  cl::opt<std::string> Checks{
      "checks",
      cl::desc("Globs as in clang-tidy, after those of .clang-tidy; only "
               "Leash's own checks run"),
      cl::value_desc("globs"), cl::cat(Category), cl::sub(CheckCommand)};
  cl::opt<std::string> ConfigFile{
      "config-file",
      cl::desc("A configuration instead of the .clang-tidy files"),
      cl::value_desc("file"), cl::cat(Category), cl::sub(CheckCommand)};
  cl::opt<std::string> HeaderFilter{
      "header-filter",
      cl::desc("The headers whose findings are shown (default: what "
               ".clang-tidy says, or all but system headers)"),
      cl::value_desc("regex"), cl::cat(Category), cl::sub(CheckCommand)};
  cl::list<std::string> ExtraArgs{
      "extra-arg", cl::desc("An argument more for the compiler"),
      cl::value_desc("argument"), cl::cat(Category), cl::sub(CheckCommand)};
  cl::opt<std::string> Since{
      "since",
      cl::desc("Only lines that have changed since this revision of git"),
      cl::value_desc("revision"), cl::cat(Category), cl::sub(CheckCommand)};
  cl::opt<bool> Staged{"staged",
                       cl::desc("Only lines that are staged for a commit"),
                       cl::cat(Category), cl::sub(CheckCommand)};
  cl::opt<unsigned> HeaderUsers{
      "header-users",
      cl::init(3),
      cl::desc("How many files that include a changed header are "
               "checked for it (default: 3)"),
      cl::value_desc("number"),
      cl::cat(Category),
      cl::sub(CheckCommand)};
  cl::opt<unsigned> Jobs{
      "j",
      cl::Prefix,
      cl::desc("How many files at a time (default: as many as cores)"),
      cl::value_desc("number"),
      cl::cat(Category),
      cl::sub(CheckCommand)};
  cl::opt<unsigned> Timeout{
      "timeout",
      cl::desc("Give a file up after so many seconds (default: never)"),
      cl::value_desc("seconds"), cl::cat(Category), cl::sub(CheckCommand)};
  cl::opt<std::string> Shard{
      "shard",
      cl::desc("The i-th of n parts of the files, for n machines: 1/4"),
      cl::value_desc("i/n"), cl::cat(Category), cl::sub(CheckCommand)};
  cl::opt<bool> Fix{"fix", cl::desc("Apply the fixes"), cl::cat(Category),
                    cl::sub(CheckCommand)};
  cl::opt<bool> NoSkip{
      "no-skip",
      cl::desc("Parse also files that mention nothing that Leash knows"),
      cl::cat(Category), cl::sub(CheckCommand)};
  cl::opt<bool> NoCache{"no-cache",
                        cl::desc("Neither read nor write known results"),
                        cl::cat(Category), cl::sub(CheckCommand)};
  cl::opt<std::string> CachePath{
      "cache",
      cl::desc("The folder of known results (default: leash in the "
               "user's cache folder)"),
      cl::value_desc("folder"), cl::cat(Category), cl::sub(CheckCommand)};
  cl::opt<bool> Quiet{"quiet", cl::desc("Show no progress"), cl::cat(Category),
                      cl::sub(CheckCommand)};
};
} // namespace

[[noreturn]] static void usageError(const Twine &Message) {
  errs() << "leash: " << Message << "\n";
  std::exit(ExitNotChecked);
}

static Output outputOf(StringRef Option) {
  auto [Name, File] = Option.split('=');
  Output Result;
  Result.Kind = findFormat(Name);
  Result.File = File.str();
  if (Result.Kind)
    return Result;
  std::string Known;
  for (const Format &F : formats())
    Known += (Known.empty() ? "" : ", ") + F.Name.str();
  usageError("there is no format '" + Name + "'; the formats are " + Known);
}

// Standard output is for one of them.
static std::vector<Output> outputsOf(ArrayRef<std::string> Options) {
  std::vector<Output> Result;
  for (const std::string &Option : Options)
    Result.push_back(outputOf(Option));
  if (Result.empty())
    Result.push_back(outputOf("text"));
  if (count_if(Result, [](const Output &O) { return O.File.empty(); }) > 1)
    usageError("more than one format goes to standard output; name files: "
               "--format sarif=leash.sarif");
  return Result;
}

static void readShard(CommandLine &Result, StringRef Shard) {
  if (Shard.empty())
    return;
  auto [Index, Count] = StringRef(Shard).split('/');
  if (Index.getAsInteger(10, Result.Shard) ||
      Count.getAsInteger(10, Result.Shards) || Result.Shard == 0 ||
      Result.Shard > Result.Shards)
    usageError("--shard is '" + Shard +
               "'; give the part and how many there "
               "are, as in --shard 1/4");
}

static void printVersion(raw_ostream &OS) {
  OS << "leash " LEASH_VERSION ", with LLVM " LEASH_LLVM "\n";
}

static bool namesCommand(StringRef Argument) {
  return Argument == "check" || Argument == "merge" || Argument == "doctor";
}

static const char Overview[] =
    "leash checks whole repositories for threads and tasks that get away.\n\n"
    "usage: leash [check] [options] [file, folder or glob]...\n"
    "       leash merge [options] results.sarif...\n"
    "       leash doctor [options]\n\n"
    "Ends with 0 when all is clean, with 1 when there are findings, with 2 "
    "when "
    "something\nwas not checked.\n";

// LLVM's own --help adds what clang-tidy has to say of its options.
[[noreturn]] static void printHelp(Options &O) {
  cl::SubCommand &Command = O.MergeCommand    ? O.MergeCommand
                            : O.DoctorCommand ? O.DoctorCommand
                                              : O.CheckCommand;
  outs() << Overview << "\n"
         << Command.getName() << ": " << Command.getDescription()
         << "\n\noptions:\n";
  std::vector<cl::Option *> Shown;
  size_t Width = 0;
  for (const auto &Entry : cl::getRegisteredOptions(Command)) {
    if (!is_contained(Entry.second->Categories, &O.Category))
      continue;
    Shown.push_back(Entry.second);
    Width = std::max(Width, Entry.second->getOptionWidth());
  }
  sort(Shown, [](const cl::Option *Left, const cl::Option *Right) {
    return Left->ArgStr < Right->ArgStr;
  });
  for (const cl::Option *Option : Shown)
    Option->printOptionInfo(Width);
  std::exit(ExitClean);
}

CommandLine parseCommandLine(int Argc, const char **Argv) {
  static Options O;
  std::vector<const char *> Arguments(Argv, Argv + Argc);
  if (Argc < 2 || !namesCommand(Argv[1]))
    Arguments.insert(Arguments.begin() + 1, "check");
  // Not for the parser, which would answer it by itself.
  bool WantsHelp =
      is_contained(ArrayRef<const char *>(Arguments), StringRef("--help"));
  erase_if(Arguments, [](StringRef A) { return A == "--help"; });
  cl::SetVersionPrinter(printVersion);
  std::string Errors;
  raw_string_ostream OS(Errors);
  if (!cl::ParseCommandLineOptions(static_cast<int>(Arguments.size()),
                                   Arguments.data(), Overview, &OS)) {
    errs() << OS.str();
    std::exit(ExitNotChecked);
  }
  if (WantsHelp)
    printHelp(O);

  CommandLine Result;
  if (O.MergeCommand)
    Result.Command = CommandLine::Merge;
  if (O.DoctorCommand)
    Result.Command = CommandLine::Doctor;
  Result.BuildPath = O.BuildPath;
  Result.Verbose = O.Verbose;
  Result.Inputs = O.MergeCommand ? O.ResultFiles : O.Files;
  Result.Outputs = outputsOf(O.FormatOptions);
  Result.Colour = O.Colour;
  Result.Baseline = O.Baseline;
  Result.WriteBaseline = O.WriteBaseline;
  Result.Tolerate = O.Tolerate;
  Result.Checks = O.Checks;
  Result.ConfigFile = O.ConfigFile;
  Result.HeaderFilter = O.HeaderFilter;
  Result.ExtraArgs = O.ExtraArgs;
  Result.Since = O.Since;
  Result.Staged = O.Staged;
  Result.Jobs = O.Jobs;
  Result.Timeout = O.Timeout;
  Result.HeaderUsers = O.HeaderUsers;
  Result.Fix = O.Fix;
  Result.Skip = !O.NoSkip;
  Result.UseCache = !O.NoCache;
  Result.CachePath = O.CachePath;
  Result.Quiet = O.Quiet;
  readShard(Result, O.Shard);
  if (O.MergeCommand && Result.Inputs.empty())
    usageError(
        "merge needs the results of shards: leash merge 1.sarif 2.sarif");
  if (Result.Staged && !Result.Since.empty())
    usageError("--staged and --since exclude each other");
  return Result;
}

} // namespace leash
