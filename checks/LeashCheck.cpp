//===--- LeashCheck.cpp - what all checks of Leash share ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LeashCheck.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Lex/Lexer.h"

using ::leash::TranslationUnit;

namespace clang::tidy::leash {

LeashCheck::LeashCheck(StringRef Name, ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context),
      ApiFiles(std::string(Options.getLocalOrGlobal("ApiFiles", ""))),
      UserRows(::leash::loadUserApi(ApiFiles, getCurrentMainFile())),
      Profile(Name) {
  if (!UserRows)
    return;
  for (const ::leash::ApiError &Error : UserRows->Errors)
    configurationDiag("%0", DiagnosticIDs::Error) << Error.text();
}

LeashCheck::Flag::Flag(LeashCheck &Check, StringRef Name, bool Default)
    : Name(Name), Value(Check.Options.get(Name, Default)) {
  Check.Flags.push_back(this);
}

LeashCheck::Number::Number(LeashCheck &Check, StringRef Name, unsigned Default)
    : Name(Name), Value(Check.Options.get(Name, Default)) {
  Check.Numbers.push_back(this);
}

void LeashCheck::storeOptions(ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "ApiFiles", ApiFiles);
  for (const Flag *F : Flags)
    Options.store(Opts, F->Name, F->Value);
  for (const Number *N : Numbers)
    Options.store(Opts, N->Name, N->Value);
}

// One matcher on the whole: the walk over the user's code is shared between
// checks, and goes around system headers, which matchers would go through.
void LeashCheck::registerMatchers(ast_matchers::MatchFinder *Finder) {
  Finder->addMatcher(ast_matchers::translationUnitDecl(), this);
  Finder->addMatcher(ast_matchers::translationUnitDecl(), &Profile);
}

/// The profile has one line an id; without a number to show, that of the check.
StringRef LeashCheck::GivenUpCounter::getID() const {
  if (GivenUp == 0)
    return Check;
  Id = Check + " (" + std::to_string(GivenUp) + " functions given up on)";
  return Id;
}

void LeashCheck::check(const ast_matchers::MatchFinder::MatchResult &Result) {
  std::shared_ptr<const ::leash::ApiTable> Rows(
      UserRows, UserRows ? &UserRows->Table : nullptr);
  Unit = TranslationUnit::of(*Result.Context, Rows);
  if (Unit->api().mentionsAny())
    analyse(*Unit);
}

void LeashCheck::onEndOfTranslationUnit() {
  Unit.reset();
  Reported.clear();
}

SourceLocation LeashCheck::shown(SourceLocation Location) const {
  return Unit->context().getSourceManager().getExpansionLoc(Location);
}

SourceLocation LeashCheck::afterToken(SourceLocation Location) const {
  return Lexer::getLocForEndOfToken(Location, 0,
                                    Unit->context().getSourceManager(),
                                    Unit->context().getLangOpts());
}

bool LeashCheck::isOnLineOf(SourceLocation One, SourceLocation Other) const {
  const SourceManager &Sources = Unit->context().getSourceManager();
  return Sources.isWrittenInSameFile(shown(One), shown(Other)) &&
         Sources.getSpellingLineNumber(shown(One)) ==
             Sources.getSpellingLineNumber(shown(Other));
}

bool LeashCheck::isUsersText(SourceLocation Location) const {
  const SourceManager &Sources = Unit->context().getSourceManager();
  if (Unit->code().isForeign(Location))
    return false;
  return !Sources.isMacroBodyExpansion(Location) ||
         !Sources.isInSystemHeader(Sources.getSpellingLoc(Location));
}

std::optional<DiagnosticBuilder> LeashCheck::report(SourceLocation Location,
                                                    StringRef Message) {
  if (!isUsersText(Location) || !Reported.insert(shown(Location)).second)
    return std::nullopt;
  return diag(shown(Location), Message);
}

DiagnosticBuilder LeashCheck::note(SourceLocation Location, StringRef Message) {
  return diag(shown(Location), Message, DiagnosticIDs::Note);
}

static StringRef words(const ::leash::Decision &D) {
  switch (D.Kind) {
  case ::leash::Decision::True:
    return "this condition is true";
  case ::leash::Decision::False:
    return "this condition is false";
  case ::leash::Decision::Case:
    return "this case is taken";
  case ::leash::Decision::Default:
    return "no other case is taken";
  case ::leash::Decision::Turns:
    return "the loop goes on";
  case ::leash::Decision::Ends:
    return "the loop ends";
  }
  llvm_unreachable("all kinds are listed");
}

static StringRef words(::leash::Leak::EndKind End) {
  switch (End) {
  case ::leash::Leak::AtReturn:
    return "the function returns here";
  case ::leash::Leak::AtThrow:
    return "the exception leaves here";
  case ::leash::Leak::AtCall:
    return "an exception may leave here";
  case ::leash::Leak::AtScopeEnd:
    return "%0 goes out of scope here";
  case ::leash::Leak::AtReplacement:
    return "%0 is given another one here";
  case ::leash::Leak::AtDestruction:
    return "it is destroyed here";
  case ::leash::Leak::AtOnce:
    break;
  }
  return "";
}

void LeashCheck::notePath(const ::leash::Leak &L, StringRef Starts,
                          SourceLocation Reported) {
  SourceLocation Start = L.Opened->E->getBeginLoc();
  if (!isOnLineOf(Start, Reported))
    note(Start, Starts);
  noteDecisions(L.Decisions, L.EndLocation);
  if (L.End == ::leash::Leak::AtOnce)
    return;
  DiagnosticBuilder End = note(L.EndLocation, words(L.End));
  if (L.End == ::leash::Leak::AtScopeEnd ||
      L.End == ::leash::Leak::AtReplacement)
    End << L.Holder;
}

void LeashCheck::noteDecisions(ArrayRef<::leash::Decision> Decisions,
                               SourceLocation End) {
  for (size_t I = 0; I < Decisions.size(); ++I) {
    // Of several in one macro, the last says it.
    SourceLocation Next =
        I + 1 < Decisions.size() ? Decisions[I + 1].Location : End;
    if (Next.isInvalid() || shown(Decisions[I].Location) != shown(Next))
      note(Decisions[I].Location, words(Decisions[I]));
  }
}

void LeashCheck::noteOpening(const ::leash::UnclosedField &F,
                             StringRef Starts) {
  const Expr *Start = F.opening().E;
  if (Start && !isOnLineOf(Start->getBeginLoc(), F.Life->Field->getLocation()))
    note(Start->getBeginLoc(), Starts);
}

void LeashCheck::noteElsewhere(const ::leash::UnclosedField &F,
                               StringRef Closes) {
  note(F.Elsewhere->At->getBeginLoc(), Closes) << asWritten(F.Elsewhere->In);
}

const NamedDecl *LeashCheck::asWritten(const NamedDecl *D) {
  const auto *Function = llvm::dyn_cast_or_null<FunctionDecl>(D);
  const NamedDecl *Template =
      Function ? Function->getPrimaryTemplate() : nullptr;
  return Template ? Template : D;
}

StringRef LeashCheck::endingWords(::leash::Ending Effect, bool HasClass,
                                  bool IsMany) {
  switch (Effect) {
  case ::leash::Ending::Terminates:
    return IsMany ? "their destructors call std::terminate"
                  : "its destructor calls std::terminate";
  case ::leash::Ending::Detaches:
    return IsMany ? "their destructors detach them silently"
                  : "its destructor detaches it silently";
  case ::leash::Ending::Joins:
  case ::leash::Ending::Leaks:
    break;
  }
  if (HasClass)
    return IsMany ? "nobody can join them any more"
                  : "nobody can join it any more";
  return IsMany ? "their stacks and statuses stay allocated"
                : "its stack and status stay allocated";
}

} // namespace clang::tidy::leash
