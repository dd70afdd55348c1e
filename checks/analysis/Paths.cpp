//===--- Paths.cpp - walks over the paths of one function -----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths.h"

using namespace clang;

namespace leash {

Decision decisionAt(const Stmt *Terminator, const Expr *Condition, bool Truth) {
  Decision D;
  D.Location = Condition ? Condition->getBeginLoc() : Terminator->getBeginLoc();
  if (bodyOf(Terminator))
    D.Kind = Truth ? Decision::Turns : Decision::Ends;
  else
    D.Kind = Truth ? Decision::True : Decision::False;
  return D;
}

std::optional<int64_t> numberOf(const CaseStmt *Case,
                                const ASTContext &Context) {
  const Expr *Value = Case->getLHS();
  Expr::EvalResult Result;
  if (!Value || Case->getRHS() || Value->isValueDependent() ||
      !Value->EvaluateAsInt(Result, Context))
    return std::nullopt;
  return Result.Val.getInt().getExtValue();
}

bool isFixed(const Expr *Condition, const ASTContext &Context) {
  Expr::EvalResult Result;
  return Condition && !Condition->isValueDependent() &&
         Condition->EvaluateAsInt(Result, Context);
}

} // namespace leash
