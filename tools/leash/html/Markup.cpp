//===--- Markup.cpp - text as HTML ----------------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Markup.h"
#include "Utf8.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace leash {

// U+202A to U+202E and U+2066 to U+2069, in UTF-8: the last byte of one that
// Text begins with, or zero.
static unsigned char directionMark(StringRef Text) {
  if (Text.size() < 3 || Text[0] != '\xe2')
    return 0;
  unsigned char Last = Text[2];
  if (Text[1] == '\x80' && Last >= 0xaa && Last <= 0xae)
    return Last;
  if (Text[1] == '\x81' && Last >= 0xa6 && Last <= 0xa9)
    return Last;
  return 0;
}

static void writeDirectionMark(unsigned char Last, raw_ostream &OS) {
  unsigned Code =
      Last >= 0xaa ? 0x202a + (Last - 0xaa) : 0x2066 + (Last - 0xa6);
  OS << "[U+" << utohexstr(Code) << "]";
}

static void writeByte(char C, raw_ostream &OS) {
  switch (C) {
  case '<':
    OS << "&lt;";
    return;
  case '>':
    OS << "&gt;";
    return;
  case '&':
    OS << "&amp;";
    return;
  case '"':
    OS << "&quot;";
    return;
  case '\t':
  case '\n':
    OS << C;
    return;
  default:
    break;
  }
  // The pictures of the control characters are at U+2400.
  if (C >= 0 && C < 0x20)
    OS << "\xe2\x90" << static_cast<char>(0x80 + C);
  else if (C == 0x7f)
    OS << "\xe2\x90\xa1";
  else
    OS << C;
}

void writeEscaped(StringRef Text, raw_ostream &OS) {
  std::string Valid = validUtf8(Text);
  for (StringRef Rest = Valid; !Rest.empty();) {
    if (unsigned char Last = directionMark(Rest)) {
      writeDirectionMark(Last, OS);
      Rest = Rest.drop_front(3);
      continue;
    }
    writeByte(Rest.front(), OS);
    Rest = Rest.drop_front();
  }
}

std::string escaped(StringRef Text) {
  std::string Result;
  raw_string_ostream OS(Result);
  writeEscaped(Text, OS);
  return OS.str();
}

// A quote that ends a name is followed by no letter: "the task's" has none.
static size_t endOfName(StringRef Quoted) {
  for (size_t I = Quoted.find('\'', 1); I != StringRef::npos;
       I = Quoted.find('\'', I + 1))
    if (I + 1 == Quoted.size() || !isAlnum(Quoted[I + 1]))
      return I + 1;
  return StringRef::npos;
}

void writeMessage(StringRef Message, raw_ostream &OS) {
  for (size_t At = 0; At < Message.size();) {
    size_t Quote = Message.find('\'', At);
    bool Begins = Quote == 0 ||
                  (Quote != StringRef::npos && !isAlnum(Message[Quote - 1]));
    size_t Length = Begins ? endOfName(Message.substr(Quote)) : StringRef::npos;
    if (Length == StringRef::npos) {
      size_t Next = Quote == StringRef::npos ? Message.size() : Quote + 1;
      writeEscaped(Message.slice(At, Next), OS);
      At = Next;
      continue;
    }
    writeEscaped(Message.slice(At, Quote), OS);
    OS << "<code>";
    writeEscaped(Message.substr(Quote, Length), OS);
    OS << "</code>";
    At = Quote + Length;
  }
}

} // namespace leash
