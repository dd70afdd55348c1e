//===--- Formats.h - how results are written --------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each format is a function in a file of its own: TextFormat.cpp,
// GitHubFormat.cpp, GitLabFormat.cpp, SarifFormat.cpp, HtmlFormat.cpp. All
// write the findings in the order that they are given, and the same bytes for
// the same results: no time, no machine, no path outside of the results.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_FORMATS_H
#define LEASH_TOOLS_FORMATS_H

#include "Results.h"
#include "SourceFiles.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace leash {

/// What a format may ask for beside the results.
struct FormatContext {
  SourceFiles &Sources;
  bool Colour = false;  ///< Text alone.
  bool Verbose = false; ///< Name the files that were skipped, and why.
};

using WriteFormat = void (*)(const Results &All, const FormatContext &Context,
                             llvm::raw_ostream &OS);

/// Clang's own layout: findings by file, each with its line of source and its
/// notes; the summary by check; then what was not checked.
void writeText(const Results &All, const FormatContext &Context,
               llvm::raw_ostream &OS);
/// Workflow commands of GitHub Actions: one ::warning or ::error a finding.
void writeGitHub(const Results &All, const FormatContext &Context,
                 llvm::raw_ostream &OS);
/// GitLab's Code Quality: an array of issues with unique fingerprints.
void writeGitLab(const Results &All, const FormatContext &Context,
                 llvm::raw_ostream &OS);
/// SARIF 2.1.0, with everything that Results has: SarifReader.h reads it back.
void writeSarif(const Results &All, const FormatContext &Context,
                llvm::raw_ostream &OS);
/// One page that needs no other file and no network.
void writeHtml(const Results &All, const FormatContext &Context,
               llvm::raw_ostream &OS);

struct Format {
  llvm::StringRef Name;
  llvm::StringRef Summary;
  WriteFormat Write;
};

/// All of them; "text" is the first.
llvm::ArrayRef<Format> formats();

/// The format of that name; null when there is none.
const Format *findFormat(llvm::StringRef Name);

} // namespace leash

#endif // LEASH_TOOLS_FORMATS_H
