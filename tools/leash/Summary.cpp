//===--- Summary.cpp - results in a line ----------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summary.h"
#include "llvm/ADT/StringExtras.h"
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

// Each of the files that were asked for is in one of the three numbers.
static std::string filesOf(const Results &All) {
  std::set<StringRef> NotChecked;
  for (const Unchecked &File : All.NotChecked)
    NotChecked.insert(File.File);
  size_t Others = NotChecked.size() + All.NotLookedAt.size();
  size_t Checked = All.Files > Others ? All.Files - Others : 0;
  if (Others == 0)
    return countOf(Checked, "file") + " checked";

  std::string Result = countOf(std::max<size_t>(All.Files, Others), "file") +
                       ": " + utostr(Checked) + " checked";
  if (!All.NotLookedAt.empty())
    Result += ", " + utostr(All.NotLookedAt.size()) +
              " skipped (nothing to report in them)";
  if (!NotChecked.empty())
    Result += ", " + utostr(NotChecked.size()) + " not checked";
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
