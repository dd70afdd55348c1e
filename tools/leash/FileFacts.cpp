//===--- FileFacts.cpp - what a file's text says by itself ----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FileFacts.h"
#include "Declarations.h"
#include "Tokens.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;
namespace tok = clang::tok;

namespace leash {

unsigned Vocabulary::add(StringRef Word) {
  return Words.try_emplace(Word, Words.size()).first->second;
}

int Vocabulary::find(StringRef Word) const {
  auto Found = Words.find(Word);
  return Found == Words.end() ? -1 : static_cast<int>(Found->second);
}

std::vector<StringRef> Vocabulary::restsBehind(StringRef Start) const {
  std::vector<StringRef> Result;
  for (const auto &Entry : Words)
    if (StringRef Word = Entry.getKey(); Word.consume_front(Start))
      Result.push_back(Word);
  return Result;
}

std::vector<StringRef> Vocabulary::restsBefore(StringRef End) const {
  std::vector<StringRef> Result;
  for (const auto &Entry : Words)
    if (StringRef Word = Entry.getKey(); Word.consume_back(End))
      Result.push_back(Word);
  return Result;
}

std::vector<unsigned> Identifiers::numbersOf(ArrayRef<StringRef> Names) {
  std::vector<unsigned> Result;
  Result.reserve(Names.size());
  std::scoped_lock Lock(Mutex);
  for (StringRef Name : Names)
    Result.push_back(Numbers.try_emplace(Name, Numbers.size()).first->second);
  return Result;
}

std::optional<unsigned> Identifiers::find(StringRef Name) const {
  std::scoped_lock Lock(Mutex);
  auto Found = Numbers.find(Name);
  if (Found == Numbers.end())
    return std::nullopt;
  return Found->second;
}

// What stands before a word in code, and never before the name in a
// declaration.
static bool isWordOfCode(StringRef Word) {
  static const StringSet<> All = {
      "return", "else",  "do",        "throw",    "case", "co_await",
      "and",    "or",    "co_return", "co_yield", "not",  "using",
      "goto",   "bitor", "bitand",    "compl",    "xor",  "not_eq"};
  // A macro may be anything.
  return All.contains(Word) || looksLikeMacro(Word);
}

// A thread's number is no thread.
static bool isNoObject(StringRef Member) {
  return Member == "id" || Member == "hardware_concurrency";
}

namespace {
/// What a word may be, by the tokens around it.
class Roles {
public:
  Roles(ArrayRef<CodeToken> Tokens, bool InMacro)
      : Tokens(Tokens), InMacro(InMacro), InParens(Tokens.size()) {
    SmallVector<bool, 32> Open;
    for (size_t I = 0, E = Tokens.size(); I != E; ++I) {
      tok::TokenKind Kind = Tokens[I].Kind;
      if (Kind == tok::l_paren || Kind == tok::l_brace)
        Open.push_back(Kind == tok::l_paren);
      else if ((Kind == tok::r_paren || Kind == tok::r_brace) && !Open.empty())
        Open.pop_back();
      if (!Open.empty() && Open.back())
        InParens.set(I);
    }
  }

  unsigned of(size_t I) const {
    unsigned Result = Mention::Name;
    if (wordAt(I - 1) == "namespace")
      return Result;
    bool IsScope = is(I + 1, tok::coloncolon);
    if (!IsScope || !isNoObject(wordAt(I + 2)))
      Result |= Mention::Type;
    if (IsScope)
      return Result;
    Result |= Mention::Function;
    if (maybeFree(I) && maybeUsed(I))
      Result |= Mention::CFunction;
    return Result;
  }

private:
  bool is(size_t I, tok::TokenKind Kind) const {
    return I < Tokens.size() && Tokens[I].Kind == Kind;
  }
  StringRef wordAt(size_t I) const {
    return I < Tokens.size() ? Tokens[I].Identifier : StringRef();
  }

  // Whether the word may be the name of a function of C: not in "File.read",
  // "Stream->read", "int read", "Stream::read".
  bool maybeFree(size_t I) const {
    if (is(I - 1, tok::period) || is(I - 1, tok::arrow))
      return false;
    if (is(I - 1, tok::raw_identifier))
      return isWordOfCode(wordAt(I - 1));
    if (!is(I - 1, tok::coloncolon) || !is(I - 2, tok::raw_identifier))
      return true;
    // The standard library has C's under its own name, too.
    return wordAt(I - 2) == "std" || isWordOfCode(wordAt(I - 2));
  }

  // Called, or handed to a macro that may call it. The address alone is the
  // beginning of nothing.
  bool maybeUsed(size_t I) const {
    if (InMacro || is(I + 1, tok::l_paren) || is(I + 1, tok::r_paren))
      return true;
    return is(I + 1, tok::comma) && InParens.test(I);
  }

  ArrayRef<CodeToken> Tokens;
  bool InMacro;
  BitVector InParens;
};

/// What a file's tokens say.
class FactsReader {
public:
  FactsReader(StringRef Text, const Vocabulary &Words, Identifiers &Known)
      : Words(Words), Known(Known), Tokens(tokensOf(Text)) {
    Facts.IsReadable = true;
    Facts.Words.resize(Words.size());
  }

  FileFacts read() {
    number();
    for (const Directive &D : Tokens.Directives)
      directive(D);
    code();
    otherNames();
    finish(Facts.Identifiers);
    finish(Facts.Defined);
    finish(Facts.InCapitals);
    finish(Facts.Tested);
    return std::move(Facts);
  }

private:
  static void append(std::vector<unsigned> &To, ArrayRef<unsigned> Some) {
    To.insert(To.end(), Some.begin(), Some.end());
  }

  static void finish(std::vector<unsigned> &Numbers) {
    sort(Numbers);
    Numbers.erase(std::unique(Numbers.begin(), Numbers.end()), Numbers.end());
  }

  // All identifiers at once: the numbers are everybody's.
  void number() {
    SmallVector<StringRef, 0> Names;
    auto Add = [&](ArrayRef<CodeToken> Some) {
      for (const CodeToken &T : Some)
        if (!T.Identifier.empty() &&
            Numbers.try_emplace(T.Identifier, 0).second)
          Names.push_back(T.Identifier);
    };
    Add(Tokens.Code);
    for (const Directive &D : Tokens.Directives)
      Add(D.Tokens);
    Facts.Identifiers = Known.numbersOf(Names);
    for (auto [Name, Number] : zip(Names, Facts.Identifiers))
      Numbers[Name] = Number;
  }

  unsigned numberOf(StringRef Name) const { return Numbers.lookup(Name); }
  std::vector<unsigned> numbersOf(ArrayRef<StringRef> Names) const {
    std::vector<unsigned> Result;
    for (StringRef Name : Names)
      Result.push_back(numberOf(Name));
    return Result;
  }

  void mention(ArrayRef<CodeToken> Some, size_t I, unsigned Roles,
               Declaration &D) {
    StringRef Name = Some[I].Identifier;
    if (Name.empty())
      return;
    if (!isKeyword(Name))
      D.Identifiers.push_back(numberOf(Name));
    int Word = Words.find(Name);
    if (Word < 0)
      return;
    Facts.Words.set(Word);
    D.Mentions.emplace_back();
    D.Mentions.back().Word = Word;
    D.Mentions.back().Roles = Roles;
  }

  void directive(const Directive &D) {
    if (D.Kind == "define" && !D.Tokens.empty())
      return definition(D);
    // The name of a header is none of what it declares.
    if (D.Kind == "include" || D.Kind == "include_next" || D.Kind == "import")
      return;
    Declaration None;
    for (size_t I = 0, E = D.Tokens.size(); I != E; ++I)
      mention(D.Tokens, I, Mention::Name, None);
    append(Facts.Tested, None.Identifiers);
  }

  void definition(const Directive &D) {
    ArrayRef<CodeToken> Body = ArrayRef(D.Tokens).drop_front();
    StringRef Name = D.Tokens.front().Identifier;
    Roles InBody(Body, /*InMacro=*/true);
    Declaration Made;
    Made.IsMacro = true;
    for (size_t I = 0, E = Body.size(); I != E; ++I)
      mention(Body, I, InBody.of(I), Made);
    pastes(Body, Made);
    Facts.Defined.push_back(numberOf(Name));
    if (looksLikeMacro(Name))
      Facts.InCapitals.push_back(numberOf(Name));
    Made.Names.push_back(numberOf(Name));
    keepName(Name, Made.Mentions);
    finish(Made.Identifiers);
    Facts.Declarations.push_back(std::move(Made));
  }

  static StringSet<> parametersOf(ArrayRef<CodeToken> Body) {
    StringSet<> Result;
    if (Body.empty() || Body.front().Kind != tok::l_paren)
      return Result;
    for (const CodeToken &T : Body) {
      if (T.Kind == tok::r_paren)
        break;
      if (!T.Identifier.empty())
        Result.insert(T.Identifier);
    }
    return Result;
  }

  void pastes(ArrayRef<CodeToken> Body, Declaration &Made) const {
    StringSet<> Parameters = parametersOf(Body);
    for (size_t I = 1; I + 1 < Body.size(); ++I) {
      // ", ## __VA_ARGS__" makes no name.
      if (Body[I].Kind != tok::hashhash || Body[I - 1].Identifier.empty())
        continue;
      Made.Pastes = true;
      StringRef Left = Body[I - 1].Identifier, Right = Body[I + 1].Identifier;
      if (!Parameters.contains(Left) && Left.size() > 1)
        for (StringRef Rest : Words.restsBehind(Left))
          Made.PastesWordWith.push_back(Rest.str());
      if (!Parameters.contains(Right) && Right.size() > 1)
        for (StringRef Rest : Words.restsBefore(Right))
          Made.PastesWordWith.push_back(Rest.str());
    }
  }

  void code() {
    Roles InCode(Tokens.Code, /*InMacro=*/false);
    FileDeclarations Made = declarationsOf(Tokens.Code);
    Facts.IsIrregular = Made.IsIrregular;
    // The head of a namespace is part of no declaration.
    for (const CodeToken &T : Tokens.Code)
      if (int Word = Words.find(T.Identifier); Word >= 0)
        Facts.Words.set(Word);
    for (const DeclaredTokens &D : Made.All) {
      Declaration Result;
      for (size_t I = D.Begin; I != D.End; ++I) {
        unsigned Roles = Tokens.Code[I].Identifier.empty() ? 0 : InCode.of(I);
        if (!Made.IsIrregular && is_contained(D.Declares, I))
          Roles &= ~Mention::CFunction;
        mention(Tokens.Code, I, Roles, Result);
      }
      Result.Names = numbersOf(D.Names);
      Result.Class = numbersOf(D.Class);
      Result.Macros = numbersOf(D.Macros);
      Result.HasBody = D.HasBody;
      finish(Result.Identifiers);
      Facts.Declarations.push_back(std::move(Result));
    }
  }

  void keepName(StringRef Name, ArrayRef<Mention> Mentions) {
    if (Mentions.empty())
      return;
    OtherName Made;
    Made.Name = Name.str();
    Made.Words.resize(Words.size());
    for (const Mention &M : Mentions)
      Made.Words.set(M.Word);
    Facts.OtherNames.push_back(std::move(Made));
  }

  // Wherever they stand, in a function as well.
  void otherNames() {
    for (size_t I = 0, E = Tokens.Code.size(); I != E; ++I) {
      StringRef Word = Tokens.Code[I].Identifier;
      if (Word == "using" || Word == "typedef")
        alias(I + 1, Word == "typedef");
      else if (Word == "class" || Word == "struct")
        classHead(I + 1);
    }
  }

  bool isEnd(size_t I) const {
    return I >= Tokens.Code.size() || Tokens.Code[I].Kind == tok::semi ||
           Tokens.Code[I].Kind == tok::l_brace;
  }

  void addWord(StringRef Name, std::vector<Mention> &All) const {
    int Word = Words.find(Name);
    if (Word < 0)
      return;
    All.emplace_back();
    All.back().Word = Word;
  }

  // Up to the semicolon; a typedef's name is the last word, that of an alias
  // the first. "using std::thread;" names itself.
  void alias(size_t I, bool IsTypedef) {
    std::vector<Mention> Stands;
    StringRef First, Last;
    for (; !isEnd(I); ++I) {
      StringRef Name = Tokens.Code[I].Identifier;
      if (Name.empty())
        continue;
      addWord(Name, Stands);
      Last = Name;
      if (First.empty())
        First = Name;
    }
    keepName(IsTypedef ? Last : First, Stands);
  }

  // Up to the brace or the semicolon: the first word is the class's name, and
  // what comes behind a colon its bases. Attributes may come before the name:
  // all words count.
  void classHead(size_t I) {
    SmallVector<StringRef, 4> Names;
    for (; !isEnd(I) && (!Tokens.Code[I].Identifier.empty() ||
                         Tokens.Code[I].Kind == tok::coloncolon);
         ++I)
      if (!Tokens.Code[I].Identifier.empty())
        Names.push_back(Tokens.Code[I].Identifier);
    if (isEnd(I) || Tokens.Code[I].Kind != tok::colon)
      return;
    std::vector<Mention> Bases;
    for (; !isEnd(I); ++I)
      addWord(Tokens.Code[I].Identifier, Bases);
    for (StringRef Name : Names)
      keepName(Name, Bases);
  }

  const Vocabulary &Words;
  Identifiers &Known;
  FileTokens Tokens;
  StringMap<unsigned> Numbers;
  FileFacts Facts;
};
} // namespace

FileFacts readFacts(StringRef Text, const Vocabulary &Words,
                    Identifiers &Known) {
  return FactsReader(Text, Words, Known).read();
}

const FileFacts &FileFactsCache::of(StringRef Path) {
  Entry *Found;
  {
    std::scoped_lock Lock(Mutex);
    std::unique_ptr<Entry> &Slot = Entries[Path];
    if (!Slot)
      Slot = std::make_unique<Entry>();
    Found = Slot.get();
  }
  std::call_once(Found->Once, [&] {
    if (auto Buffer = MemoryBuffer::getFile(Path))
      Found->Facts = readFacts((*Buffer)->getBuffer(), Words, Known);
    else
      Found->Facts.Words.resize(Words.size());
  });
  return Found->Facts;
}

} // namespace leash
