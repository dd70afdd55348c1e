//===--- Openings.cpp - what has to be closed? ----------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Openings.h"
#include "Relays.h"

using namespace clang;

namespace leash {

namespace {

/// Smart pointers in smart pointers: more than this nobody writes.
constexpr unsigned MaxTakers = 4;

/// Whether \p At, which takes the handle over, is given more: a deleter.
bool givesDeleter(const Stmt *At, const ApiIndex &Api) {
  const auto *Construct = llvm::dyn_cast_or_null<CXXConstructExpr>(At);
  if (Construct)
    return argumentsOf(Construct).size() > 1;
  const auto *Call = llvm::dyn_cast_or_null<CXXMemberCallExpr>(At);
  if (!Call || argumentsOf(Call).size() < 2)
    return false;
  // A pointer and what to do with it at the end.
  if (!argumentsOf(Call).front()->getType()->isPointerType())
    return false;
  CallRows Rows = Api.rows(Call);
  return Rows.get(&CallRow::Resets) || Rows.get(&CallRow::Makes);
}

/// What the handle of \p O is written to.
const Expr *targetOf(const Opening &O) {
  const Stmt *At = O.HandleFate.At;
  if (O.HandleFate.Kind != Fate::Assigned || !At)
    return nullptr;
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(At))
    return Binary->getLHS();
  const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(At);
  return Operator ? Operator->getArg(0) : nullptr;
}

/// Whether \p E gets at what it speaks of through a pointer that a variable or
/// field holds: *p, p[i], p->emplace_back(...), a plain p.
bool isThroughPointer(const Expr *E) {
  while ((E = E ? stripped(E) : nullptr)) {
    if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(E)) {
      if (Operator->getOperator() != OO_Subscript)
        return Operator->getOperator() == OO_Arrow ||
               Operator->getOperator() == OO_Star;
      E = Operator->getArg(0);
    } else if (const auto *Subscript = llvm::dyn_cast<ArraySubscriptExpr>(E)) {
      E = Subscript->getBase();
    } else if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E)) {
      if (Unary->getOpcode() == UO_Deref)
        return true;
      E = Unary->getSubExpr();
      // &thread
      if (Unary->getOpcode() == UO_AddrOf &&
          llvm::isa<DeclRefExpr, MemberExpr>(stripped(E)))
        return false;
    } else {
      return E->getType()->isPointerType();
    }
  }
  return false;
}

/// Whether \p Pointer, a local, is where memory for handles is: it gets what an
/// allocation returns, and nothing else. Otherwise it points at handles that
/// live elsewhere.
bool ownsMemory(const VarDecl *Pointer, const FunctionDecl *Function) {
  auto Allocates = [](const Expr *E) {
    E = stripped(E);
    return llvm::isa<CXXNewExpr>(E) ||
           (llvm::isa<CallExpr>(E) && E->getType()->isVoidPointerType());
  };
  auto Is = [&](const Expr *E) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(stripped(E));
    return Ref && Ref->getDecl()->getCanonicalDecl() == Pointer;
  };
  bool Owns = false, Points = Pointer->isImplicit();
  auto IsNull = [](const Expr *E) {
    return llvm::isa<IntegerLiteral, CXXNullPtrLiteralExpr, GNUNullExpr,
                     ImplicitValueInitExpr>(stripped(E));
  };
  const Expr *Init = Pointer->getInit();
  if (Init && !IsNull(Init))
    (Allocates(Init) ? Owns : Points) = true;
  anyStmt(Function->getBody(), [&](const Stmt *S) {
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(S))
      Points |= Unary->isIncrementDecrementOp() && Is(Unary->getSubExpr());
    const auto *Binary = llvm::dyn_cast<BinaryOperator>(S);
    if (Binary && Binary->isAssignmentOp() && Is(Binary->getLHS()) &&
        !IsNull(Binary->getRHS()))
      (Allocates(Binary->getRHS()) ? Owns : Points) = true;
    return false;
  });
  return Owns && !Points;
}

/// Takes away a keeper that only points at what keeps the handle. \p Target is
/// the expression that the handle is written to.
void dropPointer(Opening &O, const Expr *Target) {
  const auto *Local = llvm::dyn_cast_or_null<VarDecl>(O.Keeper);
  if (!Local || !Target || !O.Function || !Local->hasLocalStorage() ||
      llvm::isa<ParmVarDecl>(Local) || !Local->getType()->isPointerType())
    return;
  if (!ownsMemory(Local, O.Function))
    O.Keeper = nullptr;
}

/// pthread_create(pointers[i], ...): an element that is a pointer points at the
/// handle and does not hold it.
bool pointsElsewhere(const Opening &O, const Expr *Target) {
  const Expr *E = Target ? stripped(Target) : nullptr;
  return E && O.HandleFate.Kind == Fate::Unknown &&
         llvm::isa<ArraySubscriptExpr, CXXOperatorCallExpr>(E) &&
         E->getType()->isPointerType();
}

/// Notes that the handle of \p O is written to \p Target, not the result of O.
void setTarget(Opening &O, const Expr *Target) {
  O.IsElement = isElement(Target);
  O.IsThroughPointer = isThroughPointer(Target);
  if (pointsElsewhere(O, Target))
    O.Keeper = nullptr;
  dropPointer(O, Target);
}

/// Follows the handle of \p O through the smart pointers that it is put into,
/// to what keeps them.
void settle(Opening &O, const UserCode &Code, const Handles &HandleFlow) {
  for (unsigned Turn = 0; Turn < MaxTakers; ++Turn) {
    // An element of an array goes where the array goes.
    const auto *List = llvm::dyn_cast_or_null<InitListExpr>(O.HandleFate.At);
    if (O.HandleFate.Kind == Fate::Unknown && List &&
        !List->getType().isNull() && List->getType()->isArrayType()) {
      O.HandleFate = HandleFlow.fateOf(List, O.Root);
      continue;
    }
    if (O.HandleFate.Kind != Fate::Passed)
      break;
    const auto *Taker = llvm::dyn_cast_or_null<Expr>(O.HandleFate.At);
    O.HasDeleter |= givesDeleter(Taker, Code.api());
    if (!Taker || !llvm::isa<CXXConstructExpr>(Taker))
      break;
    Fate Next = HandleFlow.fateOf(Taker, O.Root);
    if (Next.Kind != Fate::Variable && Next.Kind != Fate::Assigned &&
        Next.Kind != Fate::Passed && Next.Kind != Fate::Returned)
      break;
    Next.ByNew |= O.HandleFate.ByNew;
    O.HandleFate = Next;
  }
  const auto *Taker = llvm::dyn_cast_or_null<Expr>(O.HandleFate.At);
  O.Keeper = O.HandleFate.Kind == Fate::Passed && Taker
                 ? HandleFlow.keeperBy(Taker, O.Root)
                 : O.HandleFate.Where;
  // GThread *t; t = g_thread_new(...) is the handle itself.
  const Expr *Target = targetOf(O);
  if (Target && !llvm::isa<DeclRefExpr, MemberExpr>(stripped(Target)))
    setTarget(O, Target);
}

/// threads.emplace_back(work).join();
bool isClosedAtOnce(const Spawn &S, const UserCode &Code,
                    const Handles &HandleFlow) {
  if (!S.At->Rows.get(&CallRow::Makes))
    return false;
  Fate Next = HandleFlow.fateOf(S.At->E, S.At->Root);
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Next.At);
  if (Next.Kind != Fate::Received || !Call)
    return false;
  CallRows Rows = Code.api().rows(Call);
  return Rows.get(&CallRow::Joins) || Rows.get(&CallRow::Detach);
}

/// The class of the handle that \p S makes; null for a handle of C.
const CXXRecordDecl *handleClass(const Spawn &S, const ApiIndex &Api) {
  if (const MakesFact *Makes = S.At->Rows.get(&CallRow::Makes))
    return classMadeBy(S.At->E, *Makes);
  const Expr *Handle = operandOf(S.At->E, S.Fact->Handle);
  if (!Handle || S.Fact->Handle.Kind == Operand::Argument)
    return nullptr;
  return heldClass(Handle->getType(), Api);
}

} // namespace

bool isElement(const Expr *E) {
  while ((E = E ? stripped(E) : nullptr)) {
    const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(E);
    const auto *Binary = llvm::dyn_cast<BinaryOperator>(E);
    if (llvm::isa<ArraySubscriptExpr>(E) ||
        (Operator && Operator->getOperator() == OO_Subscript) ||
        (Binary && Binary->isAdditiveOp() &&
         Binary->getType()->isPointerType()))
      return true;
    // &threads[i], *(threads + i); but not &connections[i].thread
    const auto *Unary = llvm::dyn_cast<UnaryOperator>(E);
    E = Unary ? Unary->getSubExpr() : nullptr;
  }
  return false;
}

void setFate(Opening &O, const UserCode &Code, const Handles &HandleFlow) {
  O.HandleFate = HandleFlow.fateOf(O.E, O.Root);
  settle(O, Code, HandleFlow);
}

Opening openingOf(const Spawn &S, const UserCode &Code,
                  const Handles &HandleFlow) {
  Opening O;
  O.E = S.At->E;
  O.Function = S.At->Function;
  O.Root = S.At->Root;
  O.Keeper = S.Keeper;
  O.MovedTo = S.MovedTo;
  O.HandleFate = S.HandleFate;
  O.Started = &S;
  O.Success = S.Fact->Success;
  bool IsOut = S.Fact->Handle.Kind == Operand::Argument;
  bool IsMade = S.At->Rows.get(&CallRow::Makes) != nullptr;
  if (S.Fact->Handle.Kind == Operand::Result && !IsMade)
    settle(O, Code, HandleFlow);
  if (IsOut)
    setTarget(O, operandOf(O.E, S.Fact->Handle));
  if (const Expr *Container = IsMade ? receiverOf(O.E) : nullptr)
    O.IsThroughPointer = isThroughPointer(Container);
  return O;
}

llvm::StringRef poolOf(const Spawn &S, const ApiIndex &Api) {
  if (S.Fact->Handle.Kind != Operand::This)
    return "";
  const Expr *Object = receiverOf(S.At->E);
  const TypeRow *Row =
      Object ? Api.type(recordBehind(Object->getType())) : nullptr;
  return Row ? llvm::StringRef(Row->Pool) : "";
}

std::vector<Opening> threadOpenings(const UserCode &Code,
                                    const Handles &HandleFlow,
                                    const Spawns &SpawnList) {
  std::vector<Opening> Result;
  for (const Spawn &S : SpawnList.all())
    if (S.Fact->Starts == SpawnFact::Thread && poolOf(S, Code.api()).empty() &&
        !isClosedAtOnce(S, Code, HandleFlow))
      Result.push_back(openingOf(S, Code, HandleFlow));
  for (Opening &O : Result)
    O.Class = handleClass(*O.Started, Code.api());
  addRelays(Result, Code, HandleFlow);
  return Result;
}

} // namespace leash
