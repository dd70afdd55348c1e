//===--- DeadlineRepairs.cpp - how calls are named, and limited -----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeadlineRepairs.h"
#include "analysis/Declared.h"
#include "analysis/TranslationUnit.h"
#include "clang/Lex/Lexer.h"

using namespace leash;

namespace clang::tidy::leash {

namespace {

StringRef textOf(const Expr *E, const ASTContext &Context) {
  SourceRange Range = E->getSourceRange();
  if (Range.getBegin().isMacroID() || Range.getEnd().isMacroID())
    return "";
  return Lexer::getSourceText(CharSourceRange::getTokenRange(Range),
                              Context.getSourceManager(),
                              Context.getLangOpts());
}

/// The code that speaks of the handle in \p Wait; null when there is none.
const Expr *handleIn(const DeadlineEvent &Wait) {
  // The context that generated code is given.
  Operand Party = Wait.Waits->Handle.value_or(Operand{Operand::Argument, 0});
  if (Party.Kind == Operand::Result)
    return nullptr;
  return operandOf(Wait.E, Party);
}

/// How a member of the handle \p E is reached: "context.", "session->".
std::string objectText(const Expr *E, StringRef Text, const DeadlineEvent &At) {
  if (Text.consume_front("&"))
    return Text.str() + ".";
  if (Text.consume_back(".get()"))
    return Text.str() + "->";
  bool IsPointer = E->IgnoreParenImpCasts()->getType()->isPointerType();
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(At.E))
    if (const auto *Member =
            dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParens()))
      if (Call->getImplicitObjectArgument() == E)
        IsPointer |= Member->isArrow();
  return Text.str() + (IsPointer ? "->" : ".");
}

std::string filled(StringRef Template, const Expr *Handle, StringRef Text,
                   const DeadlineEvent &Wait, unsigned Milliseconds) {
  bool IsWhole = !Template.contains("{microseconds}");
  unsigned Seconds = (Milliseconds + (IsWhole ? 999 : 0)) / 1000;
  std::pair<StringRef, std::string> Parts[] = {
      {"handle", Text.str()},
      {"object", objectText(Handle, Text, Wait)},
      {"ms", std::to_string(Milliseconds)},
      {"seconds", std::to_string(Seconds)},
      {"microseconds", std::to_string(Milliseconds % 1000 * 1000)}};
  std::string Result;
  while (!Template.empty()) {
    size_t Brace = Template.find('{');
    Result += Template.substr(0, Brace);
    if (Brace == StringRef::npos)
      break;
    Template = Template.substr(Brace);
    const auto *Part = llvm::find_if(Parts, [&](const auto &Each) {
      return Template.substr(1, Each.first.size()) == Each.first &&
             Template.substr(1 + Each.first.size(), 1) == "}";
    });
    // The braces of the statement itself stay.
    bool IsPart = Part != std::end(Parts);
    Result += IsPart ? Part->second : "{";
    Template = Template.substr(IsPart ? Part->first.size() + 2 : 1);
  }
  return Result;
}

/// The statement of a block that \p E is in; null when there is none before
/// which another could stand.
const Stmt *statementOf(const DeadlineEvent &Wait, const UserCode &Code) {
  const Stmt *S = Wait.E;
  for (const Stmt *P = Code.parent(S, Wait.Root); P;
       P = Code.parent(P, Wait.Root)) {
    if (isa<CompoundStmt>(P))
      return S;
    // Executed more than once, or not before the rest of the statement.
    if (isa<LambdaExpr, StmtExpr, SwitchCase, LabelStmt>(P))
      return nullptr;
    bool IsBranch = (isa<IfStmt>(P) && cast<IfStmt>(P)->getCond() != S) ||
                    (isa<ForStmt, CXXForRangeStmt, DoStmt, SwitchStmt>(P)) ||
                    (isa<WhileStmt>(P) && cast<WhileStmt>(P)->getBody() == S);
    if (IsBranch)
      return nullptr;
    S = P;
  }
  return nullptr;
}

/// Whether the handle is declared in \p S itself.
bool isMadeIn(const Stmt *S, const DeadlineEvent &Wait) {
  return anyOwnStmt(S, [&](const Stmt *Part) {
    const auto *Declaration = dyn_cast<DeclStmt>(Part);
    return Declaration && llvm::is_contained(Declaration->decls(), Wait.Handle);
  });
}

bool isRepairable(const UnboundedCall &Call) {
  switch (Call.Reason) {
  case UnboundedCall::NoDeadline:
  case UnboundedCall::SetForever:
  case UnboundedCall::Refused:
  case UnboundedCall::TakenBack:
  case UnboundedCall::Ineffective:
    return !Call.Caller && Call.Wait->Handle;
  case UnboundedCall::OnPath:
  case UnboundedCall::GivenForever:
    return false;
  }
  llvm_unreachable("all reasons are listed");
}

} // namespace

std::string calleeWords(const DeadlineEvent &Wait, const ASTContext &Context) {
  SourceLocation Begin = Wait.E->getBeginLoc();
  const SourceManager &Sources = Context.getSourceManager();
  if (Begin.isMacroID() && Sources.isMacroBodyExpansion(Begin) &&
      Sources.isInSystemHeader(Sources.getSpellingLoc(Begin)))
    return "'" +
           Lexer::getImmediateMacroName(Begin, Sources, Context.getLangOpts())
               .str() +
           "'";
  const FunctionDecl *Callee = calleeOf(Wait.E);
  return Callee ? "'" + Callee->getNameAsString() + "'" : "this call";
}

std::string handleWords(const UnboundedCall &Call, const ASTContext &Context) {
  if (!Call.Handle)
    return "";
  const Expr *E = Call.Wait->Handle == Call.Handle && !Call.Caller
                      ? handleIn(*Call.Wait)
                      : nullptr;
  const auto *Member =
      E ? dyn_cast<MemberExpr>(E->IgnoreParenImpCasts()) : nullptr;
  bool IsOthers =
      Member && !isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts());
  bool IsElement = E && isElement(E);
  StringRef Text =
      IsOthers || IsElement ? textOf(E->IgnoreParenImpCasts(), Context) : "";
  if (!Text.empty())
    return "'" + Text.str() + "'";
  // An alias has a name of its own.
  if (const auto *Ref =
          E ? dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts()) : nullptr)
    return "'" + Ref->getDecl()->getNameAsString() + "'";
  return "'" + Call.Handle->getNameAsString() + "'";
}

Repair setDeadline(const UnboundedCall &Call, unsigned Milliseconds,
                   const TranslationUnit &Unit) {
  const DeadlineEvent &Wait = *Call.Wait;
  const BlockingFact &Fact = *Wait.Waits;
  const ASTContext &Context = Unit.context();
  StringRef Template =
      !Context.getLangOpts().CPlusPlus && !Fact.RepairInC.empty()
          ? Fact.RepairInC
          : Fact.Repair;
  if (Template.empty() || !isRepairable(Call) ||
      !llvm::all_of(Fact.Needs, [&](const std::string &Name) {
        return isDeclared(Name, Context);
      }))
    return {};
  const Expr *Handle = handleIn(Wait);
  StringRef Text = Handle ? textOf(Handle->IgnoreImpCasts(), Context) : "";
  const Stmt *Before = statementOf(Wait, Unit.code());
  if (Text.empty() || !Before || Before->getBeginLoc().isMacroID() ||
      isMadeIn(Before, Wait))
    return {};
  SourceLocation Begin = Before->getBeginLoc();
  StringRef Indentation =
      Lexer::getIndentationForLine(Begin, Context.getSourceManager());
  return {FixItHint::CreateInsertion(
      Begin, filled(Template, Handle, Text, Wait, Milliseconds) + "\n" +
                 Indentation.str())};
}

} // namespace clang::tidy::leash
