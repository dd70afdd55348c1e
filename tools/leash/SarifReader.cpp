//===--- SarifReader.cpp - results out of SARIF that Leash wrote ----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifReader.h"

using namespace llvm;

namespace leash {

Expected<Results> readSarif(StringRef Path) {
  return createStringError(inconvertibleErrorCode(),
                           Path + ": SARIF cannot be read yet");
}

} // namespace leash
