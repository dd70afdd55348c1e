//===--- Representatives.h - units that are checked for others --*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_REPRESENTATIVES_H
#define LEASH_TOOLS_REPRESENTATIVES_H

#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace leash {

/// A unit whose findings can only be in headers.
struct Candidate {
  size_t Unit = 0;
  /// Those headers. Units with the same entry find the same in it.
  std::vector<std::string> Headers;
};

/// A unit that need not be checked.
struct Represented {
  size_t Unit = 0;
  size_t By = 0; ///< The unit that is checked for the first of its headers.
  std::string Header; ///< That header.
};

/// Chooses units so that each header is in one of them or of \p Done, few of
/// them, and the same ones whatever the order of \p All; returns the others.
std::vector<Represented> representedUnits(std::vector<Candidate> All,
                                          llvm::ArrayRef<Candidate> Done);

} // namespace leash

#endif // LEASH_TOOLS_REPRESENTATIVES_H
