//===--- RowMeaning.cpp - what do the rows say of a handle? ---------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowMeaning.h"

using namespace clang;

namespace leash {

static bool isSame(const Operand &A, const Operand &B) {
  return A.Kind == B.Kind &&
         (A.Kind != Operand::Argument || A.Index == B.Index);
}

RowMeaning meaningFor(const Operand &Party, const CallRows &Rows) {
  if (Rows.empty())
    return RowMeaning::None;
  auto Says = [&](std::optional<Operand> CallRow::*Fact) {
    const Operand *Op = Rows.get(Fact);
    return Op && isSame(*Op, Party);
  };
  const DetachFact *Detach = Rows.get(&CallRow::Detach);
  if (Says(&CallRow::Joins) || Says(&CallRow::Closes) ||
      (Detach && isSame(Detach->Handle, Party)))
    return RowMeaning::Closes;
  if (Says(&CallRow::Joinable))
    return RowMeaning::Asks;
  if (Says(&CallRow::Resets))
    return RowMeaning::Destroys;
  // The opening itself counts, not the mention of who gets the handle.
  const SpawnFact *Spawn = Rows.get(&CallRow::Spawn);
  const OpensFact *Opens = Rows.get(&CallRow::Opens);
  if ((Spawn && isSame(Spawn->Handle, Party)) ||
      (Opens && isSame(Opens->Handle, Party)))
    return RowMeaning::Looks;
  for (auto Fact : {&CallRow::Observes, &CallRow::Identifies, &CallRow::Cancels,
                    &CallRow::Waits, &CallRow::Signals, &CallRow::Consults})
    if (Says(Fact))
      return RowMeaning::Looks;
  if (Rows.get(&CallRow::Swaps))
    return RowMeaning::Swaps;
  if (Says(&CallRow::Passes))
    return RowMeaning::Passes;
  if (Party.Kind == Operand::This && Rows.get(&CallRow::Makes))
    return RowMeaning::Makes;
  return RowMeaning::None;
}

const Expr *swappedWith(const Expr *Call, const Operand &Party,
                        const Operand &Swapped) {
  Operand First{Operand::Argument, 0};
  if (receiverOf(Call))
    First.Kind = Operand::This;
  return operandOf(Call, isSame(Swapped, Party) ? First : Swapped);
}

} // namespace leash
