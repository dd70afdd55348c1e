//===--- HostGuard.cpp - refuses to run in another LLVM -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of leash.so alone. A plugin works in the LLVM it was built for, and in
// no other: classes have other members, other virtual functions. Left alone,
// the wrong pair ends in a crash, in "undefined symbol", or, worst, in a green
// run without Leash, because clang-tidy goes on without a plugin that does not
// load as long as any other check is enabled. So the process is ended here,
// before anything else of this library runs.
//
// For that, this library has to load first, whatever the host lacks: functions
// are looked up when first called (-z lazy), and the rest may stay unresolved
// (cmake/WeakenImports.cpp).
//
//===----------------------------------------------------------------------===//

#include "clang/Basic/Version.h"

#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <string>

namespace clang {
// Weak: where the host has none of it, its address is null.
[[gnu::weak]] std::string
getClangFullVersion(); // NOLINT(readability-redundant-declaration)
} // namespace clang

namespace {

/// The major version of the clang that this process runs; 0 for unknown.
/// The text is like "Debian clang version 19.1.7 (3)".
unsigned hostMajor() {
  if (!&clang::getClangFullVersion)
    return 0;
  const std::string Text = clang::getClangFullVersion();
  const char Before[] = "clang version ";
  const size_t Start = Text.find(Before);
  if (Start == std::string::npos)
    return 0;
  return std::strtoul(Text.c_str() + Start + sizeof(Before) - 1, nullptr, 10);
}

/// Whether the process has clang-tidy's classes for a plugin to use. clangd and
/// clang have not.
bool hostHasClangTidy() {
  return dlsym(RTLD_DEFAULT, "_ZTVN5clang4tidy14ClangTidyCheckE");
}

/// The path that this library was loaded from.
const char *ownPath() {
  Dl_info Info;
  static const char Anchor = 0;
  if (dladdr(&Anchor, &Info) && Info.dli_fname)
    return Info.dli_fname;
  return "leash.so";
}

[[noreturn]] void refuse(const std::string &Why) {
  std::fprintf(stderr, "leash: error: %s was built for LLVM %d but %s\n",
               ownPath(), CLANG_VERSION_MAJOR, Why.c_str());
  // Not exit(): destructors of a half loaded library are no place to be.
  std::_Exit(1);
}

/// 101 is the first priority that is ours to use: before the static objects of
/// this library, so before it registers any check.
[[gnu::constructor(101)]] void checkHost() {
  const unsigned Host = hostMajor();
  if (Host == CLANG_VERSION_MAJOR && hostHasClangTidy())
    return;
  if (Host == 0 || !hostHasClangTidy())
    refuse("was loaded into a program that takes no clang-tidy plugins; load "
           "it with: clang-tidy-" +
           std::to_string(CLANG_VERSION_MAJOR) +
           " --load=<path>, and in editors use leash-clangd");
  const std::string Version = std::to_string(Host);
  refuse("was loaded into LLVM " + Version + "; run clang-tidy-" +
         std::to_string(CLANG_VERSION_MAJOR) +
         ", or load the leash.so for LLVM " + Version + ": build/llvm-" +
         Version + "/lib/leash.so, made by: cmake --preset llvm-" + Version +
         " && cmake --build --preset llvm-" + Version);
}

} // namespace

static_assert(CLANG_VERSION_MAJOR == LEASH_HOST_EXPECTED,
              "the headers are not those of the LLVM that CMake chose");
