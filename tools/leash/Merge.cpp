//===--- Merge.cpp - leash merge ------------------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Merge.h"
#include "Outcome.h"
#include "SarifReader.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace leash {

// A part that cannot be read is a part that is missing: the others are written,
// and the status says that something lacks.
int merge(const CommandLine &Line) {
  Results All;
  for (const std::string &Path : Line.Inputs) {
    Expected<Results> Part = readSarif(Path);
    if (Part) {
      add(All, std::move(*Part));
      continue;
    }
    std::string Why = llvm::toString(Part.takeError());
    errs() << "leash: " << Why << "\n";
    All.NotChecked.push_back({Path, Unchecked::CouldNotRun, Why});
  }
  SourceFiles Sources(findRoot());
  // Which of equal findings is the first may change with the other parts. Where
  // there are no sources, what the part has said is all there is.
  for (Finding &F : All.Findings)
    if (!Sources.line(F.Where.File, F.Where.Line).empty())
      F.Fingerprint.clear();
  return finish(std::move(All), Line, Sources);
}

} // namespace leash
