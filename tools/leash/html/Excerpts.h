//===--- Excerpts.h - the source around a finding ---------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding is a path: step zero is the report, the others are its notes. Each
// step stands below its line of source, with links to the one before and the
// one after it.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_HTML_EXCERPTS_H
#define LEASH_TOOLS_HTML_EXCERPTS_H

#include "Results.h"
#include "SourceFiles.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace leash {

/// Writes excerpts; knows the colours of the files that it has seen.
class Excerpts {
public:
  explicit Excerpts(SourceFiles &Sources) : Sources(Sources) {}

  /// The excerpts of all files on the path of \p F, in the order in which the
  /// path comes to them. The steps are the elements Id-0, Id-1 ...: those
  /// that canShow says are there.
  void writePath(const Finding &F, llvm::StringRef Id, llvm::raw_ostream &OS);

  /// The edits of \p F, as lines that go and lines that come.
  void writeEdits(const Finding &F, llvm::raw_ostream &OS);

  /// Whether there is source to show for the place.
  bool canShow(const Location &Where);

private:
  llvm::StringRef kindsOf(llvm::StringRef Name);

  SourceFiles &Sources;
  llvm::StringMap<std::string> Kinds;
};

} // namespace leash

#endif // LEASH_TOOLS_HTML_EXCERPTS_H
