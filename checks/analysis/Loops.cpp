//===--- Loops.cpp - can this loop end? -----------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Loops.h"
#include "UserCode.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

const Stmt *bodyOf(const Stmt *S) {
  if (const auto *While = llvm::dyn_cast<WhileStmt>(S))
    return While->getBody();
  if (const auto *Do = llvm::dyn_cast<DoStmt>(S))
    return Do->getBody();
  if (const auto *For = llvm::dyn_cast<ForStmt>(S))
    return For->getBody();
  if (const auto *For = llvm::dyn_cast<CXXForRangeStmt>(S))
    return For->getBody();
  return nullptr;
}

bool isInLoop(const Stmt *S, const Decl *Root, const UserCode &Code) {
  for (const Stmt *P = Code.parent(S, Root); P; P = Code.parent(P, Root)) {
    if (bodyOf(P))
      return true;
    if (llvm::isa<LambdaExpr>(P))
      return false;
  }
  return false;
}

const Expr *conditionOf(const Stmt *Loop) {
  if (const auto *While = llvm::dyn_cast<WhileStmt>(Loop))
    return While->getCond();
  if (const auto *Do = llvm::dyn_cast<DoStmt>(Loop))
    return Do->getCond();
  if (const auto *For = llvm::dyn_cast<ForStmt>(Loop))
    return For->getCond();
  return nullptr;
}

namespace {

bool neverReturns(const Stmt *S, const ApiIndex &Api) {
  const auto *Call = llvm::dyn_cast<CallExpr>(S);
  if (!Call)
    return false;
  const FunctionDecl *Callee = Call->getDirectCallee();
  return (Callee && Callee->isNoReturn()) ||
         Api.rows(Call).is(&CallRow::NoReturn);
}

bool leaves(const Stmt *S, const ApiIndex &Api, bool BreakCounts) {
  if (!S || llvm::isa<LambdaExpr>(S))
    return false;
  if (llvm::isa<ReturnStmt, CoreturnStmt, CXXThrowExpr, GotoStmt,
                IndirectGotoStmt>(S) ||
      neverReturns(S, Api))
    return true;
  if (llvm::isa<BreakStmt>(S))
    return BreakCounts;
  if (bodyOf(S) || llvm::isa<SwitchStmt>(S))
    BreakCounts = false;
  for (const Stmt *Child : S->children())
    if (leaves(Child, Api, BreakCounts))
      return true;
  return false;
}

} // namespace

bool leaves(const Stmt *S, const ApiIndex &Api) {
  return leaves(S, Api, /*BreakCounts=*/true);
}

bool alwaysLeaves(const Stmt *S, const ApiIndex &Api) {
  if (!S)
    return false;
  if (const auto *Full = llvm::dyn_cast<FullExpr>(S))
    return alwaysLeaves(Full->getSubExpr(), Api);
  if (llvm::isa<BreakStmt, ReturnStmt, GotoStmt, IndirectGotoStmt, CXXThrowExpr,
                CoreturnStmt>(S))
    return true;
  if (const auto *Block = llvm::dyn_cast<CompoundStmt>(S))
    return llvm::any_of(Block->body(), [&](const Stmt *Child) {
      return alwaysLeaves(Child, Api);
    });
  if (const auto *If = llvm::dyn_cast<IfStmt>(S))
    return alwaysLeaves(If->getThen(), Api) && alwaysLeaves(If->getElse(), Api);
  return neverReturns(S, Api);
}

bool canEnd(const Stmt *Loop, const ApiIndex &Api, const ASTContext &Context) {
  if (llvm::isa<CXXForRangeStmt>(Loop))
    return true;
  if (const Expr *Condition = conditionOf(Loop)) {
    bool Value = false;
    if (Condition->isValueDependent() ||
        !Condition->EvaluateAsBooleanCondition(Value, Context) || !Value)
      return true;
  }
  return leaves(bodyOf(Loop), Api);
}

bool neverComesBack(const FunctionDecl *Function, const ApiIndex &Api,
                    const ASTContext &Context) {
  const FunctionDecl *Definition = definitionOf(Function);
  const auto *Body =
      Definition ? llvm::dyn_cast_or_null<CompoundStmt>(Definition->getBody())
                 : nullptr;
  if (!Body || Body->body_empty())
    return false;
  bool Ends = llvm::any_of(Body->body(), [&](const Stmt *S) {
    const auto *Full = llvm::dyn_cast<FullExpr>(S);
    return neverReturns(Full ? Full->getSubExpr() : S, Api) ||
           (bodyOf(S) && !canEnd(S, Api, Context));
  });
  return Ends && !anyOwnStmt(Body, [](const Stmt *S) {
           return llvm::isa<ReturnStmt>(S);
         });
}

} // namespace leash
