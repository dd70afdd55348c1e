//===--- BlockingWaits.cpp - what does a task wait for? -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BlockingWaits.h"
#include "Flags.h"
#include "Loops.h"
#include "clang/AST/StmtCXX.h"
#include <cerrno>

using namespace clang;

namespace leash {

bool passesOptionalArgument(const Expr *E) {
  const auto *Call = llvm::dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return false;
  unsigned Count = std::min(Callee->getNumParams(), Call->getNumArgs());
  for (unsigned I = 0; I < Count; ++I)
    if (Callee->getParamDecl(I)->hasDefaultArg() &&
        !llvm::isa<CXXDefaultArgExpr>(Call->getArg(I)) &&
        // What an atomic is compared with comes first, a memory order after it.
        !Call->getArg(I)->getType()->isEnumeralType())
      return true;
  return false;
}

bool isOtherOverload(const CallExpr *Call, const CallRows &Rows) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  return Callee && llvm::any_of(Rows, [&](const CallRow *Row) {
           return Row->Parameters && *Row->Parameters != Callee->getNumParams();
         });
}

Place placeInTask(const Expr *E, const TaskCode &Task,
                  const Handles &HandleFlow) {
  Place P = HandleFlow.placeOf(E, &Task.bindings());
  const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(P);
  if (!Variable || llvm::isa<ParmVarDecl>(Variable) || !Variable->getInit() ||
      !Variable->getType()->isIntegerType() || !Task.isOwn(Variable))
    return P;
  Place Behind = HandleFlow.placeOf(Variable->getInit(), &Task.bindings());
  return Behind ? Behind : P;
}

bool isGivenStopToken(const Expr *E, const ApiIndex &Api) {
  return llvm::any_of(argumentsOf(E), [&](const Expr *Argument) {
    return isStopToken(Argument->getType(), Api);
  });
}

namespace {

/// A condition that asks a function that asks a function ...
constexpr unsigned MaxDepth = 4;

/// Whether the call, which waits for a descriptor, may be given flags: an int
/// that is not the constant 0.
bool passesFlags(const CallExpr *Call, const ASTContext &Context) {
  for (unsigned I = 1; I < Call->getNumArgs(); ++I) {
    const Expr *Argument = Call->getArg(I);
    if (!Argument->getType()->isSpecificBuiltinType(BuiltinType::Int))
      continue;
    Expr::EvalResult Value;
    if (Argument->isValueDependent() ||
        !Argument->EvaluateAsInt(Value, Context) || Value.Val.getInt() != 0)
      return true;
  }
  return false;
}

/// Whether \p S compares errno with EAGAIN: so does who reads from a descriptor
/// that does not block, or that has a limit.
bool asksForAgain(const Stmt *S, const ASTContext &Context) {
  const auto *Binary = llvm::dyn_cast<BinaryOperator>(S);
  if (!Binary || !Binary->isEqualityOp() || Binary->isValueDependent())
    return false;
  // errno is *__errno_location().
  const auto *Deref = llvm::dyn_cast<UnaryOperator>(stripped(Binary->getLHS()));
  Expr::EvalResult Value;
  return Deref && Deref->getOpcode() == UO_Deref &&
         llvm::isa<CallExpr>(stripped(Deref->getSubExpr())) &&
         Binary->getRHS()->EvaluateAsInt(Value, Context) &&
         Value.Val.getInt() == EAGAIN;
}

class Finder {
public:
  Finder(const TaskCode &Task, const UserCode &Code, const Handles &HandleFlow)
      : Task(Task), Code(Code), Api(Code.api()), HandleFlow(HandleFlow) {}

  std::vector<BlockingWait> run() {
    std::vector<BlockingWait> Result;
    MayComeBack = Task.any(
        [&](const Stmt *S) { return asksForAgain(S, Code.context()); });
    for (const FunctionDecl *Function : Task.functions())
      anyStmt(Function->getBody(), [&](const Stmt *S) {
        if (std::optional<BlockingWait> Wait = waitAt(S)) {
          addSurroundings(*Wait, Function);
          Result.push_back(std::move(*Wait));
        }
        return false;
      });
    return Result;
  }

private:
  std::optional<BlockingWait> waitAt(const Stmt *S) const {
    const auto *Call = llvm::dyn_cast<CallExpr>(S);
    if (!Call || Call->isTypeDependent())
      return std::nullopt;
    CallRows Rows = Api.rows(Call);
    if (Rows.empty() || Rows.is(&CallRow::Timed) ||
        isOtherOverload(Call, Rows) || passesOptionalArgument(Call) ||
        isGivenStopToken(Call, Api))
      return std::nullopt;
    // A put waits for whoever takes: see AbandonedChannels.h.
    if (Rows.get(&CallRow::Puts))
      return std::nullopt;
    const Operand *Blocks = Rows.get(&CallRow::Blocks);
    const Operand *Party = Blocks ? Blocks : Rows.get(&CallRow::Waits);
    const Expr *On = Party ? operandOf(Call, *Party) : nullptr;
    if (!On)
      return std::nullopt;
    BlockingWait Wait;
    Wait.At = Call;
    bool IsSocket = Blocks && On->getType()->isIntegerType();
    if (IsSocket && (passesFlags(Call, Code.context()) || MayComeBack))
      return std::nullopt;
    Wait.Kind = IsSocket ? BlockingWait::Socket
                : Blocks ? BlockingWait::Object
                         : BlockingWait::Signal;
    Wait.ByFuture = Api.isFuture(stripped(On)->getType());
    Wait.On = placeInTask(On, Task, HandleFlow);
    // An atomic is what it is waited for to change.
    if (Wait.On && isFlagType(Wait.On->getType(), Api))
      Wait.Tested.insert(Wait.On);
    return Wait;
  }

  /// Whether \p S leads to \p Wait: it is in there, or in a function of the
  /// task that is called there.
  bool reaches(const Stmt *S, const BlockingWait &Wait) {
    return anyStmt(S, [&](const Stmt *Part) {
      if (Part == Wait.At)
        return true;
      const auto *Call = llvm::dyn_cast<CallExpr>(Part);
      const FunctionDecl *Callee =
          Call ? definitionOf(Call->getDirectCallee()) : nullptr;
      return Callee && Leading.contains(Callee);
    });
  }

  llvm::ArrayRef<const FunctionDecl *> calleesOf(const FunctionDecl *Function) {
    auto [Known, IsNew] = Callees.try_emplace(Function);
    auto &Found = Known->second;
    if (IsNew)
      anyStmt(Function->getBody(), [&](const Stmt *S) {
        if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
          if (const auto *Callee = definitionOf(Call->getDirectCallee()))
            Found.push_back(Callee);
        return false;
      });
    return Found;
  }

  void addSurroundings(BlockingWait &Wait, const FunctionDecl *Function) {
    // The functions that lead to the wait, and then the loops in them.
    Leading.clear();
    Leading.insert(Function);
    for (bool Grows = true; Grows;) {
      Grows = false;
      for (const FunctionDecl *Other : Task.functions())
        if (!Leading.contains(Other) &&
            llvm::any_of(calleesOf(Other), [&](const FunctionDecl *Callee) {
              return Leading.contains(Callee);
            }))
          Grows = Leading.insert(Other).second;
    }
    addPredicate(Wait);
    for (const FunctionDecl *Other : Task.functions())
      if (Leading.contains(Other))
        anyStmt(Other->getBody(), [&](const Stmt *S) {
          if (bodyOf(S) && reaches(S, Wait))
            addLoop(S, Wait);
          return false;
        });
    if (Wait.Repeated)
      addLeavingBranches(Wait);
  }

  /// wait(lock, [&] { return ready; })
  void addPredicate(BlockingWait &Wait) {
    for (const Expr *Argument : argumentsOf(Wait.At)) {
      const Expr *E = withoutCopies(Argument);
      if (const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(E))
        if (const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl()))
          E = Variable->getInit() ? withoutCopies(Variable->getInit()) : E;
      if (const auto *Lambda = llvm::dyn_cast_or_null<LambdaExpr>(E))
        addCondition(Lambda->getBody(), Wait);
    }
  }

  void addCondition(const Stmt *Condition, BlockingWait &Wait) {
    Places Read;
    addRead(Condition, Read, Wait, 0);
    Wait.Condition.insert(Read.begin(), Read.end());
    Wait.Tested.insert(Read.begin(), Read.end());
  }

  void addLoop(const Stmt *Loop, BlockingWait &Wait) {
    const Expr *Condition = conditionOf(Loop);
    // while (!ready) cv.wait(lock);
    if (Condition && onlyWaits(bodyOf(Loop), Wait))
      return addCondition(Condition, Wait);
    Wait.Repeated = true;
    Wait.CanLeave &= canEnd(Loop, Code.api(), Code.context());
    if (Condition)
      addRead(Condition, Wait.Tested, Wait, 0);
  }

  static bool onlyWaits(const Stmt *Body, const BlockingWait &Wait) {
    if (const auto *Block = llvm::dyn_cast<CompoundStmt>(Body))
      return Block->size() == 1 && onlyWaits(Block->body_front(), Wait);
    const auto *E = llvm::dyn_cast<Expr>(Body);
    return E && stripped(E) == Wait.At;
  }

  /// In all functions that lead to the wait: a queue that answers "closed", and
  /// a loop that leaves then.
  void addLeavingBranches(BlockingWait &Wait) {
    for (const FunctionDecl *Function : Task.functions())
      if (Leading.contains(Function))
        anyStmt(Function->getBody(), [&](const Stmt *S) {
          if (const auto *If = llvm::dyn_cast<IfStmt>(S))
            if (leaves(If->getThen(), Api) || leaves(If->getElse(), Api))
              addRead(If->getCond(), Wait.Tested, Wait, 0);
          if (const auto *Switch = llvm::dyn_cast<SwitchStmt>(S))
            if (leaves(Switch, Api))
              addRead(Switch->getCond(), Wait.Tested, Wait, 0);
          return false;
        });
  }

  /// The places that \p Condition reads, also in visible functions.
  void addRead(const Stmt *Condition, Places &Result, BlockingWait &Wait,
               unsigned Depth) {
    anyStmt(Condition, [&](const Stmt *S) {
      const auto *E = llvm::dyn_cast<Expr>(S);
      if (!E)
        return false;
      if (llvm::isa<DeclRefExpr, MemberExpr>(E))
        if (Place P = HandleFlow.placeOf(E, &Task.bindings()))
          Result.insert(P);
      const auto *Call = llvm::dyn_cast<CallExpr>(E);
      if (!Call)
        return false;
      Wait.AsksToken |= Api.rows(Call).get(&CallRow::Consults) != nullptr;
      const FunctionDecl *Callee = definitionOf(Call->getDirectCallee());
      if (Callee && Depth < MaxDepth && !Leading.contains(Callee) &&
          !Code.isForeign(Callee->getLocation()))
        addRead(Callee->getBody(), Result, Wait, Depth + 1);
      return false;
    });
  }

  const TaskCode &Task;
  const UserCode &Code;
  const ApiIndex &Api;
  const Handles &HandleFlow;
  /// Whether descriptors may not block.
  bool MayComeBack = false;
  llvm::DenseSet<const FunctionDecl *> Leading;
  llvm::DenseMap<const FunctionDecl *,
                 llvm::SmallVector<const FunctionDecl *, 8>>
      Callees;
};

} // namespace

std::vector<BlockingWait> blockingWaitsOf(const TaskCode &Task,
                                          const UserCode &Code,
                                          const Handles &HandleFlow) {
  return Finder(Task, Code, HandleFlow).run();
}

} // namespace leash
