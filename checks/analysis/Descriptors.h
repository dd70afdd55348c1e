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

/// The only descriptor for which \p Wait waits, where that is a socket: one
/// that is used as such here, or whatever a caller gives. Null when it waits
/// for several, or that is not known: that is what loops of events do, and how
/// a wait is stopped through a pipe.
Place onlySocket(const DeadlineEvent &Wait, const DeadlineEvents &Events);

/// The wait until the handle of \p Wait is ready, in the same function or in
/// one that it calls or is called by; null when there is none.
const DeadlineEvent *readinessAround(const DeadlineEvent &Wait,
                                     const DeadlineEvents &Events);

} // namespace leash

#endif // LEASH_ANALYSIS_DESCRIPTORS_H
