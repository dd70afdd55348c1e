//===--- EmbeddedPages.h - pages inside the binary --------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_EMBEDDEDPAGES_H
#define LEASH_TOOLS_EMBEDDEDPAGES_H

#include "api/EmbeddedFiles.h"

namespace leash {

/// docs/checks/*.md, in the order of their names.
llvm::ArrayRef<EmbeddedFile> embeddedPages();

/// The HTML page's style and script.
llvm::ArrayRef<EmbeddedFile> embeddedAssets();

} // namespace leash

#endif // LEASH_TOOLS_EMBEDDEDPAGES_H
