//===--- TaskCode.cpp - all code that a task runs -------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TaskCode.h"
#include "Calls.h"

using namespace clang;

namespace leash {

namespace {

// Bounds on what is followed: deeper or wider than this, the rest is unknown.
constexpr unsigned MaxDepth = 8;
constexpr unsigned MaxFunctions = 200;

bool isSkipped(const FunctionDecl *Function, const UserCode &Code) {
  return Function && !isVisible(Function) && hasSkippedBody(Function) &&
         !Code.isForeign(Function->getLocation());
}

} // namespace

TaskCode::TaskCode(const Task &T, const UserCode &Code) : T(T), Code(Code) {
  if (!T.Function)
    return;
  bind(T.Function, T.Arguments, T.FirstParameter);
  if (T.Callable)
    bindFunctor(T.Callable);
  follow(T.Function, 0);
}

void TaskCode::bind(const FunctionDecl *Callee,
                    llvm::ArrayRef<const Expr *> Arguments,
                    unsigned FirstParameter) {
  const FunctionDecl *Definition = definitionOf(Callee);
  if (!Definition || Definition->getNumParams() < FirstParameter)
    return;
  size_t Count = std::min<size_t>(Definition->getNumParams() - FirstParameter,
                                  Arguments.size());
  // The first call binds; a second one may differ, and neither is certain.
  for (size_t I = 0; I < Count; ++I)
    if (Arguments[I])
      Bound.try_emplace(Definition->getParamDecl(FirstParameter + I),
                        Arguments[I]);
}

void TaskCode::follow(const FunctionDecl *Function, unsigned Depth) {
  const FunctionDecl *Definition = definitionOf(Function);
  IsIncomplete |= isSkipped(Function, Code) || Code.isBroken(Definition);
  if (!Definition || Depth > MaxDepth || Functions.size() >= MaxFunctions ||
      llvm::is_contained(Functions, Definition))
    return;
  if (Depth > 0 && Code.isForeign(Definition->getLocation()))
    return;
  Functions.push_back(Definition);
  anyStmt(Definition->getBody(), [&](const Stmt *S) {
    followFrom(S, Depth);
    return false;
  });
}

void TaskCode::followFrom(const Stmt *S, unsigned Depth) {
  // What a local of the task does when it dies: scope guards.
  if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S))
    for (const Decl *D : Declaration->decls())
      if (const auto *Variable = llvm::dyn_cast<VarDecl>(D))
        follow(destructorOf(Variable->getType()), Depth + 1);
  const auto *E = llvm::dyn_cast<Expr>(S);
  if (!E)
    return;
  if (llvm::isa<CXXBindTemporaryExpr>(E))
    follow(destructorOf(E->getType()), Depth + 1);
  bindFields(E);
  const FunctionDecl *Callee = nullptr;
  if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
    Callee = Call->getDirectCallee();
  else if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    Callee = Construct->getConstructor();
  if (!Callee)
    return;
  auto Arguments = argumentsOf(E);
  bool IsOperator =
      llvm::isa<CXXOperatorCallExpr>(E) && llvm::isa<CXXMethodDecl>(Callee);
  bind(Callee,
       llvm::ArrayRef<const Expr *>(Arguments).drop_front(IsOperator ? 1 : 0));
  follow(Callee, Depth + 1);
}

/// Where the callable is an object that is made here: what it keeps, and what
/// its constructor got.
void TaskCode::bindFunctor(const Expr *Callable) {
  const Expr *Made = stripped(Callable);
  const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Made);
  const auto *Variable =
      Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (Variable && Variable->getInit())
    Made = stripped(Variable->getInit());
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(Made))
    bind(Construct->getConstructor(), argumentsOf(Construct));
  bindFields(Made);
}

/// The references and pointers that an object keeps, and what they speak of.
void TaskCode::bindFields(const Expr *Made) {
  auto Bind = [&](const FieldDecl *Field, const Expr *Init) {
    if (Field && Init &&
        (Field->getType()->isReferenceType() ||
         Field->getType()->isPointerType()))
      Bound.try_emplace(Field, Init);
  };
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(Made)) {
    const auto *Constructor = llvm::dyn_cast_or_null<CXXConstructorDecl>(
        definitionOf(Construct->getConstructor()));
    if (!Constructor || Code.isForeign(Constructor->getLocation()))
      return;
    for (const CXXCtorInitializer *Initializer : Constructor->inits())
      Bind(Initializer->getMember(), Initializer->getInit());
    return;
  }
  const auto *List = llvm::dyn_cast<InitListExpr>(Made);
  const RecordDecl *Record =
      List ? List->getType()->getAsRecordDecl() : nullptr;
  if (!Record)
    return;
  if (!Record || Record->isUnion())
    return;
  // The bases of an aggregate come first.
  const auto *Class = llvm::dyn_cast<CXXRecordDecl>(Record);
  unsigned Index = Class && Class->hasDefinition() ? Class->getNumBases() : 0;
  for (const FieldDecl *Field : Record->fields())
    if (Field->getIdentifier() && Index < List->getNumInits())
      Bind(Field, List->getInit(Index++));
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
