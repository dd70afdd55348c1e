//===--- SarifNames.h - what Leash's SARIF calls things ---------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The names that SARIF leaves to each tool, which the reader and the writer
// agree on.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_SARIFNAMES_H
#define LEASH_TOOLS_SARIFNAMES_H

#include "Results.h"
#include "llvm/ADT/StringRef.h"

namespace leash {
namespace sarif {

constexpr llvm::StringLiteral Version = "2.1.0";
constexpr llvm::StringLiteral Driver = "Leash";

/// Stands for the root of the repository, wherever that is.
constexpr llvm::StringLiteral Root = "SRCROOT";
constexpr llvm::StringLiteral FileScheme = "file://";

/// The key of Finding::Fingerprint. A new number makes all findings new.
constexpr llvm::StringLiteral Fingerprint = "leash/v1";

/// What Results has and SARIF has no place for: a property of the run. The
/// format's number changes when an older reader would lose something.
constexpr llvm::StringLiteral Extra = "leash";
constexpr int64_t Format = 1;

/// Properties of a region whose columns are others than those in Results.
constexpr llvm::StringLiteral StartByte = "startByteColumn";
constexpr llvm::StringLiteral EndByte = "endByteColumn";

/// The notifications about files that were not checked.
struct Reason {
  Unchecked::WhyNot Why;
  llvm::StringLiteral Id;
};
constexpr Reason Reasons[] = {
    {Unchecked::DoesNotCompile, "does-not-compile"},
    {Unchecked::Crashed, "crashed"},
    {Unchecked::TimedOut, "timed-out"},
    {Unchecked::Interrupted, "interrupted"},
    {Unchecked::NotInDatabase, "not-in-database"},
    {Unchecked::CouldNotRun, "could-not-run"},
};

} // namespace sarif
} // namespace leash

#endif // LEASH_TOOLS_SARIFNAMES_H
