//===--- Settings.h - limits among the arguments ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_SETTINGS_H
#define LEASH_ANALYSIS_SETTINGS_H

#include "UnboundedCalls.h"

namespace leash {

/// Judges the call \p Wait that shows all its settings: in a pack of options,
/// each of a type of its own, or in a string such as "host=a
/// connect_timeout=5". Nothing when it is bounded, or not known.
std::optional<UnboundedCall> judgeSettings(const DeadlineEvent &Wait,
                                           const TranslationUnit &Unit,
                                           const DeadlineEvents &Events);

} // namespace leash

#endif // LEASH_ANALYSIS_SETTINGS_H
