//===--- GitHubFormat.cpp - annotations of GitHub Actions -----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A line is a command to the runner:
//
//   ::warning file=src/a.cpp,line=3,endLine=3,col=5,endColumn=9,title=...::text
//
// The runner takes ten commands of a kind from a step, in their order, and
// drops the others without a word. So what was not checked comes first: it is
// worth more than the eleventh error. A notice says how many there are in all.
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "Summary.h"
#include "Utf8.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace leash {

static constexpr size_t ShownOfAKind = 10;

static std::string escape(StringRef Text, StringRef Special) {
  std::string Result;
  for (char C : Text) {
    if (!Special.contains(C)) {
      Result += C;
      continue;
    }
    std::string Digits = utohexstr(static_cast<unsigned char>(C));
    Result += (Digits.size() == 1 ? "%0" : "%") + Digits;
  }
  return Result;
}

static std::string escapeText(StringRef Text) { return escape(Text, "%\r\n"); }

static std::string escapeProperty(StringRef Text) {
  return escape(Text, "%\r\n:,");
}

static void writeCommand(raw_ostream &OS, StringRef Kind, StringRef Properties,
                         StringRef Title, StringRef Text) {
  OS << "::" << Kind << " " << Properties << (Properties.empty() ? "" : ",")
     << "title=" << escapeProperty(Title) << "::" << escapeText(Text) << "\n";
}

// Columns are only allowed where the annotation has one line.
static std::string propertiesOf(const Location &Where, SourceFiles &Sources) {
  std::string Result = "file=" + escapeProperty(Where.File);
  if (Where.Line == 0)
    return Result;
  unsigned EndLine = std::max(Where.Line, Where.EndLine);
  Result += ",line=" + utostr(Where.Line) + ",endLine=" + utostr(EndLine);
  if (Where.Column == 0 || EndLine != Where.Line)
    return Result;
  StringRef Line = Sources.line(Where.File, Where.Line);
  Result += ",col=" + utostr(characterColumn(Line, Where.Column));
  if (Where.EndColumn > Where.Column)
    Result += ",endColumn=" + utostr(characterColumn(Line, Where.EndColumn));
  return Result;
}

// An annotation has one place: the notes' are words.
static std::string textOf(const Finding &F) {
  std::string Result = F.Message;
  for (const Note &N : F.Notes) {
    Result += "\n";
    if (!N.Where.File.empty())
      Result += N.Where.File + ":" + utostr(N.Where.Line) + ": ";
    Result += N.Message;
  }
  return Result;
}

static bool showsAll(const Results &All) {
  size_t Errors =
      count_if(All.Findings, [](const Finding &F) { return F.IsError; });
  return Errors + All.NotChecked.size() <= ShownOfAKind &&
         All.Findings.size() - Errors <= ShownOfAKind;
}

void writeGitHub(const Results &All, const FormatContext &Context,
                 raw_ostream &OS) {
  for (const Unchecked &File : All.NotChecked)
    writeCommand(OS, "error", "file=" + escapeProperty(File.File),
                 "leash: not checked", reasonOf(File));
  for (const Finding &F : All.Findings)
    writeCommand(OS, F.IsError ? "error" : "warning",
                 propertiesOf(F.Where, Context.Sources), F.Check, textOf(F));
  if (!showsAll(All))
    writeCommand(OS, "notice", "", "leash",
                 summaryOf(All) + "\nGitHub shows the first ten errors and the "
                                  "first ten warnings; all are in the log");
}

} // namespace leash
