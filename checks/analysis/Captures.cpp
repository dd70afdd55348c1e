//===--- Captures.cpp - what does a task keep using? ----------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Captures.h"

using namespace clang;
using llvm::SmallVector;

namespace leash {

namespace {

/// Whether \p E hands out where something lives: &x, an array, std::ref(x).
bool givesAddress(const Expr *E) {
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_AddrOf && !functionNamedBy(E);
  if (E->getType()->isArrayType())
    return true;
  return llvm::isa<CallExpr>(E) && E->isPRValue() &&
         E->getType()->getAsCXXRecordDecl();
}

/// Whether \p D is an object got from `this`, such as shared_from_this(),
/// which keeps `this` alive.
bool comesFromThis(const ValueDecl *D) {
  const auto *Variable = llvm::dyn_cast<VarDecl>(D);
  if (!Variable || !Variable->getInit() ||
      !Variable->getType()->getAsCXXRecordDecl())
    return false;
  const auto *Call =
      llvm::dyn_cast<CallExpr>(withoutCopies(Variable->getInit()));
  const Expr *Object = Call ? receiverOf(Call) : nullptr;
  return Object && llvm::isa<CXXThisExpr>(stripped(Object));
}

} // namespace

SmallVector<Capture, 4> capturesOf(const Task &T, const Handles &HandleFlow) {
  SmallVector<Capture, 4> Result;
  auto AddLocal = [&](const ValueDecl *D, SourceLocation Location) {
    const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(D);
    bool Dangles = Variable && Variable->hasLocalStorage() &&
                   !Variable->getType()->isReferenceType();
    bool IsKnown =
        llvm::any_of(Result, [&](const Capture &C) { return C.Variable == D; });
    if (Dangles && !IsKnown)
      Result.push_back({Capture::Reference, Variable, Location});
  };
  if (T.Lambda) {
    const LambdaCapture *This = nullptr;
    bool KeepsOwner = false;
    for (const LambdaCapture &C : T.Lambda->captures()) {
      if (C.getCaptureKind() == LCK_This)
        This = &C;
      if (C.getCaptureKind() == LCK_ByRef)
        AddLocal(C.getCapturedVar(), C.getLocation());
      if (C.capturesVariable() && C.getCaptureKind() == LCK_ByCopy)
        KeepsOwner |= comesFromThis(C.getCapturedVar());
    }
    if (This && !KeepsOwner)
      Result.push_back({Capture::This, nullptr, This->getLocation()});
  }
  SmallVector<const Expr *, 4> Given(T.Arguments.begin(), T.Arguments.end());
  if (T.Object)
    Given.push_back(T.Object);
  if (T.Callable && !T.Lambda)
    Given.push_back(T.Callable);
  for (const Expr *Argument : Given) {
    const Expr *E = stripped(Argument);
    if (llvm::isa<CXXThisExpr>(E))
      Result.push_back({Capture::This, nullptr, E->getExprLoc()});
    else if (givesAddress(E))
      AddLocal(HandleFlow.placeOf(E), E->getExprLoc());
  }
  return Result;
}

} // namespace leash
