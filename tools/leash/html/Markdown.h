//===--- Markdown.h - the checks' pages as HTML -----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Not Markdown, but what docs/checks uses of it: headings with "#", paragraphs,
// lists (also nested), code in fences, tables, code spans, emphasis and
// links. Anything else comes out as the text that it is.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_HTML_MARKDOWN_H
#define LEASH_TOOLS_HTML_MARKDOWN_H

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace leash {

/// Where a link of the text leads to on the page that is written; empty when
/// that is nowhere, so that only the link's text is written.
using ResolveLink = llvm::function_ref<std::string(llvm::StringRef Target)>;

/// The name that a heading has in links: "How to repair it" is
/// "how-to-repair-it".
std::string anchorOf(llvm::StringRef Heading);

/// Writes \p Text as HTML. A heading "## x" becomes h4, and its id is \p Prefix
/// and its anchor.
void writeMarkdown(llvm::StringRef Text, llvm::StringRef Prefix,
                   ResolveLink Resolve, llvm::raw_ostream &OS);

} // namespace leash

#endif // LEASH_TOOLS_HTML_MARKDOWN_H
