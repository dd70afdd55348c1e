//===--- TextFormat.cpp - results for people ------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each finding has Clang's layout, so that what understands Clang's output
// (editors, problem matchers) understands this. Unlike Clang's, lines of more
// than MaxWidth columns are cut on both sides of the caret: the output must not
// depend on how wide a terminal is.
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "Summary.h"
#include "Utf8.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>
#include <map>

using namespace llvm;

namespace leash {

static constexpr unsigned TabStop = 8;    // as Clang's -ftabstop
static constexpr unsigned MaxWidth = 160; // of an excerpt
static constexpr StringRef Ellipsis = "...";

namespace {

/// A character of a source line as it is shown.
struct Cell {
  size_t Offset = 0;   ///< In bytes from the line's start.
  unsigned Column = 0; ///< On the screen, from zero.
  unsigned Width = 0;
  std::string Text;
  bool IsEscaped = false; ///< Not the character itself, but its number.
};

/// A line of source on the screen. The last cell stands for its end.
class Row {
public:
  explicit Row(StringRef Line);

  unsigned columnOf(size_t Offset) const;
  /// Cuts what is too far from the column \p Caret.
  void cutAround(unsigned Caret);
  /// The column as it is after cutting; false when it was cut off.
  bool place(unsigned &Column) const;
  void print(raw_ostream &OS, bool Colour) const;

private:
  unsigned width() const { return Cells.back().Column; }

  std::vector<Cell> Cells;
  unsigned First = 0;  // Column
  unsigned Behind = 0; // Column
};

class TextWriter {
public:
  TextWriter(const Results &All, const FormatContext &Context, raw_ostream &OS)
      : All(All), Context(Context), OS(OS) {
    OS.enable_colors(Context.Colour);
  }
  void write();

private:
  void writeFindings();
  void writeSkipped();
  void writeTable();
  void writeNotChecked();

  void writeFinding(const Finding &F);
  void writeMessage(const Location &Where, raw_ostream::Colors Colour,
                    StringRef Level, const Twine &Message);
  void writeExcerpt(const Location &Where, ArrayRef<Edit> Edits);
  void writeGutter(const Twine &Number);

  const Results &All;
  const FormatContext &Context;
  raw_ostream &OS;
};

} // namespace

//===----------------------------------------------------------------------===//
// Lines of source
//===----------------------------------------------------------------------===//

// "U+0007" for a character, "E9" for a byte that is none.
static std::string nameOf(StringRef Bytes, bool IsValid) {
  if (!IsValid)
    return utohexstr(static_cast<unsigned char>(Bytes.front()));
  const auto *Begin = reinterpret_cast<const UTF8 *>(Bytes.begin());
  const auto *End = reinterpret_cast<const UTF8 *>(Bytes.end());
  UTF32 Code = 0;
  convertUTF8Sequence(&Begin, End, &Code, strictConversion);
  std::string Digits = utohexstr(Code);
  return "U+" + std::string(Digits.size() < 4 ? 4 - Digits.size() : 0, '0') +
         Digits;
}

// What a terminal cannot show, or would obey, is shown as Clang does.
static Cell makeCell(StringRef Bytes, bool IsValid) {
  Cell Result;
  int Width = IsValid ? sys::unicode::columnWidthUTF8(Bytes) : -1;
  if (Width >= 0) {
    Result.Text = Bytes.str();
    Result.Width = Width;
    return Result;
  }
  Result.IsEscaped = true;
  Result.Text = "<" + nameOf(Bytes, IsValid) + ">";
  Result.Width = Result.Text.size();
  return Result;
}

Row::Row(StringRef Line) {
  unsigned Column = 0;
  for (size_t Offset = 0; Offset != Line.size();) {
    StringRef Rest = Line.substr(Offset);
    size_t Length = utf8Length(Rest);
    StringRef Bytes = Rest.take_front(std::max<size_t>(1, Length));
    Cell Next;
    if (Bytes == "\t") {
      Next.Width = TabStop - Column % TabStop;
      Next.Text = std::string(Next.Width, ' ');
    } else {
      Next = makeCell(Bytes, Length != 0);
    }
    Next.Offset = Offset;
    Next.Column = Column;
    Column += Next.Width;
    Offset += Bytes.size();
    Cells.push_back(std::move(Next));
  }
  Cells.emplace_back();
  Cells.back().Offset = Line.size();
  Cells.back().Column = Column;
  Behind = Column;
}

unsigned Row::columnOf(size_t Offset) const {
  auto Next = std::upper_bound(
      Cells.begin(), Cells.end(), Offset,
      [](size_t Wanted, const Cell &C) { return Wanted < C.Offset; });
  return std::prev(Next)->Column;
}

void Row::cutAround(unsigned Caret) {
  if (width() <= MaxWidth)
    return;
  // What is left of the caret tells most: what is called, and where.
  unsigned Wanted = Caret < MaxWidth * 3 / 4 ? 0 : Caret - MaxWidth / 2;
  Wanted = std::min(Wanted, width() - MaxWidth);
  First =
      find_if(Cells, [&](const Cell &C) { return C.Column >= Wanted; })->Column;
  Behind =
      find_if(Cells, [&](const Cell &C) {
        return C.Column + C.Width > First + MaxWidth || &C == &Cells.back();
      })->Column;
}

bool Row::place(unsigned &Column) const {
  if (Column < First || Column > Behind)
    return false;
  Column = Column - First + (First == 0 ? 0 : Ellipsis.size());
  return true;
}

void Row::print(raw_ostream &OS, bool Colour) const {
  if (First != 0)
    OS << Ellipsis;
  for (const Cell &C : Cells) {
    if (C.Column < First || C.Column >= Behind)
      continue;
    if (C.IsEscaped && Colour)
      OS.reverseColor();
    OS << C.Text;
    if (C.IsEscaped && Colour)
      OS.resetColor();
  }
  if (Behind != width())
    OS << Ellipsis;
}

//===----------------------------------------------------------------------===//
// Findings
//===----------------------------------------------------------------------===//

static std::string placeOf(const Location &Where) {
  std::string Result = Where.File;
  if (Where.Line != 0)
    Result += ":" + utostr(Where.Line);
  if (Where.Line != 0 && Where.Column != 0)
    Result += ":" + utostr(Where.Column);
  return Result;
}

void TextWriter::writeMessage(const Location &Where, raw_ostream::Colors Colour,
                              StringRef Level, const Twine &Message) {
  bool IsNote = Level == "note";
  if (!Where.File.empty()) {
    OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
    OS << placeOf(Where) << ": ";
    OS.resetColor();
  }
  OS.changeColor(Colour, /*Bold=*/true);
  OS << Level << ": ";
  OS.resetColor();
  if (!IsNote)
    OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  OS << Message;
  if (!IsNote)
    OS.resetColor();
  OS << "\n";
}

void TextWriter::writeGutter(const Twine &Number) {
  OS << right_justify(Number.str(), 5) << " | ";
}

// What an edit puts into the line that is shown stands under its place.
static std::string editsUnder(const Row &Shown, const Location &Where,
                              ArrayRef<Edit> Edits) {
  std::string Result;
  for (const Edit &E : Edits) {
    bool IsHere = E.Where.File == Where.File && E.Where.Line == Where.Line &&
                  E.Where.Column != 0 &&
                  !StringRef(E.Text).trim().contains('\n');
    if (!IsHere)
      continue;
    unsigned Column = Shown.columnOf(E.Where.Column - 1);
    if (!Shown.place(Column))
      continue;
    size_t End = std::max(0, sys::unicode::columnWidthUTF8(Result));
    Result += std::string(Column > End ? Column - End : End != 0, ' ');
    Result += StringRef(E.Text).trim();
  }
  return StringRef(Result).rtrim().str();
}

void TextWriter::writeExcerpt(const Location &Where, ArrayRef<Edit> Edits) {
  StringRef Line = Context.Sources.line(Where.File, Where.Line);
  // The file is not there, or not what it was.
  if (Line.empty() || Where.Column > Line.size() + 1)
    return;
  Row Shown(Line);
  size_t Start = Where.Column == 0 ? 0 : Where.Column - 1;
  unsigned Caret = Shown.columnOf(Start);
  unsigned End = Caret + 1;
  if (Where.EndLine == Where.Line && Where.EndColumn > Where.Column)
    End = Shown.columnOf(Where.EndColumn - 1);
  else if (Where.EndLine > Where.Line)
    End = Shown.columnOf(Line.rtrim().size());
  Shown.cutAround(Caret);

  writeGutter(utostr(Where.Line));
  Shown.print(OS, Context.Colour);
  OS << "\n";
  if (Where.Column == 0)
    return;

  writeGutter("");
  unsigned Length = std::min(std::max(End, Caret + 1) - Caret, MaxWidth);
  Shown.place(Caret);
  OS.changeColor(raw_ostream::GREEN, /*Bold=*/true);
  OS.indent(Caret) << "^" << std::string(Length - 1, '~');
  OS.resetColor();
  OS << "\n";

  std::string New = editsUnder(Shown, Where, Edits);
  if (New.empty())
    return;
  writeGutter("");
  OS.changeColor(raw_ostream::GREEN, /*Bold=*/false);
  OS << New;
  OS.resetColor();
  OS << "\n";
}

void TextWriter::writeFinding(const Finding &F) {
  if (F.IsError)
    writeMessage(F.Where, raw_ostream::RED, "error",
                 F.Message + " [" + F.Check + ",-warnings-as-errors]");
  else
    writeMessage(F.Where, raw_ostream::MAGENTA, "warning",
                 F.Message + " [" + F.Check + "]");
  writeExcerpt(F.Where, F.Edits);
  for (const Note &N : F.Notes) {
    writeMessage(N.Where, raw_ostream::CYAN, "note", N.Message);
    writeExcerpt(N.Where, {});
  }
}

void TextWriter::writeFindings() {
  StringRef File;
  for (const Finding &F : All.Findings) {
    if (&F != &All.Findings.front() && F.Where.File != File)
      OS << "\n";
    File = F.Where.File;
    writeFinding(F);
  }
  if (!All.Findings.empty())
    OS << "\n";
}

//===----------------------------------------------------------------------===//
// The summary
//===----------------------------------------------------------------------===//

void TextWriter::writeSkipped() {
  if (!Context.Verbose || All.NotLookedAt.empty())
    return;
  OS << "skipped, because there is nothing to report in them:\n";
  for (const Skipped &File : All.NotLookedAt)
    OS << "  " << File.File << ": " << File.Why << "\n";
  OS << "\n";
}

void TextWriter::writeTable() {
  std::map<StringRef, size_t> Counts;
  for (const Finding &F : All.Findings)
    ++Counts[F.Check];
  size_t NameWidth = 0;
  size_t CountWidth = 0;
  for (auto [Name, Count] : Counts) {
    NameWidth = std::max(NameWidth, Name.size());
    CountWidth = std::max(CountWidth, utostr(Count).size());
  }
  for (auto [Name, Count] : Counts)
    OS << left_justify(Name, NameWidth) << "  "
       << right_justify(utostr(Count), CountWidth) << "\n";
  if (!Counts.empty())
    OS << "\n";
}

// What is here makes the status non-zero, so it comes last and stands out.
void TextWriter::writeNotChecked() {
  if (All.NotChecked.empty())
    return;
  OS << "\n";
  OS.changeColor(raw_ostream::RED, /*Bold=*/true);
  OS << "NOT CHECKED, so there may be more to find:";
  OS.resetColor();
  OS << "\n";
  for (const Unchecked &File : All.NotChecked)
    OS << "  " << File.File << ": " << reasonOf(File) << "\n";
}

void TextWriter::write() {
  writeFindings();
  writeSkipped();
  writeTable();
  OS << summaryOf(All) << "\n";
  std::string LeftOut = leftOutOf(All);
  if (!LeftOut.empty())
    OS << LeftOut << "\n";
  writeNotChecked();
}

void writeText(const Results &All, const FormatContext &Context,
               raw_ostream &OS) {
  TextWriter(All, Context, OS).write();
}

} // namespace leash
