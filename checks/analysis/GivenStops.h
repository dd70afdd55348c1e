//===--- GivenStops.h - is a hidden task given a stop signal? ---*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_GIVENSTOPS_H
#define LEASH_ANALYSIS_GIVENSTOPS_H

#include "Spawns.h"

namespace leash {

/// Whether a stop signal is among what the task \p T gets, whose body is not
/// visible: a token, a flag by reference or address, or an object that holds a
/// token or an atomic flag. A plain copy of a flag tells nobody anything.
bool isGivenStop(const Task &T, const Handles &HandleFlow, const ApiIndex &Api);

} // namespace leash

#endif // LEASH_ANALYSIS_GIVENSTOPS_H
