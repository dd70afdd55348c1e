//===--- PoolOpenings.h - where are pools made? -----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_POOLOPENINGS_H
#define LEASH_ANALYSIS_POOLOPENINGS_H

#include "Openings.h"

namespace leash {

/// What messages call the pool that a construction of \p Class makes; empty
/// when it makes none. \p Constructor is null where it is not known.
using PoolNames = std::function<llvm::StringRef(
    const clang::CXXRecordDecl *Class,
    const clang::CXXConstructorDecl *Constructor)>;

/// The pools that are made, and those into which a thread is started from
/// outside. \p HasOwnPools says that \p NameOf knows classes of
/// the user's: without them, and when no row speaks of what is mentioned here,
/// there is nothing to look for.
std::vector<Opening> poolOpenings(const UserCode &Code,
                                  const Handles &HandleFlow,
                                  const Spawns &SpawnList,
                                  const PoolNames &NameOf, bool HasOwnPools);

} // namespace leash

#endif // LEASH_ANALYSIS_POOLOPENINGS_H
