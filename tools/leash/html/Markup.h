//===--- Markup.h - text as HTML --------------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_HTML_MARKUP_H
#define LEASH_TOOLS_HTML_MARKUP_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace leash {

/// Text for an element's content and for an attribute in double quotes. What
/// is no UTF-8, or a control character, gets a visible stand-in; characters
/// that change the direction of text are named: they could make source look
/// like other source.
void writeEscaped(llvm::StringRef Text, llvm::raw_ostream &OS);

/// Whether \p Text begins with \p Prefix: StringRef's own functions for it have
/// another name in each version of LLVM.
inline bool beginsWith(llvm::StringRef Text, llvm::StringRef Prefix) {
  return Text.consume_front(Prefix);
}

/// The same as writeEscaped, as a string.
std::string escaped(llvm::StringRef Text);

/// A message of a check: the names in its single quotes are set as code.
void writeMessage(llvm::StringRef Message, llvm::raw_ostream &OS);

} // namespace leash

#endif // LEASH_TOOLS_HTML_MARKUP_H
