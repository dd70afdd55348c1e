//===--- TidyOutput.h - what clang-tidy says, as results --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_TIDYOUTPUT_H
#define LEASH_TOOLS_TIDYOUTPUT_H

#include "Results.h"
#include "SourceFiles.h"

namespace leash {

/// Adds what \p Yaml says, which is what clang-tidy exports (--export-fixes)
/// for the file \p Unit: findings of Leash's checks, and, as a file that was
/// not checked, errors of the compiler or of the configuration. Returns false
/// when it is not such a file.
bool addTidyOutput(Results &All, llvm::StringRef Unit, llvm::StringRef Yaml,
                   SourceFiles &Sources);

/// Whether \p Yaml tells of an error: such a result is not to be kept.
bool tellsOfErrors(llvm::StringRef Yaml);

} // namespace leash

#endif // LEASH_TOOLS_TIDYOUTPUT_H
