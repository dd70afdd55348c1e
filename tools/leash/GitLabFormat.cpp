//===--- GitLabFormat.cpp - GitLab's Code Quality report ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// GitLab compares the report of a branch with that of its target: what only
// one of them has is new, or mended. A file that was not checked therefore is
// an issue as well. Without it, all that was known of the file would count as
// mended, and the merge request would look better than before.
//
// Of several issues with one fingerprint GitLab shows one; ours are unique.
//
//===----------------------------------------------------------------------===//

#include "Catalogue.h"
#include "Formats.h"
#include "Summary.h"
#include "Utf8.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace leash {

// GitLab's are info, minor, major, critical and blocker.
static StringRef severityOf(const Finding &F) {
  if (F.IsError)
    return "critical";
  const CatalogueEntry *Entry = findCheck(F.Check);
  return Entry && Entry->Tier == "Preview" ? "minor" : "major";
}

// A location without a line is not accepted.
static void writeLocation(json::OStream &J, const Location &Where) {
  unsigned Begin = std::max(1u, Where.Line);
  J.attributeObject("location", [&] {
    J.attribute("path", validUtf8(Where.File));
    J.attributeObject("lines", [&] {
      J.attribute("begin", Begin);
      J.attribute("end", std::max(Begin, Where.EndLine));
    });
  });
}

static void writeFinding(json::OStream &J, const Finding &F) {
  J.object([&] {
    J.attribute("description", validUtf8(F.Message));
    J.attribute("check_name", F.Check);
    J.attribute("fingerprint", F.Fingerprint);
    J.attribute("severity", severityOf(F));
    writeLocation(J, F.Where);
  });
}

// The same file for the same reason stays the same issue.
static std::string fingerprintOf(const Unchecked &File) {
  std::string Key = "not checked";
  Key += '\0' + File.File + '\0' + toString(File.Why).str();
  return utohexstr(xxHash64(Key), /*LowerCase=*/true);
}

static void writeNotChecked(json::OStream &J, const Unchecked &File) {
  J.object([&] {
    J.attribute("description", validUtf8("not checked: " + reasonOf(File)));
    J.attribute("check_name", "leash");
    J.attribute("fingerprint", fingerprintOf(File));
    J.attribute("severity", "blocker");
    Location Whole;
    Whole.File = File.File;
    writeLocation(J, Whole);
  });
}

void writeGitLab(const Results &All, const FormatContext & /*Context*/,
                 raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  J.array([&] {
    for (const Finding &F : All.Findings)
      writeFinding(J, F);
    for (const Unchecked &File : All.NotChecked)
      writeNotChecked(J, File);
  });
  OS << "\n";
}

} // namespace leash
