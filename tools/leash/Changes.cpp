//===--- Changes.cpp - the lines that have changed ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Changes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include <limits>

using namespace llvm;

namespace leash {

// "+12,3": three lines from the twelfth on.
static Changes::Range rangeOf(StringRef New) {
  auto [Start, Count] = New.split(',');
  unsigned First = 0, Number = 1;
  if (Start.getAsInteger(10, First) ||
      (!Count.empty() && Count.getAsInteger(10, Number)))
    return {1, 0};
  // Lines are gone between this one and the next: both feel it.
  if (Number == 0)
    return {First, First + 1};
  return {First, First + Number - 1};
}

Changes Changes::parse(StringRef Diff) {
  Changes Result;
  std::vector<Range> *Current = nullptr;
  while (!Diff.empty()) {
    StringRef Line;
    std::tie(Line, Diff) = Diff.split('\n');
    if (Line.consume_front("diff --git "))
      Current = nullptr;
    else if (!Current && Line.consume_front("+++ b/"))
      // A name with blanks has a tab at its end.
      Current = &Result.Lines[Line.rtrim('\t').str()];
    else if (Current && Line.consume_front("@@ -"))
      Current->push_back(rangeOf(Line.split('+').second.split(' ').first));
  }
  return Result;
}

void Changes::addFile(StringRef Name) {
  Lines[Name.str()].push_back({1, std::numeric_limits<unsigned>::max()});
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
  for (const auto &Entry : Lines)
    Result.push_back(Entry.first);
  return Result;
}

static Expected<std::string> git(StringRef Root, ArrayRef<StringRef> Command) {
  auto Program = sys::findProgramByName("git");
  if (!Program)
    return createStringError(Program.getError(),
                             "git was not found; --since and --staged ask it "
                             "what has changed");
  SmallString<128> Out, Errors;
  if (std::error_code EC =
          sys::fs::createTemporaryFile("leash-git", "out", Out))
    return errorCodeToError(EC);
  FileRemover RemoveOut(Out);
  if (std::error_code EC =
          sys::fs::createTemporaryFile("leash-git", "err", Errors))
    return errorCodeToError(EC);
  FileRemover RemoveErrors(Errors);

  SmallVector<StringRef, 16> Arguments = {"git", "-C", Root, "-c",
                                          "core.quotePath=false"};
  Arguments.append(Command.begin(), Command.end());
  std::string Why;
  int Status = sys::ExecuteAndWait(
      *Program, Arguments, /*Env=*/{},
      {StringRef(""), StringRef(Out), StringRef(Errors)}, 0, 0, &Why);
  auto Text = MemoryBuffer::getFile(Status == 0 ? Out : Errors);
  StringRef Said = Text ? (*Text)->getBuffer() : StringRef(Why);
  if (Status == 0)
    return Said.str();
  return createStringError(inconvertibleErrorCode(),
                           "git " + join(Command, " ") + ": " + Said.rtrim());
}

static Expected<Changes> diff(StringRef Root, ArrayRef<StringRef> What) {
  SmallVector<StringRef, 16> Command = {"diff",
                                        "-U0",
                                        "--no-color",
                                        "--no-ext-diff",
                                        "--src-prefix=a/",
                                        "--dst-prefix=b/",
                                        "--diff-filter=d"};
  Command.append(What.begin(), What.end());
  Expected<std::string> Text = git(Root, Command);
  if (!Text)
    return Text.takeError();
  return Changes::parse(*Text);
}

Expected<Changes> changesSince(StringRef Root, StringRef Revision) {
  Expected<Changes> Result = diff(Root, {"--merge-base", Revision, "--"});
  if (!Result)
    return Result;
  Expected<std::string> New =
      git(Root, {"ls-files", "--others", "--exclude-standard", "-z"});
  if (!New)
    return New.takeError();
  SmallVector<StringRef, 16> Names;
  StringRef(*New).split(Names, '\0', -1, /*KeepEmpty=*/false);
  for (StringRef Name : Names)
    Result->addFile(Name);
  return Result;
}

Expected<Changes> stagedChanges(StringRef Root) {
  return diff(Root, {"--cached", "--"});
}

} // namespace leash
