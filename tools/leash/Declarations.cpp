//===--- Declarations.cpp - what a file declares --------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Declarations.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;
namespace tok = clang::tok;

namespace leash {

using Names = SmallVector<StringRef, 2>;

bool looksLikeMacro(StringRef Word) {
  return Word.take_front(2) == "__" ||
         none_of(Word, [](char C) { return C >= 'a' && C <= 'z'; });
}

static void add(Names &All, StringRef Name) {
  if (!is_contained(All, Name))
    All.push_back(Name);
}

// Members that the language calls where nobody spells them.
static bool isCalledUnnamed(StringRef Name) {
  static const StringSet<> All = {"begin",
                                  "end",
                                  "get",
                                  "swap",
                                  "await_ready",
                                  "await_suspend",
                                  "await_resume",
                                  "await_transform",
                                  "get_return_object",
                                  "initial_suspend",
                                  "final_suspend",
                                  "return_void",
                                  "return_value",
                                  "yield_value",
                                  "unhandled_exception"};
  return All.contains(Name);
}

namespace {

/// Where a bracket's other half is.
class Brackets {
public:
  explicit Brackets(ArrayRef<CodeToken> Tokens)
      : Closing(Tokens.size(), Tokens.size()) {
    for (size_t I = 0, E = Tokens.size(); I != E; ++I)
      take(Tokens, I);
    for (size_t Left : Open)
      AreIrregular |= Tokens[Left].Kind == tok::l_brace;
  }

  size_t closing(size_t Opening) const { return Closing[Opening]; }
  bool areIrregular() const { return AreIrregular; }

private:
  static tok::TokenKind openingOf(tok::TokenKind Kind) {
    switch (Kind) {
    case tok::r_paren:
      return tok::l_paren;
    case tok::r_square:
      return tok::l_square;
    case tok::r_brace:
      return tok::l_brace;
    default:
      return tok::unknown;
    }
  }

  void take(ArrayRef<CodeToken> Tokens, size_t I) {
    tok::TokenKind Kind = Tokens[I].Kind;
    if (Kind == tok::l_paren || Kind == tok::l_square || Kind == tok::l_brace) {
      Open.push_back(I);
      return;
    }
    tok::TokenKind Wanted = openingOf(Kind);
    if (Wanted == tok::unknown)
      return;
    // A brace ends what is open inside of it; nothing else ends a brace.
    while (!Open.empty() && Tokens[Open.back()].Kind != Wanted &&
           Tokens[Open.back()].Kind != tok::l_brace)
      Open.pop_back();
    if (Open.empty() || Tokens[Open.back()].Kind != Wanted) {
      AreIrregular |= Wanted == tok::l_brace;
      return;
    }
    Closing[Open.back()] = I;
    Open.pop_back();
  }

  std::vector<size_t> Closing;
  SmallVector<size_t, 32> Open;
  bool AreIrregular = false;
};

class Reader {
public:
  explicit Reader(ArrayRef<CodeToken> Tokens) : Tokens(Tokens), Pairs(Tokens) {}

  FileDeclarations read() {
    scope(0, Tokens.size(), {});
    Result.IsIrregular = Pairs.areIrregular();
    return std::move(Result);
  }

private:
  bool is(size_t I, tok::TokenKind Kind) const {
    return I < Tokens.size() && Tokens[I].Kind == Kind;
  }
  StringRef word(size_t I) const {
    return I < Tokens.size() ? Tokens[I].Identifier : StringRef();
  }
  bool isName(size_t I) const {
    return !word(I).empty() && !isKeyword(word(I));
  }

  /// Behind the bracket that closes, and never behind \p End.
  size_t behind(size_t Opening, size_t End) const {
    return std::min(Pairs.closing(Opening) + 1, End);
  }

  void keep(DeclaredTokens D) {
    // "int f(a) int a; { ... }": what has no name belongs to what is before.
    if (D.Names.empty() && D.Macros.empty() && !Result.All.empty())
      D.Names = Result.All.back().Names;
    Result.All.push_back(std::move(D));
  }

  // The declarations between two braces; Class are the names of the class that
  // they are members of, if any.
  void scope(size_t I, size_t End, const Names &Class) {
    while (I < End) {
      if (is(I, tok::semi) || is(I, tok::r_brace))
        ++I;
      else if (size_t Behind = accessLabel(I))
        I = Behind;
      else if (word(I) == "using" && word(I + 1) == "namespace")
        I = behindSemicolon(I, End);
      else if (size_t Brace = namespaceBrace(I, End)) {
        size_t Behind = behind(Brace, End);
        scope(Brace + 1, Behind, {});
        I = Behind;
      } else
        I = declaration(I, End, Class);
    }
  }

  size_t behindSemicolon(size_t I, size_t End) const {
    while (I < End && !is(I, tok::semi))
      ++I;
    return std::min(I + 1, End);
  }

  size_t accessLabel(size_t I) const {
    static const StringSet<> Labels = {"public", "private", "protected",
                                       "signals", "Q_SIGNALS"};
    if (!Labels.contains(word(I)))
      return 0;
    if (is(I + 1, tok::colon))
      return I + 2;
    return is(I + 2, tok::colon) ? I + 3 : 0;
  }

  // The brace of "namespace a::b {" or "extern "C" {", or 0.
  size_t namespaceBrace(size_t I, size_t End) const {
    if (word(I) == "extern" && is(I + 1, tok::string_literal) &&
        is(I + 2, tok::l_brace))
      return I + 2;
    if (word(I) == "inline" || word(I) == "export")
      ++I;
    if (word(I) != "namespace")
      return 0;
    for (; I < End && !is(I, tok::semi) && !is(I, tok::equal); ++I)
      if (is(I, tok::l_brace))
        return I;
    return 0;
  }

  size_t declaration(size_t I, size_t End, const Names &Class) {
    size_t Head = I;
    while (Head + 1 < End && word(Head) == "template" &&
           is(Head + 1, tok::less))
      Head = behindAngles(Head + 1, End);
    if (size_t Brace = classBrace(Head, End))
      return classDefinition(I, Head, Brace, End, Class);
    return general(I, Head, End, Class);
  }

  size_t behindAngles(size_t I, size_t End) const {
    unsigned Depth = 0;
    for (; I < End; ++I) {
      if (is(I, tok::l_paren) || is(I, tok::l_square) || is(I, tok::l_brace))
        I = behind(I, End) - 1;
      else if (is(I, tok::semi))
        return I;
      else if (is(I, tok::less))
        ++Depth;
      else if (unsigned Closed = closedAngles(I))
        Depth -= std::min(Depth, Closed);
      if (Depth == 0)
        return I + 1;
    }
    return End;
  }

  unsigned closedAngles(size_t I) const {
    if (is(I, tok::greater) || is(I, tok::greaterequal))
      return 1;
    return is(I, tok::greatergreater) || is(I, tok::greatergreaterequal) ? 2
                                                                         : 0;
  }

  static bool isClassKey(StringRef Word) {
    return Word == "class" || Word == "struct" || Word == "union";
  }

  // The brace of a class's definition that begins here, or 0.
  size_t classBrace(size_t I, size_t End) const {
    bool HasKey = false;
    for (; I < End; ++I) {
      if (is(I, tok::l_brace))
        return HasKey ? I : 0;
      if (is(I, tok::semi) || is(I, tok::equal) || word(I) == "enum" ||
          word(I) == "operator")
        return 0;
      if (isClassKey(word(I)))
        HasKey = true;
      if (is(I, tok::less))
        I = behindAngles(I, End) - 1;
      if (!is(I, tok::l_paren))
        continue;
      if (!HasKey || !isAttribute(I - 1))
        return 0;
      I = behind(I, End) - 1;
    }
    return 0;
  }

  bool isAttribute(size_t I) const {
    return !word(I).empty() && (looksLikeMacro(word(I)) || isKeyword(word(I)));
  }

  // "class EXPORT Name<int> final : public Base": all that may be the name.
  Names classNames(size_t Head, size_t Brace) const {
    Names All, LikeMacros;
    for (size_t I = Head; I < Brace && !is(I, tok::colon); ++I) {
      if (is(I, tok::l_paren) || is(I, tok::l_square))
        I = behind(I, Brace) - 1;
      else if (is(I, tok::less))
        I = behindAngles(I, Brace) - 1;
      else if (isName(I) && word(I) != "final")
        add(looksLikeMacro(word(I)) ? LikeMacros : All, word(I));
    }
    return All.empty() ? LikeMacros : All;
  }

  size_t classDefinition(size_t Begin, size_t Head, size_t Brace, size_t End,
                         const Names &Outer) {
    size_t Close = std::min(Pairs.closing(Brace), End);
    size_t Tail = std::min(Close + 1, End);
    Names Own = classNames(Head, Brace);
    bool HasVariables = false;
    for (; Tail < End && !is(Tail, tok::semi) && !is(Tail, tok::l_brace) &&
           !is(Tail, tok::r_brace);
         ++Tail)
      if (isName(Tail)) {
        add(Own, word(Tail));
        HasVariables = true;
      }
    // A member of this type, named or not, makes the class around like it.
    if (HasVariables || Own.empty())
      for (StringRef Name : Outer)
        add(Own, Name);
    DeclaredTokens Whole;
    Whole.Names = Own;
    Whole.HasBody = true;
    Whole.Begin = Begin;
    Whole.End = Brace;
    Result.All.push_back(Whole);
    Whole.Begin = Close;
    Whole.End = Tail;
    Result.All.push_back(std::move(Whole));
    scope(Brace + 1, Close, Own);
    return Tail;
  }

  /// What is seen of a declaration that defines no class.
  struct Seen {
    Names Strong;   ///< What is declared, to all appearance.
    Names Weak;     ///< What may be, where nothing is.
    Names Weakest;  ///< The same, but it looks like a macro.
    Names Scopes;   ///< Before "::" and the last name.
    Names Operands; ///< Of an operator.
    SmallVector<StringRef, 1> Macros;
    SmallVector<size_t, 1> Declares;
    size_t First = 0; ///< Token of it.
    bool IsFunction = false;
    bool IsPointer = false;
    bool HasValue = false;
    bool IsShared = false; ///< operator, friend, using: for all of a class.
    bool HasBody = false;
  };

  size_t general(size_t Begin, size_t Head, size_t End, const Names &Class) {
    Seen S;
    S.First = Head;
    size_t Behind = walk(Head, End, S);
    DeclaredTokens D;
    D.Begin = Begin;
    D.End = Behind;
    D.HasBody = S.HasBody;
    D.Declares = S.Declares;
    D.Macros = S.Macros;
    D.Names = !S.Strong.empty()  ? S.Strong
              : !S.Weak.empty()  ? S.Weak
              : S.Macros.empty() ? S.Weakest
                                 : Names();
    bool IsForAll = S.IsShared || any_of(D.Names, isCalledUnnamed);
    if (IsForAll) {
      for (StringRef Name : S.Scopes)
        add(D.Names, Name);
      if (Class.empty())
        for (StringRef Name : S.Operands)
          add(D.Names, Name);
    }
    if (!Class.empty())
      ofClass(D, S, Class, IsForAll);
    keep(std::move(D));
    return Behind;
  }

  // A function, or a pointer to something else, is used by its own name; what
  // an object holds, or does unasked, comes with the object.
  static void ofClass(DeclaredTokens &D, const Seen &S, const Names &Class,
                      bool IsForAll) {
    bool IsOnlyPointer = S.IsPointer && !S.HasValue && !S.HasBody;
    bool IsOfObject = IsForAll || (!S.IsFunction && !IsOnlyPointer) ||
                      any_of(D.Names, [&](StringRef Name) {
                        return is_contained(Class, Name);
                      });
    if (IsOfObject)
      D.Names = Class;
    else
      D.Class.assign(Class.begin(), Class.end());
  }

  // Over the tokens of one declaration; returns where the next begins.
  size_t walk(size_t I, size_t End, Seen &S) {
    unsigned Angles = 0;
    bool IsValue = false, IsInitializers = false, IsOperator = false;
    for (; I < End; ++I) {
      if (is(I, tok::semi))
        return I + 1;
      if (is(I, tok::r_brace))
        return I;
      if (is(I, tok::l_brace)) {
        size_t Close = behind(I, End);
        S.HasBody = true;
        if (is(Close, tok::semi))
          return Close + 1;
        if (!goesOn(Close))
          return Close;
        Angles = 0;
        I = Close - 1;
        continue;
      }
      if (is(I, tok::l_paren)) {
        if (!IsValue && !IsInitializers && Angles == 0)
          inParens(I, End, IsOperator, S);
        IsOperator = false;
        I = behind(I, End) - 1;
        continue;
      }
      if (is(I, tok::l_square)) {
        I = behind(I, End) - 1;
        continue;
      }
      if (word(I) == "operator") {
        S.IsShared = IsOperator = true;
        if (is(I - 1, tok::coloncolon) && I >= 2)
          addScope(I - 1, S);
        // "operator()": these are not its parameters.
        if (is(I + 1, tok::l_paren))
          I = behind(I + 1, End) - 1;
        continue;
      }
      if (word(I) == "friend" || word(I) == "using")
        S.IsShared = true;
      if (is(I, tok::equal) && Angles == 0)
        S.HasValue = IsValue = true;
      else if (is(I, tok::comma) && Angles == 0)
        IsValue = S.IsFunction = false;
      else if (is(I, tok::colon) && S.IsFunction)
        IsInitializers = true;
      else if (is(I, tok::less) && !IsValue && !IsOperator &&
               !word(I - 1).empty())
        ++Angles;
      else if (unsigned Closed = closedAngles(I))
        Angles -= std::min(Angles, Closed);
      else if (isName(I) && Angles == 0 && !IsValue && !IsInitializers)
        name(I, S);
    }
    return End;
  }

  // Whether a declaration goes on behind a brace that closes.
  bool goesOn(size_t I) const {
    return is(I, tok::comma) || is(I, tok::l_brace) || is(I, tok::l_paren) ||
           is(I, tok::period) || is(I, tok::arrow) || is(I, tok::question) ||
           is(I, tok::equal) || is(I, tok::ellipsis) || word(I) == "catch" ||
           is(I, tok::r_paren);
  }

  void addScope(size_t ColonColon, Seen &S) const {
    size_t I = ColonColon - 1;
    if (closedAngles(I)) // Name<T>::
      while (I > 0 && !is(I, tok::less))
        --I;
    if (is(I, tok::less) && I > 0)
      --I;
    if (isName(I))
      add(S.Scopes, word(I));
  }

  void name(size_t I, Seen &S) const {
    bool IsCalled = is(I + 1, tok::l_paren);
    if (S.IsFunction && !IsCalled)
      return; // override, final
    if (looksLikeMacro(word(I))) {
      if (IsCalled)
        S.Macros.push_back(word(I));
      else
        add(S.Weakest, word(I));
      return;
    }
    add(S.Weak, word(I));
    bool Ends = IsCalled || is(I + 1, tok::semi) || is(I + 1, tok::equal) ||
                is(I + 1, tok::comma) || is(I + 1, tok::l_square) ||
                is(I + 1, tok::l_brace) || is(I + 1, tok::colon);
    if (!Ends)
      return;
    add(S.Strong, word(I));
    if (I > 0 && is(I - 1, tok::coloncolon) && I >= 2)
      addScope(I - 1, S);
    if (I > 0 && (is(I - 1, tok::star) || is(I - 1, tok::amp)))
      S.IsPointer = true;
    if (!IsCalled)
      return;
    S.IsFunction = true;
    if (isBehindType(I, S))
      S.Declares.push_back(I);
    if (I > 1 && is(I - 1, tok::tilde) && is(I - 2, tok::coloncolon))
      addScope(I - 2, S);
  }

  // Not so in a statement, which comes here where braces do not match.
  bool isBehindType(size_t I, const Seen &S) const {
    if (I <= S.First)
      return false;
    if (is(I - 1, tok::star) || is(I - 1, tok::amp) || closedAngles(I - 1))
      return true;
    static const StringSet<> OfStatements = {
        "return",   "else",     "do",    "case", "co_return",
        "co_await", "co_yield", "throw", "not"};
    return !word(I - 1).empty() && !OfStatements.contains(word(I - 1));
  }

  // "(*name)(int)", "EXPORT(int, name)", "operator<<(Stream &, int)".
  void inParens(size_t Open, size_t End, bool OfOperator, Seen &S) const {
    bool OfMacro = !word(Open - 1).empty() && looksLikeMacro(word(Open - 1));
    for (size_t I = Open + 1, Close = behind(Open, End); I < Close; ++I) {
      if (!isName(I))
        continue;
      bool OfStd = word(I) == "std" ||
                   (is(I - 1, tok::coloncolon) && word(I - 2) == "std");
      if (OfOperator && !OfStd)
        add(S.Operands, word(I));
      if (OfMacro && !looksLikeMacro(word(I)))
        add(S.Weak, word(I));
      if (OfMacro && isBehindType(Open - 1, S) && !is(I + 1, tok::l_paren))
        S.Declares.push_back(I);
      if (isPointerName(I, Open) && !S.IsFunction)
        add(S.Strong, word(I));
    }
  }

  bool isPointerName(size_t I, size_t Open) const {
    if (!is(I - 1, tok::star) && !is(I - 1, tok::amp) && !is(I - 1, tok::caret))
      return false;
    return I - 2 == Open || is(I - 2, tok::coloncolon) ||
           (I - 3 == Open && !word(I - 2).empty() &&
            looksLikeMacro(word(I - 2)));
  }

  ArrayRef<CodeToken> Tokens;
  Brackets Pairs;
  FileDeclarations Result;
};
} // namespace

FileDeclarations declarationsOf(ArrayRef<CodeToken> Tokens) {
  return Reader(Tokens).read();
}

} // namespace leash
