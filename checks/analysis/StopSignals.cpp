//===--- StopSignals.cpp - can the outside ask this task to end? ----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StopSignals.h"
#include "Flags.h"
#include "Loops.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// A condition that asks a function that asks a function ...
constexpr unsigned MaxDepth = 6;

} // namespace

/// Reads conditions of one task.
class StopSignals::Reader {
public:
  Reader(const StopSignals &Signals, const TaskCode &Task)
      : Code(Signals.Code), Api(Signals.Code.api()), Task(Task) {}

  /// Whether \p S is a decision of the task that a stop signal may take part
  /// in.
  bool decides(const Stmt *S) {
    if (const auto *If = llvm::dyn_cast<IfStmt>(S)) {
      bool Leaves = leaves(If->getThen(), Api) || leaves(If->getElse(), Api);
      return Leaves && (asks(If->getCond(), true) ||
                        asksVariable(If->getConditionVariable()));
    }
    if (const auto *Switch = llvm::dyn_cast<SwitchStmt>(S))
      return leaves(Switch, Api) && asks(Switch->getCond(), true);
    if (const auto *While = llvm::dyn_cast<WhileStmt>(S))
      return asks(While->getCond(), true) ||
             asksVariable(While->getConditionVariable());
    if (const auto *For = llvm::dyn_cast<ForStmt>(S))
      return asks(For->getCond(), true) ||
             asksVariable(For->getConditionVariable());
    if (const auto *Do = llvm::dyn_cast<DoStmt>(S))
      return asks(Do->getCond(), true);
    if (const auto *For = llvm::dyn_cast<CXXForRangeStmt>(S))
      return isOutsideQueue(For->getRangeInit());
    if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
      return Api.rows(Call).is(&CallRow::StopPoint) || givesTokenAway(Call) ||
             runsUntilStopped(Call);
    if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
      return givesTokenAway(Construct);
    return false;
  }

private:
  /// Whether \p E reads a stop signal. \p AsBoolean: its value is tested for
  /// true or false, which makes a flag of a plain int.
  bool asks(const Expr *E, bool AsBoolean) {
    E = stripped(E);
    if (!E || Depth > MaxDepth)
      return false;
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
      if (Unary->getOpcode() == UO_LNot)
        return asks(Unary->getSubExpr(), AsBoolean);
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E)) {
      bool Keeps =
          AsBoolean && (Binary->isLogicalOp() || comparesWithConstant(Binary));
      return asks(Binary->getLHS(), Keeps) || asks(Binary->getRHS(), Keeps);
    }
    if (isOutsideFlag(E, AsBoolean))
      return true;
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
      return asksVariable(llvm::dyn_cast<VarDecl>(Ref->getDecl()), AsBoolean);
    if (isFlagBehindArrow(E))
      return true;
    if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
      if (asksByCall(Call))
        return true;
    if (const auto *Atomic = llvm::dyn_cast<AtomicExpr>(E))
      return isBehindOutside(Atomic->getPtr());
    // GLib's g_atomic_int_get is such a block around an atomic load.
    if (const auto *Block = llvm::dyn_cast<StmtExpr>(E))
      return anyOwnStmt(Block->getSubStmt(), [&](const Stmt *S) {
        const auto *Atomic = llvm::dyn_cast<AtomicExpr>(S);
        return Atomic && asks(Atomic, false);
      });
    return asksParts(E);
  }

  /// flag->load(), where flag is a pointer of whatever kind.
  bool isFlagBehindArrow(const Expr *E) const {
    const auto *Member = llvm::dyn_cast<MemberExpr>(E);
    if (!Member || !Member->isArrow())
      return false;
    const Expr *Base = stripped(Member->getBase());
    QualType Pointee = Base->getType()->getPointeeType();
    return !Pointee.isNull() && isFlagType(Pointee, Api) &&
           isBehindOutside(Base);
  }

  /// Whether what \p Address points to may be somebody else's: all but the
  /// task's own variables.
  bool isBehindOutside(const Expr *Address) const {
    const Expr *E = stripped(Address);
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
      if (Unary->getOpcode() == UO_AddrOf)
        return isOutside(Unary->getSubExpr());
    return E->getType()->isPointerType() || isOutside(E);
  }

  bool asksParts(const Expr *E) {
    if (llvm::isa<LambdaExpr>(E))
      return false;
    // What a function of the user's is given says nothing of what it answers.
    const auto *Call = llvm::dyn_cast<CallExpr>(E);
    if (Call && !llvm::isa<CXXOperatorCallExpr>(Call) &&
        Call->getCalleeDecl() &&
        !Code.isForeign(Call->getCalleeDecl()->getLocation()))
      return asks(Call->getCallee(), false);
    for (const Stmt *Child : E->children())
      if (const auto *Part = llvm::dyn_cast_or_null<Expr>(Child))
        if (asks(Part, false))
          return true;
    return false;
  }

  /// running > 0, state == Stopped, mode & Quit
  bool comparesWithConstant(const BinaryOperator *Binary) const {
    bool Tests = Binary->isComparisonOp() || Binary->getOpcode() == BO_And;
    if (!Tests || Binary->isValueDependent())
      return false;
    const ASTContext &Context = Code.context();
    return Binary->getLHS()->isEvaluatable(Context) ||
           Binary->getRHS()->isEvaluatable(Context);
  }

  /// A local that got its value from a stop signal:
  /// "auto job = queue.front(); if (!job) return;".
  bool asksVariable(const VarDecl *Variable, bool AsBoolean = true) {
    if (!Variable || !Task.isOwn(Variable))
      return false;
    return once(Variable, [&] {
      return asks(Variable->getInit(), AsBoolean) ||
             asksAssigned(Variable, AsBoolean);
    });
  }

  /// Asks about \p D unless that has been done, or is under way: a cycle adds
  /// nothing.
  bool once(const Decl *D, llvm::function_ref<bool()> Ask) {
    auto [Known, IsNew] = Answers.try_emplace(D, false);
    if (!IsNew)
      return Known->second;
    ++Depth;
    bool Answer = Ask();
    --Depth;
    Answers[D] = Answer;
    return Answer;
  }

  bool asksAssigned(const VarDecl *Variable, bool AsBoolean) {
    const auto *Function = llvm::dyn_cast_or_null<FunctionDecl>(
        Variable->getParentFunctionOrMethod());
    const FunctionDecl *Definition = definitionOf(Function);
    return Definition && anyStmt(Definition->getBody(), [&](const Stmt *S) {
             return asks(assignedTo(Variable, S), AsBoolean);
           });
  }

  static const Expr *assignedTo(const VarDecl *Variable, const Stmt *S) {
    const Expr *Left = nullptr, *Right = nullptr;
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S)) {
      if (Binary->getOpcode() != BO_Assign)
        return nullptr;
      Left = Binary->getLHS();
      Right = Binary->getRHS();
    } else if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(S)) {
      if (Call->getOperator() != OO_Equal || Call->getNumArgs() != 2)
        return nullptr;
      Left = Call->getArg(0);
      Right = Call->getArg(1);
    } else {
      return nullptr;
    }
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(stripped(Left));
    return Ref && Ref->getDecl() == Variable ? Right : nullptr;
  }

  /// Whether \p E is a flag that lives outside of the task.
  bool isOutsideFlag(const Expr *E, bool AsBoolean) const {
    // In a template: it may be one.
    if (E->isTypeDependent())
      return llvm::isa<DeclRefExpr, MemberExpr>(E) && isOutside(E);
    if (!E->isGLValue())
      return false;
    bool IsFlag = isFlagType(E->getType(), Api) ||
                  (AsBoolean && E->getType()->isIntegerType());
    return IsFlag && isOutside(E) && !isConstant(E);
  }

  /// Whether what \p E names is declared const itself, not only seen as const
  /// through a reference or in a const method.
  static bool isConstant(const Expr *E) {
    const ValueDecl *D = nullptr;
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
      D = Ref->getDecl();
    else if (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
      D = Member->getMemberDecl();
    return D && D->getType().isConstQualified();
  }

  bool isOutside(const Expr *E) const {
    E = stripped(E);
    if (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
      return llvm::isa<VarDecl>(Member->getMemberDecl()) || Member->isArrow() ||
             isOutside(Member->getBase());
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E)) {
      const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl());
      return Variable &&
             (Variable->getType()->isReferenceType() || !Task.isOwn(Variable));
    }
    if (const auto *Subscript = llvm::dyn_cast<ArraySubscriptExpr>(E))
      return isOutside(Subscript->getBase());
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
      return Unary->getOpcode() == UO_Deref;
    // *shared, shared->flag, std::ref(flag).get(): reached through something.
    // What an accessor of the task's own object returns is its own, too.
    const Expr *Object = receiverOf(E);
    return llvm::isa<CallExpr>(E) && E->isGLValue() &&
           (!Object || isBehindOutside(Object));
  }

  bool isOutsideQueue(const Expr *E) const {
    if (!E || !isOutside(E))
      return false;
    const TypeRow *Row = Api.type(E->getType());
    return (Row && Row->Queue && !llvm::isa<CallExpr>(stripped(E))) ||
           soundsLikeClosableQueue(recordBehind(E->getType()));
  }

  bool soundsLikeClosableQueue(const CXXRecordDecl *Class) const {
    return Class && !Code.isForeign(Class->getLocation()) &&
           Api.soundsLikeQueue(Class);
  }

  bool asksByCall(const CallExpr *Call) {
    if (Call->isTypeDependent() &&
        llvm::isa<CXXDependentScopeMemberExpr>(
            Call->getCallee()->IgnoreParenImpCasts()))
      return true;
    CallRows Rows = Api.rows(Call);
    if (Rows.get(&CallRow::Consults) || Rows.is(&CallRow::Clock) ||
        Rows.is(&CallRow::StopPoint))
      return true;
    if (const Operand *Queue = Rows.get(&CallRow::Takes)) {
      const Expr *From = operandOf(Call, *Queue);
      return From && isBehindOutside(From);
    }
    // A wait that ends when somebody else says so (whoever holds a future, its
    // state is somebody else's):
    // while (stop.wait_for(1s) == std::future_status::timeout)
    if (const Operand *Waited = Rows.get(&CallRow::Waits)) {
      const Expr *On = operandOf(Call, *Waited);
      return On &&
             (Api.isFuture(stripped(On)->getType()) || isBehindOutside(On));
    }
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (isPredicateObject(Call))
      return true;
    if (!Callee || Code.isForeign(Callee->getLocation()))
      return false;
    if (const FunctionDecl *Definition = definitionOf(Callee))
      return answersFromStop(Definition);
    return mayAskStop(Call, Callee);
  }

  /// Whether what \p Function answers depends on a stop signal. Lambdas inside
  /// count: predicates of waits.
  bool answersFromStop(const FunctionDecl *Function) {
    return once(Function, [&] {
      return anyStmt(Function->getBody(), [&](const Stmt *S) {
        if (const auto *Return = llvm::dyn_cast<ReturnStmt>(S))
          return Return->getRetValue() && asks(Return->getRetValue(), true);
        if (const auto *If = llvm::dyn_cast<IfStmt>(S))
          return asks(If->getCond(), true);
        const Expr *Condition = conditionOf(S);
        return Condition && asks(Condition, true);
      });
    });
  }

  bool isC() const { return !Code.context().getLangOpts().CPlusPlus; }

  bool answersYesOrNo(QualType Type) const {
    return Type->isBooleanType() || Type->isEnumeralType() ||
           (isC() && Type->isIntegerType());
  }

  /// A predicate that came in as a std::function or a pointer.
  bool isPredicateObject(const CallExpr *Call) const {
    if (!answersYesOrNo(Call->getType()))
      return false;
    const FunctionDecl *Callee = Call->getDirectCallee();
    // In C, what a predicate is asked of is its argument.
    if (!Callee)
      return Call->getNumArgs() <= (isC() ? 1 : 0) && !Call->isTypeDependent();
    const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call);
    return Operator && Operator->getOperator() == OO_Call &&
           Operator->getNumArgs() == 1 && !isVisibleOfUser(Callee);
  }

  /// A predicate of the user's whose body is not visible may ask anything; one
  /// that takes arguments (read(buffer)) rather does work and tells how it
  /// went, unless its object is a queue.
  bool mayAskStop(const CallExpr *Call, const FunctionDecl *Callee) const {
    if (answersYesOrNo(Call->getType()) && Callee->getNumParams() == 0)
      return true;
    const Expr *Object = receiverOf(Call);
    return Object && isOutside(Object) &&
           soundsLikeClosableQueue(recordBehind(Object->getType()));
  }

  /// A stop token passed to code that is not visible: it may obey.
  bool givesTokenAway(const Expr *Call) const {
    if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(Call)) {
      if (Construct->getConstructor()->isCopyOrMoveConstructor() ||
          isVisibleOfUser(Construct->getConstructor()))
        return false;
    } else if (isVisibleOfUser(llvm::cast<CallExpr>(Call)->getDirectCallee())) {
      return false;
    }
    // Moving a token about is no obedience.
    if (Api.rows(Call).get(&CallRow::Passes))
      return false;
    for (const Expr *Argument : argumentsOf(Call))
      if (isStopToken(Argument->getType(), Api))
        return true;
    return false;
  }

  /// A method without arguments and out of sight, of an object outside that can
  /// be stopped ("server.run()", and there is a stop()): not inside a loop of
  /// the task, which would call it again.
  bool runsUntilStopped(const CallExpr *Call) const {
    const auto *Method =
        llvm::dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
    const Expr *Object = receiverOf(Call);
    if (!Method || !Object || !argumentsOf(Call).empty() || Method->isConst() ||
        Code.isForeign(Method->getLocation()) || isVisible(Method) ||
        !isBehindOutside(Object) || isRepeated(Call))
      return false;
    return llvm::any_of(Method->getParent()->methods(),
                        [&](const CXXMethodDecl *Other) {
                          return Other != Method && Api.soundsLikeStop(Other);
                        });
  }

  bool isRepeated(const CallExpr *Call) const {
    return Task.any([&](const Stmt *S) {
      return bodyOf(S) &&
             anyOwnStmt(S, [&](const Stmt *Part) { return Part == Call; });
    });
  }

  bool isVisibleOfUser(const FunctionDecl *Callee) const {
    return Callee && isVisible(Callee) &&
           !Code.isForeign(Callee->getLocation());
  }

  const UserCode &Code;
  const ApiIndex &Api;
  const TaskCode &Task;
  unsigned Depth = 0;
  llvm::DenseMap<const Decl *, bool> Answers;
};

bool StopSignals::obeysStop(const TaskCode &Task) const {
  Reader Asked(*this, Task);
  return Task.any([&](const Stmt *S) { return Asked.decides(S); });
}

} // namespace leash
