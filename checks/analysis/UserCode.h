//===--- UserCode.h - one walk over what the user wrote ---------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every check starts from the places that the API tables know; this walk finds
// them all, once for all checks. It goes through the traversal scope (in
// clangd: the main file) and leaves out system headers. Templates are walked as
// written and as instantiated; a pattern that an instantiation shows better is
// left out of the answers.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_USERCODE_H
#define LEASH_ANALYSIS_USERCODE_H

#include "ApiIndex.h"
#include "clang/AST/ParentMap.h"
#include "llvm/ADT/DenseSet.h"
#include <memory>

namespace leash {

/// A use of something that the API tables know, or a call that returns a
/// future.
struct Site {
  /// A call, a construction, or the initialiser in a template that will become
  /// one.
  const clang::Expr *E = nullptr;
  CallRows Rows;
  /// The innermost function, or call operator of a lambda, around E; null
  /// where E initialises a field or a variable of a namespace.
  const clang::FunctionDecl *Function = nullptr;
  /// The outermost code around E that is not a lambda: a function, a field or
  /// a variable. Parents are known within a root.
  const clang::Decl *Root = nullptr;
};

/// Whether the body of \p Function can be looked at. A body that clangd skipped
/// is as good as one in another file.
bool isVisible(const clang::FunctionDecl *Function);

/// Whether \p Function has a body that clangd skipped, as it does with those in
/// headers.
bool hasSkippedBody(const clang::FunctionDecl *Function);

/// The declaration of \p Function that has its body; null when not visible.
const clang::FunctionDecl *definitionOf(const clang::FunctionDecl *Function);

/// Calls \p Visit for \p S and all statements below it, in the order of the
/// code, until it returns true. Returns whether it did. Bodies of lambdas are
/// included; with anyOwnStmt they are not.
bool anyStmt(const clang::Stmt *S,
             llvm::function_ref<bool(const clang::Stmt *)> Visit);
bool anyOwnStmt(const clang::Stmt *S,
                llvm::function_ref<bool(const clang::Stmt *)> Visit);

/// Whether \p Part is \p Whole, which may be null, or below it.
bool contains(const clang::Stmt *Whole, const clang::Stmt *Part);

/// The statements that the code of \p Root, a function, a field or a variable,
/// consists of: the body, or the initialiser; for a constructor, the body and
/// the initialisers that it writes.
llvm::SmallVector<const clang::Stmt *, 4> partsOf(const clang::Decl *Root);

class UserCode {
public:
  /// Walks at once. \p Index must outlive this.
  UserCode(clang::ASTContext &Context, const ApiIndex &Index);

  clang::ASTContext &context() const { return Context; }
  const ApiIndex &api() const { return Index; }

  /// All sites but those in broken code, in the order of the walk.
  llvm::ArrayRef<Site> sites() const { return Sites; }

  /// The functions with a body that the walk met, lambdas left out.
  llvm::ArrayRef<const clang::FunctionDecl *> functions() const {
    return Functions;
  }

  /// All code that is not within other code of the list: those functions,
  /// fields, and variables outside of functions.
  llvm::ArrayRef<const clang::Decl *> roots() const { return Roots; }

  /// The variables that live as long as the process and are initialised.
  llvm::ArrayRef<const clang::VarDecl *> statics() const { return Statics; }

  /// Whether \p Function does not compile, so that what it does is not known.
  bool isBroken(const clang::FunctionDecl *Function) const {
    return Broken.contains(Function);
  }

  /// Whether a method or field of \p Class does not compile: what it would do
  /// to the class's fields is not known.
  bool hasBrokenMember(const clang::RecordDecl *Class) const {
    return Class && BrokenClasses.contains(Class->getCanonicalDecl());
  }

  /// The statement that \p S is part of, within \p Root. Null at the top.
  const clang::Stmt *parent(const clang::Stmt *S,
                            const clang::Decl *Root) const;

  /// Whether \p One stands before \p Other in the translation unit. What a
  /// macro writes stands where the macro is expanded.
  bool isBefore(clang::SourceLocation One, clang::SourceLocation Other) const;
  bool isBefore(const clang::Stmt *One, const clang::Stmt *Other) const {
    return isBefore(One->getBeginLoc(), Other->getBeginLoc());
  }

  /// Whether \p Location is in a system header, or in no file at all.
  bool isForeign(clang::SourceLocation Location) const;

private:
  class Walk;

  clang::ASTContext &Context;
  const ApiIndex &Index;
  std::vector<Site> Sites;
  std::vector<const clang::FunctionDecl *> Functions;
  std::vector<const clang::Decl *> Roots;
  std::vector<const clang::VarDecl *> Statics;
  llvm::DenseSet<const clang::Decl *> Broken;
  llvm::DenseSet<const clang::Decl *> BrokenClasses;
  mutable llvm::DenseMap<const clang::Decl *, std::unique_ptr<clang::ParentMap>>
      Parents;
};

/// Whether \p D is a local variable that is declared where \p Block begins, or
/// after that.
bool isLocalSince(const clang::ValueDecl *D, const clang::Stmt *Block,
                  const UserCode &Code);

} // namespace leash

#endif // LEASH_ANALYSIS_USERCODE_H
