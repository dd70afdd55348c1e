//===--- TidyOutput.cpp - what clang-tidy says, as results ----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyOutput.h"
#include "Catalogue.h"
#include "clang/Tooling/Core/Diagnostic.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/Support/YAMLTraits.h"

using namespace llvm;
using clang::tooling::Diagnostic;
using clang::tooling::DiagnosticMessage;
using clang::tooling::FileByteRange;
using clang::tooling::Replacement;
using clang::tooling::TranslationUnitDiagnostics;

namespace leash {

namespace {
/// Turns byte offsets into lines and columns. Paths may be relative to where
/// the compiler ran.
class Reader {
public:
  Reader(SourceFiles &Sources, StringRef Directory)
      : Sources(Sources), Directory(Directory) {}

  Location place(const DiagnosticMessage &Message) const {
    if (Message.FilePath.empty())
      return {};
    return Sources.at(name(Message.FilePath), Message.FileOffset,
                      lengthOf(Message));
  }

  std::vector<Edit> edits(const DiagnosticMessage &Message) const {
    std::vector<Edit> Result;
    for (const auto &File : Message.Fix)
      for (const Replacement &R : File.second)
        Result.push_back(
            {Sources.at(name(R.getFilePath()), R.getOffset(), R.getLength()),
             R.getReplacementText().str()});
    return Result;
  }

private:
  std::string name(StringRef Path) const {
    return Sources.nameOf(Path, Directory);
  }

  // Of the ranges that the check has marked, the one that the message points
  // at.
  static size_t lengthOf(const DiagnosticMessage &Message) {
    for (const FileByteRange &Range : Message.Ranges)
      if (Range.FilePath == Message.FilePath &&
          Range.FileOffset <= Message.FileOffset &&
          Message.FileOffset < Range.FileOffset + Range.Length)
        return Range.FileOffset + Range.Length - Message.FileOffset;
    return 0;
  }

  SourceFiles &Sources;
  StringRef Directory;
};
} // namespace

// Colons and the like, but no notes: one line for a summary.
static std::string errorText(const Diagnostic &D, const Reader &R) {
  Location Where = R.place(D.Message);
  std::string Result;
  if (Where.Line != 0)
    Result = Where.File + ":" + std::to_string(Where.Line) + ":" +
             std::to_string(Where.Column) + ": ";
  return Result + D.Message.Message;
}

static Finding findingOf(const Diagnostic &D, const Reader &R) {
  Finding Result;
  Result.Check = D.DiagnosticName;
  Result.Message = D.Message.Message;
  Result.Where = R.place(D.Message);
  Result.IsError = D.DiagLevel == Diagnostic::Error;
  Result.Edits = R.edits(D.Message);
  for (const DiagnosticMessage &Note : D.Notes)
    Result.Notes.push_back({R.place(Note), Note.Message});
  return Result;
}

static bool isFinding(const Diagnostic &D) {
  return findCheck(D.DiagnosticName);
}

// A warning that -Werror makes an error has its own name, and leaves no hole in
// what was parsed.
static bool isWarningOfCompiler(const Diagnostic &D) {
  StringRef Name = D.DiagnosticName;
  return Name.consume_front("clang-diagnostic-") && Name != "error";
}

static bool isError(const Diagnostic &D) {
  return D.DiagLevel == Diagnostic::Error && !isFinding(D) &&
         !isWarningOfCompiler(D);
}

static bool parse(StringRef Yaml, TranslationUnitDiagnostics &Result) {
  // Nothing is said of a file without warnings.
  if (Yaml.trim().empty())
    return true;
  yaml::Input Input(Yaml, /*Ctxt=*/nullptr,
                    [](const SMDiagnostic &, void *) {});
  Input >> Result;
  return !Input.error();
}

bool addTidyOutput(Results &All, StringRef Unit, StringRef Yaml,
                   SourceFiles &Sources) {
  TranslationUnitDiagnostics Said;
  if (!parse(Yaml, Said))
    return false;
  bool HasError = false;
  for (const Diagnostic &D : Said.Diagnostics) {
    Reader R(Sources, D.BuildDirectory);
    if (isFinding(D))
      All.Findings.push_back(findingOf(D, R));
    else if (isError(D) && !std::exchange(HasError, true))
      All.NotChecked.push_back({Unit.str(),
                                D.DiagnosticName == "clang-tidy-config"
                                    ? Unchecked::CouldNotRun
                                    : Unchecked::DoesNotCompile,
                                errorText(D, R)});
  }
  return true;
}

bool tellsOfErrors(StringRef Yaml) {
  TranslationUnitDiagnostics Said;
  return !parse(Yaml, Said) || any_of(Said.Diagnostics, isError);
}

} // namespace leash
