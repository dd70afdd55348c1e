//===--- EmbeddedFiles.h - files inside the binary --------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tables are made at build time by cmake/EmbedFiles.cmake.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_EMBEDDEDFILES_H
#define LEASH_API_EMBEDDEDFILES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace leash {

struct EmbeddedFile {
  llvm::StringRef Name; ///< Without its folder: "std.yaml".
  llvm::StringRef Text; ///< A null byte comes behind the last.
};

/// What checks/api/*.yaml say, in the order of their names.
llvm::ArrayRef<EmbeddedFile> embeddedApiFiles();

/// The text of the file \p Name; empty when there is none.
inline llvm::StringRef textOf(llvm::ArrayRef<EmbeddedFile> Files,
                              llvm::StringRef Name) {
  for (const EmbeddedFile &File : Files)
    if (File.Name == Name)
      return File.Text;
  return "";
}

} // namespace leash

#endif // LEASH_API_EMBEDDEDFILES_H
