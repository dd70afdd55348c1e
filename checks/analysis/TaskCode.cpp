//===--- TaskCode.cpp - all code that a task runs -------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TaskCode.h"

using namespace clang;

namespace leash {

namespace {

// Bounds on what is followed: deeper or wider than this, the rest is unknown.
constexpr unsigned MaxDepth = 8;
constexpr unsigned MaxFunctions = 200;

} // namespace

bool anyStmt(const Stmt *S, llvm::function_ref<bool(const Stmt *)> Visit) {
  llvm::SmallVector<const Stmt *, 32> Open;
  if (S)
    Open.push_back(S);
  while (!Open.empty()) {
    const Stmt *Next = Open.pop_back_val();
    if (Visit(Next))
      return true;
    // Children in reverse, so that the walk goes in source order.
    size_t First = Open.size();
    for (const Stmt *Child : Next->children())
      if (Child)
        Open.push_back(Child);
    std::reverse(Open.begin() + First, Open.end());
  }
  return false;
}

TaskCode::TaskCode(const Task &T, const UserCode &Code) : T(T), Code(Code) {
  if (!T.Function)
    return;
  bind(T.Function, T.Arguments);
  follow(T.Function, 0);
}

void TaskCode::bind(const FunctionDecl *Callee,
                    llvm::ArrayRef<const Expr *> Arguments) {
  const FunctionDecl *Definition = definitionOf(Callee);
  if (!Definition)
    return;
  size_t Count = std::min<size_t>(Definition->getNumParams(), Arguments.size());
  // The first call binds; a second one may differ, and neither is certain.
  for (size_t I = 0; I < Count; ++I)
    if (Arguments[I])
      Bound.try_emplace(Definition->getParamDecl(I), Arguments[I]);
}

void TaskCode::follow(const FunctionDecl *Function, unsigned Depth) {
  const FunctionDecl *Definition = definitionOf(Function);
  if (!Definition || Depth > MaxDepth || Functions.size() >= MaxFunctions ||
      llvm::is_contained(Functions, Definition))
    return;
  if (Depth > 0 && Code.isForeign(Definition->getLocation()))
    return;
  Functions.push_back(Definition);
  anyStmt(Definition->getBody(), [&](const Stmt *S) {
    const FunctionDecl *Callee = nullptr;
    if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
      Callee = Call->getDirectCallee();
    else if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
      Callee = Construct->getConstructor();
    if (Callee && isVisible(Callee)) {
      auto Arguments = argumentsOf(llvm::cast<Expr>(S));
      bool IsOperator = llvm::isa<CXXOperatorCallExpr>(S) &&
                        llvm::isa<CXXMethodDecl>(Callee);
      bind(Callee, llvm::ArrayRef<const Expr *>(Arguments)
                       .drop_front(IsOperator ? 1 : 0));
      follow(Callee, Depth + 1);
    }
    return false;
  });
}

bool TaskCode::contains(const FunctionDecl *Function) const {
  while (Function) {
    if (llvm::is_contained(Functions, Function))
      return true;
    Function = llvm::dyn_cast_or_null<FunctionDecl>(
        Function->getParent() ? Function->getParentFunctionOrMethod()
                              : nullptr);
  }
  return false;
}

bool TaskCode::isOwn(const VarDecl *Variable) const {
  if (!Variable->hasLocalStorage())
    return false;
  if (contains(llvm::dyn_cast_or_null<FunctionDecl>(
          Variable->getParentFunctionOrMethod())))
    return true;
  if (!T.Lambda)
    return false;
  for (const LambdaCapture &C : T.Lambda->captures())
    if (C.capturesVariable() && C.getCapturedVar() == Variable)
      return C.getCaptureKind() == LCK_ByCopy;
  return false;
}

bool TaskCode::any(llvm::function_ref<bool(const Stmt *)> Visit) const {
  for (const FunctionDecl *Function : Functions)
    if (anyStmt(Function->getBody(), Visit))
      return true;
  return false;
}

} // namespace leash
