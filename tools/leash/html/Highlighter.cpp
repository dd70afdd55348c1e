//===--- Highlighter.cpp - C and C++ in colours ---------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Highlighter.h"
#include "Markup.h"
#include "clang/Basic/IdentifierTable.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/Path.h"

using namespace clang;
using llvm::raw_ostream;
using llvm::StringRef;

namespace leash {

static LangOptions languageOf(StringRef Name) {
  LangOptions Result;
  Result.C99 = Result.C11 = Result.LineComment = true;
  if (llvm::sys::path::extension(Name) == ".c")
    return Result;
  Result.CPlusPlus = Result.CPlusPlus11 = Result.CPlusPlus14 = true;
  Result.CPlusPlus17 = Result.CPlusPlus20 = Result.Bool = true;
  Result.Char8 = true;
  return Result;
}

namespace {
/// Lexes a file once, from its start: a comment may begin far above.
class Painter {
public:
  Painter(StringRef Name, StringRef Text)
      : Options(languageOf(Name)), Identifiers(Options), Source(Text),
        Kinds(Text.size(), Plain) {}

  std::string paint() {
    const char *Begin = Source.c_str();
    Lexer Lex(SourceLocation(), Options, Begin, Begin, Begin + Source.size());
    Lex.SetCommentRetentionState(true);
    Token Tok;
    while (!Lex.LexFromRawLexer(Tok)) {
      // The lexer stands behind what it has read.
      size_t End = Lex.getBufferLocation() - Begin;
      size_t Length = Tok.getLength();
      Kinds.replace(End - Length, Length, Length, kindOf(Tok));
      AfterHash = Tok.is(tok::hash) && Tok.isAtStartOfLine();
    }
    return Kinds;
  }

private:
  char kindOf(const Token &Tok) {
    if (Tok.is(tok::hash) && Tok.isAtStartOfLine())
      return Directive;
    if (Tok.is(tok::comment))
      return Comment;
    if (Tok.is(tok::numeric_constant))
      return Number;
    if (tok::isLiteral(Tok.getKind()))
      return Literal;
    if (!Tok.is(tok::raw_identifier))
      return Plain;
    if (AfterHash)
      return Directive;
    return Identifiers.get(Tok.getRawIdentifier()).isKeyword(Options) ? Keyword
                                                                      : Plain;
  }

  LangOptions Options;
  IdentifierTable Identifiers;
  std::string Source; // ends with a null byte, as the lexer wants it
  std::string Kinds;
  bool AfterHash = false;
};
} // namespace

std::string highlight(StringRef Name, StringRef Source) {
  return Painter(Name, Source).paint();
}

void writeHighlighted(StringRef Text, StringRef Kinds, raw_ostream &OS) {
  if (Kinds.empty()) {
    writeEscaped(Text, OS);
    return;
  }
  for (size_t At = 0; At < Text.size();) {
    size_t End = std::min(Kinds.find_first_not_of(Kinds[At], At), Text.size());
    if (Kinds[At] != Plain)
      OS << "<i class=\"" << Kinds[At] << "\">";
    writeEscaped(Text.slice(At, End), OS);
    if (Kinds[At] != Plain)
      OS << "</i>";
    At = End;
  }
}

} // namespace leash
