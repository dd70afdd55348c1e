//===--- Outcome.cpp - what becomes of results ----------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Outcome.h"
#include "Baseline.h"
#include "Fixes.h"
#include "WholeFile.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace leash {

static bool wantsColour(CommandLine::ColourMode Mode) {
  switch (Mode) {
  case CommandLine::Always:
    return true;
  case CommandLine::Never:
    return false;
  case CommandLine::Auto:
    break;
  }
  return sys::Process::StandardOutHasColors() &&
         !sys::Process::GetEnv("NO_COLOR");
}

static Error write(const Output &To, const Results &All,
                   FormatContext Context) {
  if (!To.File.empty()) {
    Context.Colour = false;
    return writeWhole(
        To.File, [&](raw_ostream &OS) { To.Kind->Write(All, Context, OS); });
  }
  To.Kind->Write(All, Context, outs());
  outs().flush();
  if (std::error_code EC = outs().error()) {
    outs().clear_error();
    return createFileError("standard output", EC);
  }
  return Error::success();
}

// A baseline that is written takes all findings, also those that the one that
// is read has.
static Error applyBaselines(Results &All, const CommandLine &Line) {
  if (!Line.WriteBaseline.empty())
    if (Error E = writeBaseline(Line.WriteBaseline, All))
      return E;
  if (!Line.Baseline.empty())
    return removeKnown(All, Line.Baseline);
  return Error::success();
}

static Error fix(const Results &All, SourceFiles &Sources) {
  Expected<FixCounts> Counts = applyFixes(All, Sources);
  if (!Counts)
    return Counts.takeError();
  errs() << "leash: " << Counts->Applied << " fixes applied in "
         << Counts->Files << " files\n";
  if (Counts->Left != 0)
    errs() << "leash: " << Counts->Left
           << " fixes left, because they meet others; run leash again\n";
  return Error::success();
}

static ExitStatus statusOf(const Results &All, const CommandLine &Line) {
  if (!All.NotChecked.empty() && !Line.Tolerate)
    return ExitNotChecked;
  if (!All.Findings.empty() && Line.WriteBaseline.empty())
    return ExitFindings;
  return ExitClean;
}

int finish(Results All, const CommandLine &Line, SourceFiles &Sources) {
  sortAndUnite(All);
  addFingerprints(All, Sources);

  bool Failed = false;
  auto Say = [&](Error E) {
    if (!E)
      return;
    Failed = true;
    errs() << "leash: " << toString(std::move(E)) << "\n";
  };
  Say(applyBaselines(All, Line));
  // What is shown is what is mended.
  if (Line.Fix)
    Say(fix(All, Sources));
  FormatContext Context{Sources, wantsColour(Line.Colour), Line.Verbose};
  for (const Output &To : Line.Outputs)
    Say(write(To, All, Context));
  return Failed ? ExitNotChecked : statusOf(All, Line);
}

} // namespace leash
