//===--- Overwrites.cpp - is a handle assigned over its last turn? --------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Overwrites.h"
#include "Loops.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

class Overwrite {
public:
  Overwrite(const Fate &F, const Site &S, const TranslationUnit &Unit)
      : Assignment(F.At), Handle(F.Where), At(S), Code(Unit.code()),
        Places(Unit.handles()) {}

  bool happens() const {
    if (!isTheVariableItself(targetOf(Assignment)))
      return false;
    const Stmt *Loop = loopAround();
    return Loop && !isMentioned(Loop) && !isWatchedElsewhere();
  }

private:
  /// What \p S assigns to; null when it is no assignment.
  static const Expr *targetOf(const Stmt *S) {
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S))
      return Binary->getOpcode() == BO_Assign ? stripped(Binary->getLHS())
                                              : nullptr;
    const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(S);
    return Call && Call->getOperator() == OO_Equal ? stripped(Call->getArg(0))
                                                   : nullptr;
  }

  /// Not an element of a container, nor a field of an object that the next turn
  /// may exchange for another.
  bool isTheVariableItself(const Expr *Target) const {
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Target))
      return Ref->getDecl()->getCanonicalDecl() == Handle;
    const auto *Member = llvm::dyn_cast<MemberExpr>(Target);
    return Member && llvm::isa<CXXThisExpr>(stripped(Member->getBase()));
  }

  /// The innermost loop around the assignment, when its next turn assigns
  /// again, to the same variable, in the same function.
  const Stmt *loopAround() const {
    const Stmt *Child = Assignment;
    for (const Stmt *P = Code.parent(Child, At.Root); P;
         Child = P, P = Code.parent(P, At.Root)) {
      if (llvm::isa<LambdaExpr>(P) || declaresHandle(P) ||
          leavesAfter(P, Child) || holdsOnce(P, Child))
        return nullptr;
      const auto *For = llvm::dyn_cast<ForStmt>(P);
      bool Repeats = bodyOf(P) == Child || (For && For->getInc() == Child);
      if (Repeats && !turnsOnce(P))
        return P;
    }
    return nullptr;
  }

  bool declaresHandle(const Stmt *Block) const {
    return llvm::any_of(Block->children(), [&](const Stmt *Child) {
      const auto *Declaration = llvm::dyn_cast_or_null<DeclStmt>(Child);
      return Declaration && llvm::is_contained(Declaration->decls(), Handle);
    });
  }

  /// do { ... } while (false)
  bool turnsOnce(const Stmt *Loop) const {
    const Expr *Condition = conditionOf(Loop);
    bool Value = true;
    return Condition && !Condition->isValueDependent() &&
           Condition->EvaluateAsBooleanCondition(Value, Code.context()) &&
           !Value;
  }

  /// Whether a statement after \p Child in the block leaves in any case.
  bool leavesAfter(const Stmt *Block, const Stmt *Child) const {
    if (!llvm::isa<CompoundStmt>(Block))
      return false;
    bool After = false;
    for (const Stmt *S : Block->children()) {
      if (After && alwaysLeaves(S, Code.api()))
        return true;
      After |= S == Child;
    }
    return false;
  }

  /// Whether \p Branch runs \p Child under a condition that looks made to hold
  /// for one turn only: an equality, or something that the branch changes.
  static bool holdsOnce(const Stmt *Branch, const Stmt *Child) {
    if (llvm::isa<SwitchStmt>(Branch))
      return true;
    const auto *If = llvm::dyn_cast<IfStmt>(Branch);
    if (!If || If->getCond() == Child)
      return false;
    return anyStmt(If->getCond(), [&](const Stmt *S) {
      if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S))
        return Binary->getOpcode() == BO_EQ;
      if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(S))
        return Call->getOperator() == OO_EqualEqual;
      const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
      const auto *Member = llvm::dyn_cast<MemberExpr>(S);
      const ValueDecl *D = Ref      ? Ref->getDecl()
                           : Member ? Member->getMemberDecl()
                                    : nullptr;
      return D && isWritten(D, Child);
    });
  }

  static bool isWritten(const ValueDecl *D, const Stmt *Within) {
    auto Is = [&](const Expr *E) {
      E = stripped(E);
      if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
        return Ref->getDecl() == D;
      const auto *Member = llvm::dyn_cast<MemberExpr>(E);
      return Member && Member->getMemberDecl() == D;
    };
    return anyStmt(Within, [&](const Stmt *S) {
      if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S))
        return Binary->isAssignmentOp() && Is(Binary->getLHS());
      if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(S))
        return Unary->isIncrementDecrementOp() && Is(Unary->getSubExpr());
      const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(S);
      return Call && Call->isAssignmentOp() && Is(Call->getArg(0));
    });
  }

  /// Whether anything in the loop but assignments speaks of the handle, or may
  /// do so out of sight.
  bool isMentioned(const Stmt *Loop) const {
    llvm::DenseSet<const Expr *> Targets;
    return anyStmt(Loop, [&](const Stmt *S) {
      if (const Expr *Target = targetOf(S))
        Targets.insert(Target);
      const auto *E = llvm::dyn_cast<Expr>(S);
      if (!E || Targets.contains(E))
        return false;
      if (llvm::isa<DeclRefExpr, MemberExpr>(E) && Places.placeOf(E) == Handle)
        return true;
      return mayLookOutOfSight(E);
    });
  }

  bool mayLookOutOfSight(const Expr *E) const {
    const auto *Call = llvm::dyn_cast<CallExpr>(E);
    if (!Call || Call == At.E || Call == Assignment)
      return false;
    if (llvm::isa<FieldDecl>(Handle))
      return reachesThis(Call);
    const auto *Variable = llvm::dyn_cast<VarDecl>(Handle);
    if (!Variable || Variable->hasLocalStorage() || Variable->isStaticLocal())
      return false;
    const Decl *Callee = Call->getCalleeDecl();
    return !Callee || !Code.isForeign(Callee->getLocation());
  }

  /// Whether the call gets `this`, openly or in what it calls.
  static bool reachesThis(const CallExpr *Call) {
    auto IsThis = [](const Expr *Part) {
      const Expr *E = Part ? stripped(Part) : nullptr;
      if (const auto *Unary = llvm::dyn_cast_or_null<UnaryOperator>(E))
        E = stripped(Unary->getSubExpr());
      return E && llvm::isa<CXXThisExpr>(E);
    };
    const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call);
    if (Operator && Operator->getOperator() == OO_Call)
      return true;
    return IsThis(receiverOf(Call)) || llvm::any_of(argumentsOf(Call), IsThis);
  }

  /// Whether the handle is reached by another name somewhere: its address or a
  /// reference to it is taken, or a lambda captures it.
  bool isWatchedElsewhere() const {
    const auto *Function = llvm::dyn_cast<FunctionDecl>(At.Root);
    if (!Function || !llvm::isa<VarDecl>(Handle))
      return false;
    return anyStmt(Function->getBody(), [&](const Stmt *S) {
      if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(S))
        return Unary->getOpcode() == UO_AddrOf &&
               Places.placeOf(Unary) == Handle;
      if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(S))
        return llvm::any_of(Lambda->captures(), [&](const LambdaCapture &C) {
          return C.capturesVariable() && C.getCapturedVar() == Handle;
        });
      const auto *Declaration = llvm::dyn_cast<DeclStmt>(S);
      return Declaration &&
             llvm::any_of(Declaration->decls(), [&](const Decl *D) {
               const auto *Variable = llvm::dyn_cast<VarDecl>(D);
               return Variable && Variable->getInit() &&
                      Variable->getType()->isReferenceType() &&
                      Places.placeOf(Variable->getInit()) == Handle;
             });
    });
  }

  const Stmt *Assignment;
  Place Handle;
  const Site &At;
  const UserCode &Code;
  const Handles &Places;
};

} // namespace

bool isOverwrittenByNextTurn(const Fate &F, const Site &S,
                             const TranslationUnit &Unit) {
  return Overwrite(F, S, Unit).happens();
}

} // namespace leash
