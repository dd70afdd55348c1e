//===--- UnitRuns.cpp - checks units, each as far as it needs -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitRuns.h"
#include "Parallel.h"
#include "Progress.h"
#include "Representatives.h"
#include "TidyOutput.h"
#include "WholeFile.h"
#include "Worker.h"
#include "api/ApiTable.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"
#include <atomic>
#include <set>
#include <tuple>

using namespace llvm;

namespace leash {

// What the cache has of a unit that can hold findings in its own source.
static constexpr const char *Anywhere = "# anywhere\n";

static std::atomic<bool> IsInterrupted{false};

UnitRuns::UnitRuns(const CommandLine &Line, const char *Self,
                   SourceFiles &Sources, ArrayRef<Unit> Units)
    : Line(Line), Program(sys::fs::getMainExecutable(
                      Self, reinterpret_cast<void *>(&IsInterrupted))),
      Sources(Sources), Units(Units), States(Units.size()) {
  if (!Line.UseCache)
    return;
  Cache.emplace(Line.CachePath, Program);
  Known.emplace(*Cache, Sources.root());
}

std::vector<std::string> UnitRuns::filesOf(const Unit &U) {
  if (!Known)
    return Scanner.of(U);
  std::vector<std::string> Files = Known->of(U);
  if (!Files.empty())
    return Files;
  Files = Scanner.of(U);
  if (!Files.empty())
    Known->store(U, Files);
  return Files;
}

Error UnitRuns::configure(ArrayRef<size_t> Numbers) {
  Expected<Configuration> Configured = Configuration::make(Line);
  if (!Configured)
    return Configured.takeError();
  for (size_t I : Numbers) {
    Expected<FileConfiguration> Result = Configured->of(Units[I].Path);
    if (!Result)
      return Result.takeError();
    States[I].Configured = std::move(*Result);
    States[I].IsOff = States[I].Configured.Checks.empty();
  }
  return Error::success();
}

void UnitRuns::scan(ArrayRef<size_t> Numbers) {
  if (!Line.Skip && !Cache)
    return;
  Progress Shown("scanning", Numbers.size(), Line.Quiet);
  inParallel(Numbers.size(), Line.Jobs, [&](size_t I) {
    State &S = States[Numbers[I]];
    const Unit &U = Units[Numbers[I]];
    if (!IsInterrupted && S.Files.empty())
      S.Files = filesOf(U);
    if (!S.IsOff && !S.Files.empty())
      lookUp(S, U);
    Shown.step(U.Name);
  });
}

static std::string placesKey(StringRef Key) { return (Key + "-places").str(); }

static FindingPlaces readPlaces(StringRef Text) {
  FindingPlaces Result;
  Result.IsAnywhere = Text == Anywhere;
  SmallVector<StringRef, 16> Headers;
  if (!Result.IsAnywhere)
    Text.split(Headers, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Header : Headers)
    Result.Headers.push_back(Header.str());
  return Result;
}

void UnitRuns::lookUp(State &S, const Unit &U) {
  if (!Cache)
    return;
  S.Key = Cache->key(U, S.Configured, S.Files);
  if (std::optional<std::string> Known = Cache->find(placesKey(S.Key)))
    S.Places = readPlaces(*Known);
  if (std::optional<std::string> Known = Cache->find(S.Key)) {
    S.IsKnown = true;
    S.Yaml = std::move(*Known);
  }
}

// The rows of all API files that are configured somewhere: a name more costs
// time, one less a finding.
static ApiTable rowsOf(const std::set<std::string> &Files) {
  ApiTable Result;
  std::vector<ApiError> Errors; // The checks report them.
  for (const std::string &File : Files)
    Result.addFile(File, Errors);
  return Result;
}

void UnitRuns::findPlaces(ArrayRef<size_t> Asked) {
  std::vector<size_t> Numbers;
  copy_if(Asked, std::back_inserter(Numbers), [&](size_t I) {
    const State &S = States[I];
    return !S.IsOff && !S.Files.empty() && !S.Places;
  });
  if (!Line.Skip || Numbers.empty())
    return;
  std::set<std::string> Read, ApiFiles;
  for (size_t I : Numbers) {
    Read.insert(States[I].Files.begin(), States[I].Files.end());
    ApiFiles.insert(States[I].Configured.ApiFiles.begin(),
                    States[I].Configured.ApiFiles.end());
  }
  ApiTable Own = rowsOf(ApiFiles);
  Mentions Names({&ApiTable::builtIn(), &Own}, Sources.root());
  Names.learn(std::vector<std::string>(Read.begin(), Read.end()), Line.Jobs);
  inParallel(Numbers.size(), Line.Jobs, [&](size_t I) {
    State &S = States[Numbers[I]];
    S.Places = Names.placesIn(Units[Numbers[I]], S.Files);
    if (Cache)
      Cache->store(placesKey(S.Key), S.Places->IsAnywhere
                                         ? Anywhere
                                         : join(S.Places->Headers, "\n"));
  });
}

// What a header gives depends on what is asked for, too.
static Candidate candidateOf(size_t Unit, const FindingPlaces &Places,
                             const FileConfiguration &Configured) {
  Candidate Result;
  Result.Unit = Unit;
  for (const std::string &Header : Places.Headers)
    Result.Headers.push_back(Header + "\n" + Configured.Checks + "\n" +
                             Configured.HeaderFilter + "\n" + Configured.Text);
  return Result;
}

// Behind its path come what it depends on, and what is asked for.
static StringRef headerOf(const Represented &R) {
  return StringRef(R.Header).split('\n').first.rsplit(' ').first;
}

// What a unit that is checked for others has not found, others may find: units
// are chosen until none of them is broken.
void UnitRuns::skip(ArrayRef<size_t> Numbers) {
  if (!Line.Skip)
    return;
  std::vector<Candidate> Candidates, Done;
  for (size_t I : Numbers) {
    State &S = States[I];
    if (!S.Places || S.Places->IsAnywhere || S.IsBroken)
      continue;
    if (S.Places->areNone())
      S.Skipped = "mentions nothing that Leash knows";
    else
      (S.IsChosen ? Done : Candidates)
          .push_back(candidateOf(I, *S.Places, S.Configured));
    if (!S.IsChosen && !S.Places->areNone())
      S.Skipped.clear();
  }
  for (const Represented &R : representedUnits(std::move(Candidates), Done))
    States[R.Unit].Skipped = "mentions nothing itself; " +
                             Sources.nameOf(headerOf(R), Sources.root()) +
                             " is checked with " + Units[R.By].Name;
}

// The units that have to be checked now.
std::vector<size_t> UnitRuns::choose(ArrayRef<size_t> Numbers) {
  skip(Numbers);
  std::vector<size_t> Result;
  for (size_t I : Numbers) {
    State &S = States[I];
    if (S.IsOff || S.IsChosen || !S.Skipped.empty())
      continue;
    S.IsChosen = true;
    if (!S.IsKnown)
      Result.push_back(I);
  }
  return Result;
}

static std::string textOf(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  return Buffer ? (*Buffer)->getBuffer().str() : "";
}

// What clang-tidy says when it gives up without a diagnostic.
static std::string firstError(StringRef Log) {
  SmallVector<StringRef, 16> Lines;
  Log.split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Text : Lines)
    if (Text.contains("rror"))
      return Text.trim().str();
  return Lines.empty() ? "" : Lines.front().trim().str();
}

static std::optional<Unchecked> failureOf(StringRef Name, const WorkerEnd &End,
                                          StringRef Yaml, StringRef Log,
                                          unsigned Timeout) {
  switch (End.How) {
  case WorkerEnd::NotStarted:
    return Unchecked{Name.str(), Unchecked::CouldNotRun, End.Detail};
  case WorkerEnd::TimedOut:
    return Unchecked{Name.str(), Unchecked::TimedOut,
                     "more than " + std::to_string(Timeout) + " s"};
  case WorkerEnd::Crashed:
    return Unchecked{
        Name.str(), IsInterrupted ? Unchecked::Interrupted : Unchecked::Crashed,
        IsInterrupted ? "" : End.Detail};
  case WorkerEnd::Exited:
    break;
  }
  // Errors in the code, and warnings that are errors, are in the results.
  if (End.Status == 0 || !Yaml.empty())
    return std::nullopt;
  return Unchecked{Name.str(), Unchecked::CouldNotRun, firstError(Log)};
}

void UnitRuns::work(State &S, const Unit &U, StringRef Folder) {
  S.IsBroken = true; // until it is not
  if (IsInterrupted) {
    S.Failure = {U.Name, Unchecked::Interrupted, ""};
    return;
  }
  auto In = [&](StringRef File) { return (Folder + "/" + File).str(); };
  std::ignore = sys::fs::create_directory(Folder);
  if (Error E = writeWhole(In("compile_commands.json"),
                           [&](raw_ostream &OS) { writeDatabase(U, OS); })) {
    S.Failure = {U.Name, Unchecked::CouldNotRun, toString(std::move(E))};
    return;
  }
  std::vector<std::string> Arguments = {
      "-p=" + Folder.str(), "--quiet", "--checks=" + S.Configured.Checks,
      "--header-filter=" + S.Configured.HeaderFilter,
      "--export-fixes=" + In("results.yaml")};
  if (!Line.ConfigFile.empty())
    Arguments.push_back("--config-file=" + Line.ConfigFile);
  Arguments.push_back(U.Path);
  WorkerEnd End = runWorker(Program, Line.Timeout, Arguments, In("log.txt"));
  S.Yaml = textOf(In("results.yaml"));
  S.Failure =
      failureOf(U.Name, End, S.Yaml, textOf(In("log.txt")), Line.Timeout);
  S.IsBroken = S.Failure || tellsOfErrors(S.Yaml);
  if (Cache && !S.Key.empty() && !S.IsBroken)
    Cache->store(S.Key, S.Yaml);
  std::ignore = sys::fs::remove_directories(Folder);
}

void UnitRuns::work(ArrayRef<size_t> Numbers) {
  SmallString<128> Folder;
  if (std::error_code EC = sys::fs::createUniqueDirectory("leash", Folder)) {
    for (size_t I : Numbers)
      States[I].Failure = {Units[I].Name, Unchecked::CouldNotRun, EC.message()};
    return;
  }
  // What is done is kept: those that run end, the others do not start.
  sys::SetInterruptFunction([] { IsInterrupted = true; });
  {
    Progress Shown("checking", Numbers.size(), Line.Quiet);
    inParallel(Numbers.size(), Line.Jobs, [&](size_t I) {
      const Unit &U = Units[Numbers[I]];
      work(States[Numbers[I]], U, (Folder + "/" + Twine(I)).str());
      Shown.step(U.Name);
    });
  }
  std::ignore = sys::fs::remove_directories(Folder);
}

void UnitRuns::addUsersOfHeaders(Selection &Asked) {
  if (Asked.Headers.empty())
    return;
  Progress Shown("scanning", Units.size(), Line.Quiet);
  inParallel(Units.size(), Line.Jobs, [&](size_t I) {
    States[I].Files = filesOf(Units[I]);
    Shown.step(Units[I].Name);
  });
  leash::addUsersOfHeaders(
      Asked, Units, Line.HeaderUsers, [&](size_t I, StringRef Header) {
        return is_contained(States[I].Files, Sources.pathOf(Header));
      });
}

// Adds what clang-tidy has said of the unit.
static bool addOutput(Results &All, StringRef Name, StringRef Yaml,
                      ArrayRef<std::string> Errors, SourceFiles &Sources) {
  size_t Before = All.Findings.size();
  if (!addTidyOutput(All, Name, Yaml, Sources))
    return false;
  for (Finding &F : drop_begin(All.Findings, Before))
    F.IsError = F.IsError || is_contained(Errors, F.Check);
  return true;
}

Results UnitRuns::collect(const Selection &Asked) {
  Results All;
  All.Files =
      Asked.Units.size() + Asked.NotInDatabase.size() + Asked.Unused.size();
  for (const std::string &Header : Asked.Unused)
    All.NotLookedAt.push_back(
        {Header, "no file of the compile database includes it"});
  for (const std::string &File : Asked.NotInDatabase)
    All.NotChecked.push_back({File, Unchecked::NotInDatabase,
                              "run the build system's configuration again?"});
  for (size_t I : Asked.Units) {
    State &S = States[I];
    const std::string &Name = Units[I].Name;
    if (S.IsOff)
      All.NotLookedAt.push_back(
          {Name, "the configuration turns Leash's checks off here"});
    else if (!S.Skipped.empty())
      All.NotLookedAt.push_back({Name, S.Skipped});
    else if (S.Failure)
      All.NotChecked.push_back(*S.Failure);
    else if (!addOutput(All, Name, S.Yaml, S.Configured.Errors, Sources))
      All.NotChecked.push_back({Name, Unchecked::CouldNotRun,
                                "what the checker wrote cannot be read"});
  }
  return All;
}

Expected<Results> UnitRuns::run(Selection Asked) {
  addUsersOfHeaders(Asked);
  if (Line.Shards != 0)
    takeShard(Asked, Line.Shard, Line.Shards);
  if (Error E = configure(Asked.Units))
    return std::move(E);
  scan(Asked.Units);

  findPlaces(Asked.Units);
  std::vector<size_t> ToDo = choose(Asked.Units);
  if (!Line.Quiet)
    errs() << "leash: " << ToDo.size() << " of " << Asked.Units.size()
           << " files to check\n";
  while (!ToDo.empty() && !IsInterrupted) {
    work(ToDo);
    ToDo = choose(Asked.Units);
  }
  if (Cache)
    Cache->prune();
  return collect(Asked);
}

} // namespace leash
