//===--- Descriptors.h - for which descriptors is waited? -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_DESCRIPTORS_H
#define LEASH_ANALYSIS_DESCRIPTORS_H

#include "DeadlineEvents.h"

namespace leash {

/// The descriptors for which \p Wait, a call with a set of them (poll, select),
/// waits. Empty when they are not known.
llvm::SmallVector<Place, 2> descriptorsOf(const DeadlineEvent &Wait,
                                          const Handles &HandleFlow);

} // namespace leash

#endif // LEASH_ANALYSIS_DESCRIPTORS_H
