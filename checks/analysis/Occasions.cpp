//===--- Occasions.cpp - is this started in each turn? --------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Occasions.h"
#include "Anew.h"
#include "Endings.h"
#include "Loops.h"
#include "Owners.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// The branch of \p If that is taken when \p At, in its condition, has started
/// something, which it says by \p Success; null when that is not known.
const Stmt *successOf(const IfStmt *If, const Expr *At,
                      std::optional<unsigned> Success) {
  if (!Success)
    return nullptr;
  const Expr *Condition = stripped(If->getCond());
  if (Condition == At)
    return *Success == 0 ? If->getElse() : If->getThen();
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(Condition))
    if (Unary->getOpcode() == UO_LNot && stripped(Unary->getSubExpr()) == At)
      return *Success == 0 ? If->getThen() : If->getElse();
  const auto *Binary = llvm::dyn_cast<BinaryOperator>(Condition);
  if (!Binary || !Binary->isEqualityOp())
    return nullptr;
  return Binary->getOpcode() == BO_EQ ? If->getThen() : If->getElse();
}

/// Whether \p S calls a visible function that turns in a loop for ever.
bool staysInCall(const Stmt *S, const UserCode &Code) {
  const auto *E = llvm::dyn_cast<Expr>(S);
  const auto *Call = E ? llvm::dyn_cast<CallExpr>(stripped(E)) : nullptr;
  return Call &&
         neverComesBack(Call->getDirectCallee(), Code.api(), Code.context());
}

/// As alwaysLeaves, but a break in a switch leaves no more than the switch.
bool leavesLoop(const Stmt *S, bool IsInSwitch, const UserCode &Code) {
  if (llvm::isa<ContinueStmt>(S) || (IsInSwitch && llvm::isa<BreakStmt>(S)))
    return false;
  return alwaysLeaves(S, Code.api()) || staysInCall(S, Code);
}

} // namespace

const Stmt *leavingAfter(const Expr *At, const Stmt *Body, const Decl *Root,
                         std::optional<unsigned> Success,
                         const UserCode &Code) {
  bool IsInSwitch = false;
  const Stmt *Child = At;
  for (const Stmt *P = Code.parent(Child, Root); Child != Body && P;
       Child = P, P = Code.parent(P, Root)) {
    // return std::async(f);
    if (llvm::isa<ReturnStmt>(P))
      return P;
    IsInSwitch |= llvm::isa<SwitchStmt>(P);
    if (const auto *If = llvm::dyn_cast<IfStmt>(P);
        If && Child == If->getCond())
      if (const Stmt *Started = successOf(If, At, Success))
        if (leavesLoop(Started, IsInSwitch, Code))
          return Started;
    const auto *Block = llvm::dyn_cast<CompoundStmt>(P);
    if (!Block)
      continue;
    bool IsAfter = false;
    for (const Stmt *Next : Block->body()) {
      if (IsAfter && llvm::isa<ContinueStmt>(Next))
        return nullptr;
      if (IsAfter && leavesLoop(Next, IsInSwitch, Code))
        return Next;
      IsAfter |= Next == Child;
    }
  }
  return nullptr;
}

namespace {

/// Looks for what a block asks and changes.
class OnceReader {
public:
  OnceReader(const Expr *At, const Spawn &S, const Stmt *Block,
             const TranslationUnit &Unit)
      : At(At), S(S), Block(Block), Unit(Unit) {}

  bool run() const {
    return anyOwnStmt(Block, [&](const Stmt *Part) {
      const auto *If = llvm::dyn_cast<IfStmt>(Part);
      return If && If->getCond() && !contains(If->getCond(), At) &&
             decides(If) && asksForChange(If);
    });
  }

private:
  bool decides(const IfStmt *If) const {
    if (contains(If->getThen(), At) || contains(If->getElse(), At))
      return true;
    // if (known) continue;
    return Unit.code().isBefore(If, At) && anyOwnStmt(If, [](const Stmt *Part) {
             return llvm::isa<ContinueStmt, ReturnStmt>(Part);
           });
  }

  bool asksForChange(const IfStmt *If) const {
    return anyOwnStmt(If->getCond(), [&](const Stmt *Part) {
      const auto *E = llvm::dyn_cast<Expr>(Part);
      if (!E || !llvm::isa<DeclRefExpr, MemberExpr>(E))
        return false;
      Place P = Unit.handles().placeOf(E);
      if (!P || isLocalSince(P, Block, Unit.code()))
        return false;
      return P == S.Keeper || llvm::is_contained(S.MovedTo, P) ||
             (isChanged(P, If) && !isSetAnew(E, If, At, Block, Unit));
    });
  }

  /// Whether the block writes to \p P, or puts something into it, outside of
  /// the condition of \p If.
  bool isChanged(Place P, const IfStmt *If) const {
    return anyOwnStmt(Block, [&](const Stmt *Part) {
      const Expr *Target = targetOf(Part);
      return Target && Unit.handles().placeOf(Target) == P &&
             !contains(If->getCond(), Part);
    });
  }

  const Expr *targetOf(const Stmt *Part) const {
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Part))
      // What a call brings is the event: fd = accept(...)
      return Binary->getOpcode() == BO_Assign &&
                     !llvm::isa_and_nonnull<CallExpr>(
                         withoutCopies(Binary->getRHS()))
                 ? Binary->getLHS()
                 : nullptr;
    if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Part))
      return Operator->getOperator() == OO_Equal ||
                     Operator->getOperator() == OO_Subscript
                 ? Operator->getArg(0)
                 : nullptr;
    const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(Part);
    if (!Call || !Call->getMethodDecl() || Call->getMethodDecl()->isConst() ||
        Call->getNumArgs() == 0)
      return nullptr;
    // What is asked for and changed at once: inserted.
    return receiverOf(Call);
  }

  const Expr *At;
  const Spawn &S;
  const Stmt *Block;
  const TranslationUnit &Unit;
};

/// The variables that \p Loop has one of for each turn.
const VarDecl *variableOf(const Stmt *Loop) {
  if (const auto *For = llvm::dyn_cast<CXXForRangeStmt>(Loop))
    return For->getLoopVariable();
  const auto *For = llvm::dyn_cast<ForStmt>(Loop);
  const auto *Declared =
      For ? llvm::dyn_cast_or_null<DeclStmt>(For->getInit()) : nullptr;
  return Declared && Declared->isSingleDecl()
             ? llvm::dyn_cast<VarDecl>(Declared->getSingleDecl())
             : nullptr;
}

/// Whether \p Field belongs to the class of threads that are closed.
bool isClosed(const FieldDecl *Field, const TranslationUnit &Unit) {
  for (const FieldLife &Life : Unit.threadLives().all())
    if (Life.Field == Field)
      return !Life.Closings.empty();
  // A container of futures waits by itself.
  return endingOf(Field->getType(), Unit.api()) == Ending::Joins;
}

} // namespace

bool isStartedOnce(const Expr *At, const Spawn &S, const Stmt *Block,
                   const TranslationUnit &Unit) {
  return OnceReader(At, S, Block, Unit).run();
}

bool isOverHandles(const Spawn &S, const Stmt *Loop, const Turns &T,
                   const TranslationUnit &Unit) {
  if (T.Kind != Turns::Elements)
    return false;
  if (T.Data && S.Keeper == T.Data)
    return S.HandleFate.Kind != Fate::Passed;
  const Expr *Target = targetOf(S);
  const VarDecl *Each = variableOf(Loop);
  return Target && anyOwnStmt(Target, [&](const Stmt *Part) {
           const auto *E = llvm::dyn_cast<Expr>(Part);
           if (!E || !llvm::isa<DeclRefExpr, MemberExpr>(E))
             return false;
           const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E);
           bool IsRange = llvm::isa<CXXForRangeStmt>(Loop);
           return (Ref && IsRange && Ref->getDecl() == Each) ||
                  (T.Data && Unit.handles().placeOf(E) == T.Data);
         });
}

bool isOwnConfiguration(const Spawn &S, const Stmt *Loop, const Turns &T,
                        const TranslationUnit &Unit) {
  if (T.Kind != Turns::Elements)
    return false;
  auto KeepsAndCloses = [&](Place P) {
    const auto *Field = llvm::dyn_cast_or_null<FieldDecl>(P);
    return Field && isClosed(Field, Unit);
  };
  if (!KeepsAndCloses(S.Keeper) && llvm::none_of(S.MovedTo, KeepsAndCloses))
    return false;
  // A constructor's arguments are the object's configuration, too.
  if (llvm::isa<CXXConstructorDecl>(S.At->Root))
    return true;
  const auto *For = llvm::dyn_cast<CXXForRangeStmt>(Loop);
  const Stmt *Decides =
      For ? static_cast<const Stmt *>(For->getRangeInit()) : conditionOf(Loop);
  if (!Decides && llvm::isa<CallExpr>(Loop))
    Decides = Loop;
  return Decides && anyOwnStmt(Decides, [](const Stmt *Part) {
           const auto *Member = llvm::dyn_cast<MemberExpr>(Part);
           return Member && llvm::isa<FieldDecl>(Member->getMemberDecl()) &&
                  llvm::isa<CXXThisExpr>(stripped(Member->getBase()));
         });
}

} // namespace leash
