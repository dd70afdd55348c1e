//===--- UnboundedCalls.cpp - which calls can wait for ever? --------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnboundedCalls.h"
#include "DeadlineWalk.h"
#include "Descriptors.h"
#include "HiddenFields.h"
#include "Origins.h"
#include "Settings.h"
#include "TranslationUnit.h"

using namespace clang;

namespace leash {

namespace {

/// Why \p Setting bounds nothing of \p Fact, as the rows say; empty when they
/// do not say.
llvm::StringRef reasonAgainst(const DeadlineValue &Setting,
                              const BlockingFact &Fact) {
  for (const auto &[Name, Why] : Fact.NotBoundedBy)
    if (Name == Setting.Deadline)
      return Why;
  return Setting.But;
}

class Finder {
public:
  Finder(const TranslationUnit &Unit, const DeadlineEvents &Events,
         UnboundedSearch &Search)
      : Unit(Unit), Code(Unit.code()), Events(Events), Search(Search),
        MadeOf(Events) {}

  std::vector<UnboundedCall> run() {
    for (const DeadlineEvent &Wait : Events.waits())
      if (isOpen(Wait))
        judge(Wait);
    judgeHandles();
    // In the order of the code, whatever way they were found.
    llvm::sort(Result, [](const UnboundedCall &A, const UnboundedCall &B) {
      return A.Wait < B.Wait;
    });
    return std::move(Result);
  }

private:
  bool isOpen(const DeadlineEvent &Wait) const;
  void judge(const DeadlineEvent &Wait);
  void judgeByArgument(const DeadlineEvent &Wait, const TimeValue &Value);
  void judgeReadiness(const DeadlineEvent &Wait, const TimeValue &Value);
  void judgeHandles();
  void judgeLocal(const VarDecl *Variable);
  void judgeShared(Place Handle);
  llvm::ArrayRef<const DeadlineEvent *> waitsOn(Place Handle) const;
  bool isFollowed(const VarDecl *Variable) const;
  const DeadlineEvent *unboundedAt(const DeadlineEvent &Event,
                                   const HeldDeadlines &Now, bool IsEnded,
                                   unsigned Depth = 0) const;
  bool isJudgedByCallers(const ParmVarDecl *Parameter) const;
  bool isOnlyCalled(const FunctionDecl *Function) const;
  void add(UnboundedCall Call);

  const TranslationUnit &Unit;
  const UserCode &Code;
  const DeadlineEvents &Events;
  UnboundedSearch &Search;
  Origins MadeOf;
  /// The waits whose handle decides, by handle.
  llvm::MapVector<Place, llvm::SmallVector<const DeadlineEvent *, 4>> ByHandle;
  /// Those waits.
  llvm::DenseSet<const DeadlineEvent *> Open;
  /// What is reported, of waits that something else ends in the end and others.
  llvm::DenseSet<std::pair<const FunctionDecl *, Place>> Told[2];
  mutable llvm::DenseMap<const FunctionDecl *, bool> OnlyCalled;
  std::vector<UnboundedCall> Result;
};

/// Whether the call blocks, as far as its arguments say, and is asked for.
bool Finder::isOpen(const DeadlineEvent &Wait) const {
  const BlockingFact &Fact = *Wait.Waits;
  if (!Fact.Option.empty() && !Search.IsWanted(Fact.Option))
    return false;
  return llvm::none_of(Fact.Unless, [&](const ArgumentCondition &Condition) {
    return Events.values()
        .holds(Wait.E, Condition)
        .value_or(Condition.IfUnknown.value_or(true));
  });
}

void Finder::add(UnboundedCall Call) {
  Place Handle = Call.Wait->Handle;
  bool IsEnded = !Call.Wait->Waits->EndedBy.empty();
  // What a call is given is its own affair.
  bool IsOnce = Handle && Call.Reason != UnboundedCall::GivenForever;
  if (IsOnce && !Told[IsEnded].insert({Call.Wait->Function, Handle}).second)
    return;
  if (Call.Reason == UnboundedCall::NoDeadline)
    if (const DeadlineEvent *Setting = MadeOf.settingBehind(*Call.Wait)) {
      Call.Setter = Setting;
      Call.Because = reasonAgainst(*Setting->What, *Call.Wait->Waits).str();
    }
  Result.push_back(std::move(Call));
}

/// Decides what the call itself shows, and leaves the rest to its handle.
void Finder::judge(const DeadlineEvent &Wait) {
  const BlockingFact &Fact = *Wait.Waits;
  const Expr *Limit =
      Fact.TimeLimit ? argumentOf(Wait.E, *Fact.TimeLimit) : nullptr;
  if (Limit) {
    if (!Wait.IsForever)
      return;
    TimeValue Value = Events.values().valueOf(Limit, Wait.Root);
    if (Fact.Readiness)
      return judgeReadiness(Wait, Value);
    if (Fact.BoundedBy.empty())
      return judgeByArgument(Wait, Value);
  }
  if (Fact.HasOptions || Fact.Text) {
    if (auto Call = judgeSettings(Wait, Unit, Events))
      add(std::move(*Call));
    return;
  }
  if (Fact.Handle || Wait.Handle) {
    if (Wait.Handle) {
      ByHandle[Wait.Handle].push_back(&Wait);
      Open.insert(&Wait);
    }
    return;
  }
  UnboundedCall Call;
  Call.Wait = &Wait;
  add(std::move(Call));
}

void Finder::judgeByArgument(const DeadlineEvent &Wait,
                             const TimeValue &Value) {
  UnboundedCall Call;
  Call.Wait = &Wait;
  Call.Reason = UnboundedCall::GivenForever;
  Call.Value = Value;
  add(std::move(Call));
}

void Finder::judgeReadiness(const DeadlineEvent &Wait, const TimeValue &Value) {
  Place Socket = onlySocket(Wait, Events);
  // Who asks for loops that serve gets all of them.
  if (!Socket && !Search.IsWanted("AcceptLoops"))
    return;
  HeldDeadlines Now;
  if (Socket)
    Now.applyAll(Socket, Events);
  if (Now.bounds(Wait))
    return;
  UnboundedCall Call = unbounded(Wait, Now, Events);
  if (Call.Reason != UnboundedCall::Ineffective)
    Call.Reason = UnboundedCall::GivenForever;
  Call.Value = Value;
  Call.Handle = Socket;
  add(std::move(Call));
}

void Finder::judgeHandles() {
  // The parameters last: what their callers give them is known by then.
  for (const auto &[Handle, Waits] : ByHandle) {
    const auto *Variable = llvm::dyn_cast<VarDecl>(Handle);
    if (llvm::isa<ParmVarDecl>(Handle))
      continue;
    if (Variable && isFollowed(Variable))
      judgeLocal(Variable);
    else
      judgeShared(Handle);
  }
  // Handles that are only given to functions that wait for them.
  llvm::SmallSetVector<const VarDecl *, 8> Givers;
  for (const auto &Entry : ByHandle)
    if (const auto *Parameter = llvm::dyn_cast<ParmVarDecl>(Entry.first))
      Givers.insert(Parameter);
  // NOLINTNEXTLINE(modernize-loop-convert): the loop's body adds some.
  for (size_t I = 0; I < Givers.size(); ++I) {
    const auto *Parameter = llvm::dyn_cast<ParmVarDecl>(Givers[I]);
    if (Parameter && isJudgedByCallers(Parameter))
      for (const VarDecl *Giver : Events.giversOf(Parameter))
        Givers.insert(Giver);
    else if (!Parameter && waitsOn(Givers[I]).empty() && isFollowed(Givers[I]))
      judgeLocal(Givers[I]);
  }
}

/// The waits whose handle is \p Handle, and decides.
llvm::ArrayRef<const DeadlineEvent *> Finder::waitsOn(Place Handle) const {
  auto Found = ByHandle.find(Handle);
  if (Found == ByHandle.end())
    return {};
  return Found->second;
}

/// Whether the paths of one function show all that happens to \p Variable.
bool Finder::isFollowed(const VarDecl *Variable) const {
  const auto *Owner = llvm::dyn_cast_or_null<FunctionDecl>(
      Variable->getParentFunctionOrMethod());
  // What is done to one element is not seen to be done to all.
  bool IsMany =
      Variable->getType()->isArrayType() || isContainer(Variable->getType());
  if (!Variable->hasLocalStorage() || !Owner || IsMany)
    return false;
  auto IsElsewhere = [&](const DeadlineEvent &Event) {
    return Event.Function != Owner;
  };
  if (llvm::any_of(Events.of(Variable), IsElsewhere))
    return false;
  return llvm::none_of(waitsOn(Variable), [&](const DeadlineEvent *Wait) {
    return IsElsewhere(*Wait);
  });
}

/// The wait that \p Event is, or leads to, when \p Now does not bound it.
const DeadlineEvent *Finder::unboundedAt(const DeadlineEvent &Event,
                                         const HeldDeadlines &Now, bool IsEnded,
                                         unsigned Depth) const {
  if (!Now.IsKnown)
    return nullptr;
  if (Event.Kind == DeadlineEvent::Blocks) {
    bool Counts = Open.contains(&Event) &&
                  Event.Waits->EndedBy.empty() != IsEnded && !Now.bounds(Event);
    return Counts ? &Event : nullptr;
  }
  if (Event.Kind != DeadlineEvent::Passes || Depth > 4 ||
      !isJudgedByCallers(Event.Into))
    return nullptr;
  HeldDeadlines Inside = Now;
  Inside.apply(Event, Events);
  for (const DeadlineEvent *Wait : waitsOn(Event.Into))
    if (unboundedAt(*Wait, Inside, IsEnded, Depth + 1))
      return Wait;
  for (const DeadlineEvent &Next : Events.of(Event.Into))
    if (Next.Kind == DeadlineEvent::Passes)
      if (const auto *Wait = unboundedAt(Next, Inside, IsEnded, Depth + 1))
        return Wait;
  return nullptr;
}

/// A function that no other file can call, and that is only ever called.
bool Finder::isJudgedByCallers(const ParmVarDecl *Parameter) const {
  const auto *Function =
      llvm::dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  if (!Function || Function->isExternallyVisible() ||
      (llvm::isa<CXXMethodDecl>(Function) &&
       llvm::cast<CXXMethodDecl>(Function)->isVirtual()))
    return false;
  auto [Known, IsNew] =
      OnlyCalled.try_emplace(Function->getCanonicalDecl(), false);
  if (IsNew)
    Known->second = isOnlyCalled(Function);
  return OnlyCalled.lookup(Function->getCanonicalDecl());
}

bool Finder::isOnlyCalled(const FunctionDecl *Function) const {
  unsigned Mentions = 0, Calls = 0;
  for (const Decl *Root : Code.roots())
    for (const Stmt *Part : partsOf(Root))
      anyStmt(Part, [&](const Stmt *S) {
        if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S))
          Mentions += Ref->getDecl()->getCanonicalDecl() ==
                      Function->getCanonicalDecl();
        if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
          Calls += Call->getDirectCallee() &&
                   Call->getDirectCallee()->getCanonicalDecl() ==
                       Function->getCanonicalDecl();
        return false;
      });
  return Mentions <= Calls;
}

void Finder::judgeLocal(const VarDecl *Variable) {
  llvm::ArrayRef<DeadlineEvent> Happens = Events.of(Variable);
  bool IsMade = llvm::any_of(Happens, [](const DeadlineEvent &Event) {
    return Event.Kind == DeadlineEvent::Creates ||
           Event.Kind == DeadlineEvent::Copies;
  });
  // An option from a table may be any.
  bool IsUnsure = llvm::any_of(
      Happens, [](const DeadlineEvent &Event) { return Event.IsUnsure; });
  const auto *Function =
      llvm::cast<FunctionDecl>(Variable->getParentFunctionOrMethod());
  if (!IsMade || IsUnsure || !Function->hasBody())
    return;
  HandleEvents At = eventsByStatement(Variable, Function, Events);
  const Decl *Root = Happens.front().Root;
  Flow Statements(Function, Root, {}, Code, Unit.uses());
  const CFG *Graph = Statements.graph(/*WithExceptions=*/false);
  if (!Graph) {
    Search.GivenUp += Statements.isTooLarge();
    return;
  }
  for (bool IsEnded : {false, true}) {
    DeadlineWalk Walk(
        Statements, *Graph, At, Code, Events,
        [&](const DeadlineEvent &Event, const HeldDeadlines &Now) {
          return unboundedAt(Event, Now, IsEnded);
        });
    std::optional<UnboundedCall> Call = Walk.run();
    Search.GivenUp += Walk.isGivenUp();
    if (Call)
      add(std::move(*Call));
  }
}

void Finder::judgeShared(Place Handle) {
  HeldDeadlines Now;
  Now.applyAll(Handle, Events);
  if (!Now.IsKnown || isHidden(Handle, Unit))
    return;
  for (bool IsEnded : {false, true})
    for (const DeadlineEvent *Wait : waitsOn(Handle)) {
      Now.ReadiedBy = nullptr;
      if (!unboundedAt(*Wait, Now, IsEnded))
        continue;
      Now.ReadiedBy = readinessAround(*Wait, Events);
      if (Now.bounds(*Wait))
        continue;
      UnboundedCall Call = unbounded(*Wait, Now, Events);
      Call.Handle = Handle;
      add(std::move(Call));
    }
}

} // namespace

UnboundedCall unbounded(const DeadlineEvent &Wait, const HeldDeadlines &Now,
                        const DeadlineEvents &Events) {
  UnboundedCall Call;
  Call.Wait = &Wait;
  Call.Handle = Wait.Handle;
  const BlockingFact &Fact = *Wait.Waits;
  if (const UndoneDeadline *Undone = Now.undoneFor(Fact)) {
    const DeadlineEvent &Setting = *Undone->Setting;
    Call.Setter = &Setting;
    Call.Undoer = Undone->By;
    if (Undone->Refusal) {
      Call.Reason = UnboundedCall::Ineffective;
      Call.Because = Undone->Refusal->second;
      return Call;
    }
    Call.Value = Events.values().valueOf(Setting.Value, Setting.Root);
    Call.Reason = Undone->By ? UnboundedCall::TakenBack
                  : Setting.Kind == DeadlineEvent::Unsets
                      ? UnboundedCall::SetForever
                      : UnboundedCall::Refused;
    return Call;
  }
  if (Fact.Beyond && Wait.IsBeyond && Now.ReadiedBy &&
      llvm::is_contained(Now.ReadiedBy->Descriptors, Wait.Handle)) {
    Call.Reason = UnboundedCall::Ineffective;
    Call.Because = Fact.Beyond->But;
    Call.Setter = Now.ReadiedBy;
    return Call;
  }
  for (const DeadlineEvent *Set : Now.Set) {
    llvm::StringRef Why = reasonAgainst(*Set->What, Fact);
    if (Why.empty())
      continue;
    Call.Reason = UnboundedCall::Ineffective;
    Call.Because = Why.str();
    Call.Setter = Set;
    return Call;
  }
  return Call;
}

std::vector<UnboundedCall> findUnboundedCalls(const TranslationUnit &Unit,
                                              const DeadlineEvents &Events,
                                              UnboundedSearch &Search) {
  return Finder(Unit, Events, Search).run();
}

} // namespace leash
