//===--- EmbeddedAssets.h - the HTML page's style and script ----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The definitions are made at build time by cmake/EmbedFiles.cmake.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_HTML_EMBEDDEDASSETS_H
#define LEASH_TOOLS_HTML_EMBEDDEDASSETS_H

namespace leash {

struct EmbeddedAsset {
  const char *Name;   ///< The file's name: "page.css".
  const char *Text;   ///< Its bytes, and a null byte after the last.
  unsigned long Size; ///< How many, without that null byte.
};

extern const EmbeddedAsset EmbeddedAssets[];
extern const unsigned long NumEmbeddedAssets;

} // namespace leash

#endif // LEASH_TOOLS_HTML_EMBEDDEDASSETS_H
