//===--- Highlighter.h - C and C++ in colours -------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_HTML_HIGHLIGHTER_H
#define LEASH_TOOLS_HTML_HIGHLIGHTER_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace leash {

/// What a byte of source is part of. The values are the names of classes in
/// the page's style sheet; Plain has none.
enum TokenKind : char {
  Plain = 0,
  Keyword = 'k',
  Literal = 's',
  Number = 'd',
  Comment = 'c',
  Directive = 'p'
};

/// For each byte of \p Source its TokenKind. \p Name tells C from C++. It needs
/// no more than the text: no headers, no compile command.
std::string highlight(llvm::StringRef Name, llvm::StringRef Source);

/// Writes \p Text as HTML, in the colours of \p Kinds: as long as the text, or
/// empty.
void writeHighlighted(llvm::StringRef Text, llvm::StringRef Kinds,
                      llvm::raw_ostream &OS);

} // namespace leash

#endif // LEASH_TOOLS_HTML_HIGHLIGHTER_H
