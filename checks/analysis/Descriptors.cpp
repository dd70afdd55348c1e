//===--- Descriptors.cpp - for which descriptors is waited? ---------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Descriptors.h"
#include "Calls.h"

using namespace clang;

namespace leash {

namespace {

/// Gathers what is put into one set of descriptors.
class Members {
public:
  Members(Place Set, const Handles &HandleFlow)
      : Set(Set), HandleFlow(HandleFlow) {}

  void look(const Stmt *S) {
    if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *Variable = llvm::dyn_cast<VarDecl>(D))
          if (Variable->getCanonicalDecl() == Set && Variable->getInit())
            addFrom(Variable->getInit());
      return;
    }
    // p.fd = fd; FD_SET(fd, &set): set.bits[fd / 64] |= 1 << fd % 64
    const auto *Binary = llvm::dyn_cast<BinaryOperator>(S);
    bool IsEmptied = Binary && Binary->getOpcode() == BO_Assign &&
                     llvm::isa<IntegerLiteral>(stripped(Binary->getRHS()));
    if (!Binary || !Binary->isAssignmentOp() || IsEmptied ||
        !mentionsSet(Binary->getLHS()))
      return;
    addFrom(Binary->getLHS());
    addFrom(Binary->getRHS());
  }

  llvm::SmallVector<Place, 2> all() { return std::move(Found); }

private:
  bool mentionsSet(const Stmt *S) const {
    return anyStmt(S, [&](const Stmt *Part) {
      const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Part);
      return Ref && HandleFlow.placeOf(Ref) == Set;
    });
  }

  void addFrom(const Expr *E) {
    anyStmt(E, [&](const Stmt *Part) {
      const auto *Ref = llvm::dyn_cast<Expr>(Part);
      if (!Ref || !llvm::isa<DeclRefExpr, MemberExpr>(Part))
        return false;
      Place P = HandleFlow.placeOf(Ref);
      // The members of the set itself.
      const auto *Field = llvm::dyn_cast_or_null<FieldDecl>(P);
      bool IsOwn = P == Set || (Field && mentionsSet(Ref));
      if (P && !IsOwn && !llvm::is_contained(Found, P))
        Found.push_back(P);
      return false;
    });
  }

  Place Set;
  const Handles &HandleFlow;
  llvm::SmallVector<Place, 2> Found;
};

} // namespace

llvm::SmallVector<Place, 2> descriptorsOf(const DeadlineEvent &Wait,
                                          const Handles &HandleFlow) {
  const BlockingFact &Fact = *Wait.Waits;
  const Expr *Set =
      Fact.Readiness ? argumentOf(Wait.E, *Fact.Readiness) : nullptr;
  const auto *Variable =
      llvm::dyn_cast_or_null<VarDecl>(Set ? HandleFlow.placeOf(Set) : nullptr);
  if (!Variable || !Variable->hasLocalStorage() ||
      llvm::isa<ParmVarDecl>(Variable))
    return {};
  Members All(Variable, HandleFlow);
  for (const Stmt *Part : partsOf(Wait.Root))
    anyStmt(Part, [&](const Stmt *S) {
      All.look(S);
      return false;
    });
  return All.all();
}

Place onlySocket(const DeadlineEvent &Wait, const DeadlineEvents &Events) {
  const BlockingFact &Fact = *Wait.Waits;
  if (Fact.Count) {
    const Expr *Count = argumentOf(Wait.E, *Fact.Count);
    if (!Count || Events.values().valueOf(Count, Wait.Root).Number != 1)
      return nullptr;
  }
  llvm::ArrayRef<Place> All = Wait.Descriptors;
  // poll(pfd, 1, -1): whatever the caller's set holds.
  const Expr *Set =
      Fact.Readiness ? argumentOf(Wait.E, *Fact.Readiness) : nullptr;
  Place Given = Fact.Count && Set ? Events.places().placeOf(Set) : nullptr;
  if (All.empty() && llvm::isa_and_nonnull<ParmVarDecl>(Given))
    return Given;
  if (All.size() != 1)
    return nullptr;
  Place Socket = All.front();
  bool IsSocket = llvm::isa<ParmVarDecl>(Socket) ||
                  llvm::any_of(Events.of(Socket),
                               [](const DeadlineEvent &Event) {
                                 return Event.Kind == DeadlineEvent::Creates;
                               }) ||
                  llvm::any_of(Events.waits(), [&](const DeadlineEvent &Other) {
                    return Other.Handle == Socket && Other.Waits->IsOfSocket;
                  });
  return IsSocket ? Socket : nullptr;
}

const DeadlineEvent *readinessAround(const DeadlineEvent &Wait,
                                     const DeadlineEvents &Events) {
  const auto *Here = llvm::dyn_cast<FunctionDecl>(Wait.Root);
  if (!Here)
    return nullptr;
  for (const DeadlineEvent &Other : Events.waits()) {
    const auto *There = llvm::dyn_cast<FunctionDecl>(Other.Root);
    if (!Other.Waits->Readiness || !There ||
        !llvm::is_contained(Other.Descriptors, Wait.Handle))
      continue;
    if (There == Here ||
        reachableFrom(Here, Events.code())
            .contains(There->getCanonicalDecl()) ||
        reachableFrom(There, Events.code()).contains(Here->getCanonicalDecl()))
      return &Other;
  }
  return nullptr;
}

} // namespace leash
