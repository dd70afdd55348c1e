//===--- Check.cpp - leash check ------------------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In order: what there is to check (CompileCommands, Selection, Changes); what
// each unit reads and what is known of it (Dependencies, ResultCache); which
// units cannot hold a finding (Mentions); clang-tidy for the rest (Worker);
// and what becomes of it (TidyOutput, Fixes, Outcome).
//
//===----------------------------------------------------------------------===//

#include "Check.h"
#include "Changes.h"
#include "Configuration.h"
#include "Dependencies.h"
#include "Outcome.h"
#include "UnitRuns.h"
#include "llvm/Support/raw_ostream.h"
#include <memory>

using namespace llvm;

namespace leash {

static int fail(Error E) {
  errs() << "leash: " << toString(std::move(E)) << "\n";
  return ExitNotChecked;
}

// Null when all lines count.
static Expected<std::unique_ptr<Changes>> changesOf(const CommandLine &Line,
                                                    StringRef Root) {
  if (!Line.Staged && Line.Since.empty())
    return nullptr;
  Expected<Changes> Result =
      Line.Staged ? stagedChanges(Root) : changesSince(Root, Line.Since);
  if (!Result)
    return Result.takeError();
  return std::make_unique<Changes>(std::move(*Result));
}

static void keepChanged(Results &All, const Changes &Changed) {
  size_t Before = All.Findings.size();
  erase_if(All.Findings, [&](const Finding &F) { return !Changed.has(F); });
  All.Elsewhere += Before - All.Findings.size();
}

int check(const CommandLine &Line, const char *Self) {
  SourceFiles Sources(findRoot());
  Expected<std::string> Folder =
      findBuildFolder(Line.BuildPath, Sources.root());
  if (!Folder)
    return fail(Folder.takeError());
  Expected<std::vector<Unit>> Units =
      readUnits(*Folder, Sources, Line.ExtraArgs);
  if (!Units)
    return fail(Units.takeError());
  Expected<Selection> Asked = select(*Units, Line.Inputs, Sources);
  if (!Asked)
    return fail(Asked.takeError());
  Expected<std::unique_ptr<Changes>> Changed = changesOf(Line, Sources.root());
  if (!Changed)
    return fail(Changed.takeError());
  if (*Changed)
    Asked = selectChanged(*Units, *Asked, Line.Inputs, (*Changed)->files(),
                          Sources);
  if (!Asked)
    return fail(Asked.takeError());

  UnitRuns Runs(Line, Self, Sources, *Units);
  Expected<Results> All = Runs.run(std::move(*Asked));
  if (!All)
    return fail(All.takeError());
  if (*Changed)
    keepChanged(*All, **Changed);
  return finish(std::move(*All), Line, Sources);
}

} // namespace leash
