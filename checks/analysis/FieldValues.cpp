//===--- FieldValues.cpp - what is put into this field? -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FieldValues.h"

using namespace clang;

namespace leash {

void FieldValues::add(const FieldDecl *Field, const Expr *Value) const {
  if (!Field || !Value || Value->isInstantiationDependent() ||
      !Field->getType()->isIntegralOrEnumerationType())
    return;
  Expr::EvalResult Result;
  std::optional<int64_t> Number;
  if (Value->EvaluateAsInt(Result, Code.context()) &&
      Result.Val.getInt().getBitWidth() <= 64)
    Number = Result.Val.getInt().getExtValue();
  // Who empties a structure says nothing yet.
  if (Number == 0)
    return;
  auto [Known, IsNew] = Values.try_emplace(Field, Number);
  if (!IsNew && Known->second != Number)
    Known->second = std::nullopt;
}

void FieldValues::learn() const {
  auto Look = [this](const Stmt *S) {
    if (const auto *Assigns = llvm::dyn_cast<BinaryOperator>(S)) {
      const auto *Member =
          llvm::dyn_cast<MemberExpr>(Assigns->getLHS()->IgnoreParenImpCasts());
      if (Assigns->isAssignmentOp() && Member)
        add(llvm::dyn_cast<FieldDecl>(Member->getMemberDecl()),
            Assigns->getRHS());
      return false;
    }
    const auto *List = llvm::dyn_cast<InitListExpr>(S);
    const RecordDecl *Record =
        List ? List->getType()->getAsRecordDecl() : nullptr;
    if (!Record || Record->isUnion())
      return false;
    auto Field = Record->field_begin();
    for (const Expr *Init : List->inits())
      if (Field != Record->field_end())
        add(*Field++, Init);
    return false;
  };
  for (const Decl *Root : Code.roots())
    for (const Stmt *Part : partsOf(Root))
      anyStmt(Part, Look);
}

std::optional<int64_t> FieldValues::valueOf(const FieldDecl *Field) const {
  if (!Code.isForeign(Field->getLocation()))
    return std::nullopt;
  if (!IsLearnt)
    learn();
  IsLearnt = true;
  return Values.lookup(Field);
}

} // namespace leash
