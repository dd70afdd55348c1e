//===--- DeadlineWalk.cpp - bounded on every path? ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeadlineWalk.h"

using namespace clang;

namespace leash {

namespace {

/// The variables and fields that \p S mentions.
llvm::DenseSet<const Decl *> mentionedIn(const Stmt *S) {
  llvm::DenseSet<const Decl *> Result;
  anyStmt(S, [&](const Stmt *Part) {
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Part))
      if (llvm::isa<VarDecl>(Ref->getDecl()))
        Result.insert(Ref->getDecl()->getCanonicalDecl());
    if (const auto *Member = llvm::dyn_cast<MemberExpr>(Part))
      Result.insert(Member->getMemberDecl()->getCanonicalDecl());
    return false;
  });
  return Result;
}

/// The parts of \p Condition that the graph decides one by one.
void addParts(const Expr *Condition, llvm::SmallVectorImpl<const Expr *> &To) {
  const Expr *Plain = Condition->IgnoreParenImpCasts();
  To.push_back(Condition);
  To.push_back(Plain);
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Plain))
    if (Binary->isLogicalOp()) {
      addParts(Binary->getLHS(), To);
      addParts(Binary->getRHS(), To);
    }
}

} // namespace

HandleEvents eventsByStatement(const VarDecl *Handle,
                               const FunctionDecl *Function,
                               const DeadlineEvents &Events) {
  HandleEvents Result;
  auto Add = [&](const DeadlineEvent &Event) {
    if (Event.Function == Function)
      Result[Event.At].push_back(&Event);
  };
  // A handle is made before anything is set on it.
  for (auto Kind : {DeadlineEvent::Creates, DeadlineEvent::Copies})
    for (const DeadlineEvent &Event : Events.of(Handle))
      if (Event.Kind == Kind)
        Add(Event);
  for (const DeadlineEvent &Event : Events.of(Handle)) {
    if (Event.Kind != DeadlineEvent::Creates &&
        Event.Kind != DeadlineEvent::Copies)
      Add(Event);
    // SSL_set_fd(ssl, fd): what is set on the one holds for the other.
    bool Shares = Event.Kind == DeadlineEvent::Copies && Event.From &&
                  Event.Copied->To.Kind != Operand::Result;
    if (Shares)
      for (const DeadlineEvent &Other : Events.of(Event.From))
        if (Other.isSetting() || Other.Kind == DeadlineEvent::Passes)
          Add(Other);
  }
  for (const DeadlineEvent &Wait : Events.waits()) {
    if (Wait.Function != Function)
      continue;
    // Of a set that is not known, it may be one.
    bool IsReadied =
        Wait.Waits->Readiness && (Wait.Descriptors.empty() ||
                                  llvm::is_contained(Wait.Descriptors, Handle));
    if (Wait.Handle == Handle || IsReadied)
      Add(Wait);
  }
  return Result;
}

DeadlineWalk::DeadlineWalk(const Flow &Statements, const CFG &Graph,
                           const HandleEvents &At, const UserCode &Code,
                           const DeadlineEvents &Events,
                           std::function<const DeadlineEvent *(
                               const DeadlineEvent &, const HeldDeadlines &)>
                               UnboundedAt)
    : Paths(Graph, Code.context(), Statements.shared()), Statements(Statements),
      ByStatement(At), Code(Code), Events(Events),
      UnboundedAt(std::move(UnboundedAt)) {
  for (const auto &[S, List] : At)
    for (const DeadlineEvent *Event : List)
      if (Event->Kind == DeadlineEvent::Sets && Event->Value)
        addGuarded(*Event);
}

void DeadlineWalk::addGuarded(const DeadlineEvent &Setting) {
  llvm::DenseSet<const Decl *> InValue = mentionedIn(Setting.Value);
  for (const Stmt *S = Setting.E; S; S = Code.parent(S, Setting.Root)) {
    const auto *If = llvm::dyn_cast<IfStmt>(S);
    if (!If || !If->getCond() ||
        llvm::none_of(mentionedIn(If->getCond()),
                      [&](const Decl *D) { return InValue.contains(D); }))
      continue;
    llvm::SmallVector<const Expr *, 4> Parts;
    addParts(If->getCond(), Parts);
    for (const Expr *Part : Parts)
      Guarded[Part].push_back(&Setting);
  }
}

std::optional<UnboundedCall> DeadlineWalk::run() {
  walk();
  // Of paths with a limit and without one, the decisions tell the difference.
  bool IsPlain = Found && (Found->Reason == UnboundedCall::NoDeadline ||
                           Found->Reason == UnboundedCall::Ineffective ||
                           Found->Reason == UnboundedCall::TakenBack);
  if (IsPlain && !Found->Path.empty() && Bounded.contains(FoundAt))
    Found->Reason = UnboundedCall::OnPath;
  return std::move(Found);
}

bool DeadlineWalk::execute(const Stmt *S, State &At, const Position &) {
  Known.execute(S, At.Known);
  auto Here = ByStatement.find(Statements.source(S));
  if (Here == ByStatement.end())
    return true;
  for (const DeadlineEvent *Event : Here->second) {
    if (const DeadlineEvent *Wait = UnboundedAt(*Event, At.Now)) {
      // The rest of this path is another defect.
      if (Found)
        return false;
      FoundAt = Event;
      Found = unbounded(*Wait, At.Now, Events);
      Found->Handle = Event->Handle;
      if (Wait != Event)
        Found->Caller = Event->E;
      Found->Path = decisions();
      return false;
    }
    if (At.Now.IsKnown)
      Bounded.insert(Event);
    if (Event->Kind != DeadlineEvent::Blocks)
      At.Now.apply(*Event, Events);
    else if (Event->Waits->Readiness)
      At.Now.ReadiedBy = Event;
  }
  return true;
}

void DeadlineWalk::divide(const Expr *Condition, State &At) {
  for (const Stmt *Part : {llvm::cast<Stmt>(Condition),
                           llvm::cast<Stmt>(Condition->IgnoreParenImpCasts())})
    for (const DeadlineEvent *Setting : Guarded.lookup(Part))
      At.Now.apply(*Setting, Events);
}

} // namespace leash
