//===--- Settings.cpp - limits among the arguments ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Settings.h"
#include "TranslationUnit.h"

using namespace clang;

namespace leash {

namespace {

std::optional<UnboundedCall> judgeOptions(const DeadlineEvent &Wait,
                                          const TranslationUnit &Unit,
                                          const DeadlineEvents &Events) {
  UnboundedCall Call;
  Call.Wait = &Wait;
  for (const Expr *Argument : argumentsOf(Wait.E)) {
    if (Argument->isInstantiationDependent())
      return std::nullopt;
    const TypeRow *Row = Unit.api().type(Argument->getType());
    if (!Row || !Row->SetsDeadline)
      continue;
    const DeadlineValue &What = *Row->SetsDeadline;
    bool Bounds =
        llvm::any_of(Wait.Waits->BoundedBy, [&](const DeadlineNames &Names) {
          return Names[0] == What.Deadline;
        });
    TimeValue Value =
        Events.values().valueOf(withoutCopies(Argument), Wait.Root);
    if (Bounds && !Events.values().isOneOf(Value, What.Forever))
      return std::nullopt;
    if (Bounds) {
      Call.Reason = UnboundedCall::GivenForever;
      Call.Value = Value;
      Call.Option = Argument;
    } else if (Call.Reason == UnboundedCall::NoDeadline && !What.But.empty()) {
      Call.Reason = UnboundedCall::Ineffective;
      Call.Because = What.But;
      Call.Option = Argument;
    }
  }
  return Call;
}

/// The text of \p E, when it is nothing but literals.
std::optional<std::string> literalIn(const Expr *E) {
  std::string Text;
  bool IsLiteral = false, IsMore = false;
  anyStmt(E, [&](const Stmt *S) {
    if (const auto *Literal = llvm::dyn_cast<StringLiteral>(S)) {
      IsLiteral = true;
      if (Literal->getCharByteWidth() == 1)
        Text += Literal->getString();
    }
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S))
      IsMore |= llvm::isa<VarDecl>(Ref->getDecl());
    IsMore |= llvm::isa<MemberExpr, CallExpr>(S);
    return false;
  });
  return IsLiteral && !IsMore ? std::optional(Text) : std::nullopt;
}

/// The value of \p Setting in \p Text: "5" in "connect_timeout = 5".
std::optional<llvm::StringRef> settingIn(llvm::StringRef Text,
                                         llvm::StringRef Setting) {
  for (size_t At = Text.find(Setting); At != llvm::StringRef::npos;
       At = Text.find(Setting, At + 1)) {
    llvm::StringRef Rest = Text.substr(At + Setting.size()).ltrim();
    if (!Rest.consume_front("="))
      continue;
    return Rest.ltrim(" '").take_until(
        [](char C) { return llvm::StringRef(" '&;").contains(C); });
  }
  return std::nullopt;
}

std::optional<UnboundedCall> judgeText(const DeadlineEvent &Wait) {
  const BlockingFact &Fact = *Wait.Waits;
  const Expr *Argument = Fact.Text ? argumentOf(Wait.E, *Fact.Text) : nullptr;
  std::optional<std::string> Text =
      Argument ? literalIn(Argument) : std::nullopt;
  if (!Text)
    return std::nullopt;
  UnboundedCall Call;
  Call.Wait = &Wait;
  if (auto Value = settingIn(*Text, Fact.Setting)) {
    int64_t Number = 1;
    if (Value->getAsInteger(10, Number) || Number > 0)
      return std::nullopt;
    Call.Reason = UnboundedCall::GivenForever;
    Call.Value.Number = Number;
    return Call;
  }
  for (const auto &[Name, Why] : Fact.NotBoundedBy)
    if (settingIn(*Text, Name)) {
      // Nothing is known of what a service file or the like sets.
      if (Why.empty())
        return std::nullopt;
      Call.Reason = UnboundedCall::Ineffective;
      Call.Because = Why;
      return Call;
    }
  return Call;
}

} // namespace

std::optional<UnboundedCall> judgeSettings(const DeadlineEvent &Wait,
                                           const TranslationUnit &Unit,
                                           const DeadlineEvents &Events) {
  return Wait.Waits->Text ? judgeText(Wait) : judgeOptions(Wait, Unit, Events);
}

} // namespace leash
