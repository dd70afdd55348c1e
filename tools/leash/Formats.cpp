//===--- Formats.cpp - how results are written ----------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace leash {

ArrayRef<Format> formats() {
  static const Format All[] = {
      {"text", "for people: findings by file, with source and notes",
       writeText},
      {"github", "annotations of GitHub Actions", writeGitHub},
      {"gitlab", "GitLab's Code Quality report", writeGitLab},
      {"sarif", "SARIF 2.1.0, for code scanning and for leash merge",
       writeSarif},
      {"html", "one page to read in a browser", writeHtml},
  };
  return All;
}

const Format *findFormat(StringRef Name) {
  const Format *Found =
      find_if(formats(), [&](const Format &F) { return F.Name == Name; });
  return Found == formats().end() ? nullptr : Found;
}

} // namespace leash
