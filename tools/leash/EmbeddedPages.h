//===--- EmbeddedPages.h - the checks' pages inside the binary --*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// docs/checks/*.md, in the order of their names. The definitions are made at
// build time by cmake/EmbedFiles.cmake.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_EMBEDDEDPAGES_H
#define LEASH_TOOLS_EMBEDDEDPAGES_H

namespace leash {

struct EmbeddedPage {
  const char *Name;   ///< The file's name: "detached-thread.md".
  const char *Text;   ///< Its bytes, and a null byte after the last.
  unsigned long Size; ///< How many, without that null byte.
};

extern const EmbeddedPage EmbeddedPages[];
extern const unsigned long NumEmbeddedPages;

} // namespace leash

#endif // LEASH_TOOLS_EMBEDDEDPAGES_H
