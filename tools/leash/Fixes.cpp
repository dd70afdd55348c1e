//===--- Fixes.cpp - applies fix-its --------------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fixes.h"
#include "WholeFile.h"
#include "clang/Tooling/Core/Replacement.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

using namespace llvm;
using clang::tooling::Replacement;
using clang::tooling::Replacements;

namespace leash {

using Files = std::map<std::string, Replacements>;

static Replacement replacementOf(const Edit &E, SourceFiles &Sources) {
  size_t Start = Sources.offsetOf(E.Where.File, E.Where.Line, E.Where.Column);
  size_t End =
      Sources.offsetOf(E.Where.File, E.Where.EndLine, E.Where.EndColumn);
  return {E.Where.File, static_cast<unsigned>(Start),
          static_cast<unsigned>(End - Start), E.Text};
}

// All edits of a finding, or none: half a fix does not compile. Two findings
// may add the same #include; that is one edit.
static bool addFix(Files &To, const Finding &F, SourceFiles &Sources) {
  Files Tried = To;
  for (const Edit &E : F.Edits) {
    Replacement New = replacementOf(E, Sources);
    Replacements &Known = Tried[E.Where.File];
    if (is_contained(Known, New))
      continue;
    if (Error Conflict = Known.add(New)) {
      consumeError(std::move(Conflict));
      return false;
    }
  }
  To = std::move(Tried);
  return true;
}

Expected<FixCounts> applyFixes(const Results &All, SourceFiles &Sources) {
  Files ToMake;
  FixCounts Result;
  for (const Finding &F : All.Findings) {
    if (F.Edits.empty())
      continue;
    if (addFix(ToMake, F, Sources))
      ++Result.Applied;
    else
      ++Result.Left;
  }
  for (const auto &Entry : ToMake) {
    auto New = applyAllReplacements(Sources.text(Entry.first), Entry.second);
    if (!New)
      return New.takeError();
    if (Error E = writeWhole(Sources.pathOf(Entry.first),
                             [&](raw_ostream &OS) { OS << *New; }))
      return std::move(E);
    ++Result.Files;
  }
  return Result;
}

} // namespace leash
