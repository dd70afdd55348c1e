//===--- Excerpts.cpp - the source around a finding -----------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Excerpts.h"
#include "Highlighter.h"
#include "Markup.h"
#include "Summary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

using namespace llvm;

namespace leash {

namespace {
/// A step of a path, with the stretch of source that is marked for it.
struct Step {
  unsigned Number; ///< Zero for the report itself.
  const Location *Where;
  StringRef Message;
  size_t Begin = 0; ///< Bytes of the file.
  size_t End = 0;
};

/// Lines that are shown, the first and the last one.
struct Window {
  unsigned First;
  unsigned Last;
};
} // namespace

// How many lines are shown above and below a step, and of a long range.
static constexpr unsigned Around = 3;
static constexpr unsigned MostOfRange = 8;
// A gap that is as small is filled: it costs as much as the line that says so.
static constexpr unsigned SmallGap = 2;
// Generated code has lines without end.
static constexpr size_t LongestLine = 1000;

static std::vector<Step> stepsOf(const Finding &F) {
  std::vector<Step> Result;
  Result.push_back({0, &F.Where, F.Message});
  for (const Note &N : F.Notes)
    Result.push_back(
        {static_cast<unsigned>(Result.size()), &N.Where, N.Message});
  return Result;
}

// How much of Text is a name, with its namespaces.
static size_t lengthOfName(StringRef Text) {
  size_t Length = 0;
  while (Length != Text.size())
    if (isAlnum(Text[Length]) || Text[Length] == '_')
      ++Length;
    else if (Length != 0 && Text.substr(Length, 2) == "::")
      Length += 2;
    else
      break;
  return Length;
}

// A place without a length stands for the name that begins there.
static void findRange(Step &S, SourceFiles &Sources) {
  StringRef Text = Sources.text(S.Where->File);
  S.Begin = Sources.offsetOf(S.Where->File, S.Where->Line, S.Where->Column);
  S.End = Sources.offsetOf(S.Where->File, S.Where->EndLine, S.Where->EndColumn);
  if (S.Where->EndLine != 0 && S.End > S.Begin)
    return;
  size_t Length = lengthOfName(Text.substr(S.Begin));
  S.End = std::min(S.Begin + std::max<size_t>(Length, 1), Text.size());
}

static unsigned lastShown(const Location &Where) {
  return std::min(std::max(Where.Line, Where.EndLine),
                  Where.Line + MostOfRange);
}

static std::vector<Window> windowsOf(ArrayRef<Step> Steps, unsigned NumLines) {
  std::vector<Window> All;
  for (const Step &S : Steps) {
    unsigned Line = S.Where->Line;
    All.push_back({Line > Around ? Line - Around : 1,
                   std::min(lastShown(*S.Where) + Around, NumLines)});
  }
  sort(All, [](const Window &Left, const Window &Right) {
    return Left.First < Right.First;
  });
  std::vector<Window> Result;
  for (const Window &W : All) {
    if (!Result.empty() && W.First <= Result.back().Last + SmallGap + 1)
      Result.back().Last = std::max(Result.back().Last, W.Last);
    else
      Result.push_back(W);
  }
  return Result;
}

namespace {
/// The excerpt of one file.
class FileExcerpt {
public:
  FileExcerpt(SourceFiles &Sources, StringRef Kinds, StringRef Id,
              unsigned NumSteps, raw_ostream &OS)
      : Sources(Sources), Kinds(Kinds), Id(Id), NumSteps(NumSteps), OS(OS) {}

  void write(StringRef Name, std::vector<Step> OfFile) {
    File = Name;
    Steps = std::move(OfFile);
    for (Step &S : Steps)
      findRange(S, Sources);
    OS << "<figure>\n<figcaption>";
    writeEscaped(File, OS);
    OS << "</figcaption>\n<div class=\"source\">\n";
    unsigned Next = 1;
    unsigned NumLines = Sources.numLines(File);
    for (const Window &W : windowsOf(Steps, NumLines)) {
      writeGap(Next, W.First);
      for (unsigned Line = W.First; Line <= W.Last; ++Line)
        writeLine(Line);
      Next = W.Last + 1;
    }
    OS << "</div>\n</figure>\n";
  }

private:
  // Nothing is said of what is above the first window.
  void writeGap(unsigned From, unsigned To) {
    if (From == 1 || From == To)
      return;
    OS << "<div class=\"gap\">" << countOf(To - From, "line") << "</div>\n";
  }

  void writeLine(unsigned Number) {
    StringRef Text = Sources.line(File, Number);
    size_t Start = Sources.offsetOf(File, Number, 1);
    bool Hit =
        any_of(Steps, [&](const Step &S) { return S.Where->Line == Number; });
    OS << (Hit ? "<div class=\"line hit\">" : "<div class=\"line\">")
       << "<span class=\"n\">" << Number << "</span><code>";
    writeMarked(Text.take_front(LongestLine), Start);
    if (Text.size() > LongestLine)
      OS << "\xe2\x80\xa6";
    OS << "</code></div>\n";
    for (const Step &S : Steps)
      if (S.Where->Line == Number)
        writeStep(S, Text.take_while(isSpace));
  }

  // The step whose range has the byte; null when there is none. Where ranges
  // overlap, the earlier step's is on top: the report's first of all.
  const Step *stepAt(size_t Offset) const {
    for (const Step &S : Steps)
      if (S.Begin <= Offset && Offset < S.End)
        return &S;
    return nullptr;
  }

  void writeMarked(StringRef Text, size_t Start) {
    // White space at a line's start is nobody's.
    size_t Indent = Text.take_while(isSpace).size();
    auto MarkAt = [&](size_t I) {
      return I < Indent ? nullptr : stepAt(Start + I);
    };
    // Characters stay whole, also when a column is within one.
    auto IsWithin = [&](size_t I) { return (Text[I] & 0xc0) == 0x80; };
    for (size_t At = 0; At < Text.size();) {
      const Step *Mark = MarkAt(At);
      size_t End = At + 1;
      while (End < Text.size() && (IsWithin(End) || MarkAt(End) == Mark))
        ++End;
      writeStretch(Text.slice(At, End), Start + At, Mark);
      At = End;
    }
  }

  void writeStretch(StringRef Text, size_t Start, const Step *Mark) {
    if (Mark)
      OS << (Mark->Number == 0 ? "<mark class=\"report\"" : "<mark")
         << " data-step=\"" << Mark->Number << "\">";
    writeHighlighted(Text, Kinds.substr(Start, Text.size()), OS);
    if (Mark)
      OS << "</mark>";
  }

  void writeLink(unsigned Number, StringRef Class, StringRef Label,
                 StringRef Sign) {
    OS << "<a class=\"" << Class << "\" href=\"#" << Id << "-" << Number
       << "\" aria-label=\"" << Label << "\">" << Sign << "</a>";
  }

  void writeStep(const Step &S, StringRef Indent) {
    OS << "<div class=\"step" << (S.Number == 0 ? " report" : "") << "\" id=\""
       << Id << "-" << S.Number << R"(" tabindex="-1"><span class="in">)"
       << Indent.take_front(32) << "</span><div class=\"said\">"
       << "<b class=\"number\">";
    if (S.Number == 0)
      OS << "!";
    else
      OS << S.Number;
    OS << "</b><span class=\"text\">";
    writeMessage(S.Message, OS);
    OS << "</span>";
    if (NumSteps > 1) {
      OS << "<span class=\"walk\">";
      if (S.Number > 0)
        writeLink(S.Number - 1, "previous", "Previous step", "\xe2\x80\xb9");
      if (S.Number + 1 < NumSteps)
        writeLink(S.Number + 1, "next", "Next step", "\xe2\x80\xba");
      OS << "</span>";
    }
    OS << "</div></div>\n";
  }

  SourceFiles &Sources;
  StringRef Kinds;
  StringRef Id;
  unsigned NumSteps;
  raw_ostream &OS;
  StringRef File;
  std::vector<Step> Steps;
};
} // namespace

bool Excerpts::canShow(const Location &Where) {
  return Where.Line != 0 && Where.Line <= Sources.numLines(Where.File);
}

StringRef Excerpts::kindsOf(StringRef Name) {
  auto Known = Kinds.find(Name);
  if (Known == Kinds.end())
    Known = Kinds.try_emplace(Name, highlight(Name, Sources.text(Name))).first;
  return Known->second;
}

void Excerpts::writePath(const Finding &F, StringRef Id, raw_ostream &OS) {
  std::vector<Step> All = stepsOf(F);
  std::vector<std::vector<Step>> ByFile;
  for (const Step &S : All) {
    if (!canShow(*S.Where))
      continue;
    auto Known = find_if(ByFile, [&](const std::vector<Step> &Steps) {
      return Steps.front().Where->File == S.Where->File;
    });
    if (Known == ByFile.end())
      Known = ByFile.emplace(ByFile.end());
    Known->push_back(S);
  }
  for (std::vector<Step> &Steps : ByFile) {
    StringRef File = Steps.front().Where->File;
    FileExcerpt(Sources, kindsOf(File), Id, All.size(), OS)
        .write(File, std::move(Steps));
  }
}

namespace {
/// Lines of a file, and the edits that change them.
struct Hunk {
  StringRef File;
  unsigned First;
  unsigned Last;
  SmallVector<const Edit *, 4> Edits;
};
} // namespace

static std::vector<Hunk> hunksOf(const Finding &F) {
  std::vector<const Edit *> Edits;
  Edits.reserve(F.Edits.size());
  for (const Edit &E : F.Edits)
    Edits.push_back(&E);
  sort(Edits, [](const Edit *Left, const Edit *Right) {
    return std::tie(Left->Where.File, Left->Where.Line, Left->Where.Column,
                    Left->Where.EndLine, Left->Where.EndColumn, Left->Text) <
           std::tie(Right->Where.File, Right->Where.Line, Right->Where.Column,
                    Right->Where.EndLine, Right->Where.EndColumn, Right->Text);
  });
  std::vector<Hunk> Result;
  for (const Edit *E : Edits) {
    unsigned Last = std::max(E->Where.Line, E->Where.EndLine);
    if (Result.empty() || Result.back().File != E->Where.File ||
        E->Where.Line > Result.back().Last)
      Result.push_back({E->Where.File, E->Where.Line, Last, {}});
    Result.back().Last = std::max(Result.back().Last, Last);
    Result.back().Edits.push_back(E);
  }
  return Result;
}

static std::string editedText(const Hunk &H, SourceFiles &Sources) {
  StringRef Text = Sources.text(H.File);
  size_t At = Sources.offsetOf(H.File, H.First, 1);
  size_t End = Sources.offsetOf(H.File, H.Last + 1, 1);
  std::string Result;
  for (const Edit *E : H.Edits) {
    size_t Begin = Sources.offsetOf(H.File, E->Where.Line, E->Where.Column);
    Result += Text.slice(At, std::max(At, Begin));
    Result += E->Text;
    At = std::max(
        {At, Begin,
         Sources.offsetOf(H.File, E->Where.EndLine, E->Where.EndColumn)});
  }
  Result += Text.slice(At, std::max(At, End));
  return Result;
}

static void writeDiffLine(StringRef Tag, StringRef Sign, unsigned Number,
                          StringRef Text, raw_ostream &OS) {
  OS << "<div class=\"line " << Tag << R"("><span class="n">)" << Number
     << "</span><" << Tag << "><span class=\"sign\">" << Sign
     << "</span><code>";
  writeEscaped(Text.rtrim("\r"), OS);
  OS << "</code></" << Tag << "></div>\n";
}

static void writeNewLines(const Hunk &H, SourceFiles &Sources,
                          raw_ostream &OS) {
  std::string Edited = editedText(H, Sources);
  if (Edited.empty())
    return;
  StringRef Rest = Edited;
  Rest.consume_back("\n");
  SmallVector<StringRef, 8> Lines;
  Rest.split(Lines, '\n');
  unsigned Number = H.First;
  for (StringRef Line : Lines)
    writeDiffLine("ins", "+", Number++, Line, OS);
}

static void writeHunk(const Hunk &H, SourceFiles &Sources, raw_ostream &OS) {
  OS << "<figure>\n<figcaption>";
  writeEscaped(H.File, OS);
  OS << "</figcaption>\n<div class=\"source\">\n";
  for (unsigned Line = H.First; Line <= H.Last; ++Line)
    writeDiffLine("del", "\xe2\x88\x92", Line, Sources.line(H.File, Line), OS);
  writeNewLines(H, Sources, OS);
  OS << "</div>\n</figure>\n";
}

void Excerpts::writeEdits(const Finding &F, raw_ostream &OS) {
  for (const Hunk &H : hunksOf(F))
    if (H.First != 0 && H.Last <= Sources.numLines(H.File))
      writeHunk(H, Sources, OS);
}

} // namespace leash
