//===--- SarifFormat.cpp - SARIF 2.1.0 ------------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One run, with everything that Results has: what SARIF has no place for is in
// the run's properties. clang/Basic/Sarif.h is of no use here: it came with
// LLVM 15, takes its locations from a SourceManager, which is gone when results
// of many processes come together, and knows neither fixes nor related
// locations.
//
// SARIF counts columns in characters, Results in bytes. A region whose columns
// are others than those in Results has those as properties, so that reading it
// back needs no source.
//
// Braces and brackets in messages stay as they are. The standard would have
// braces doubled and takes [a](b) for a link, but the viewers show what they
// get.
//
//===----------------------------------------------------------------------===//

#include "Catalogue.h"
#include "Formats.h"
#include "SarifNames.h"
#include "Summary.h"
#include "Utf8.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include <map>

using namespace llvm;

namespace leash {

namespace {

class SarifWriter {
public:
  SarifWriter(const Results &All, SourceFiles &Sources, raw_ostream &OS)
      : All(All), Sources(Sources), J(OS, /*IndentSize=*/2) {}
  void write();

private:
  void writeRun();
  void writeTool();
  void writeRule(StringRef Check);
  void writeInvocation();
  void writeNotification(const Unchecked &File);
  void writeExtra();

  void writeResult(const Finding &F);
  void writeCodeFlow(const Finding &F);
  void writeStep(const Location &Where, StringRef Message);
  void writeFix(ArrayRef<Edit> Edits);
  void writeReplacement(const Edit &E);

  void writeText(StringRef Name, StringRef Text);
  void writeArtifact(StringRef File);
  void writePlace(const Location &Where, bool WithText);
  void writeRegions(const Location &Where);
  void writeColumns(const Location &Where, const Location &Shown);
  void writeSnippet(StringRef Text);
  Location widened(const Location &Where) const;
  StringRef textOf(const Location &Where) const;
  StringRef from(const Location &Where, unsigned Column) const;

  const Results &All;
  SourceFiles &Sources;
  json::OStream J;
  std::map<StringRef, unsigned> RuleIndices;
};

} // namespace

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

// Only what can stand anywhere in a URI is left as it is: a colon in a relative
// one would make a scheme of what is before it.
static std::string uriOf(StringRef File) {
  std::string Result;
  for (char C : File) {
    if (isAlnum(C) || StringRef("/-._~").contains(C)) {
      Result += C;
      continue;
    }
    unsigned char Byte = C;
    Result += '%';
    Result += hexdigit(Byte >> 4);
    Result += hexdigit(Byte & 15);
  }
  return Result;
}

static bool isAbsolute(StringRef File) { return File.take_front() == "/"; }

void SarifWriter::writeText(StringRef Name, StringRef Text) {
  J.attributeObject(Name, [&] { J.attribute("text", validUtf8(Text)); });
}

void SarifWriter::writeArtifact(StringRef File) {
  J.attributeObject("artifactLocation", [&] {
    if (isAbsolute(File)) {
      J.attribute("uri", (sarif::FileScheme + uriOf(File)).str());
      return;
    }
    J.attribute("uri", uriOf(File));
    J.attribute("uriBaseId", sarif::Root);
  });
}

// The name that the text begins with: "std::thread".
static StringRef nameAtStart(StringRef Text) {
  auto IsInName = [](char C) { return isAlnum(C) || C == '_'; };
  StringRef Rest = Text.drop_while(IsInName);
  while (Rest.consume_front("::"))
    Rest = Rest.drop_while(IsInName);
  return Text.drop_back(Rest.size());
}

// Many findings are a point, and viewers underline regions: the name that
// begins there is what the point means.
Location SarifWriter::widened(const Location &Where) const {
  Location Result = Where;
  if (Where.Column == 0 || Where.EndLine != Where.Line ||
      Where.EndColumn != Where.Column)
    return Result;
  StringRef Line = Sources.line(Where.File, Where.Line);
  if (Where.Column <= Line.size())
    Result.EndColumn += nameAtStart(Line.drop_front(Where.Column - 1)).size();
  return Result;
}

void SarifWriter::writeColumns(const Location &Where, const Location &Shown) {
  StringRef File = Where.File;
  unsigned Start =
      characterColumn(Sources.line(File, Shown.Line), Shown.Column);
  unsigned End =
      characterColumn(Sources.line(File, Shown.EndLine), Shown.EndColumn);
  J.attribute("startLine", Shown.Line);
  if (Start != 0)
    J.attribute("startColumn", Start);
  if (Shown.EndLine != 0)
    J.attribute("endLine", Shown.EndLine);
  if (End != 0)
    J.attribute("endColumn", End);
  if (Start == Where.Column && End == Where.EndColumn)
    return;
  J.attributeObject("properties", [&] {
    J.attribute(sarif::StartByte, Where.Column);
    J.attribute(sarif::EndByte, Where.EndColumn);
  });
}

// A region without an end column goes on to the end of its line.
StringRef SarifWriter::textOf(const Location &Where) const {
  if (Where.EndColumn == 0)
    return from(Where, std::max(1u, Where.Column));
  size_t Begin = Sources.offsetOf(Where.File, Where.Line, Where.Column);
  size_t End = Sources.offsetOf(Where.File, Where.EndLine, Where.EndColumn);
  return Sources.text(Where.File).slice(Begin, End);
}

/// From a column of the first line to the end of the last one.
StringRef SarifWriter::from(const Location &Where, unsigned Column) const {
  unsigned EndLine = std::max(Where.Line, Where.EndLine);
  size_t Begin = Sources.offsetOf(Where.File, Where.Line, Column);
  size_t End = Sources.offsetOf(Where.File, EndLine, 1) +
               Sources.line(Where.File, EndLine).size();
  return Sources.text(Where.File).slice(Begin, End);
}

void SarifWriter::writeSnippet(StringRef Text) {
  if (!Text.empty())
    writeText("snippet", Text);
}

// The region, and the whole lines around it for those who have no source. They
// must be more than the region.
void SarifWriter::writeRegions(const Location &Where) {
  Location Shown = widened(Where);
  StringRef Text = textOf(Shown);
  StringRef Lines = from(Shown, /*Column=*/1);
  J.attributeObject("region", [&] {
    writeColumns(Where, Shown);
    writeSnippet(Text);
  });
  if (Text.size() >= Lines.size())
    return;
  J.attributeObject("contextRegion", [&] {
    J.attribute("startLine", Shown.Line);
    J.attribute("endLine", std::max(Shown.Line, Shown.EndLine));
    writeSnippet(Lines);
  });
}

void SarifWriter::writePlace(const Location &Where, bool WithText) {
  if (Where.File.empty())
    return;
  J.attributeObject("physicalLocation", [&] {
    writeArtifact(Where.File);
    if (Where.Line == 0)
      return;
    if (WithText)
      writeRegions(Where);
    else
      J.attributeObject("region", [&] { writeColumns(Where, widened(Where)); });
  });
}

//===----------------------------------------------------------------------===//
// Findings
//===----------------------------------------------------------------------===//

void SarifWriter::writeStep(const Location &Where, StringRef Message) {
  J.object([&] {
    J.attributeObject("location", [&] {
      writePlace(Where, /*WithText=*/false);
      writeText("message", Message);
    });
  });
}

// Viewers let the reader walk through it: the evidence, and then the finding.
void SarifWriter::writeCodeFlow(const Finding &F) {
  auto WriteSteps = [&] {
    for (const Note &N : F.Notes)
      writeStep(N.Where, N.Message);
    writeStep(F.Where, F.Message);
  };
  J.attributeArray("codeFlows", [&] {
    J.object([&] {
      J.attributeArray("threadFlows", [&] {
        J.object([&] { J.attributeArray("locations", WriteSteps); });
      });
    });
  });
}

void SarifWriter::writeReplacement(const Edit &E) {
  J.object([&] {
    J.attributeObject("deletedRegion", [&] { writeColumns(E.Where, E.Where); });
    if (!E.Text.empty())
      writeText("insertedContent", E.Text);
  });
}

// All changes of one file are together, in the order of the first ones.
void SarifWriter::writeFix(ArrayRef<Edit> Edits) {
  std::vector<StringRef> Files;
  for (const Edit &E : Edits)
    if (!is_contained(Files, E.Where.File))
      Files.emplace_back(E.Where.File);

  auto WriteChange = [&](StringRef File) {
    J.object([&] {
      writeArtifact(File);
      J.attributeArray("replacements", [&] {
        for (const Edit &E : Edits)
          if (E.Where.File == File)
            writeReplacement(E);
      });
    });
  };
  J.attributeArray("fixes", [&] {
    J.object([&] {
      J.attributeArray("artifactChanges", [&] {
        for (StringRef File : Files)
          WriteChange(File);
      });
    });
  });
}

void SarifWriter::writeResult(const Finding &F) {
  J.object([&] {
    J.attribute("ruleId", F.Check);
    J.attribute("ruleIndex", RuleIndices[F.Check]);
    J.attribute("level", F.IsError ? "error" : "warning");
    writeText("message", F.Message);
    J.attributeArray("locations", [&] {
      J.object([&] { writePlace(F.Where, /*WithText=*/true); });
    });
    if (!F.Notes.empty()) {
      J.attributeArray("relatedLocations", [&] {
        for (const Note &N : F.Notes)
          J.object([&] {
            J.attribute("id", &N - F.Notes.data() + 1);
            writePlace(N.Where, /*WithText=*/true);
            writeText("message", N.Message);
          });
      });
      writeCodeFlow(F);
    }
    if (!F.Edits.empty())
      writeFix(F.Edits);
    J.attributeObject("partialFingerprints",
                      [&] { J.attribute(sarif::Fingerprint, F.Fingerprint); });
  });
}

//===----------------------------------------------------------------------===//
// The run
//===----------------------------------------------------------------------===//

void SarifWriter::writeRule(StringRef Check) {
  J.object([&] {
    J.attribute("id", Check);
    const CatalogueEntry *Entry = findCheck(Check);
    if (!Entry)
      return;
    writeText("shortDescription", Entry->Summary);
    writeText("fullDescription", Entry->Summary);
    // The page reads well as it is; who can show Markdown does.
    J.attributeObject("help", [&] {
      J.attribute("text", validUtf8(Entry->Page));
      J.attribute("markdown", validUtf8(Entry->Page));
    });
    J.attributeObject("defaultConfiguration",
                      [&] { J.attribute("level", "warning"); });
    J.attributeObject("properties", [&] { J.attribute("tier", Entry->Tier); });
  });
}

void SarifWriter::writeTool() {
  for (const Finding &F : All.Findings)
    RuleIndices[F.Check] = 0;
  unsigned Index = 0;
  for (auto &Rule : RuleIndices)
    Rule.second = Index++;

  J.attributeObject("tool", [&] {
    J.attributeObject("driver", [&] {
      J.attribute("name", sarif::Driver);
      J.attribute("version", LEASH_VERSION);
      J.attributeArray("rules", [&] {
        for (const auto &Rule : RuleIndices)
          writeRule(Rule.first);
      });
    });
  });
}

static StringRef idOf(Unchecked::WhyNot Why) {
  return find_if(sarif::Reasons,
                 [&](const sarif::Reason &R) { return R.Why == Why; })
      ->Id;
}

void SarifWriter::writeNotification(const Unchecked &File) {
  J.object([&] {
    J.attributeObject("descriptor", [&] { J.attribute("id", idOf(File.Why)); });
    J.attribute("level", "error");
    writeText("message", "not checked: " + reasonOf(File));
    J.attributeArray("locations", [&] {
      J.object([&] {
        J.attributeObject("physicalLocation",
                          [&] { writeArtifact(File.File); });
      });
    });
    J.attributeObject("properties",
                      [&] { J.attribute("detail", validUtf8(File.Detail)); });
  });
}

void SarifWriter::writeInvocation() {
  J.object([&] {
    J.attribute("executionSuccessful", All.NotChecked.empty());
    J.attributeArray("toolExecutionNotifications", [&] {
      for (const Unchecked &File : All.NotChecked)
        writeNotification(File);
    });
  });
}

void SarifWriter::writeExtra() {
  J.attributeObject(sarif::Extra, [&] {
    J.attribute("format", sarif::Format);
    J.attribute("files", All.Files);
    J.attribute("inBaseline", All.InBaseline);
    J.attribute("elsewhere", All.Elsewhere);
    J.attributeArray("skipped", [&] {
      for (const Skipped &File : All.NotLookedAt)
        J.object([&] {
          writeArtifact(File.File);
          J.attribute("why", validUtf8(File.Why));
        });
    });
  });
}

void SarifWriter::writeRun() {
  J.object([&] {
    writeTool();
    J.attributeArray("invocations", [&] { writeInvocation(); });
    // Where the root is, the reader knows best.
    J.attributeObject("originalUriBaseIds", [&] {
      J.attributeObject(sarif::Root, [&] {
        writeText("description", "The root of the repository");
      });
    });
    J.attribute("columnKind", "unicodeCodePoints");
    J.attributeArray("results", [&] {
      for (const Finding &F : All.Findings)
        writeResult(F);
    });
    J.attributeObject("properties", [&] { writeExtra(); });
  });
}

void SarifWriter::write() {
  J.object([&] {
    J.attribute("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
                           "errata01/os/schemas/sarif-schema-2.1.0.json");
    J.attribute("version", sarif::Version);
    J.attributeArray("runs", [&] { writeRun(); });
  });
}

void writeSarif(const Results &All, const FormatContext &Context,
                raw_ostream &OS) {
  SarifWriter(All, Context.Sources, OS).write();
  OS << "\n";
}

} // namespace leash
