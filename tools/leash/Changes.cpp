//===--- Changes.cpp - the lines that have changed ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Changes.h"
#include "Process.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <limits>

using namespace llvm;

namespace leash {

namespace {
/// "@@ -10,2 +12,3 @@": where two lines were, there are three.
struct Hunk {
  unsigned Old = 0, NumOld = 1;
  unsigned New = 0, NumNew = 1;

  static Hunk parse(StringRef Line);
  Changes::Range changed() const;
};

using FileHunks = std::pair<std::string, std::vector<Hunk>>;
} // namespace

// "12,3", or "12" for a single line.
static void readSide(StringRef Text, unsigned &First, unsigned &Number) {
  auto [Start, Count] = Text.split(',');
  if (Start.getAsInteger(10, First) ||
      (!Count.empty() && Count.getAsInteger(10, Number)))
    First = Number = 0;
}

Hunk Hunk::parse(StringRef Line) {
  Hunk Result;
  auto [Old, New] = Line.split(' ');
  readSide(Old.drop_front(1), Result.Old, Result.NumOld);
  readSide(New.split(' ').first.drop_front(1), Result.New, Result.NumNew);
  return Result;
}

Changes::Range Hunk::changed() const {
  // Lines are gone between this one and the next: both feel it.
  if (NumNew == 0)
    return {New, New + 1};
  return {New, New + NumNew - 1};
}

static std::vector<FileHunks> hunksOf(StringRef Diff) {
  std::vector<FileHunks> Result;
  bool IsInFile = false;
  while (!Diff.empty()) {
    StringRef Line;
    std::tie(Line, Diff) = Diff.split('\n');
    if (Line.consume_front("diff --git ")) {
      IsInFile = false;
    } else if (!IsInFile && Line.consume_front("+++ b/")) {
      // A name with blanks has a tab at its end.
      Result.emplace_back(Line.rtrim('\t').str(), std::vector<Hunk>());
      IsInFile = true;
    } else if (IsInFile && Line.consume_front("@@ ")) {
      Result.back().second.push_back(Hunk::parse(Line));
    }
  }
  return Result;
}

Changes Changes::parse(StringRef Diff) {
  Changes Result;
  for (const FileHunks &File : hunksOf(Diff))
    for (const Hunk &H : File.second)
      Result.Lines[File.first].push_back(H.changed());
  return Result;
}

// The first and the last line of what a line has become; the first is the later
// one where nothing is left of it.
static Changes::Range lineAfter(unsigned Line, ArrayRef<Hunk> Hunks) {
  unsigned Result = Line;
  for (const Hunk &H : Hunks) {
    if (Line >= H.Old && Line < H.Old + H.NumOld)
      return H.NumNew == 0 ? Changes::Range(H.New + 1, H.New) : H.changed();
    // Nothing was replaced: what is new comes after the line that is named.
    if (Line >= H.Old + std::max(H.NumOld, 1U))
      Result = Result + H.NumNew - H.NumOld;
  }
  return {Result, Result};
}

std::vector<std::string> Changes::follow(StringRef Diff) {
  std::vector<std::string> Result;
  for (const FileHunks &File : hunksOf(Diff)) {
    auto Found = Lines.find(File.first);
    if (Found == Lines.end())
      continue;
    Result.push_back(File.first);
    for (Range &R : Found->second)
      R = {lineAfter(R.first, File.second).first,
           lineAfter(R.second, File.second).second};
  }
  return Result;
}

void Changes::addFile(StringRef Name) {
  Lines[Name.str()].emplace_back(1, std::numeric_limits<unsigned>::max());
}

bool Changes::has(const Location &Where) const {
  auto Found = Lines.find(Where.File);
  return Found != Lines.end() && any_of(Found->second, [&](Range R) {
           return R.first <= Where.Line && Where.Line <= R.second;
         });
}

bool Changes::has(const Finding &F) const {
  return has(F.Where) ||
         any_of(F.Notes, [&](const Note &N) { return has(N.Where); });
}

std::vector<std::string> Changes::files() const {
  std::vector<std::string> Result;
  Result.reserve(Lines.size());
  for (const auto &Entry : Lines)
    Result.push_back(Entry.first);
  return Result;
}

static Expected<std::string> git(StringRef Root, ArrayRef<StringRef> Words) {
  auto Program = sys::findProgramByName("git");
  if (!Program)
    return createStringError(Program.getError(),
                             "git was not found; --since and --staged ask it "
                             "what has changed");
  Command Git = {*Program, "-C", Root.str(), "-c", "core.quotePath=false"};
  for (StringRef Word : Words)
    Git.push_back(Word.str());
  ProcessResult Said = run(Git, /*Seconds=*/0);
  if (Said.ended() && Said.Status == 0)
    return std::move(Said.Out);
  return createStringError(
      inconvertibleErrorCode(),
      "git " + join(Words, " ") + ": " +
          StringRef(Said.ended() ? Said.Err : Said.Problem).rtrim());
}

static Expected<std::string> diff(StringRef Root, ArrayRef<StringRef> What) {
  // Whatever the user's configuration says of how differences look.
  SmallVector<StringRef, 16> Command = {"diff",
                                        "-U0",
                                        "--inter-hunk-context=0",
                                        "--no-color",
                                        "--no-ext-diff",
                                        "--no-textconv",
                                        "--src-prefix=a/",
                                        "--dst-prefix=b/",
                                        "--diff-filter=d"};
  Command.append(What.begin(), What.end());
  return git(Root, Command);
}

Expected<Changes> changesSince(StringRef Root, StringRef Revision) {
  Expected<std::string> Text = diff(Root, {"--merge-base", Revision, "--"});
  if (!Text)
    return Text.takeError();
  Changes Result = Changes::parse(*Text);
  Expected<std::string> New =
      git(Root, {"ls-files", "--others", "--exclude-standard", "-z"});
  if (!New)
    return New.takeError();
  SmallVector<StringRef, 16> Names;
  StringRef(*New).split(Names, '\0', -1, /*KeepEmpty=*/false);
  for (StringRef Name : Names)
    Result.addFile(Name);
  return std::move(Result);
}

// What is checked is what is in the folder: the compiler reads it, with all
// that it includes. Under pre-commit the two are the same, which puts aside
// what is not staged.
Expected<Changes> stagedChanges(StringRef Root) {
  Expected<std::string> Staged = diff(Root, {"--cached", "--"});
  if (!Staged)
    return Staged.takeError();
  Expected<std::string> NotStaged = diff(Root, {"--"});
  if (!NotStaged)
    return NotStaged.takeError();
  Changes Result = Changes::parse(*Staged);
  for (const std::string &File : Result.follow(*NotStaged))
    errs() << "leash: " << File
           << " has changes that are not staged; it is checked with them\n";
  return std::move(Result);
}

} // namespace leash
