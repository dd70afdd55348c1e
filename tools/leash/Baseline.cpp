//===--- Baseline.cpp - findings that are known ---------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Baseline.h"
#include "WholeFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"
#include <map>

using namespace llvm;

namespace leash {

static std::string hashOf(StringRef Text) {
  return utohexstr(xxHash64(Text), /*LowerCase=*/true, /*Width=*/16);
}

// White space is no reason to see a finding anew.
static std::string withoutSpace(StringRef Line) {
  std::string Result;
  copy_if(Line, std::back_inserter(Result), [](char C) { return !isSpace(C); });
  return Result;
}

void addFingerprints(Results &All, SourceFiles &Sources) {
  std::map<std::string, unsigned> Seen;
  for (Finding &F : All.Findings) {
    std::string Key = F.Check + '\0' + F.Where.File + '\0' +
                      withoutSpace(Sources.line(F.Where.File, F.Where.Line));
    unsigned Ordinal = Seen[Key]++;
    if (F.Fingerprint.empty())
      F.Fingerprint = hashOf(Key + '\0' + utostr(Ordinal));
  }
}

Error writeBaseline(StringRef Path, const Results &All) {
  return writeWhole(Path, [&](raw_ostream &OS) {
    json::OStream J(OS, /*IndentSize=*/2);
    J.object([&] {
      J.attribute("leash-baseline", 1);
      J.attributeArray("findings", [&] {
        for (const Finding &F : All.Findings)
          J.object([&] {
            J.attribute("fingerprint", F.Fingerprint);
            // For people: only the fingerprint counts.
            J.attribute("check", F.Check);
            J.attribute("file", F.Where.File);
          });
      });
    });
    OS << "\n";
  });
}

static Error invalid(StringRef Path, const Twine &Why) {
  return createStringError(inconvertibleErrorCode(),
                           Path + ": this is no baseline: " + Why +
                               "; make one with --write-baseline");
}

static Expected<StringSet<>> readBaseline(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return createFileError(Path, Buffer.getError());
  auto Parsed = json::parse((*Buffer)->getBuffer());
  if (!Parsed)
    return invalid(Path, toString(Parsed.takeError()));
  const json::Object *Top = Parsed->getAsObject();
  auto Version =
      Top ? Top->getInteger("leash-baseline") : decltype(Top->getInteger("")){};
  if (!Version || *Version != 1)
    return invalid(Path, "it does not say \"leash-baseline\": 1");
  const json::Array *Findings = Top->getArray("findings");
  if (!Findings)
    return invalid(Path, "it has no findings");

  StringSet<> Result;
  for (const json::Value &Entry : *Findings) {
    const json::Object *Object = Entry.getAsObject();
    auto Fingerprint = Object ? Object->getString("fingerprint")
                              : decltype(Object->getString("")){};
    if (!Fingerprint)
      return invalid(Path, "a finding has no fingerprint");
    Result.insert(*Fingerprint);
  }
  return std::move(Result);
}

Error removeKnown(Results &All, StringRef Path) {
  Expected<StringSet<>> Known = readBaseline(Path);
  if (!Known)
    return Known.takeError();
  size_t Before = All.Findings.size();
  erase_if(All.Findings,
           [&](const Finding &F) { return Known->contains(F.Fingerprint); });
  All.InBaseline += Before - All.Findings.size();
  return Error::success();
}

} // namespace leash
