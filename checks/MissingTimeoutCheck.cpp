//===--- MissingTimeoutCheck.cpp - leash-missing-timeout ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MissingTimeoutCheck.h"

using namespace leash;

namespace clang::tidy::leash {

// What do I look at? What do I ask? What do I say? The answers to the first two
// belong into checks/analysis, where other checks can ask the same; the words
// go into report() and note() here.
void MissingTimeoutCheck::analyse(const TranslationUnit & /*Unit*/) {}

} // namespace clang::tidy::leash
