//===--- UnclosedFields.h - which fields does nobody close? -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_UNCLOSEDFIELDS_H
#define LEASH_ANALYSIS_UNCLOSEDFIELDS_H

#include "TranslationUnit.h"

namespace leash {

/// A field whose threads or pool nobody closes, or the destructor does not.
struct UnclosedField {
  const FieldLife *Life = nullptr;
  Ending Effect = Ending::Leaks;
  /// Where it is closed, out of reach of destructors; null when nowhere.
  const FieldLife::Closing *Elsewhere = nullptr;

  /// The opening to show.
  const Opening &opening() const { return *Life->Opened.front(); }
  /// Whether the field holds any number: a container, or a pointer to several.
  bool isMany() const;
};

struct UnclosedFieldOptions {
  bool RequireDestructor = false;
  bool IgnoreStatic = true;
};

/// The fields that hold threads.
std::vector<UnclosedField>
unclosedThreadFields(const TranslationUnit &Unit,
                     const UnclosedFieldOptions &Options);

/// The fields that hold pools.
std::vector<UnclosedField>
unclosedPoolFields(const TranslationUnit &Unit,
                   const UnclosedFieldOptions &Options);

} // namespace leash

#endif // LEASH_ANALYSIS_UNCLOSEDFIELDS_H
