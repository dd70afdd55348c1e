//===--- Results.h - what a run has found -----------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one model between those who find and those who print: workers, the cache
// and merge fill it, the formats read it. Plain data; a Results belongs to one
// thread at a time.
//
// Files are named relative to the repository's root, with "/", so that results
// of several machines fit together; a file outside of the root keeps its
// absolute path.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_RESULTS_H
#define LEASH_TOOLS_RESULTS_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace leash {

/// A stretch of a file. Lines and columns count from one, columns in bytes;
/// End is behind the last character. All of it is zero for a file as a whole.
struct Location {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  unsigned EndLine = 0;
  unsigned EndColumn = 0;
};

/// A step of the evidence, in the order in which it is to be read.
struct Note {
  Location Where;
  std::string Message;
};

/// Text that takes the place of what stands at Where. A fix-it is all edits of
/// a finding.
struct Edit {
  Location Where;
  std::string Text;
};

/// One report of a check.
struct Finding {
  std::string Check; ///< With its prefix: "leash-detached-thread".
  std::string Message;
  Location Where;
  std::vector<Note> Notes;
  std::vector<Edit> Edits;
  bool IsError = false; ///< The configuration makes this warning an error.
  /// The same as long as the code is the same, wherever it moves in its file:
  /// sixteen hexadecimal digits. Set by addFingerprints.
  std::string Fingerprint;
};

/// A file that was not checked, or not to the end.
struct Unchecked {
  enum WhyNot {
    DoesNotCompile,
    Crashed,
    TimedOut,
    Interrupted,
    NotInDatabase,
    CouldNotRun
  };
  std::string File;
  WhyNot Why = CouldNotRun;
  std::string Detail; ///< The first error, or what the system said.
};

/// A file that was not looked at, because it cannot hold what Leash reports.
struct Skipped {
  std::string File;
  std::string Why;
};

struct Results {
  std::vector<Finding> Findings;
  std::vector<Unchecked> NotChecked;
  std::vector<Skipped> NotLookedAt;
  unsigned Files = 0;      ///< All that were asked for.
  unsigned InBaseline = 0; ///< Findings left out: the baseline has them.
  unsigned Elsewhere = 0;  ///< Findings left out: not on changed lines.
};

/// "did not compile", "crashed" ...: for summaries.
llvm::StringRef toString(Unchecked::WhyNot Why);

/// Puts findings into the order in which all formats show them: by file, line,
/// column, check and message; one that several translation units have found is
/// there once. The result does not depend on the order before.
void sortAndUnite(Results &All);

/// Adds the results of another part of the same repository.
void add(Results &All, Results Part);

} // namespace leash

#endif // LEASH_TOOLS_RESULTS_H
