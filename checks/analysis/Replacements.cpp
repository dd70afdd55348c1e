//===--- Replacements.cpp - which pools are put over others? --------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Replacements.h"
#include "Loops.h"

using namespace clang;

namespace leash {

namespace {

class Finder {
public:
  explicit Finder(const TranslationUnit &Unit)
      : Unit(Unit), UseOf(Unit.pools().uses()) {}

  std::vector<Replacement> run() {
    std::vector<Replacement> Result;
    for (const FieldLife &Life : Unit.pools().lives().all()) {
      if (Life.Closings.empty() || !isLostWhenReplaced(Life))
        continue; // Never closed at all: reported by itself.
      for (const Opening *O : Life.Opened)
        if (auto R = replacementBy(*O, Life))
          Result.push_back(*R);
    }
    return Result;
  }

private:
  bool isLostWhenReplaced(const FieldLife &Life) const {
    QualType Type = Life.Field->getType();
    std::optional<Ending> Effect = Unit.pools().ending(Type);
    return Effect && *Effect != Ending::Joins && !isContainer(Type);
  }

  std::optional<Replacement> replacementBy(const Opening &O,
                                           const FieldLife &Life) const {
    const auto *Function = llvm::dyn_cast_or_null<FunctionDecl>(O.Root);
    bool Assigns = O.HandleFate.Kind == Fate::Assigned ||
                   O.HandleFate.Kind == Fate::Passed;
    if (!Function || !Assigns || llvm::isa<CXXConstructorDecl>(Function) ||
        tidiesUp(Function, O, Life))
      return std::nullopt;
    if (const Opening *First = madeByConstructor(Life))
      return Replacement{&O, First};
    if (isInLoop(O.E, O.Root, Unit.code()) || isPerCall(Function, O, Life))
      return Replacement{&O, nullptr};
    return std::nullopt;
  }

  /// Whether \p Function looks after the old pool before \p O.
  bool tidiesUp(const FunctionDecl *Function, const Opening &O,
                const FieldLife &Life) const {
    bool IsBefore = true;
    return anyStmt(Function->getBody(), [&](const Stmt *S) {
      IsBefore &= S != O.E;
      const auto *Member = llvm::dyn_cast<MemberExpr>(S);
      if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
        return IsBefore && leadsToClosing(Call->getDirectCallee(), Life);
      const auto *Field =
          Member ? llvm::dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
      if (!Field || patternOf(Field) != Life.Field)
        return false;
      Use U = UseOf.useOf(Member, Function);
      // The statement that holds both comes before its parts.
      bool Replaces = U.Kind == Use::Replaces ||
                      (U.Kind == Use::Destroys && U.At == O.HandleFate.At);
      bool OnlyLooks = U.Kind == Use::Looks && !isInCondition(Member, Function);
      return IsBefore && !Replaces && !OnlyLooks;
    });
  }

  /// if (pool_->size() < n) ... asks, too.
  bool isInCondition(const Expr *E, const FunctionDecl *Function) const {
    const Stmt *Child = E;
    for (const Stmt *P = Unit.code().parent(Child, Function); P;
         Child = P, P = Unit.code().parent(P, Function))
      if (!llvm::isa<Expr>(P))
        return llvm::isa<IfStmt>(P);
    return false;
  }

  bool leadsToClosing(const FunctionDecl *Callee, const FieldLife &Life) const {
    if (!Callee || Unit.code().isForeign(Callee->getLocation()))
      return false;
    FunctionSet Runs = reachableFrom(Callee, Unit.code());
    return llvm::any_of(Life.Closings, [&](const FieldLife::Closing &C) {
      return C.In && Runs.contains(C.In->getCanonicalDecl());
    });
  }

  /// The pool that is there before any other method is called.
  static const Opening *madeByConstructor(const FieldLife &Life) {
    for (const Opening *O : Life.Opened)
      if (llvm::isa<CXXConstructorDecl, FieldDecl>(O->Root))
        return O;
    return nullptr;
  }

  bool isField(const Expr *E, const FieldLife &Life) const {
    const auto *Field =
        llvm::dyn_cast_or_null<FieldDecl>(Unit.handles().placeOf(E));
    return Field && patternOf(Field) == Life.Field;
  }

  bool isPerCall(const FunctionDecl *Function, const Opening &O,
                 const FieldLife &Life) const {
    if (Function->getNumParams() == 0 || Unit.api().soundsLikeStart(Function))
      return false;
    bool IsAfter = false;
    return anyStmt(Function->getBody(), [&](const Stmt *S) {
      IsAfter |= S == O.E;
      const auto *Call = llvm::dyn_cast<CallExpr>(S);
      if (!Call || !IsAfter || llvm::isa<CXXOperatorCallExpr>(Call))
        return false;
      auto Arguments = argumentsOf(Call);
      const Expr *Object = receiverOf(Call);
      if (Arguments.empty())
        return false;
      if (Object)
        return isField(Object, Life);
      return Arguments.size() > 1 &&
             llvm::any_of(Arguments, [&](const Expr *Argument) {
               return isField(Argument, Life);
             });
    });
  }

  const TranslationUnit &Unit;
  const Uses &UseOf;
};

} // namespace

std::vector<Replacement> findReplacements(const TranslationUnit &Unit) {
  return Finder(Unit).run();
}

} // namespace leash
