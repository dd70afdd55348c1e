//===--- UnclosedFields.cpp - which fields does nobody close? -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnclosedFields.h"
#include "Obligations.h"

using namespace clang;

namespace leash {

bool UnclosedField::isMany() const {
  return isContainer(Life->Field->getType()) ||
         llvm::any_of(Life->Opened,
                      [](const Opening *O) { return O->IsElement; });
}

/// What becomes of what \p Life's field holds when the field dies.
static std::optional<Ending> effectOf(const FieldLife &Life,
                                      const TranslationUnit &Unit) {
  QualType Type = Life.Field->getType();
  // A container of C's handles does nothing to them.
  if (!Life.Opened.front()->Class &&
      (isContainer(Type) || Type->isVoidPointerType()))
    return Ending::Leaks;
  return Unit.pools().ending(Type);
}

/// Whether the function that closes is the one that opens, each time.
static bool opensAll(const FieldLife::Closing &C, const FieldLife &Life) {
  return llvm::all_of(Life.Opened,
                      [&](const Opening *O) { return O->Root == C.In; });
}

static std::vector<UnclosedField>
unclosedFields(const ClassLives &Lives, const TranslationUnit &Unit,
               const UnclosedFieldOptions &Options) {
  std::vector<UnclosedField> Result;
  for (const FieldLife &Life : Lives.all()) {
    if (Life.IsShared || (!Life.Closings.empty() && !Options.RequireDestructor))
      continue;
    std::optional<Ending> Effect = effectOf(Life, Unit);
    if (!Effect || *Effect == Ending::Joins)
      continue;
    if (llvm::any_of(Life.Closings,
                     [&](const FieldLife::Closing &C) {
                       return Lives.isByDestructor(C) || opensAll(C, Life);
                     }) ||
        (!Life.Closings.empty() && Lives.mayDestructorClose(Life)))
      continue;
    if (llvm::none_of(Life.Opened, [&](const Opening *O) {
          return mustBeJoined(*O, *Effect, Unit);
        }))
      continue;
    if (Lives.isHidden(Life) || (Options.IgnoreStatic && Lives.isStatic(Life)))
      continue;
    Result.push_back(
        {&Life, *Effect, Life.Closings.empty() ? nullptr : Life.Closings.data()});
  }
  return Result;
}

std::vector<UnclosedField>
unclosedThreadFields(const TranslationUnit &Unit,
                     const UnclosedFieldOptions &Options) {
  return unclosedFields(Unit.threadLives(), Unit, Options);
}

std::vector<UnclosedField>
unclosedPoolFields(const TranslationUnit &Unit,
                   const UnclosedFieldOptions &Options) {
  return unclosedFields(Unit.pools().lives(), Unit, Options);
}

} // namespace leash
