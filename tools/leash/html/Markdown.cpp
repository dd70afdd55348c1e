//===--- Markdown.cpp - the checks' pages as HTML -------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Markdown.h"
#include "Highlighter.h"
#include "Markup.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace leash {

namespace {
/// What stands within a block.
class InlineWriter {
public:
  InlineWriter(ResolveLink Resolve, raw_ostream &OS)
      : Resolve(Resolve), OS(OS) {}

  void write(StringRef Text) {
    while (!Text.empty()) {
      size_t Taken = writeSpan(Text);
      if (Taken == 0) {
        // Up to the next character that may begin a span.
        Taken = std::min(Text.find_first_of("`*[\\", 1), Text.size());
        writeEscaped(Text.take_front(Taken), OS);
      }
      Text = Text.drop_front(Taken);
    }
  }

private:
  // Each writes what Text begins with, and returns how much of it that was.
  size_t writeSpan(StringRef Text) {
    switch (Text.front()) {
    case '`':
      return writeCode(Text);
    case '*':
      return beginsWith(Text, "**") ? writeEmphasis(Text, "**", "strong")
                                    : writeEmphasis(Text, "*", "em");
    case '[':
      return writeLink(Text);
    case '\\':
      return writeEscape(Text);
    default:
      return 0;
    }
  }

  size_t writeCode(StringRef Text) {
    StringRef Fence = Text.take_while([](char C) { return C == '`'; });
    size_t End = Text.find(Fence, Fence.size());
    if (End == StringRef::npos)
      return 0;
    StringRef Code = Text.slice(Fence.size(), End);
    OS << "<code>";
    // A space beside the fence lets the code begin or end with a backtick.
    writeEscaped(Fence.size() > 1 ? Code.trim(' ') : Code, OS);
    OS << "</code>";
    return End + Fence.size();
  }

  // A star with a space behind it is a star.
  size_t writeEmphasis(StringRef Text, StringRef Mark, StringRef Tag) {
    if (Text.size() <= Mark.size() || isSpace(Text[Mark.size()]))
      return 0;
    size_t End = Text.find(Mark, Mark.size());
    if (End == StringRef::npos)
      return 0;
    OS << "<" << Tag << ">";
    write(Text.slice(Mark.size(), End));
    OS << "</" << Tag << ">";
    return End + Mark.size();
  }

  size_t writeLink(StringRef Text) {
    size_t Middle = Text.find("](");
    size_t End = Text.find(')', Middle);
    if (Middle == StringRef::npos || End == StringRef::npos ||
        Text.find('[', 1) < Middle)
      return 0;
    std::string Target = Resolve(Text.slice(Middle + 2, End));
    if (!Target.empty())
      OS << "<a href=\"" << escaped(Target) << "\">";
    write(Text.slice(1, Middle));
    if (!Target.empty())
      OS << "</a>";
    return End + 1;
  }

  size_t writeEscape(StringRef Text) {
    if (Text.size() < 2 || isAlnum(Text[1]) || isSpace(Text[1]))
      return 0;
    writeEscaped(Text.slice(1, 2), OS);
    return 2;
  }

  ResolveLink Resolve;
  raw_ostream &OS;
};

/// The blocks of a text, or of an item of a list.
class BlockWriter {
public:
  BlockWriter(ArrayRef<StringRef> Lines, StringRef Prefix, ResolveLink Resolve,
              raw_ostream &OS)
      : Lines(Lines), Prefix(Prefix), Resolve(Resolve), OS(OS) {}

  /// A tight item of a list has no paragraphs of its own.
  void write(bool Tight) {
    while (At != Lines.size()) {
      StringRef Line = Lines[At];
      if (Line.trim().empty())
        ++At;
      else if (beginsWith(Line, "```"))
        writeFence();
      else if (headingLevel(Line) != 0)
        writeHeading();
      else if (markerOf(Line) != 0)
        writeList();
      else if (Line.front() == '|')
        writeTable();
      else
        writeParagraph(Tight);
    }
  }

private:
  static unsigned headingLevel(StringRef Line) {
    size_t Level = Line.take_while([](char C) { return C == '#'; }).size();
    return Level <= 4 && Line.substr(Level, 1) == " " ? Level : 0;
  }

  /// How wide the marker of an item is, with its space; zero when Line is none.
  static size_t markerOf(StringRef Line) {
    if (beginsWith(Line, "- "))
      return 2;
    size_t Digits = Line.take_while(isDigit).size();
    return Digits != 0 && Line.substr(Digits, 2) == ". " ? Digits + 2 : 0;
  }

  void writeInline(StringRef Text) { InlineWriter(Resolve, OS).write(Text); }

  void writeFence() {
    StringRef Language = Lines[At++].drop_front(3);
    std::string Code;
    for (; At != Lines.size() && !beginsWith(Lines[At], "```"); ++At)
      (Code += Lines[At]) += "\n";
    if (At != Lines.size())
      ++At;
    OS << "<pre><code>";
    if (Language == "cpp" || Language == "c")
      writeHighlighted(Code, highlight(("a." + Language).str(), Code), OS);
    else
      writeEscaped(Code, OS);
    OS << "</code></pre>\n";
  }

  void writeHeading() {
    StringRef Line = Lines[At++];
    unsigned Level = headingLevel(Line);
    StringRef Heading = Line.drop_front(Level).trim();
    // The page's title and its sections, and the checks, are above.
    OS << "<h" << Level + 2 << " id=\"" << Prefix << anchorOf(Heading) << "\">";
    writeInline(Heading);
    OS << "</h" << Level + 2 << ">\n";
  }

  bool beginsBlock(StringRef Line) const {
    return Line.trim().empty() || beginsWith(Line, "```") ||
           headingLevel(Line) != 0 || markerOf(Line) != 0 ||
           Line.front() == '|';
  }

  void writeParagraph(bool Tight) {
    std::string Text = Lines[At++].trim().str();
    for (; At != Lines.size() && !beginsBlock(Lines[At]); ++At)
      (Text += "\n") += Lines[At].trim();
    OS << (Tight ? "" : "<p>");
    writeInline(Text);
    OS << (Tight ? "" : "</p>") << "\n";
  }

  void writeList() {
    bool Ordered = isDigit(Lines[At].front());
    OS << (Ordered ? "<ol>\n" : "<ul>\n");
    while (At != Lines.size() && markerOf(Lines[At]) != 0 &&
           isDigit(Lines[At].front()) == Ordered)
      writeItem();
    OS << (Ordered ? "</ol>\n" : "</ul>\n");
  }

  // What is indented as far as the item's text is the item's.
  void writeItem() {
    size_t Width = markerOf(Lines[At]);
    SmallVector<StringRef, 8> Item;
    Item.push_back(Lines[At++].drop_front(Width));
    bool Tight = true;
    for (; At != Lines.size(); ++At) {
      StringRef Line = Lines[At];
      bool Blank = Line.trim().empty();
      if (!Blank &&
          Line.take_while([](char C) { return C == ' '; }).size() < Width)
        break;
      Item.push_back(Blank ? "" : Line.drop_front(Width));
    }
    while (Item.back().empty())
      Item.pop_back();
    for (StringRef Line : Item)
      Tight = Tight && !Line.empty();
    OS << "<li>";
    BlockWriter(Item, Prefix, Resolve, OS).write(Tight);
    OS << "</li>\n";
  }

  void writeRow(StringRef Line, StringRef Tag) {
    Line = Line.trim();
    Line.consume_front("|");
    Line.consume_back("|");
    SmallVector<StringRef, 8> Cells;
    Line.split(Cells, '|');
    OS << "<tr>";
    for (StringRef Cell : Cells) {
      OS << "<" << Tag << ">";
      writeInline(Cell.trim());
      OS << "</" << Tag << ">";
    }
    OS << "</tr>\n";
  }

  void writeTable() {
    OS << "<table>\n";
    writeRow(Lines[At++], "th");
    for (; At != Lines.size() && beginsWith(Lines[At], "|"); ++At)
      if (Lines[At].find_first_not_of("|-: ") != StringRef::npos)
        writeRow(Lines[At], "td");
    OS << "</table>\n";
  }

  ArrayRef<StringRef> Lines;
  StringRef Prefix;
  ResolveLink Resolve;
  raw_ostream &OS;
  size_t At = 0;
};
} // namespace

std::string anchorOf(StringRef Heading) {
  std::string Result;
  for (char C : Heading)
    if (isAlnum(C) || C == '-')
      Result += toLower(C);
    else if (C == ' ')
      Result += '-';
  return Result;
}

void writeMarkdown(StringRef Text, StringRef Prefix, ResolveLink Resolve,
                   raw_ostream &OS) {
  SmallVector<StringRef, 128> Lines;
  Text.split(Lines, '\n');
  for (StringRef &Line : Lines)
    Line = Line.rtrim("\r");
  BlockWriter(Lines, Prefix, Resolve, OS).write(/*Tight=*/false);
}

} // namespace leash
