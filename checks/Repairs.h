//===--- Repairs.h - fix-its that several checks offer ----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each function returns the edits of one repair, or none where the result might
// not compile or would not help.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_REPAIRS_H
#define LEASH_REPAIRS_H

#include "analysis/Closing.h"
#include "analysis/UnclosedFields.h"
#include "clang/Basic/Diagnostic.h"

namespace clang::tidy::leash {

using Repair = SmallVector<FixItHint, 2>;

/// Makes a joining thread (std::jthread) of the handle that \p L loses: where
/// that class is declared, the declaration and every spawn spell the type, and
/// the handle is only joined and looked at.
Repair makeJoining(const ::leash::Leak &L,
                   const ::leash::TranslationUnit &Unit);

/// Joins the threads of \p F at the end of the destructor, where that has a
/// body.
Repair joinInDestructor(const ::leash::UnclosedField &F,
                        const ::leash::TranslationUnit &Unit);

/// Calls the method that closes \p F at the end of the destructor.
Repair closeInDestructor(const ::leash::UnclosedField &F,
                         const ::leash::TranslationUnit &Unit);

} // namespace clang::tidy::leash

#endif // LEASH_REPAIRS_H
