//===--- DroppedLoops.cpp - did a way out get lost in an error? -----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DroppedLoops.h"
#include "UserCode.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace leash {

namespace {

using Words = llvm::DenseSet<llvm::StringRef>;

/// The names that the AST of \p Loop speaks of.
Words namesIn(const Stmt *Loop) {
  Words Result;
  auto Add = [&](const NamedDecl *D) {
    if (D && D->getIdentifier())
      Result.insert(D->getName());
  };
  anyStmt(Loop, [&](const Stmt *S) {
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S))
      Add(Ref->getDecl());
    else if (const auto *Member = llvm::dyn_cast<MemberExpr>(S))
      Add(Member->getMemberDecl());
    else if (const auto *Overloads = llvm::dyn_cast<OverloadExpr>(S))
      Result.insert(Overloads->getName().isIdentifier()
                        ? Overloads->getName().getAsIdentifierInfo()->getName()
                        : "");
    else if (const auto *Unknown =
                 llvm::dyn_cast<CXXDependentScopeMemberExpr>(S))
      Result.insert(Unknown->getMember().isIdentifier()
                        ? Unknown->getMember().getAsIdentifierInfo()->getName()
                        : "");
    else if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        Add(llvm::dyn_cast<NamedDecl>(D));
    return false;
  });
  return Result;
}

/// How many statements of the kinds break, return and goto there are.
unsigned exitsIn(const Stmt *Loop) {
  unsigned Count = 0;
  anyStmt(Loop, [&](const Stmt *S) {
    Count += llvm::isa<BreakStmt, ReturnStmt, GotoStmt, IndirectGotoStmt,
                       CXXThrowExpr, CoreturnStmt>(S);
    return false;
  });
  return Count;
}

} // namespace

bool mayHaveLostExit(const Stmt *Loop, const ASTContext &Context) {
  if (!Context.getDiagnostics().hasErrorOccurred())
    return false;
  const SourceManager &Sources = Context.getSourceManager();
  SourceLocation Begin = Loop->getBeginLoc(), End = Loop->getEndLoc();
  if (Begin.isMacroID() || End.isMacroID() ||
      !Sources.isWrittenInSameFile(Begin, End))
    return true;
  FileID File = Sources.getFileID(Begin);
  bool IsInvalid = false;
  llvm::StringRef Text = Sources.getBufferData(File, &IsInvalid);
  if (IsInvalid)
    return true;
  Words Known = namesIn(Loop);
  unsigned Exits = 0, Last = Sources.getFileOffset(End);
  Lexer Tokens(Sources.getLocForStartOfFile(File), Context.getLangOpts(),
               Text.begin(), Text.begin() + Sources.getFileOffset(Begin),
               Text.end());
  for (Token T; !Tokens.LexFromRawLexer(T) &&
                Sources.getFileOffset(T.getLocation()) <= Last;) {
    if (!T.is(tok::raw_identifier) || Known.contains(T.getRawIdentifier()))
      continue;
    const IdentifierInfo &Id = Context.Idents.get(T.getRawIdentifier());
    switch (Id.getTokenID()) {
    case tok::kw_break:
    case tok::kw_return:
    case tok::kw_goto:
    case tok::kw_throw:
    case tok::kw_co_return:
      ++Exits;
      break;
    case tok::identifier:
      // Types and macros leave no name in the AST, but are declared.
      if (!Id.hadMacroDefinition() &&
          Context.getTranslationUnitDecl()->lookup(&Id).empty())
        return true;
      break;
    default:
      break;
    }
  }
  return Exits != exitsIn(Loop);
}

} // namespace leash
