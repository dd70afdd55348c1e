//===--- Holding.cpp - who holds the thread now? --------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Holding.h"
#include "Loops.h"

using namespace clang;

namespace leash {

namespace {

/// Whether \p O is one of the values that an expression at \p Arrival chooses
/// from: parallel ? std::thread(f) : std::thread().
bool isChosen(const Opening &O, const Stmt *Arrival, const UserCode &Code) {
  for (const Stmt *P = O.E; P && P != Arrival; P = Code.parent(P, O.Root))
    if (llvm::isa<AbstractConditionalOperator>(P))
      return true;
  return false;
}

/// The variables that the call \p O is given the address of.
llvm::SmallVector<const VarDecl *, 1> toldBy(const Opening &O,
                                             const Uses &UseOf) {
  llvm::SmallVector<const VarDecl *, 1> Result;
  for (const Expr *Argument : argumentsOf(O.E)) {
    const auto *Address = llvm::dyn_cast<UnaryOperator>(stripped(Argument));
    if (!Address || Address->getOpcode() != UO_AddrOf)
      continue;
    const auto *Variable =
        llvm::dyn_cast_or_null<VarDecl>(UseOf.places().placeOf(Address));
    if (Variable && Variable != O.Keeper)
      Result.push_back(Variable);
  }
  return Result;
}

} // namespace

Holding::Holding(const Opening &Opened, const Flow &Events,
                 const UserCode &Code, const Uses &UseOf,
                 const ClosingSearch &Search)
    : Opened(Opened), Events(Events), Code(Code), Search(Search),
      Arrival(arrivalOf(Opened)), MayBeSkipped(isChosen(Opened, Arrival, Code)),
      Told(toldBy(Opened, UseOf)) {}

bool Holding::isMany(const VarDecl *Variable) const {
  return isContainer(Variable->getType()) ||
         (Opened.IsElement && Variable == Opened.Keeper);
}

void Holding::hold(const VarDecl *Holder, Held &H) const {
  H.By = llvm::is_contained(H.Escaped, Holder) ? nullptr : Holder;
}

std::optional<Ending> Holding::effectOn(const VarDecl *Holder) const {
  // A container of C's handles does nothing to them.
  if (!Opened.Class &&
      (isMany(Holder) || Holder->getType()->isVoidPointerType()))
    return Ending::Leaks;
  return Search.EndingOf(Holder->getType());
}

std::optional<Loss> Holding::end(const Held &H, Leak::EndKind Kind) const {
  if (!H.By)
    return std::nullopt;
  std::optional<Ending> Effect = effectOn(H.By);
  if (!Effect || *Effect == Ending::Joins)
    return std::nullopt;
  return Loss{*Effect, Kind};
}

std::optional<Loss> Holding::die(const VarDecl *Variable, Held &H) const {
  if (H.By != Variable->getCanonicalDecl())
    return std::nullopt;
  std::optional<Loss> Lost = end(H, Leak::AtScopeEnd);
  if (!Lost)
    H.By = nullptr;
  return Lost;
}

std::optional<Loss> Holding::execute(const Stmt *S, Held &H) const {
  if (S == Opened.E)
    H.IsMade = true;
  bool IsSwapped = false;
  for (const Event &E : Events.eventsAt(S)) {
    // Other values of the same choice replace nothing.
    if (E.Opened && arrivalOf(*E.Opened) == Arrival)
      continue;
    if (!E.Opened && E.What.Kind == Use::Swaps) {
      // Both sides have an event: one exchange.
      if (IsSwapped || H.By != E.Holder)
        continue;
      IsSwapped = true;
      hold(E.To, H);
      continue;
    }
    if (std::optional<Loss> Lost = apply(E, H, S))
      return Lost;
  }
  return std::nullopt;
}

void Holding::executeLoop(const Stmt *Loop, Held &H) const {
  if (!H.By || !(isMany(H.By) || isInLoop(Opened.E, Opened.Root, Code)))
    return;
  const VarDecl *MovedTo = nullptr;
  for (const Event &E : Events.eventsOfLoop(Loop, Opened)) {
    if (E.Holder != H.By)
      continue;
    // Out of a container into a variable of the loop: who looks at that one
    // looks at one turn only.
    bool IsInside =
        E.To && anyStmt(Loop, [&](const Stmt *S) {
          const auto *Declaration = llvm::dyn_cast<DeclStmt>(S);
          return Declaration && llvm::is_contained(Declaration->decls(), E.To);
        });
    if (E.To && !IsInside)
      MovedTo = E.To;
    else if (E.What.Kind != Use::Destroys || destroysWell(E))
      H.By = nullptr;
    if (!H.By)
      return;
  }
  if (MovedTo)
    hold(MovedTo, H);
}

std::optional<Loss> Holding::apply(const Event &E, Held &H,
                                   const Stmt *At) const {
  if (E.Opened)
    return replace(E, H, At);
  if (E.What.Kind == Use::Escapes && !llvm::is_contained(H.Escaped, E.Holder))
    H.Escaped.push_back(E.Holder);
  if (H.By != E.Holder)
    return std::nullopt;
  switch (E.What.Kind) {
  case Use::Looks:
  case Use::Asks:
    return std::nullopt;
  case Use::Replaces:
    return replace(E, H, At);
  case Use::Destroys:
    return destroy(E, H);
  case Use::Moves:
    hold(E.To, H);
    return std::nullopt;
  case Use::Swaps:
  case Use::Closes:
  case Use::Leaves:
  case Use::Escapes:
    H.By = nullptr;
    return std::nullopt;
  }
  llvm_unreachable("all kinds are listed");
}

/// Something else is put where the holder has what is followed.
std::optional<Loss> Holding::replace(const Event &E, Held &H,
                                     const Stmt *At) const {
  if (H.By != E.Holder || isMany(E.Holder))
    return std::nullopt;
  // By an assignment that this sees, or by a function that does it.
  bool IsKnown =
      E.Opened || (llvm::isa<CXXOperatorCallExpr>(At) &&
                   !E.Holder->getType()->isScalarType() && !E.What.IsPart);
  std::optional<Loss> Lost =
      IsKnown ? end(H, Leak::AtReplacement) : std::nullopt;
  if (!Lost)
    H.By = nullptr;
  return Lost;
}

std::optional<Ending> Holding::effectOfDestroying(const Event &E) const {
  if (const auto *Delete = llvm::dyn_cast<CXXDeleteExpr>(E.What.At)) {
    QualType Type = Delete->getDestroyedType();
    return Type.isNull() ? std::nullopt : Search.EndingOf(Type);
  }
  return effectOn(E.Holder);
}

bool Holding::destroysWell(const Event &E) const {
  return E.What.Kind == Use::Destroys && effectOfDestroying(E) == Ending::Joins;
}

std::optional<Loss> Holding::destroy(const Event &E, Held &H) const {
  std::optional<Ending> Effect = effectOfDestroying(E);
  // The other owners of something shared may close it.
  if (Effect && *Effect != Ending::Joins)
    return Loss{*Effect, Leak::AtDestruction};
  H.By = nullptr;
  return std::nullopt;
}

bool Holding::arrivesAt(const Stmt *S, const Held &H) const {
  if (MayBeSkipped && !H.IsMade)
    return false;
  return llvm::any_of(Events.eventsAt(S),
                      [&](const Event &E) { return E.Opened == &Opened; });
}

std::optional<Loss> Holding::arrive(Held &H) const {
  const auto *Keeper = llvm::cast<VarDecl>(Opened.Keeper);
  H.IsMade = false;
  Event E;
  E.Holder = Keeper;
  E.Opened = &Opened;
  if (std::optional<Loss> Lost = replace(E, H, Opened.E))
    return Lost;
  hold(Keeper, H);
  return std::nullopt;
}

std::optional<bool> Holding::answer(const Conditions::Test &Condition,
                                    const Held &H) const {
  if (!H.By)
    return std::nullopt;
  const auto *Call = llvm::dyn_cast<CallExpr>(Condition.Base);
  const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Condition.Base);
  const Expr *Asked = nullptr;
  if (Ref && H.By->getType()->isPointerType()) {
    Asked = Ref;
  } else if (Call) {
    const auto *Method =
        llvm::dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
    const auto *Convert = llvm::dyn_cast_or_null<CXXConversionDecl>(Method);
    if (const Operand *Of = Code.api().rows(Call).get(&CallRow::Joinable))
      Asked = operandOf(Call, *Of);
    else if (Convert && Convert->getConversionType()->isBooleanType())
      Asked = receiverOf(Call);
    // The size of a container that has something in it.
    else if (Method && Method->isConst() && isMany(H.By) &&
             Call->getType()->isIntegerType() &&
             !Call->getType()->isBooleanType() &&
             Events.mentions(receiverOf(Call), H.By))
      return Condition.ofPositive();
  }
  if (!Asked || Condition.Number != 0)
    return std::nullopt;
  // Of the other handles of the function, those that hold nothing are rare.
  bool IsOther = Call && Code.api().rows(Call).get(&CallRow::Joinable) &&
                 Events.mentionsHolder(Asked);
  if (!IsOther && !Events.mentions(Asked, H.By))
    return std::nullopt;
  return Condition.ofPositive();
}

bool Holding::mayAsk(const Expr *Condition, const Held &H) const {
  if (!H.By)
    return false;
  if (llvm::any_of(Told, [&](const VarDecl *Variable) {
        return Events.mentions(Condition, Variable);
      }))
    return true;
  return Events.asks(Condition, H.By);
}

} // namespace leash
