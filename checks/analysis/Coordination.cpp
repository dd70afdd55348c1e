//===--- Coordination.cpp - does somebody wait for this task? -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Coordination.h"
#include "Flags.h"
#include "Loops.h"

using namespace clang;

namespace leash {

namespace {

/// What \p S writes to by an operator: an assignment, ++ or --.
const Expr *changedBy(const Stmt *S) {
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(S))
    return Unary->isIncrementDecrementOp() ? Unary->getSubExpr() : nullptr;
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S))
    return Binary->isAssignmentOp() ? Binary->getLHS() : nullptr;
  const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(S);
  if (!Call || Call->getNumArgs() == 0)
    return nullptr;
  bool Changes = Call->isAssignmentOp() || Call->getOperator() == OO_PlusPlus ||
                 Call->getOperator() == OO_MinusMinus;
  return Changes ? Call->getArg(0) : nullptr;
}

/// The address that an atomic builtin writes to (C11's atomic_store).
const Expr *changedAtomically(const Stmt *S) {
  const auto *Atomic = llvm::dyn_cast<AtomicExpr>(S);
  return Atomic && !isAtomicLoad(Atomic) ? Atomic->getPtr() : nullptr;
}

/// The flag that \p S calls a method on that is not const.
const Expr *flagChangedByMethod(const Stmt *S, const ApiIndex &Api) {
  const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(S);
  if (!Call || !Call->getMethodDecl() || Call->getMethodDecl()->isConst())
    return nullptr;
  const Expr *Object = Call->getImplicitObjectArgument();
  // Not the base that declares the method: std::atomic, not __atomic_base.
  Object = stripped(Object);
  if (!Object)
    return nullptr;
  QualType Type = Object->getType();
  if (!Type->getPointeeType().isNull())
    Type = Type->getPointeeType();
  return isFlagType(Type, Api) ? Object : nullptr;
}

/// Whether objects of \p Class have a future that becomes ready by them.
bool hasFuture(const CXXRecordDecl *Class, const ApiIndex &Api) {
  if (!Class || !Class->hasDefinition())
    return false;
  return llvm::any_of(Class->methods(), [&](const CXXMethodDecl *Method) {
    return Api.isFuture(Method->getReturnType());
  });
}

/// Whether \p E is a copy of a plain value, by which nobody is told anything.
bool isPlainCopy(const Expr *E) {
  E = stripped(E);
  return E->getType()->isArithmeticType() || E->getType()->isEnumeralType();
}

} // namespace

bool Coordination::isAwaited(const TaskCode &Task, const Spawn *S) const {
  Places Signals = signalsOf(Task);
  // A packaged_task is fulfilled by running.
  Place Callable = HandleFlow.placeOf(Task.task().Callable);
  bool MayHaveFuture =
      Callable && ((Callable->getType()->isDependentType() &&
                    !llvm::isa<ParmVarDecl>(Callable)) ||
                   hasFuture(recordBehind(Callable->getType()), Code.api()));
  if (MayHaveFuture)
    Signals.insert(Callable);
  auto IsWaitedFor = [&](Place Signal) { return isWaitedFor(Signal, Task, S); };
  if (llvm::any_of(Signals, IsWaitedFor))
    return true;
  if (llvm::any_of(calledOutOfSight(Task),
                   [&](Place Object) { return hasHiddenWait(Object, Task); }))
    return true;
  return llvm::any_of(reachedBy(Task), [&](Place Given) {
    return hasWait(Given, Task) || hasPolling(Given, Task);
  });
}

/// The object of the user's that \p S calls a method on which is out of sight;
/// null for anything else.
const Expr *Coordination::hiddenReceiver(const Stmt *S, bool OnlyWaits) const {
  const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(S);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (!Method || isVisible(Method) || Code.isForeign(Method->getLocation()) ||
      (OnlyWaits && !Code.api().soundsLikeWait(Method)))
    return nullptr;
  return Call->getImplicitObjectArgument();
}

/// The objects that the task calls methods on which are out of sight: it may
/// signal there.
Coordination::Places
Coordination::calledOutOfSight(const TaskCode &Task) const {
  Places Result;
  Task.any([&](const Stmt *S) {
    if (const Expr *Object = hiddenReceiver(S, /*OnlyWaits=*/false))
      if (Place P = HandleFlow.placeOf(Object, &Task.bindings()))
        Result.insert(P);
    return false;
  });
  return Result;
}

/// Whether the rows for \p Call say that it looks at a signal.
bool Coordination::onlyReads(const CallExpr *Call) const {
  CallRows Rows = Code.api().rows(Call);
  return Rows.get(&CallRow::Consults) || Rows.get(&CallRow::Waits) ||
         Rows.get(&CallRow::Takes) || Rows.get(&CallRow::Passes);
}

/// What the task may signal in ways that are not known: what a body that is not
/// visible is given, and what a visible one hands on by address or calls
/// methods of that change it.
Coordination::Places Coordination::reachedBy(const TaskCode &Task) const {
  Places Result;
  auto Add = [&](const Expr *E) {
    if (Place P = HandleFlow.placeOf(E, &Task.bindings()))
      Result.insert(P);
  };
  if (!Task.task().isBodyVisible()) {
    for (const Expr *Argument : Task.task().Arguments)
      if (!isPlainCopy(Argument))
        Add(Argument);
    return Result;
  }
  Task.any([&](const Stmt *S) {
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    if (!Call || Call->isTypeDependent() || onlyReads(Call))
      return false;
    for (const Expr *Argument : argumentsOf(Call)) {
      const auto *Address = llvm::dyn_cast<UnaryOperator>(stripped(Argument));
      if (Address && Address->getOpcode() == UO_AddrOf)
        Add(Address);
    }
    return false;
  });
  return Result;
}

Coordination::Places Coordination::signalsOf(const TaskCode &Task) const {
  Places Result;
  Task.any([&](const Stmt *S) {
    addChanged(S, Task, Result);
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    if (!Call)
      return false;
    const Operand *Signal = Code.api().rows(Call).get(&CallRow::Signals);
    const Expr *E = Signal ? operandOf(Call, *Signal) : nullptr;
    // Calling a packaged_task fulfils it.
    const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call);
    if (Operator && Operator->getOperator() == OO_Call &&
        hasFuture(recordBehind(Operator->getArg(0)->getType()), Code.api()))
      E = Operator->getArg(0);
    if (Place P = E ? HandleFlow.placeOf(E, &Task.bindings()) : nullptr)
      Result.insert(P);
    return false;
  });
  return Result;
}

void Coordination::addChanged(const Stmt *S, const TaskCode &Task,
                              Places &Result) const {
  if (const Expr *Address = changedAtomically(S)) {
    if (Place P = HandleFlow.placeOf(Address, &Task.bindings()))
      Result.insert(P);
    return;
  }
  const Expr *Changed = changedBy(S);
  if (Changed && !isFlagType(stripped(Changed)->getType(), Code.api()))
    return;
  if (!Changed)
    Changed = flagChangedByMethod(S, Code.api());
  if (!Changed)
    return;
  if (Place P = HandleFlow.placeOf(Changed, &Task.bindings()))
    Result.insert(P);
}

bool Coordination::isWaitedFor(Place Signal, const TaskCode &Task,
                               const Spawn *S) const {
  // A local of the task is nobody else's. What a lambda captures by copy is
  // the handle of something shared, or it could not be signalled.
  const auto *Variable = llvm::dyn_cast<VarDecl>(Signal);
  if (Variable && Variable->hasLocalStorage() &&
      Task.contains(llvm::dyn_cast_or_null<FunctionDecl>(
          Variable->getParentFunctionOrMethod())))
    return false;
  bool IsFlag = isFlagType(Signal->getType(), Code.api());
  if (hasWait(Signal, Task) || hasPolling(Signal, Task))
    return true;
  if (!Variable)
    return isOwnerHidden(Signal, S);
  // The owner of a parameter is the caller; a variable that other files can
  // see may be waited on there.
  if (llvm::isa<ParmVarDecl>(Variable))
    return !IsFlag;
  if (!Variable->hasLocalStorage())
    return !IsFlag && Variable->isExternallyVisible();
  return isHandedOn(Signal, Task, S);
}

/// Whether the destructor of the class that owns the field \p Signal, or of the
/// class that the task is started in, is out of sight, or a method is that
/// clangd skipped: it may wait.
bool Coordination::isOwnerHidden(Place Signal, const Spawn *S) const {
  auto IsHidden = [](const RecordDecl *Record) {
    const auto *Class = llvm::dyn_cast_or_null<CXXRecordDecl>(Record);
    if (!Class || !Class->hasDefinition())
      return false;
    const CXXDestructorDecl *Destructor = Class->getDestructor();
    if (Destructor && Destructor->isUserProvided() && !isVisible(Destructor))
      return true;
    return llvm::any_of(Class->methods(), [](const CXXMethodDecl *Method) {
      return hasSkippedBody(Method);
    });
  };
  const auto *Field = llvm::dyn_cast<FieldDecl>(Signal);
  const auto *Method = S ? llvm::dyn_cast<CXXMethodDecl>(S->At->Root) : nullptr;
  return (Field && IsHidden(Field->getParent())) ||
         (Method && IsHidden(Method->getParent()));
}

bool Coordination::hasWait(Place Signal) const {
  return Signal && llvm::any_of(watches().Waits,
                                [&](const Watch &W) { return W.On == Signal; });
}

bool Coordination::hasWait(Place Signal, const TaskCode &Task) const {
  return llvm::any_of(watches().Waits, [&](const Watch &W) {
    return W.On == Signal && !Task.contains(W.By);
  });
}

/// Whether a loop somewhere turns until the flag \p Signal changes.
bool Coordination::hasPolling(Place Signal, const TaskCode &Task) const {
  return llvm::any_of(watches().Polled, [&](const Watch &W) {
    return W.On == Signal && !Task.contains(W.By);
  });
}

bool Coordination::hasHiddenWait(Place Object, const TaskCode &Task) const {
  return llvm::any_of(watches().HiddenWaits, [&](const Watch &W) {
    return W.On == Object && !Task.contains(W.By);
  });
}

/// Whether \p E is a pointer that is tested itself, and not what it points to:
/// for (item = items; item; item = item->next)
static bool isTestedPointer(const Expr *E, const FunctionDecl *Function,
                            const UserCode &Code) {
  if (!E->getType()->isPointerType())
    return false;
  const Stmt *Parent = Code.parent(E, Function);
  while (llvm::isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Parent))
    Parent = Code.parent(Parent, Function);
  if (const auto *Unary = llvm::dyn_cast_or_null<UnaryOperator>(Parent))
    return Unary->getOpcode() == UO_LNot;
  return Parent && (bodyOf(Parent) || llvm::isa<BinaryOperator>(Parent));
}

/// Not in lambdas: the task's own may be among them.
const Coordination::Watches &Coordination::watches() const {
  if (All)
    return *All;
  All.emplace();
  for (const Site &S : Code.sites())
    if (const Operand *Waited = S.Rows.get(&CallRow::Waits))
      if (const Expr *E = operandOf(S.E, *Waited))
        if (Place P = HandleFlow.placeOf(E))
          All->Waits.push_back({S.Function, P});
  for (const FunctionDecl *Function : Code.functions())
    anyOwnStmt(Function->getBody(), [&](const Stmt *S) {
      if (const Expr *Waited = hiddenReceiver(S, /*OnlyWaits=*/true))
        if (Place P = HandleFlow.placeOf(Waited))
          All->HiddenWaits.push_back({Function, P});
      anyStmt(conditionOf(S), [&](const Stmt *Part) {
        const auto *E = llvm::dyn_cast<Expr>(Part);
        if (E && llvm::isa<DeclRefExpr, MemberExpr>(E) &&
            !isTestedPointer(E, Function, Code))
          if (Place P = HandleFlow.placeOf(E))
            All->Polled.push_back({Function, P});
        return false;
      });
      return false;
    });
  return *All;
}

/// Whether the spawning function returns \p Signal (or the future that stands
/// for it), stores it, or hands it to a call.
bool Coordination::isHandedOn(Place Signal, const TaskCode &Task,
                              const Spawn *S) const {
  const auto *Root = S ? llvm::dyn_cast<FunctionDecl>(S->At->Root) : nullptr;
  if (!Root)
    return false;
  llvm::SmallVector<const Stmt *, 32> Open{Root->getBody()};
  while (!Open.empty()) {
    const Stmt *Next = Open.pop_back_val();
    if (!Next || Next == Task.task().Lambda)
      continue;
    if (hands(Next, Signal, S))
      return true;
    Open.append(Next->child_begin(), Next->child_end());
  }
  return false;
}

bool Coordination::hands(const Stmt *S, Place Signal, const Spawn *By) const {
  auto Is = [&](const Expr *E) { return E && HandleFlow.placeOf(E) == Signal; };
  if (const auto *Return = llvm::dyn_cast<ReturnStmt>(S))
    return Is(Return->getRetValue());
  // In a template: task.get_future() may be anything.
  if (const auto *Member = llvm::dyn_cast<CXXDependentScopeMemberExpr>(S))
    return !Member->isImplicitAccess() && Is(Member->getBase());
  if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(S)) {
    if (Operator->getOperator() != OO_Equal || Operator->getNumArgs() != 2)
      return false;
    return Is(Operator->getArg(1)) && !Is(Operator->getArg(0));
  }
  const auto *Call = llvm::dyn_cast<CallExpr>(S);
  if (!Call || Call == By->At->E)
    return false;
  // Moves and accessors stand for the signal; they do not hand it on. Nor do
  // functions of libraries (sem_init) that no row speaks of.
  if (!Code.api().rows(Call).empty())
    return false;
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (Callee && !llvm::isa<CXXMethodDecl>(Callee) &&
      Code.isForeign(Callee->getLocation()))
    return false;
  return llvm::any_of(argumentsOf(Call), Is);
}

} // namespace leash
