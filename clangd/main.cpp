//===--- main.cpp - leash-clangd: clangd with Leash's checks --------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Stock clangd's main. Stock clangd itself loads no clang-tidy plugins
// (https://github.com/clangd/clangd/issues/1458): the checks are there because
// their objects are linked in; see clangd/CMakeLists.txt.
//
//===----------------------------------------------------------------------===//

namespace clang::clangd {
// clangd's headers are not installed.
int clangdMain(int Argc, char *Argv[]);
} // namespace clang::clangd

int main(int Argc, char *Argv[]) {
  return clang::clangd::clangdMain(Argc, Argv);
}
