//===--- EmbeddedApi.h - the API files inside the binary --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What checks/api/*.yaml say, in the order of their names. The definitions are
// made at build time by cmake/EmbedFiles.cmake.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_EMBEDDEDAPI_H
#define LEASH_API_EMBEDDEDAPI_H

namespace leash {

struct EmbeddedApiFile {
  const char *Name;   ///< The file's name without its folder: "std.yaml".
  const char *Text;   ///< Its bytes, and a null byte after the last.
  unsigned long Size; ///< How many, without that null byte.
};

extern const EmbeddedApiFile EmbeddedApiFiles[];
extern const unsigned long NumEmbeddedApiFiles;

} // namespace leash

#endif // LEASH_API_EMBEDDEDAPI_H
