//===--- Merge.h - leash merge ---------------------------------- -*- C++
//-*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_MERGE_H
#define LEASH_TOOLS_MERGE_H

#include "CommandLine.h"

namespace leash {

/// Unites results; what it returns is the exit status.
int merge(const CommandLine &Line);

} // namespace leash

#endif // LEASH_TOOLS_MERGE_H
