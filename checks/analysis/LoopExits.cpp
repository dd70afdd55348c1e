//===--- LoopExits.cpp - what leaves this loop? ---------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopExits.h"
#include "Declared.h"
#include "Flags.h"
#include "HiddenFields.h"
#include "Loops.h"
#include "Throws.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace leash {

namespace {

/// More calls than this, and the loop may be left.
constexpr unsigned MaxFollowed = 3000;

/// What is not evaluated, or is evaluated elsewhere.
bool isUnevaluated(const Stmt *S) {
  return llvm::isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr>(S);
}

} // namespace

bool isUnconditional(const Stmt *Loop, const ASTContext &Context) {
  if (!bodyOf(Loop) || llvm::isa<CXXForRangeStmt>(Loop))
    return false;
  const Expr *Condition = conditionOf(Loop);
  bool Value = false;
  return !Condition ||
         (!Condition->isValueDependent() && !Condition->containsErrors() &&
          Condition->EvaluateAsBooleanCondition(Value, Context) && Value);
}

void LoopExits::Ways::add(const Ways &Other) {
  Leaves |= Other.Leaves;
  MayThrow |= Other.MayThrow;
  for (QualType Type : Other.Thrown)
    if (!llvm::is_contained(Thrown, Type))
      Thrown.push_back(Type);
}

bool LoopExits::isLeft(const Stmt *Loop) { return waysOf(Loop).any(); }

bool LoopExits::mayThrowOut(const Stmt *Loop) { return waysOf(Loop).MayThrow; }

const LoopExits::Ways &LoopExits::waysOf(const Stmt *Loop) {
  auto Found = Loops.find(Loop);
  if (Found != Loops.end())
    return Found->second;
  Ways Result;
  Followed = 0;
  walkChildren(Loop, {Loop, /*BreakCounts=*/true}, Result);
  return Loops[Loop] = std::move(Result);
}

void LoopExits::walkChildren(const Stmt *S, Where At, Ways &Result) {
  for (const Stmt *Child : S->children())
    walk(Child, At, Result);
}

void LoopExits::walk(const Stmt *S, Where At, Ways &Result) {
  // Where a forked child goes, its parent goes on.
  if (!S || Result.Leaves || isUnevaluated(S) || Forked.isOfChild(S))
    return;
  if (leavesByItself(S, At)) {
    Result.Leaves = true;
    return;
  }
  if (const auto *Throw = llvm::dyn_cast<CXXThrowExpr>(S)) {
    const Expr *Thrown = Throw->getSubExpr();
    Result.Thrown.push_back(Thrown ? Thrown->getType() : QualType());
    return walkChildren(S, At, Result);
  }
  if (const auto *Try = llvm::dyn_cast<CXXTryStmt>(S))
    return walkTry(Try, At, Result);
  if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(S))
    // Somebody may call it.
    return addFunction(Lambda->getCallOperator(), Result);
  if (bodyOf(S))
    return walkLoop(S, At, Result);
  if (llvm::isa<SwitchStmt>(S))
    At.BreakCounts = false;
  if (const auto *E = llvm::dyn_cast<Expr>(S)) {
    // What another task does leaves its own loops.
    if (Unit.spawns().at(E))
      return;
    walkCall(E, Result);
    addNamed(E, Result);
  }
  walkChildren(S, At, Result);
}

/// A loop that never ends does not let the loop around it turn: that one is not
/// what is to be mended.
void LoopExits::walkLoop(const Stmt *S, Where At, Ways &Result) {
  At.BreakCounts = false;
  Ways Inner;
  walkChildren(S, At, Inner);
  bool IsTrap = isUnconditional(S, Code.context()) && !Inner.any() &&
                !leaves(bodyOf(S), Api);
  Result.add(Inner);
  Result.Leaves |= IsTrap;
}

void LoopExits::walkTry(const CXXTryStmt *Try, Where At, Ways &Result) {
  Ways Inside;
  walk(Try->getTryBlock(), At, Inside);
  Result.Leaves |= Inside.Leaves;
  for (QualType Thrown : Inside.Thrown)
    if (!isCaught(Thrown, Try))
      Result.Thrown.push_back(Thrown);
  Result.MayThrow |= Inside.MayThrow && !isCaught(QualType(), Try);
  for (unsigned I = 0; I < Try->getNumHandlers(); ++I)
    walk(Try->getHandler(I)->getHandlerBlock(), At, Result);
}

/// \p Thrown is null for an exception of an unknown type.
bool LoopExits::isCaught(QualType Thrown, const CXXTryStmt *Try) const {
  for (unsigned I = 0; I < Try->getNumHandlers(); ++I) {
    QualType Caught = Try->getHandler(I)->getCaughtType();
    if (Caught.isNull())
      return true;
    if (Thrown.isNull() || Thrown->isDependentType() ||
        Caught->isDependentType())
      continue;
    Caught = Caught.getNonReferenceType();
    if (Code.context().hasSameUnqualifiedType(Caught, Thrown))
      return true;
    const CXXRecordDecl *Base = Caught->getAsCXXRecordDecl();
    const CXXRecordDecl *Class = Thrown->getAsCXXRecordDecl();
    if (Base && Class && Class->hasDefinition() && Class->isDerivedFrom(Base))
      return true;
  }
  return false;
}

/// Whether \p S leaves the loop whatever is around it.
bool LoopExits::leavesByItself(const Stmt *S, Where At) const {
  if (llvm::isa<CoawaitExpr, CoyieldExpr, DependentCoawaitExpr>(S))
    return true;
  if (const auto *E = llvm::dyn_cast<Expr>(S))
    if (E->containsErrors())
      return true;
  if (!At.Loop)
    return false;
  if (llvm::isa<ReturnStmt, CoreturnStmt, IndirectGotoStmt>(S))
    return true;
  if (llvm::isa<BreakStmt>(S))
    return At.BreakCounts;
  if (const auto *Asm = llvm::dyn_cast<GCCAsmStmt>(S))
    return Asm->isAsmGoto();
  const auto *Goto = llvm::dyn_cast<GotoStmt>(S);
  return Goto && !anyOwnStmt(At.Loop, [&](const Stmt *Part) {
           return Part == Goto->getLabel()->getStmt();
         });
}

void LoopExits::walkCall(const Expr *E, Ways &Result) {
  if (const auto *Bound = llvm::dyn_cast<CXXBindTemporaryExpr>(E)) {
    // LOG(FATAL) << "...": the destructor ends the process.
    const CXXDestructorDecl *Destructor =
        Bound->getTemporary()->getDestructor();
    Result.Leaves |= Destructor && Destructor->isNoReturn();
  }
  if (!llvm::isa<CallExpr, CXXConstructExpr>(E))
    return;
  Result.Leaves |= neverReturns(E) || isStopped(E);
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    return addFunction(Construct->getConstructor(), Result);
  const auto *Call = llvm::cast<CallExpr>(E);
  Result.MayThrow |= mayThrowUnseen(Call);
}

bool LoopExits::neverReturns(const Expr *E) const {
  const auto *Call = llvm::dyn_cast<CallExpr>(E);
  if (!Call)
    return false;
  // assert() checks what cannot be, and is not there at all with NDEBUG.
  const SourceManager &Sources = Code.context().getSourceManager();
  SourceLocation Location = Call->getExprLoc();
  if (Sources.isMacroBodyExpansion(Location) &&
      Sources.isInSystemHeader(Sources.getSpellingLoc(Location)))
    return false;
  CallRows Rows = Api.rows(Call);
  const FunctionDecl *Callee = Call->getDirectCallee();
  return (Callee && Callee->isNoReturn()) || Rows.is(&CallRow::NoReturn) ||
         Rows.is(&CallRow::EndsThread);
}

/// Whether the thread may be stopped in \p E, or asks there whether it is to
/// stop, or serves the process there; also in a function that is given a token
/// and is not visible.
bool LoopExits::isStopped(const Expr *E) const {
  CallRows Rows = Api.rows(E);
  if (Rows.is(&CallRow::StopPoint) || Rows.get(&CallRow::Consults) ||
      Rows.is(&CallRow::ProcessLifetime) || mayBeShut(E, Rows))
    return true;
  if (Rows.get(&CallRow::Passes))
    return false;
  const FunctionDecl *Callee = nullptr;
  if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
    Callee = Call->getDirectCallee();
  else if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    Callee = Construct->getConstructor();
  const auto *Constructor = llvm::dyn_cast_or_null<CXXConstructorDecl>(Callee);
  if (Constructor && Constructor->isCopyOrMoveConstructor())
    return false;
  if (Callee && isVisible(Callee) && !Code.isForeign(Callee->getLocation()))
    return false;
  return llvm::any_of(argumentsOf(E), [&](const Expr *Argument) {
    return isStopToken(Argument->getType(), Api);
  });
}

/// Whether \p E, whose rows are \p Rows, uses a queue that somebody closes, or
/// may close out of sight: it then fails with an exception.
bool LoopExits::mayBeShut(const Expr *E, const CallRows &Rows) const {
  const Operand *Party = Rows.get(&CallRow::Takes);
  if (!Party)
    Party = Rows.get(&CallRow::Puts);
  const Expr *Queue = Party ? operandOf(E, *Party) : nullptr;
  if (!Queue)
    return false;
  Place P = Unit.handles().placeOf(Queue);
  bool IsUnknown = !P || llvm::isa<ParmVarDecl>(P) || isHidden(P, Unit);
  for (const Site &S : Code.sites())
    if (const Operand *Shut = S.Rows.get(&CallRow::Shuts)) {
      const Expr *Other = operandOf(S.E, *Shut);
      Place Closed = Other ? Unit.handles().placeOf(Other) : nullptr;
      if (!Closed || Closed == P || llvm::isa<ParmVarDecl>(Closed))
        return true;
    }
  const CXXRecordDecl *Class = recordBehind(Queue->getType());
  return IsUnknown && Class && Class->hasDefinition() &&
         llvm::any_of(Class->getDefinition()->methods(),
                      [&](const CXXMethodDecl *Method) {
                        return Api.rows(Method, Class).get(&CallRow::Shuts);
                      });
}

bool LoopExits::mayThrowUnseen(const CallExpr *Call) const {
  if (!Code.context().getLangOpts().CPlusPlus)
    return false;
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee)
    return true;
  // A std::function may throw whatever it likes.
  const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call);
  bool IsCallable = Operator && Operator->getOperator() == OO_Call;
  if (isInStd(Callee) && !IsCallable)
    return false;
  bool IsUsers = isVisible(Callee) && !Code.isForeign(Callee->getLocation());
  return !IsUsers && mayThrow(Call, Code);
}

/// What \p E names it may call: a function, a lambda, one of several overloads
/// in a template.
void LoopExits::addNamed(const Expr *E, Ways &Result) {
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Function = llvm::dyn_cast<FunctionDecl>(Ref->getDecl()))
      return addFunction(Function, Result);
    const CXXRecordDecl *Class = Ref->getType()->getAsCXXRecordDecl();
    if (Class && Class->isLambda())
      addFunction(Class->getLambdaCallOperator(), Result);
    return;
  }
  if (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
    return addFunction(llvm::dyn_cast<FunctionDecl>(Member->getMemberDecl()),
                       Result);
  if (const auto *Overloads = llvm::dyn_cast<OverloadExpr>(E))
    for (const NamedDecl *D : Overloads->decls())
      addFunction(D->getUnderlyingDecl()->getAsFunction(), Result);
}

void LoopExits::addFunction(const FunctionDecl *Function, Ways &Result) {
  const FunctionDecl *Definition = definitionOf(Function);
  if (!Definition || Code.isForeign(Definition->getLocation()))
    return;
  auto Found = Known.find(Definition);
  if (Found != Known.end())
    return Result.add(Found->second);
  if (llvm::is_contained(Open, Definition)) {
    MetCycle = true;
    return;
  }
  if (++Followed > MaxFollowed) {
    Result.Leaves = true;
    return;
  }
  Open.push_back(Definition);
  Ways Inside;
  for (const Stmt *Part : partsOf(Definition))
    walk(Part, Where(), Inside);
  Open.pop_back();
  // An exception that meets noexcept ends the process.
  if (!Inside.Thrown.empty() && isNoexcept(Definition)) {
    Inside.Leaves = true;
    Inside.Thrown.clear();
  }
  Inside.MayThrow &= !isNoexcept(Definition);
  Result.add(Inside);
  // In a cycle only the first one has seen all.
  if (!MetCycle || Open.empty())
    Known[Definition] = std::move(Inside);
  MetCycle &= !Open.empty();
}

} // namespace leash
