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

/// The one descriptor for which \p Wait, a call with a set of them (poll,
/// select), waits; null when there are more, or when it is not known.
Place onlyDescriptor(const DeadlineEvent &Wait, const UserCode &Code,
                     const Handles &HandleFlow, const TimeValues &Values);

} // namespace leash

#endif // LEASH_ANALYSIS_DESCRIPTORS_H
