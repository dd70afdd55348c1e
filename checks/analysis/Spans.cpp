//===--- Spans.cpp - does this thread outlive the turn? -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Spans.h"
#include "Endings.h"
#include "Owners.h"

using namespace clang;

namespace leash {

namespace {

class SpanReader {
public:
  SpanReader(const Spawn &S, const Stmt *Block, const TranslationUnit &Unit,
             const Stmt *Until)
      : S(S), Block(Block), Unit(Unit), Api(Unit.api()), Until(Until) {}

  Span read() const {
    if (S.Fact->Handle.Kind != Operand::Result)
      return ofOutArgument();
    switch (S.HandleFate.Kind) {
    case Fate::Discarded:
      return ofDiscarded();
    case Fate::Received:
      return ofCall(llvm::cast<Expr>(S.HandleFate.At));
    case Fate::Passed: {
      // g_thread_unref(g_thread_new(...))
      Span Known = ofCall(llvm::cast<Expr>(S.HandleFate.At));
      return Known == Span::Unknown ? ofKeeper() : Known;
    }
    case Fate::Variable:
    case Fate::Assigned:
      return ofKeeper();
    default:
      return Span::Unknown;
    }
  }

private:
  bool isFuture() const { return S.Fact->Dropped.has_value(); }

  Span ofDiscarded() const {
    if (isFuture())
      return S.Fact->Dropped == DropEffect::RunsOn ? Span::Outlives
                                                   : Span::Ends;
    if (S.HandleFate.ByNew)
      return Span::Outlives;
    return ofEnding(S.At->E->getType());
  }

  /// What becomes of a task whose handle of type \p Type dies.
  Span ofEnding(QualType Type) const {
    std::optional<Ending> Effect = endingOf(Type, Api);
    if (!Effect)
      return Span::Unknown;
    switch (*Effect) {
    case Ending::Joins:
      return Span::Ends;
    case Ending::Detaches:
    case Ending::Leaks:
      return Span::Outlives;
    case Ending::Terminates:
      return Span::Unknown;
    }
    llvm_unreachable("all endings are listed");
  }

  /// A call that is made on the handle.
  Span ofCall(const Expr *Call) const {
    CallRows Rows = Api.rows(Call);
    if (Rows.get(&CallRow::Detach))
      return Span::Outlives;
    if (Rows.get(&CallRow::Joins) ||
        (Rows.get(&CallRow::Waits) && !Rows.is(&CallRow::Timed)))
      return Span::Ends;
    return Span::Unknown;
  }

  /// pthread_create(&t, ...)
  Span ofOutArgument() const {
    const Expr *Out = operandOf(S.At->E, S.Fact->Handle);
    if (!Out)
      return Span::Unknown;
    if (!S.Keeper)
      return isNullPointer(Out, Unit.context()) ? Span::Outlives
                                                : Span::Unknown;
    // &connection->thread: as many as there are connections.
    if (llvm::isa<FieldDecl>(S.Keeper))
      return isInside(ownerOf(Out), Block, Unit.code()) ||
                     isInKeptObject(S, Block, Unit)
                 ? ofField()
                 : Span::Unknown;
    const auto *Variable = llvm::dyn_cast<VarDecl>(S.Keeper);
    if (!Variable)
      return Span::Unknown;
    if (isInside(Variable, Block, Unit.code()))
      return ofMentions(Variable);
    // threads[i++], and one variable for all.
    Span Found = ofMentions(Variable);
    return Found == Span::Ends ? Found : Span::Outlives;
  }

  /// The object of which \p Out names a field.
  Place ownerOf(const Expr *Out) const {
    const Expr *E = stripped(Out);
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
      E = stripped(Unary->getSubExpr());
    const auto *Member = llvm::dyn_cast<MemberExpr>(E);
    return Member ? Unit.handles().placeOf(Member->getBase()) : nullptr;
  }

  /// A field of an object of this turn. Who joins it in this turn names it.
  Span ofField() const {
    bool IsJoined = anyOwnStmt(Block, [&](const Stmt *Part) {
      const auto *Call = llvm::dyn_cast<CallExpr>(Part);
      if (!Call)
        return false;
      const Operand *Joined = Api.rows(Call).get(&CallRow::Joins);
      const Expr *Handle = Joined ? operandOf(Call, *Joined) : nullptr;
      return Handle && Unit.handles().placeOf(Handle) == S.Keeper;
    });
    return IsJoined ? Span::Ends : Span::Outlives;
  }

  Span ofKeeper() const {
    const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(S.Keeper);
    if (Variable && isInside(Variable, Block, Unit.code()))
      return ofMentions(Variable);
    // A container that is there longer than the turn.
    if (S.Keeper && isMany(S.Keeper))
      return Span::Outlives;
    // The next turn waits before it puts its future over this one.
    if (Variable && isFuture())
      return Span::Ends;
    if (isLetGo())
      return Span::Outlives;
    return isInKeptObject(S, Block, Unit) ? ofField() : Span::Unknown;
  }

  /// t = std::thread(f); t.detach(); where t is there longer than the turn.
  bool isLetGo() const {
    return S.Keeper && anyOwnStmt(Block, [&](const Stmt *Part) {
             const auto *Call = llvm::dyn_cast<CallExpr>(Part);
             const DetachFact *Detach = Call ? detachAt(Call) : nullptr;
             const Expr *Handle =
                 Detach ? operandOf(Call, Detach->Handle) : nullptr;
             return Handle && !Detach->OnlyFresh &&
                    Unit.handles().placeOf(Handle) == S.Keeper;
           });
  }

  bool isMany(Place Keeper) const { return isContainer(Keeper->getType()); }

  /// What is done with \p Variable, which holds the handle, in the block.
  Span ofMentions(const VarDecl *Variable) const {
    bool IsEnded = false, IsLetGo = false, IsGivenUp = false, IsLost = false;
    anyStmt(Block, [&](const Stmt *Part) {
      const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Part);
      if (!Ref || Ref->getDecl() != Variable || isTooLate(Ref))
        return false;
      Use Done = Unit.uses().useOf(Ref, S.At->Root);
      switch (Done.Kind) {
      case Use::Closes:
        if (const DetachFact *Detach = detachAt(Done.At))
          (Detach->OnlyFresh ? IsGivenUp : IsLetGo) = true;
        else
          IsEnded = true;
        break;
      case Use::Moves:
      case Use::Leaves:
      case Use::Swaps: {
        Place To = Done.To ? Done.To : movedTo();
        if (To && isMany(To) && !isInside(To, Block, Unit.code()))
          IsLetGo = true;
        else
          IsLost = true;
        break;
      }
      case Use::Escapes:
        // The spawn itself is given its address.
        IsLost |= !contains(S.At->E, Ref);
        break;
      default:
        break;
      }
      return false;
    });
    IsEnded = IsEnded || isWaitedFor(Variable);
    // Joined in some turns, and let go in others.
    if (IsLetGo)
      return Span::Outlives;
    if (IsEnded)
      return Span::Ends;
    // A handle that is closed, and nobody has waited for its thread.
    if (IsGivenUp)
      return Span::Outlives;
    if (IsLost)
      return Span::Unknown;
    if (Until)
      return Span::Outlives;
    return ofEnding(Variable->getType());
  }

  Place movedTo() const {
    return S.MovedTo.empty() ? nullptr : S.MovedTo.front();
  }

  const DetachFact *detachAt(const Stmt *At) const {
    const auto *E = llvm::dyn_cast_or_null<Expr>(At);
    return E ? Api.rows(E).get(&CallRow::Detach) : nullptr;
  }

  /// f.get(), and for (auto &t : threads) t.join().
  bool isWaitedFor(const VarDecl *Keeper) const {
    return anyStmt(Block, [&](const Stmt *Part) {
      const auto *Call = llvm::dyn_cast<CallExpr>(Part);
      if (!Call || isTooLate(Call) || ofCall(Call) != Span::Ends)
        return false;
      CallRows Rows = Api.rows(Call);
      const Operand *Waited = Rows.get(&CallRow::Joins);
      if (!Waited)
        Waited = Rows.get(&CallRow::Waits);
      const Expr *Handle = operandOf(Call, *Waited);
      return Handle && Unit.handles().placeOf(Handle) == Keeper;
    });
  }

  bool isTooLate(const Stmt *Part) const {
    return Until && Unit.code().isBefore(Until, Part);
  }

  const Spawn &S;
  const Stmt *Block;
  const TranslationUnit &Unit;
  const ApiIndex &Api;
  const Stmt *Until;
};

} // namespace

Span spanOf(const Spawn &S, const Stmt *Block, const TranslationUnit &Unit,
            const Stmt *Until) {
  return SpanReader(S, Block, Unit, Until).read();
}

} // namespace leash
