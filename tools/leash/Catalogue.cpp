//===--- Catalogue.cpp - the checks, as data ------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Catalogue.h"
#include "EmbeddedPages.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace leash {

ArrayRef<CatalogueEntry> catalogue() {
  static const CatalogueEntry All[] = {
#define LEASH_CHECK(CLASS, NAME, TIER, SINCE, SUMMARY)                         \
  {"leash-" NAME, #TIER, SUMMARY, textOf(embeddedPages(), NAME ".md")},
#include "Checks.def"
  };
  return All;
}

const CatalogueEntry *findCheck(StringRef Name) {
  const CatalogueEntry *Found =
      find_if(catalogue(),
              [&](const CatalogueEntry &Entry) { return Entry.Name == Name; });
  return Found == catalogue().end() ? nullptr : Found;
}

} // namespace leash
