//===--- ApiNames.h - finds what the names of rows stand for ----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TEST_TOOLS_APINAMES_H
#define LEASH_TEST_TOOLS_APINAMES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace leash {

/// Finds declarations by the names that rows give.
class Resolver {
public:
  explicit Resolver(clang::ASTContext &Context) : Context(Context) {}

  /// What a name turned out to be. Functions holds the overloads of a function,
  /// a method (of a class, its specialisations and its bases) or a constructor.
  struct Result {
    std::vector<const clang::FunctionDecl *> Functions;
    std::vector<const clang::NamedDecl *> Others;
    std::string Why; ///< Set where nothing was found.
  };

  Result resolve(llvm::StringRef QualifiedName);

  static bool isType(const clang::NamedDecl *Found);

  /// The value of a constant: an enumerator, a constant variable, a macro that
  /// probesFor() has evaluated, or a number.
  struct Constant {
    /// Set for what no declaration stands for: "macro", "number".
    llvm::StringRef Kind;
    std::optional<int64_t> Value;
    std::string Text; ///< Of a macro that is a string.
    std::string Why; ///< Set where the name stands for nothing.
  };

  Constant constant(llvm::StringRef Name);

  /// Code to put below the headers, so that constant() can evaluate the macros
  /// among \p Names: an AST does not show them.
  static std::string probesFor(llvm::ArrayRef<std::string> Names);

private:
  using Scopes = std::vector<const clang::DeclContext *>;

  Scopes enter(const Scopes &Outer, llvm::StringRef Name, std::string &Why);
  std::vector<const clang::NamedDecl *>
  lookup(const Scopes &In, llvm::StringRef Name, std::string &Why);
  void addFunctions(const std::vector<const clang::NamedDecl *> &Found,
                    Result &Out);
  void addConstructors(const Scopes &Classes, Result &Out);
  /// Classes and everything that is looked at where a name is not in the class
  /// itself: its base classes, as far as the template shows them.
  Scopes withBases(const Scopes &Classes);
  void addClass(const clang::NamedDecl *Class, Scopes &Out);

  clang::ASTContext &Context;
};

} // namespace leash

#endif // LEASH_TEST_TOOLS_APINAMES_H
