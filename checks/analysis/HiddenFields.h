//===--- HiddenFields.h - may others reach it? ------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_HIDDENFIELDS_H
#define LEASH_ANALYSIS_HIDDENFIELDS_H

#include "Handles.h"

namespace leash {

class TranslationUnit;

/// Whether code that is not visible may do something to \p Handle, a field or a
/// variable that several functions share: a method of the class, a friend,
/// another file.
bool isHidden(Place Handle, const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_HIDDENFIELDS_H
