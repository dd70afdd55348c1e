//===--- Relays.h - who opens for others? -----------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A visible function that starts a thread into its parameter, or returns one
// that runs, leaves its caller with the duty to close it: the call counts as an
// opening like the spawn itself.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_RELAYS_H
#define LEASH_ANALYSIS_RELAYS_H

#include "Openings.h"

namespace leash {

/// Adds to \p List the calls of functions that open for their callers what
/// \p List has.
void addRelays(std::vector<Opening> &List, const UserCode &Code,
               const Handles &HandleFlow);

} // namespace leash

#endif // LEASH_ANALYSIS_RELAYS_H
