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
  // Which of equal findings is the first may change with the other parts.
  for (Finding &F : All.Findings)
    F.Fingerprint.clear();
  SourceFiles Sources(findRoot());
  return finish(std::move(All), Line, Sources);
}

} // namespace leash
