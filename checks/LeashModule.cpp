//===--- LeashModule.cpp - registers the checks with clang-tidy -----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckHeaders.inc" // One #include a check; CMake makes it of Checks.def.
#include "compat/ClangTidy.h"

namespace clang::tidy::leash {
namespace {

class LeashModule final : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
#define LEASH_CHECK(CLASS, NAME, TIER, SINCE, SUMMARY)                         \
  Factories.registerCheck<CLASS>("leash-" NAME);
#include "Checks.def"
  }
};

const ClangTidyModuleRegistry::Add<LeashModule>
    Registration("leash-module", "Threads and tasks that get away.");

} // namespace
} // namespace clang::tidy::leash
