//===--- Baseline.h - findings that are known -------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding is the same one as long as its check, its file and the text of its
// line are, wherever the line moves. Of several in equal lines of a file the
// first is the first. Renaming the file makes new findings.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_BASELINE_H
#define LEASH_TOOLS_BASELINE_H

#include "Results.h"
#include "SourceFiles.h"
#include "llvm/Support/Error.h"

namespace leash {

/// Sets Fingerprint of each finding that has none. The findings must be in
/// order (sortAndUnite).
void addFingerprints(Results &All, SourceFiles &Sources);

/// Writes the fingerprints of all findings.
llvm::Error writeBaseline(llvm::StringRef Path, const Results &All);

/// Takes the findings out that the file \p Path names, and counts them.
llvm::Error removeKnown(Results &All, llvm::StringRef Path);

} // namespace leash

#endif // LEASH_TOOLS_BASELINE_H
