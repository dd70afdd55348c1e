//===--- Flags.cpp - which types can carry a signal? ----------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Flags.h"

using namespace clang;

namespace leash {

bool isStopToken(QualType Type, const ApiIndex &Api) {
  if (const auto *Class = recordBehind(Type)) {
    const TypeRow *Row = Api.type(Class);
    return Row && Row->Stop == TypeRow::Token;
  }
  // C: a pointer to a struct.
  if (Type.isNull() || Type->getPointeeType().isNull())
    return false;
  const TypeRow *Row = Api.type(Type->getPointeeType());
  return Row && Row->Stop == TypeRow::Token;
}

bool isFlagType(QualType Type, const ApiIndex &Api) {
  if (Type.isNull())
    return false;
  Type = Type.getNonReferenceType();
  if (Type->isBooleanType() || Type->isEnumeralType() || Type->isAtomicType())
    return true;
  if (Type.isVolatileQualified() && Type->isIntegerType())
    return true;
  const TypeRow *Row = Api.type(Type);
  return Row && Row->Stop == TypeRow::Flag;
}

bool isAtomicLoad(const AtomicExpr *Atomic) {
  switch (Atomic->getOp()) {
  case AtomicExpr::AO__c11_atomic_load:
  case AtomicExpr::AO__atomic_load:
  case AtomicExpr::AO__atomic_load_n:
    return true;
  default:
    return false;
  }
}

} // namespace leash
