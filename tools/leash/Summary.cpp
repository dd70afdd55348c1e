//===--- Summary.cpp - results in a line ----------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summary.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>
#include <set>

using namespace llvm;

namespace leash {

std::string countOf(size_t Number, StringRef Noun) {
  std::string Result = utostr(Number) + " " + Noun.str();
  return Number == 1 ? Result : Result + "s";
}

static std::string findingsOf(const Results &All) {
  if (All.Findings.empty())
    return "no findings";
  std::set<StringRef> Files;
  for (const Finding &F : All.Findings)
    Files.insert(F.Where.File);
  return countOf(All.Findings.size(), "finding") + " in " +
         countOf(Files.size(), "file");
}

FileCounts countFiles(const Results &All) {
  std::set<StringRef> NotChecked;
  for (const Unchecked &File : All.NotChecked)
    NotChecked.insert(File.File);
  FileCounts Result;
  Result.Skipped = All.NotLookedAt.size();
  Result.NotChecked = NotChecked.size();
  size_t Others = Result.Skipped + Result.NotChecked;
  Result.All = std::max<size_t>(All.Files, Others);
  Result.Checked = Result.All - Others;
  return Result;
}

static std::string filesOf(const Results &All) {
  FileCounts Counts = countFiles(All);
  if (Counts.Checked == Counts.All)
    return countOf(Counts.All, "file") + " checked";
  std::string Result =
      countOf(Counts.All, "file") + ": " + utostr(Counts.Checked) + " checked";
  if (Counts.Skipped != 0)
    Result +=
        ", " + utostr(Counts.Skipped) + " skipped (nothing to report in them)";
  if (Counts.NotChecked != 0)
    Result += ", " + utostr(Counts.NotChecked) + " not checked";
  return Result;
}

std::string summaryOf(const Results &All) {
  if (All.Files == 0 && All.Findings.empty() && All.NotChecked.empty())
    return "no findings: there were no files to check";
  return findingsOf(All) + "; " + filesOf(All);
}

std::string leftOutOf(const Results &All) {
  std::string Result;
  if (All.InBaseline != 0)
    Result = utostr(All.InBaseline) + " in the baseline";
  if (All.Elsewhere != 0)
    Result += (Result.empty() ? "" : ", ") + utostr(All.Elsewhere) +
              " on lines that have not changed";
  return Result.empty() ? "" : "not shown: " + Result;
}

std::string reasonOf(const Unchecked &File) {
  StringRef Detail = StringRef(File.Detail).split('\n').first.trim();
  // What the system says begins with the file, which is said already.
  Detail.consume_front(File.File + ": ");
  std::string Result = toString(File.Why).str();
  return Detail.empty() ? Result : Result + ": " + Detail.str();
}

} // namespace leash
