//===--- Tokens.h - a file's text in tokens ---------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_TOKENS_H
#define LEASH_TOOLS_TOKENS_H

#include "clang/Basic/TokenKinds.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace leash {

struct CodeToken {
  clang::tok::TokenKind Kind = clang::tok::unknown;
  llvm::StringRef Identifier; ///< Empty for all but identifiers and keywords.
};

/// "#define" and its like: \c Tokens are what stands behind the first word.
struct Directive {
  llvm::StringRef Kind;
  std::vector<CodeToken> Tokens;
};

/// The tokens of a file that is not preprocessed: code that is left out by #if
/// is there as well. They refer to the text.
struct FileTokens {
  std::vector<CodeToken> Code;
  std::vector<Directive> Directives;
};

FileTokens tokensOf(llvm::StringRef Text);

/// Whether \p Word is a keyword of C or C++.
bool isKeyword(llvm::StringRef Word);

} // namespace leash

#endif // LEASH_TOOLS_TOKENS_H
