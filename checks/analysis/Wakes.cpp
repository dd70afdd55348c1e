//===--- Wakes.cpp - does this code end a wait? ---------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Wakes.h"
#include "Calls.h"
#include "Declared.h"
#include "Flags.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include <set>

using namespace clang;

namespace leash {

WaitingTask::WaitingTask(const TaskCode &Task, Place Handle,
                         const BlockingWait &Wait,
                         llvm::ArrayRef<BlockingWait> All,
                         const Handles &HandleFlow)
    : Task(Task), Handle(Handle), Wait(Wait) {
  for (const BlockingWait &Other : All)
    if (Other.On)
      WaitsOn.insert(Other.On);
  Task.any([&](const Stmt *S) {
    const auto *E = llvm::dyn_cast<Expr>(S);
    if (E && llvm::isa<DeclRefExpr, MemberExpr>(E))
      if (Place P = HandleFlow.placeOf(E, &Task.bindings()))
        Mentioned.insert(P);
    return false;
  });
}

namespace {

bool isUsers(const FunctionDecl *Callee, const UserCode &Code) {
  return Callee && !Code.isForeign(Callee->getLocation());
}

const NamespaceDecl *namespaceOf(const Decl *D) {
  const DeclContext *Context = D->getDeclContext();
  while (Context && !llvm::isa<NamespaceDecl>(Context))
    Context = Context->getParent();
  const auto *Found = llvm::dyn_cast_or_null<NamespaceDecl>(Context);
  return Found ? Found->getCanonicalDecl() : nullptr;
}

/// Whether \p E gives away the object that \p P is a field of.
bool givesOwner(const Expr *E, Place P) {
  if (llvm::isa<CXXThisExpr>(stripped(E)))
    return true;
  const auto *Field = llvm::dyn_cast_or_null<FieldDecl>(P);
  QualType Type = E->getType();
  if (!Field || Type.isNull())
    return false;
  if (!Type->getPointeeType().isNull())
    Type = Type->getPointeeType();
  const RecordDecl *Record = Type->getAsRecordDecl();
  return Record &&
         Record->getCanonicalDecl() == Field->getParent()->getCanonicalDecl();
}

} // namespace

bool isOfKnownLibrary(const FunctionDecl *Callee, const CallExpr *By,
                      const ASTContext &Context) {
  if (isInStd(Callee) || Callee->getBuiltinID() != 0)
    return true;
  const FunctionDecl *Wait = By->getDirectCallee();
  if (!Wait)
    return false;
  if (const NamespaceDecl *Namespace = namespaceOf(Wait))
    return Namespace == namespaceOf(Callee);
  return Context.getSourceManager().isWrittenInSameFile(Callee->getLocation(),
                                                        Wait->getLocation());
}

bool putsNothing(const CallExpr *Call, const ASTContext &Context) {
  for (unsigned I = 1; I < Call->getNumArgs(); ++I) {
    const Expr *Argument = Call->getArg(I);
    Expr::EvalResult Value;
    if (Argument->isValueDependent() || !Argument->getType()->isIntegerType() ||
        !Argument->EvaluateAsInt(Value, Context) || Value.Val.getInt() != 0)
      return false;
  }
  return true;
}

const Expr *writtenBy(const Stmt *S, const ApiIndex &Api) {
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(S))
    return Unary->isIncrementDecrementOp() ? Unary->getSubExpr() : nullptr;
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S))
    return Binary->isAssignmentOp() ? Binary->getLHS() : nullptr;
  if (const auto *Atomic = llvm::dyn_cast<AtomicExpr>(S))
    return isAtomicLoad(Atomic) ? nullptr : Atomic->getPtr();
  const auto *Call = llvm::dyn_cast<CallExpr>(S);
  if (!Call)
    return nullptr;
  if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call)) {
    bool Writes = Operator->isAssignmentOp() ||
                  Operator->getOperator() == OO_PlusPlus ||
                  Operator->getOperator() == OO_MinusMinus;
    return Writes ? Operator->getArg(0) : nullptr;
  }
  const FunctionDecl *Callee = Call->getDirectCallee();
  // __sync_lock_test_and_set(&stop, 1), std::exchange(stop, true)
  if (Callee && Callee->getNumParams() >= 2 && Call->getNumArgs() >= 2 &&
      (Callee->getBuiltinID() != 0 || Api.rows(Call).get(&CallRow::Passes)))
    return Call->getArg(0);
  const auto *Method = llvm::dyn_cast<CXXMemberCallExpr>(Call);
  if (!Method || !Method->getMethodDecl() || Method->getMethodDecl()->isConst())
    return nullptr;
  const Expr *Object = stripped(Method->getImplicitObjectArgument());
  QualType Type = Object->getType();
  if (!Type->getPointeeType().isNull())
    Type = Type->getPointeeType();
  return isFlagType(Type, Api) ? Object : nullptr;
}

namespace {

/// More calls than this before a join, and the answer is that it may be woken.
constexpr size_t MaxFollowed = 300;

/// Reads the code before a join.
class Region {
public:
  Region(const TranslationUnit &Unit, const WaitingTask &W)
      : Unit(Unit), Code(Unit.code()), Api(Unit.api()), W(W) {}

  void look(const Stmt *S) {
    look(S, nullptr);
    follow(S);
  }

  Actions Result;

private:
  void look(const Stmt *S, const Bindings *Bound) {
    auto PlaceOf = [&](const Expr *E) {
      return E ? Unit.handles().placeOf(E, Bound) : nullptr;
    };
    if (const Expr *Written = writtenBy(S, Api)) {
      Place P = PlaceOf(Written);
      if (P && W.Wait.Tested.contains(P) && !Result.Sets)
        Result.Sets = S;
      // session = nullptr; ends what the task may be waiting for.
      const auto *Assigned = llvm::dyn_cast<CXXOperatorCallExpr>(S);
      if (Assigned && P && W.Mentioned.contains(P) &&
          !isFlagType(P->getType(), Api))
        Result.Wakes = true;
    }
    if (const auto *Delete = llvm::dyn_cast<CXXDeleteExpr>(S))
      Result.Wakes |= isNear(Delete->getArgument(), PlaceOf);
    if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
      Result.Wakes |= isHiddenGuard(Construct, PlaceOf);
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    if (!Call)
      return;
    if (Call->isTypeDependent()) {
      Result.Wakes = true;
      return;
    }
    lookAtCall(Call, PlaceOf);
  }

  template <typename PlaceFinder>
  void lookAtCall(const CallExpr *Call, PlaceFinder PlaceOf) {
    CallRows Rows = Api.rows(Call);
    if (Rows.empty()) {
      Result.Wakes |= mayWake(Call, PlaceOf);
      return;
    }
    for (auto Fact : {&CallRow::Signals, &CallRow::Wakes})
      if (const Operand *Party = Rows.get(Fact)) {
        Place P = PlaceOf(operandOf(Call, *Party));
        bool IsAimed = !P || P == W.Handle || W.WaitsOn.contains(P);
        Result.Wakes |= IsAimed;
        if (IsAimed && !Result.WokenAt)
          Result.WokenAt = Call;
      }
    if (Rows.get(&CallRow::Cancels) && !Rows.get(&CallRow::Wakes)) {
      Result.AsksToEnd = true;
      // Who is to say what a request ends, other than what asks for it?
      Result.Wakes |= !W.Wait.AsksToken;
    }
    if (const Operand *Party = Rows.get(&CallRow::Resets)) {
      Place P = PlaceOf(operandOf(Call, *Party));
      if (W.Wait.Kind != BlockingWait::Socket)
        Result.Wakes |= !P || W.Mentioned.contains(P);
      else if (P != W.Wait.On)
        Result.Wakes = true; // It may be the other end.
      else if (!Result.Closes)
        Result.Closes = Call;
    }
  }

  /// Whether \p E is anything that the task has to do with.
  template <typename PlaceFinder>
  bool isNear(const Expr *E, PlaceFinder PlaceOf) const {
    if (givesOwner(E, W.Wait.On))
      return true;
    Place P = PlaceOf(E);
    return P && (W.Mentioned.contains(P) || W.WaitsOn.contains(P));
  }

  /// An object that gets near the task when it is made, in ways that are not
  /// visible.
  template <typename PlaceFinder>
  bool isHiddenGuard(const CXXConstructExpr *Construct,
                     PlaceFinder PlaceOf) const {
    const CXXConstructorDecl *Constructor = Construct->getConstructor();
    if (isInStd(Constructor) || Constructor->isDefaulted() ||
        isVisible(Constructor) || !Api.rows(Construct).empty() ||
        isOfKnownLibrary(Constructor, W.Wait.At, Code.context()))
      return false;
    return llvm::any_of(argumentsOf(Construct), [&](const Expr *Argument) {
      return isNear(Argument, PlaceOf);
    });
  }

  /// Whether \p Call, of which no row speaks, may wake the task.
  template <typename PlaceFinder>
  bool mayWake(const CallExpr *Call, PlaceFinder PlaceOf) const {
    const FunctionDecl *Callee = Call->getDirectCallee();
    // A callback.
    if (!Callee)
      return true;
    const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call);
    if (Code.isForeign(Callee->getLocation()) && Operator &&
        Operator->getOperator() == OO_Call)
      return true;
    bool IsHidden = !isVisible(Callee) || isOverridable(Call, Callee);
    if (isUsers(Callee, Code) && !IsHidden)
      return false;
    bool IsKnown = isOfKnownLibrary(Callee, W.Wait.At, Code.context());
    if (W.Wait.Kind == BlockingWait::Socket) {
      // The other end may be here: connect(), send().
      bool IsOfSockets =
          IsKnown && !isInStd(Callee) && Callee->getBuiltinID() == 0;
      if (IsOfSockets || isUsers(Callee, Code))
        return true;
    }
    // What waits is const: size().
    if (IsKnown && !isOnWaited(Call, PlaceOf))
      return false;
    const Expr *Object = receiverOf(Call);
    if (Object && isNear(Object, PlaceOf))
      return true;
    return llvm::any_of(argumentsOf(Call), [&](const Expr *Argument) {
      return isNear(Argument, PlaceOf);
    });
  }

  /// A method, not const, of what the task waits on: a queue's push(). Storing
  /// into an atomic wakes nobody.
  template <typename PlaceFinder>
  bool isOnWaited(const CallExpr *Call, PlaceFinder PlaceOf) const {
    const auto *Method =
        llvm::dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
    const Expr *Object = receiverOf(Call);
    if (W.Wait.Kind == BlockingWait::Object && !Method)
      return !putsNothing(Call, Code.context());
    if (!Method || !Object || Method->isConst())
      return false;
    Place P = PlaceOf(Object);
    return P && W.WaitsOn.contains(P) && !isFlagType(P->getType(), Api);
  }

  static bool isOverridable(const CallExpr *Call, const FunctionDecl *Callee) {
    const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Callee);
    const auto *Member =
        llvm::dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParenImpCasts());
    return Method && Method->isVirtual() && Member && !Member->hasQualifier();
  }

  void follow(const Stmt *S) {
    if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        if (const auto *Variable = llvm::dyn_cast<VarDecl>(D))
          followInto(destructorOf(Variable->getType()), {});
    const auto *E = llvm::dyn_cast<Expr>(S);
    if (!E)
      return;
    if (llvm::isa<CXXBindTemporaryExpr>(E))
      followInto(destructorOf(E->getType()), {});
    if (const auto *Delete = llvm::dyn_cast<CXXDeleteExpr>(E))
      followInto(destructorOf(Delete->getDestroyedType()), {});
    // Also what is handed on: std::for_each(..., joinOne).
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
      if (!Called.contains(Ref))
        followInto(llvm::dyn_cast<FunctionDecl>(Ref->getDecl()), {});
    if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
      followInto(Construct->getConstructor(), argumentsOf(E));
    const auto *Call = llvm::dyn_cast<CallExpr>(E);
    if (!Call)
      return;
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(
            Call->getCallee()->IgnoreParenImpCasts()))
      Called.insert(Ref);
    bool IsOperator =
        llvm::isa<CXXOperatorCallExpr>(Call) &&
        llvm::isa_and_nonnull<CXXMethodDecl>(Call->getDirectCallee());
    auto Arguments = argumentsOf(Call);
    followInto(
        Call->getDirectCallee(),
        llvm::ArrayRef<const Expr *>(Arguments).drop_front(IsOperator ? 1 : 0));
  }

  void followInto(const FunctionDecl *Function,
                  llvm::ArrayRef<const Expr *> Arguments) {
    if (!isUsers(Function, Code))
      return;
    // The task itself is started there, not called.
    if (definitionOf(Function) == definitionOf(W.Task.task().Function))
      return;
    if (!isNewCall(definitionOf(Function), Arguments))
      return;
    struct Task T;
    T.Function = Function;
    T.Arguments.append(Arguments.begin(), Arguments.end());
    TaskCode Called(T, Code);
    if (Called.isIncomplete())
      Result.Wakes = true;
    Called.any([&](const Stmt *S) {
      look(S, &Called.bindings());
      return false;
    });
  }

  /// Whether \p Function has not been followed with these arguments. Whoever
  /// calls too many functions is given up on.
  bool isNewCall(const FunctionDecl *Function,
                 llvm::ArrayRef<const Expr *> Arguments) {
    if (!Function || Result.Wakes)
      return false;
    std::vector<const Decl *> Key{Function};
    for (const Expr *Argument : Arguments)
      Key.push_back(Unit.handles().placeOf(Argument));
    if (!Followed.insert(std::move(Key)).second)
      return false;
    Result.Wakes = Followed.size() > MaxFollowed;
    return !Result.Wakes;
  }

  const TranslationUnit &Unit;
  const UserCode &Code;
  const ApiIndex &Api;
  const WaitingTask &W;
  std::set<std::vector<const Decl *>> Followed;
  llvm::DenseSet<const Expr *> Called;
};

} // namespace

Actions actionsOf(llvm::ArrayRef<const Stmt *> Statements, const WaitingTask &W,
                  const TranslationUnit &Unit) {
  Region Read(Unit, W);
  for (const Stmt *S : Statements)
    Read.look(S);
  return Read.Result;
}

} // namespace leash
