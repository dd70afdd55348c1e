//===--- Utf8.h - characters of source lines --------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Results count columns in bytes, as Clang does. Screens, browsers and SARIF
// count characters. A source line may be in any encoding: what is no UTF-8
// counts as one character a byte.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_UTF8_H
#define LEASH_TOOLS_UTF8_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace leash {

/// How many bytes the first character of \p Text has; zero when they are no
/// UTF-8, or when there are none.
size_t utf8Length(llvm::StringRef Text);

/// The column in characters that stands for \p Column in bytes; both count
/// from one. Beyond the end of \p Line, which may have changed or not be there,
/// each byte is one character.
unsigned characterColumn(llvm::StringRef Line, unsigned Column);

/// \p Text, with a replacement character for what is no UTF-8.
std::string validUtf8(llvm::StringRef Text);

} // namespace leash

#endif // LEASH_TOOLS_UTF8_H
