//===--- Tokens.cpp - a file's text in tokens -----------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tokens.h"
#include "clang/Basic/IdentifierTable.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;
using clang::Lexer;
using clang::Token;

namespace leash {

static const clang::LangOptions &languages() {
  static const clang::LangOptions All = [] {
    clang::LangOptions Result;
    Result.CPlusPlus = true;
    Result.CPlusPlus11 = true; // raw strings
    Result.CPlusPlus14 = true; // digit separators
    Result.CPlusPlus20 = true;
    Result.GNUKeywords = true;
    Result.LineComment = true;
    return Result;
  }();
  return All;
}

static CodeToken plain(const Token &Now) {
  CodeToken Result;
  Result.Kind = Now.getKind();
  if (Now.is(clang::tok::raw_identifier))
    Result.Identifier = Now.getRawIdentifier();
  return Result;
}

namespace {
class FileLexer {
public:
  explicit FileLexer(StringRef Text)
      : Lex(clang::SourceLocation(), languages(), Text.begin(), Text.begin(),
            Text.end()) {
    Now.startToken();
  }

  FileTokens read() {
    Lex.LexFromRawLexer(Now);
    while (!Now.is(clang::tok::eof)) {
      if (Now.is(clang::tok::hash) && Now.isAtStartOfLine()) {
        directive();
        continue;
      }
      Result.Code.push_back(plain(Now));
      Lex.LexFromRawLexer(Now);
    }
    return std::move(Result);
  }

private:
  bool isAtEndOfLine() const {
    return Now.is(clang::tok::eof) || Now.isAtStartOfLine();
  }

  void directive() {
    Lex.LexFromRawLexer(Now);
    if (isAtEndOfLine())
      return;
    Directive Made;
    Made.Kind = plain(Now).Identifier;
    bool IsNever = true;
    for (Lex.LexFromRawLexer(Now); !isAtEndOfLine(); Lex.LexFromRawLexer(Now)) {
      Made.Tokens.push_back(plain(Now));
      IsNever = IsNever && isZero();
    }
    if (Made.Kind == "if" && Made.Tokens.size() == 1 && IsNever)
      return skipGroup();
    Result.Directives.push_back(std::move(Made));
  }

  bool isZero() const {
    return Now.is(clang::tok::numeric_constant) && Now.getLength() == 1 &&
           *Now.getLiteralData() == '0';
  }

  // What "#if 0" leaves out: often a brace, to please an editor.
  void skipGroup() {
    for (unsigned Depth = 1; !Now.is(clang::tok::eof);) {
      bool IsDirective = Now.is(clang::tok::hash) && Now.isAtStartOfLine();
      Lex.LexFromRawLexer(Now);
      if (!IsDirective)
        continue;
      StringRef Kind = plain(Now).Identifier;
      if (Kind == "if" || Kind == "ifdef" || Kind == "ifndef")
        ++Depth;
      else if (Kind == "endif")
        --Depth;
      bool IsOther = Depth == 1 && (Kind == "else" || Kind == "elif");
      if (Depth != 0 && !IsOther)
        continue;
      while (!isAtEndOfLine())
        Lex.LexFromRawLexer(Now);
      return;
    }
  }

  Lexer Lex;
  Token Now;
  FileTokens Result;
};
} // namespace

FileTokens tokensOf(StringRef Text) { return FileLexer(Text).read(); }

bool isKeyword(StringRef Word) {
  static const StringSet<> All = [] {
    StringSet<> Result;
    clang::IdentifierTable Table(languages());
    for (const auto &Entry : Table)
      if (Entry.getValue()->getTokenID() != clang::tok::identifier)
        Result.insert(Entry.getKey());
    for (const char *OfC : {"_Noreturn", "_Atomic", "_Thread_local", "restrict",
                            "_Bool", "_Static_assert", "__declspec"})
      Result.insert(OfC);
    return Result;
  }();
  return All.contains(Word);
}

} // namespace leash
