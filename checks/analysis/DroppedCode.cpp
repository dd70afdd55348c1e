//===--- DroppedCode.cpp - what did the parser throw away? ----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DroppedCode.h"
#include "UserCode.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace leash {

namespace {

using Offsets = llvm::DenseSet<unsigned>;

/// Where the names that the AST knows of stand in \p File.
Offsets namesIn(const Stmt *Body, FileID File, const SourceManager &Sources) {
  Offsets Result;
  auto Add = [&](SourceLocation Location) {
    if (Location.isInvalid())
      return;
    for (SourceLocation Each :
         {Sources.getFileLoc(Location), Sources.getExpansionLoc(Location)})
      if (Sources.getFileID(Each) == File)
        Result.insert(Sources.getFileOffset(Each));
  };
  anyStmt(Body, [&](const Stmt *S) {
    if (const auto *Member = llvm::dyn_cast<MemberExpr>(S))
      Add(Member->getMemberLoc());
    else if (const auto *Overloads = llvm::dyn_cast<OverloadExpr>(S))
      Add(Overloads->getNameLoc());
    else if (const auto *Member =
                 llvm::dyn_cast<CXXDependentScopeMemberExpr>(S))
      Add(Member->getMemberLoc());
    else if (const auto *E = llvm::dyn_cast<Expr>(S))
      Add(E->getExprLoc());
    if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        Add(D->getLocation());
    Add(S->getBeginLoc());
    return false;
  });
  return Result;
}

/// Whether \p Body has the name of a function for a statement: what is left of
/// a call whose arguments do not parse.
bool hasBareName(const Stmt *Body) {
  return anyStmt(Body, [](const Stmt *S) {
    const auto *Block = llvm::dyn_cast<CompoundStmt>(S);
    return Block && llvm::any_of(Block->body(), [](const Stmt *Part) {
             const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Part);
             return Ref && llvm::isa<FunctionDecl>(Ref->getDecl());
           });
  });
}

bool isAccess(const Token &T) { return T.is(tok::period) || T.is(tok::arrow); }

/// Whether \p Name, before \p Next, is used in a way that leaves its mark in
/// the AST: an object whose member is named, a function that is called.
bool isUse(const Token &Name, const Token &Next, const ASTContext &Context) {
  if (!Name.is(tok::raw_identifier) || Name.getRawIdentifier() == "this")
    return false;
  if (isAccess(Next))
    return true;
  if (!Next.is(tok::l_paren))
    return false;
  IdentifierInfo &Id = Context.Idents.get(Name.getRawIdentifier());
  auto Named = Context.getTranslationUnitDecl()->lookup(&Id);
  return llvm::any_of(
      Named, [](const NamedDecl *D) { return llvm::isa<FunctionDecl>(D); });
}

} // namespace

bool hasDroppedCode(const FunctionDecl *Function, const ASTContext &Context) {
  const SourceManager &Sources = Context.getSourceManager();
  const Stmt *Body = Function->getBody();
  if (!Context.getDiagnostics().hasErrorOccurred() || !Body)
    return false;
  if (hasBareName(Body))
    return true;
  SourceLocation Begin = Body->getBeginLoc(), End = Body->getEndLoc();
  if (Begin.isMacroID() || End.isMacroID() || Begin.isInvalid() ||
      !Sources.isWrittenInSameFile(Begin, End))
    return false;
  FileID File = Sources.getFileID(Begin);
  Offsets Known = namesIn(Body, File, Sources);
  bool IsInvalid = false;
  StringRef Text = Sources.getBufferData(File, &IsInvalid);
  if (IsInvalid)
    return false;
  Lexer Tokens(Sources.getLocForStartOfFile(File), Context.getLangOpts(),
               Text.begin(), Text.begin() + Sources.getFileOffset(Begin),
               Text.end());
  Token Before, T;
  unsigned Last = Sources.getFileOffset(End);
  for (Before.startToken(); !Tokens.LexFromRawLexer(T); Before = T) {
    if (Sources.getFileOffset(T.getLocation()) > Last)
      return false;
    if (isUse(Before, T, Context) &&
        !Known.contains(Sources.getFileOffset(Before.getLocation())))
      return true;
  }
  return false;
}

bool hasDroppedBase(const CXXRecordDecl *Class, const ASTContext &Context) {
  if (!Context.getDiagnostics().hasErrorOccurred() ||
      !Class->isThisDeclarationADefinition() || Class->getNumBases() > 0 ||
      Class->getLocation().isMacroID())
    return false;
  auto Next = Lexer::findNextToken(
      Class->getLocation(), Context.getSourceManager(), Context.getLangOpts());
  return Next && Next->is(tok::colon);
}

} // namespace leash
