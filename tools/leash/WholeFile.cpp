//===--- WholeFile.cpp - writes a file whole or not at all ----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WholeFile.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace leash {

Error writeWhole(StringRef Path, function_ref<void(raw_ostream &)> Write) {
  auto Temporary = sys::fs::TempFile::create(Path + ".%%%%%%%%");
  if (!Temporary)
    return createFileError(Path, Temporary.takeError());
  raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
  Write(OS);
  OS.flush();
  if (std::error_code EC = OS.error()) {
    OS.clear_error();
    consumeError(Temporary->discard());
    return createFileError(Path, EC);
  }
  if (Error E = Temporary->keep(Path))
    return createFileError(Path, std::move(E));
  return Error::success();
}

} // namespace leash
