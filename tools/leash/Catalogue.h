//===--- Catalogue.h - the checks, as data ----------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_CATALOGUE_H
#define LEASH_TOOLS_CATALOGUE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace leash {

/// A row of checks/Checks.def, and the check's page.
struct CatalogueEntry {
  llvm::StringRef Name;    ///< With its prefix: "leash-detached-thread".
  llvm::StringRef Tier;    ///< "Stable" or "Preview".
  llvm::StringRef Summary; ///< One sentence.
  llvm::StringRef Page;    ///< docs/checks/<name>.md, whole.
};

/// All checks, sorted by name.
llvm::ArrayRef<CatalogueEntry> catalogue();

/// The check of that name; null when it is none of Leash's.
const CatalogueEntry *findCheck(llvm::StringRef Name);

} // namespace leash

#endif // LEASH_TOOLS_CATALOGUE_H
