//===--- FastChecks.cpp - lets clangd run Leash's checks ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Unless told otherwise (Diagnostics: ClangTidy: FastCheckFilter), clangd drops
// every check that is not in its own table of timings, and says nothing. That
// table is asked through isFastTidyCheck(), whose callers the linker sends here
// (--wrap). Leash's checks answer for themselves: test/benchmark measures them.
//
//===----------------------------------------------------------------------===//

#include "llvm/ADT/StringRef.h"
#include <optional>

/// clangd's own answer: true, false, or not measured.
std::optional<bool> stockAnswer(llvm::StringRef Check) __asm__(
    "__real__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");

std::optional<bool> leashAnswer(llvm::StringRef Check) __asm__(
    "__wrap__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");

std::optional<bool> leashAnswer(llvm::StringRef Check) {
  // Not starts_with(): its name changed between 17 and 18.
  if (Check.take_front(6) == "leash-")
    return true;
  return stockAnswer(Check);
}
