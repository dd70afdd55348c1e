//===--- Summary.h - results in a line --------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_SUMMARY_H
#define LEASH_TOOLS_SUMMARY_H

#include "Results.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace leash {

/// "1 finding", "2 findings".
std::string countOf(size_t Number, llvm::StringRef Noun);

/// The files that were asked for: each is in one of the three others.
struct FileCounts {
  size_t All = 0;
  size_t Checked = 0;
  size_t Skipped = 0;
  size_t NotChecked = 0;
};
FileCounts countFiles(const Results &All);

/// How many findings there are, and what became of the files: one line.
std::string summaryOf(const Results &All);

/// What findings were left out, and why; empty when none were.
std::string leftOutOf(const Results &All);

/// Why a file was not checked: the reason, and the first line of the detail.
std::string reasonOf(const Unchecked &File);

} // namespace leash

#endif // LEASH_TOOLS_SUMMARY_H
