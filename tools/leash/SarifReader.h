//===--- SarifReader.h - results out of SARIF that Leash wrote --*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_SARIFREADER_H
#define LEASH_TOOLS_SARIFREADER_H

#include "Results.h"
#include "llvm/Support/Error.h"

namespace leash {

/// Reads the SARIF file \p Path, which writeSarif has written: nothing that
/// Results has is lost on the way. Other tools' SARIF, and a file that is cut
/// off, is an error that names the file and says what is wrong.
llvm::Expected<Results> readSarif(llvm::StringRef Path);

} // namespace leash

#endif // LEASH_TOOLS_SARIFREADER_H
