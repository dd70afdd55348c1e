//===--- WholeFile.h - writes a file whole or not at all --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_WHOLEFILE_H
#define LEASH_TOOLS_WHOLEFILE_H

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace leash {

/// Writes \p Path as a whole or not at all: a reader sees the old file or the
/// new one.
llvm::Error writeWhole(llvm::StringRef Path,
                       llvm::function_ref<void(llvm::raw_ostream &)> Write);

} // namespace leash

#endif // LEASH_TOOLS_WHOLEFILE_H
