//===--- UnwokenLoops.cpp - which loops never come to look? ---------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnwokenLoops.h"
#include "FlagChanges.h"
#include "Loops.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// Whether \p S executes \p Wait in any case, or a loop that does nothing else.
bool alwaysWaits(const Stmt *S, const BlockingWait &Wait) {
  if (const auto *Block = llvm::dyn_cast<CompoundStmt>(S))
    return llvm::any_of(Block->body(), [&](const Stmt *Part) {
      return alwaysWaits(Part, Wait);
    });
  if (const auto *While = llvm::dyn_cast<WhileStmt>(S))
    return alwaysWaits(While->getBody(), Wait);
  const auto *E = llvm::dyn_cast<Expr>(S);
  return E && stripped(E) == Wait.At;
}

class Finder {
public:
  Finder(const Spawn &S, const TaskCode &Task, WakeSites &Sites,
         const TranslationUnit &Unit)
      : S(S), Task(Task), Sites(Sites), Unit(Unit) {}

  std::vector<VainWait> run() {
    auto Waits = blockingWaitsOf(Task, Unit.code(), Unit.handles());
    std::vector<VainWait> Result;
    for (const BlockingWait &Wait : Waits)
      if (canBeJudged(Wait) && isInVain(Wait, Waits))
        Result.push_back({Wait, outlives(Wait.On) && staysFalse(Wait)
                                    ? loopOf(Wait)
                                    : nullptr});
    return Result;
  }

private:
  bool canBeJudged(const BlockingWait &Wait) const {
    if (!Wait.On || Wait.Kind != BlockingWait::Signal || Wait.ByFuture ||
        Wait.AsksToken)
      return false;
    QualType Type = Wait.On->getType();
    return !Type->isPointerType() && !Type->isReferenceType() &&
           !Type->isDependentType();
  }

  /// A local may die first.
  static bool outlives(Place P) {
    const auto *Variable = llvm::dyn_cast<VarDecl>(P);
    return llvm::isa<FieldDecl>(P) ||
           (Variable && !Variable->hasLocalStorage());
  }

  /// Whether nobody wakes \p Wait.
  bool isInVain(const BlockingWait &Wait,
                llvm::ArrayRef<BlockingWait> All) const {
    WaitingTask W(Task, S.Keeper, Wait, All, Unit.handles());
    return Sites.isAllVisible(W) && !Sites.whoWakes(W, nullptr).Any;
  }

  /// Whether nothing makes the condition of \p Wait true.
  bool staysFalse(const BlockingWait &Wait) const {
    return llvm::all_of(Wait.Condition, [&](Place P) {
      if (!canBeFlag(P->getType(), Unit.api()) || mayChangeElsewhere(P, Unit))
        return false;
      FlagChanges Changes = changesOf(P, Unit);
      return !Changes.ToAnything && Changes.Values.empty() &&
             Changes.Initial == 0;
    });
  }

  /// The loop that comes to \p Wait in every turn; null when it is not clear.
  const Stmt *loopOf(const BlockingWait &Wait) const {
    const Stmt *Found = nullptr;
    if (!Wait.Repeated || !Wait.CanLeave)
      return nullptr;
    for (const FunctionDecl *Function : Task.functions())
      anyOwnStmt(Function->getBody(), [&](const Stmt *Part) {
        bool Turns = bodyOf(Part) && !llvm::isa<CXXForRangeStmt>(Part) &&
                     alwaysWaits(bodyOf(Part), Wait);
        // The outermost: while (!Ready) Wake.wait(Lock); is but a wait.
        if (Turns)
          Found = Part;
        return Found != nullptr;
      });
    return Found;
  }

  const Spawn &S;
  const TaskCode &Task;
  WakeSites &Sites;
  const TranslationUnit &Unit;
};

} // namespace

std::vector<VainWait> vainWaitsOf(const Spawn &S, const TaskCode &Task,
                                  WakeSites &Sites,
                                  const TranslationUnit &Unit) {
  return Finder(S, Task, Sites, Unit).run();
}

} // namespace leash
