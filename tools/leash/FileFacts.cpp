//===--- FileFacts.cpp - what a file's text says by itself ----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FileFacts.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using clang::Lexer;
using clang::Token;

namespace leash {

unsigned Vocabulary::add(StringRef Word) {
  return Words.try_emplace(Word, Words.size()).first->second;
}

int Vocabulary::find(StringRef Word) const {
  auto Found = Words.find(Word);
  return Found == Words.end() ? -1 : static_cast<int>(Found->second);
}

bool Vocabulary::hasStart(StringRef Start) const {
  return any_of(Words, [&](const auto &Entry) {
    StringRef Word = Entry.getKey();
    return Word.consume_front(Start);
  });
}

bool Vocabulary::hasEnd(StringRef End) const {
  return any_of(Words, [&](const auto &Entry) {
    StringRef Word = Entry.getKey();
    return Word.consume_back(End);
  });
}

namespace {
/// Goes over the tokens of a file without preprocessing it: code that is left
/// out by #if counts as well.
class FactsReader {
public:
  FactsReader(StringRef Text, const Vocabulary &Known)
      : Known(Known), Lex(clang::SourceLocation(), languages(), Text.begin(),
                          Text.begin(), Text.end()) {
    Facts.IsReadable = true;
    Facts.Hash = xxHash64(Text);
    Facts.Words.resize(Known.size());
    Facts.Free.resize(Known.size());
    Now.startToken();
    Before.startToken();
    TwoBefore.startToken();
  }

  FileFacts read() {
    next();
    while (!Now.is(clang::tok::eof)) {
      if (Now.is(clang::tok::hash) && Now.isAtStartOfLine())
        directive();
      else
        code();
    }
    return std::move(Facts);
  }

private:
  static const clang::LangOptions &languages() {
    static const clang::LangOptions All = [] {
      clang::LangOptions Result;
      Result.CPlusPlus = true;
      Result.CPlusPlus11 = true; // raw strings
      Result.CPlusPlus14 = true; // digit separators
      Result.LineComment = true;
      return Result;
    }();
    return All;
  }

  void next() {
    TwoBefore = Before;
    Before = Now;
    Lex.LexFromRawLexer(Now);
  }

  StringRef identifier() const {
    return Now.is(clang::tok::raw_identifier) ? Now.getRawIdentifier()
                                              : StringRef();
  }

  // What stands before a word in code, and never before the name in a
  // declaration.
  static bool isWordOfCode(StringRef Word) {
    static const StringSet<> All = {
        "return", "else",  "do",        "throw",    "case", "co_await",
        "and",    "or",    "co_return", "co_yield", "not",  "using",
        "goto",   "bitor", "bitand",    "compl",    "xor",  "not_eq"};
    // A macro may be anything.
    return All.contains(Word) ||
           none_of(Word, [](char C) { return C >= 'a' && C <= 'z'; });
  }

  // Whether the word may be the name of a function of C that is used: not in
  // "File.read", "Stream->read", "int read", "Stream::read".
  bool maybeFree() const {
    if (Before.is(clang::tok::period) || Before.is(clang::tok::arrow))
      return false;
    if (Before.is(clang::tok::raw_identifier))
      return isWordOfCode(Before.getRawIdentifier());
    if (!Before.is(clang::tok::coloncolon) ||
        !TwoBefore.is(clang::tok::raw_identifier))
      return true;
    // The standard library has C's under its own name, too.
    StringRef Scope = TwoBefore.getRawIdentifier();
    return Scope == "std" || isWordOfCode(Scope);
  }

  // Takes the token's word, if it is one that is looked for.
  void mention() {
    if (!Now.is(clang::tok::raw_identifier))
      return;
    int Word = Known.find(Now.getRawIdentifier());
    if (Word < 0)
      return;
    Facts.Words.set(Word);
    if (maybeFree())
      Facts.Free.set(Word);
    if (Stands)
      Stands->set(Word);
  }

  void keep(StringRef Name, const BitVector &Words) {
    if (Words.any())
      Facts.OtherNames.push_back({Name.str(), Words});
  }

  bool isAtEndOfLine() const {
    return Now.is(clang::tok::eof) || Now.isAtStartOfLine();
  }

  void directive() {
    next();
    if (isAtEndOfLine())
      return;
    StringRef Kind = identifier();
    next();
    if (Kind == "define" && !isAtEndOfLine())
      definition();
    // The name of a header is none of what it declares.
    bool Includes =
        Kind == "include" || Kind == "include_next" || Kind == "import";
    while (!isAtEndOfLine()) {
      if (!Includes)
        mention();
      next();
    }
  }

  void definition() {
    StringRef Name = identifier();
    BitVector Words(Known.size());
    Stands = &Words;
    next();
    StringRef Left;
    while (!isAtEndOfLine()) {
      mention();
      if (Before.is(clang::tok::hashhash))
        paste(Left, identifier());
      if (Now.is(clang::tok::raw_identifier))
        Left = identifier();
      next();
    }
    Stands = nullptr;
    keep(Name, Words);
  }

  // A parameter's name begins no word by chance only: an alarm that costs the
  // time of a file, no more.
  void paste(StringRef Left, StringRef Right) {
    if (Left.size() > 2 && Known.hasStart(Left))
      Facts.PastesWord = true;
    if (Right.size() > 2 && Known.hasEnd(Right))
      Facts.PastesWord = true;
  }

  void code() {
    StringRef Word = identifier();
    if (Word == "using" || Word == "typedef")
      return alias(Word == "typedef");
    if (Word == "class" || Word == "struct")
      return classHead();
    mention();
    next();
  }

  // Up to the semicolon; a typedef's name is the last word, that of an alias
  // the first. "using std::thread;" names itself.
  void alias(bool IsTypedef) {
    BitVector Words(Known.size());
    Stands = &Words;
    StringRef First, Last;
    next();
    while (!Now.is(clang::tok::eof) && !Now.is(clang::tok::semi) &&
           !Now.is(clang::tok::l_brace) && !Now.is(clang::tok::hash)) {
      mention();
      if (Now.is(clang::tok::raw_identifier)) {
        Last = identifier();
        if (First.empty())
          First = Last;
      }
      next();
    }
    Stands = nullptr;
    keep(IsTypedef ? Last : First, Words);
  }

  // Up to the brace or the semicolon: the first word is the class's name, and
  // what comes behind a colon its bases. Attributes may come before the name:
  // all words count.
  void classHead() {
    BitVector Words(Known.size());
    SmallVector<StringRef, 4> Names;
    next();
    while (Now.is(clang::tok::raw_identifier) ||
           Now.is(clang::tok::coloncolon)) {
      mention();
      if (Now.is(clang::tok::raw_identifier))
        Names.push_back(identifier());
      next();
    }
    if (!Now.is(clang::tok::colon))
      return;
    Stands = &Words;
    while (!Now.is(clang::tok::eof) && !Now.is(clang::tok::semi) &&
           !Now.is(clang::tok::l_brace) && !Now.is(clang::tok::hash)) {
      mention();
      next();
    }
    Stands = nullptr;
    for (StringRef Name : Names)
      keep(Name, Words);
  }

  const Vocabulary &Known;
  Lexer Lex;
  Token Now;
  Token Before, TwoBefore;
  BitVector *Stands = nullptr; ///< The words of the name that is being given.
  FileFacts Facts;
};
} // namespace

FileFacts readFacts(StringRef Text, const Vocabulary &Words) {
  return FactsReader(Text, Words).read();
}

const FileFacts &FileFactsCache::of(StringRef Path) {
  Entry *Known;
  {
    std::scoped_lock Lock(Mutex);
    std::unique_ptr<Entry> &Slot = Entries[Path];
    if (!Slot)
      Slot = std::make_unique<Entry>();
    Known = Slot.get();
  }
  std::call_once(Known->Once, [&] {
    if (auto Buffer = MemoryBuffer::getFile(Path))
      Known->Facts = readFacts((*Buffer)->getBuffer(), Words);
    else
      Known->Facts.Words.resize(Words.size());
  });
  return Known->Facts;
}

} // namespace leash
