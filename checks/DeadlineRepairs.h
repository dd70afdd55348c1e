//===--- DeadlineRepairs.h - how calls are named, and limited ---*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_DEADLINEREPAIRS_H
#define LEASH_DEADLINEREPAIRS_H

#include "Repairs.h"
#include "analysis/UnboundedCalls.h"

namespace clang::tidy::leash {

/// What messages call the function that \p Wait calls: the name that the user
/// wrote, also when that is a library's macro for another function.
std::string calleeWords(const ::leash::DeadlineEvent &Wait,
                        const ASTContext &Context);

/// What messages call the handle of \p Call: its variable or member, or the
/// code that speaks of it. Empty when there is none.
std::string handleWords(const ::leash::UnboundedCall &Call,
                        const ASTContext &Context);

/// Sets a deadline of \p Milliseconds in a statement of its own, before the one
/// with the call, where the rows tell how.
Repair setDeadline(const ::leash::UnboundedCall &Call, unsigned Milliseconds,
                   const ::leash::TranslationUnit &Unit);

} // namespace clang::tidy::leash

#endif // LEASH_DEADLINEREPAIRS_H
