//===--- LeashCheck.h - what all checks of Leash share ----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A check of Leash answers three questions: what do I look at, what do I ask,
// what do I say. It overrides analyse(), asks the TranslationUnit, and says it
// with report() and note().
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_LEASHCHECK_H
#define LEASH_LEASHCHECK_H

#include "analysis/Closing.h"
#include "analysis/UnclosedFields.h"
#include "api/UserApi.h"
#include "compat/ClangTidy.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/DenseSet.h"

namespace clang::tidy::leash {

class LeashCheck : public ClangTidyCheck {
public:
  LeashCheck(StringRef Name, ClangTidyContext *Context);

  void registerMatchers(ast_matchers::MatchFinder *Finder) final;
  void check(const ast_matchers::MatchFinder::MatchResult &Result) final;
  void onEndOfTranslationUnit() final;
  void storeOptions(ClangTidyOptions::OptionMap &Opts) final;

protected:
  /// An option that is on or off. Declared as a member of the check, it is
  /// read, stored and shown by --dump-config without more words.
  class Flag {
  public:
    Flag(LeashCheck &Check, StringRef Name, bool Default);
    Flag(const Flag &) = delete; // The check keeps its address.
    Flag &operator=(const Flag &) = delete;
    operator bool() const { return Value; }

  private:
    friend class LeashCheck;
    StringRef Name;
    bool Value;
  };

  /// An option that is a number, in the same way.
  class Number {
  public:
    Number(LeashCheck &Check, StringRef Name, unsigned Default);
    Number(const Number &) = delete; // The check keeps its address.
    Number &operator=(const Number &) = delete;
    operator unsigned() const { return Value; }

  private:
    friend class LeashCheck;
    StringRef Name;
    unsigned Value;
  };

  /// Looks at one translation unit. Not called when nothing that the API tables
  /// know is mentioned in it.
  virtual void analyse(const ::leash::TranslationUnit &Unit) = 0;

  /// A warning at \p Location, or at the expansion when that is in a macro.
  /// Empty when the warning would be in a system header or in text that only
  /// the macro of one wrote, or when one stands there already: instantiations
  /// and inclusions do not multiply a report.
  std::optional<DiagnosticBuilder> report(SourceLocation Location,
                                          StringRef Message);
  DiagnosticBuilder note(SourceLocation Location, StringRef Message);

  /// Notes that walk the path of \p L: where it starts, in the words \p Starts,
  /// unless that is on the line of \p Reported; its decisions; its end.
  void notePath(const ::leash::Leak &L, StringRef Starts,
                SourceLocation Reported);

  /// Notes on the choices of a path that ends at \p End.
  void noteDecisions(ArrayRef<::leash::Decision> Decisions, SourceLocation End);

  /// Shows where \p F is opened, in the words \p Starts, unless that is on the
  /// line of its declaration.
  void noteOpening(const ::leash::UnclosedField &F, StringRef Starts);
  /// Shows where \p F is closed out of reach of the destructor. %0 of \p Closes
  /// is the function.
  void noteElsewhere(const ::leash::UnclosedField &F, StringRef Closes);

  /// What happens to threads that lose their handles with \p Effect. \p
  /// HasClass tells handles of C++ from those of C.
  static StringRef endingWords(::leash::Ending Effect, bool HasClass,
                               bool IsMany);

  /// What a message calls \p D: a template by its name alone. The source rarely
  /// spells its arguments, and a lambda among them would be a path.
  static const NamedDecl *asWritten(const NamedDecl *D);

  /// Where the token at \p Location ends; invalid in the middle of a macro.
  SourceLocation afterToken(SourceLocation Location) const;

  /// Whether both are shown on the same line.
  bool isOnLineOf(SourceLocation One, SourceLocation Other) const;

  /// The expansion of \p Location.
  SourceLocation shown(SourceLocation Location) const;

  /// Shows in the check profile that \p Functions functions were too large to
  /// follow: clang-tidy prints a line with this number beside the check's time.
  void countGivenUp(unsigned Functions) { Profile.GivenUp += Functions; }

private:
  /// Stands in the check profile for what was given up on.
  struct GivenUpCounter : ast_matchers::MatchFinder::MatchCallback {
    explicit GivenUpCounter(StringRef Check) : Check(Check) {}
    void run(const ast_matchers::MatchFinder::MatchResult &) override {}
    StringRef getID() const override;

    std::string Check;
    unsigned GivenUp = 0;
    mutable std::string Id;
  };

  bool isUsersText(SourceLocation Location) const;

  std::string ApiFiles;
  std::shared_ptr<const ::leash::UserApi> UserRows;
  std::shared_ptr<const ::leash::TranslationUnit> Unit;
  SmallVector<Flag *, 4> Flags;
  SmallVector<Number *, 1> Numbers;
  llvm::DenseSet<SourceLocation> Reported;
  GivenUpCounter Profile;
};

} // namespace clang::tidy::leash

#endif // LEASH_LEASHCHECK_H
