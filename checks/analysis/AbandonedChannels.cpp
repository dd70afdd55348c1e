//===--- AbandonedChannels.cpp - who leaves a task on a channel? ----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AbandonedChannels.h"
#include "ChannelAnswers.h"
#include "ChannelOwners.h"
#include "DroppedCode.h"
#include "Loops.h"
#include "Wakes.h"

using namespace clang;

namespace leash {

namespace {

/// Loops around a call of a function that calls a function that ...
constexpr unsigned MaxDepth = 3;

/// Looks at the tasks one by one.
class Judge {
public:
  explicit Judge(const TranslationUnit &Unit)
      : Unit(Unit), Code(Unit.code()), UseOf(Unit, All), Ends(Unit, UseOf),
        Owners(Unit, UseOf) {}

  void consider(const Spawn &S) {
    const FunctionDecl *Starter = S.At->Function;
    if (!Starter || Starter->isMain() || Starter->isDependentContext() ||
        !isKnown(Starter))
      return;
    Task T = Unit.spawns().taskOf(S);
    if (!T.isBodyVisible() || T.Function->isDependentContext())
      return;
    TaskCode Runs(T, Code);
    if (Runs.isIncomplete())
      return;
    Bindings Bound = Runs.bindings();
    bindFields(Starter, Bound);
    llvm::DenseSet<Place> Seen;
    for (const FunctionDecl *Function : Runs.functions())
      anyStmt(Function->getBody(), [&](const Stmt *Part) {
        auto Call = All.callAt(Part);
        if (Call && Call->Deed->blocks())
          if (auto Channel = Owners.channelOf(S, Runs, *Call, Bound))
            if (Seen.insert(Channel->Where).second)
              judge(S, Runs, *Call, *Channel, Bound);
        return false;
      });
  }

  std::vector<AbandonedChannel> takeResult() { return std::move(Result); }

private:
  bool isKnown(const FunctionDecl *Function) const {
    const auto *Root =
        llvm::dyn_cast<FunctionDecl>(ChannelUses::rootOf(Function));
    return Root && !Code.isBroken(Root) &&
           !hasDroppedCode(Root, Unit.context());
  }

  /// What the fields of structs stand for that are filled in \p Starter:
  /// args.channel = &ch; struct args args = {&ch};
  void bindFields(const FunctionDecl *Starter, Bindings &Bound) const {
    auto Bind = [&](const ValueDecl *Field, const Expr *Value) {
      if (!Field || !Value || !llvm::isa<FieldDecl>(Field) ||
          !(Field->getType()->isPointerType() ||
            Field->getType()->isReferenceType()))
        return;
      auto [Known, IsNew] = Bound.try_emplace(Field, Value);
      // Of two, neither is certain.
      if (!IsNew && Unit.handles().placeOf(Known->second) !=
                        Unit.handles().placeOf(Value))
        Known->second = nullptr;
    };
    anyStmt(Starter->getBody(), [&](const Stmt *S) {
      if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(S))
        if (const auto *Member =
                llvm::dyn_cast<MemberExpr>(stripped(Binary->getLHS())))
          if (Binary->getOpcode() == BO_Assign)
            Bind(Member->getMemberDecl(), Binary->getRHS());
      const auto *List = llvm::dyn_cast<InitListExpr>(S);
      const RecordDecl *Record =
          List ? List->getType()->getAsRecordDecl() : nullptr;
      if (!Record || Record->isUnion())
        return false;
      unsigned Index = 0;
      for (const FieldDecl *Field : Record->fields())
        if (Index < List->getNumInits())
          Bind(Field, List->getInit(Index++));
      return false;
    });
  }

  void judge(const Spawn &S, const TaskCode &Runs, const ChannelCall &Blocked,
             const OwnedChannel &Channel, const Bindings &Bound) {
    ChannelTask Task;
    Task.Started = &S;
    Task.Channel = Channel;
    Task.Blocked = Blocked;
    Task.Side = Blocked.Deed->kind(Blocked.Deed);
    if (Task.Side != ChannelDeed::Puts && Task.Side != ChannelDeed::Takes)
      return;
    if (!isBounded(Task, Bound) || !readTask(Task, Runs, Bound))
      return;
    const FunctionDecl *Starter = S.At->Function;
    ChannelEnd End = Ends.endIn(Starter, Task, Bound);
    if (End.Escapes || !addOthers(Task, End) || !End.Leaves ||
        !Owners.isFinal(Task, *End.Leaves))
      return;
    AbandonedChannel Found;
    Found.Task = std::move(Task);
    Found.Owner = Starter;
    Found.Left = std::move(*End.Leaves);
    Found.CanBeShut = Blocked.Deed->CanBeShut;
    Result.push_back(std::move(Found));
  }

  /// Whether a catalogued queue has a capacity: some have none until they are
  /// given one.
  bool isBounded(const ChannelTask &Task, const Bindings &Bound) const {
    const ChannelCall &Blocked = Task.Blocked;
    const CXXRecordDecl *Class = recordBehind(Blocked.Channel->getType());
    if (!Blocked.Deed->Known || Task.Side != ChannelDeed::Puts || !Class)
      return true;
    auto GivesCapacity = [&](const CXXMethodDecl *Method) {
      return Unit.api().rows(Method, Class).get(&CallRow::Bounds) != nullptr;
    };
    if (llvm::none_of(Class->methods(), GivesCapacity))
      return true;
    return anyStmt(Task.Started->At->Function->getBody(), [&](const Stmt *S) {
      const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(S);
      return Call && Call->getMethodDecl() &&
             GivesCapacity(Call->getMethodDecl()) &&
             Unit.handles().placeOf(Call->getImplicitObjectArgument(),
                                    &Bound) == Task.Channel.Where;
    });
  }

  /// Whether it is worth looking at who is at the other end of \p Task.
  bool readTask(ChannelTask &Task, const TaskCode &Runs,
                const Bindings &Bound) {
    for (const FunctionDecl *Function : Runs.functions()) {
      if (isOfChannel(Function, Task))
        continue;
      for (const ChannelUse &Use :
           UseOf.usesIn(Function, Task.Channel, Bound, Task.Blocked)) {
        if (Use.Kind == ChannelUse::Escapes ||
            (Use.Kind == ChannelUse::Starts && Use.At != Runs.task().Callable))
          return false;
        if (Use.Kind != ChannelUse::Calls)
          continue;
        // A task that does both waits for itself.
        ChannelDeed::KindType Kind = Use.Call.Deed->kind(Task.Blocked.Deed);
        if (Kind != Task.Side &&
            (Kind == ChannelDeed::Puts || Kind == ChannelDeed::Takes))
          return false;
      }
    }
    bool CanEnd = false;
    readLoops(Task, Runs, Bound, Task.Blocked.At, 0, CanEnd);
    if (!Task.IsRepeated && Task.Side == ChannelDeed::Puts &&
        !Task.Blocked.Deed->HandsOver)
      return false;
    // A loop with no way out is another defect; closing would not end it.
    if (Task.IsRepeated && Task.Side == ChannelDeed::Takes && !CanEnd &&
        !Task.Blocked.Deed->Throws)
      return false;
    findDecided(Task, Runs, Bound);
    return true;
  }

  /// Whether \p Function is one of the channel's own.
  bool isOfChannel(const FunctionDecl *Function,
                   const ChannelTask &Task) const {
    const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Function);
    const auto *Blocked = llvm::dyn_cast_or_null<CXXMethodDecl>(
        Task.Blocked.At->getDirectCallee());
    if (Method && Blocked && !Method->getParent()->isLambda())
      return Method->getParent()->getCanonicalDecl() ==
             Blocked->getParent()->getCanonicalDecl();
    return !Method && !Blocked && touches(Function, Task.Channel.Where);
  }

  /// A function of C that looks into the struct that it is given first.
  static bool touches(const FunctionDecl *Function, Place Channel) {
    if (Function->getNumParams() == 0)
      return false;
    const ParmVarDecl *First = Function->getParamDecl(0);
    QualType Type = Channel->getType();
    if (!Type->getPointeeType().isNull())
      Type = Type->getPointeeType();
    QualType Pointee = First->getType()->getPointeeType();
    return !Pointee.isNull() &&
           Pointee.getCanonicalType().getUnqualifiedType() ==
               Type.getCanonicalType().getUnqualifiedType() &&
           anyStmt(Function->getBody(), [&](const Stmt *S) {
             const auto *Member = llvm::dyn_cast<MemberExpr>(S);
             const auto *Ref =
                 Member
                     ? llvm::dyn_cast<DeclRefExpr>(stripped(Member->getBase()))
                     : nullptr;
             return Ref && Ref->getDecl() == First;
           });
  }

  /// The loops around \p At, also those around calls that lead there.
  void readLoops(ChannelTask &Task, const TaskCode &Runs, const Bindings &Bound,
                 const Stmt *At, unsigned Depth, bool &CanEnd) {
    for (const FunctionDecl *Function : Runs.functions()) {
      if (isOfChannel(Function, Task) ||
          !anyStmt(Function->getBody(), [&](const Stmt *S) { return S == At; }))
        continue;
      const Decl *Root = ChannelUses::rootOf(Function);
      for (const Stmt *S = At; S && S != Function->getBody();
           S = Code.parent(S, Root))
        if (bodyOf(S))
          readLoop(Task, Function, Bound, S, CanEnd);
      if (Depth < MaxDepth)
        for (const FunctionDecl *Caller : Runs.functions())
          anyStmt(Caller->getBody(), [&](const Stmt *S) {
            const auto *Call = llvm::dyn_cast<CallExpr>(S);
            if (Call && Caller != Function &&
                definitionOf(Call->getDirectCallee()) == Function)
              readLoops(Task, Runs, Bound, Call, Depth + 1, CanEnd);
            return false;
          });
    }
  }

  void readLoop(ChannelTask &Task, const FunctionDecl *Function,
                const Bindings &Bound, const Stmt *Loop, bool &CanEnd) {
    Task.IsRepeated = true;
    CanEnd |= leash::canEnd(Loop, Unit.api(), Unit.context());
    const auto *For = llvm::dyn_cast<ForStmt>(Loop);
    Task.IsCounted |=
        llvm::isa<CXXForRangeStmt>(Loop) || (For && For->getCond());
    // A relay puts as many as somebody else has put elsewhere.
    if (Task.Side != ChannelDeed::Takes) {
      Task.IsCounted |= anyStmt(Loop, [&](const Stmt *S) {
        auto Call = All.callAt(S);
        return Call && Call->Deed->Waits &&
               Call->Deed->kind(nullptr) == ChannelDeed::Takes;
      });
      return;
    }
    std::vector<ChannelUse> Uses =
        UseOf.usesIn(Function, Task.Channel, Bound, Task.Blocked);
    ChannelAnswers Answers(Function, Uses, None, false, Unit);
    auto Read = [&](const Expr *Condition) {
      if (Condition && Answers.decides(Condition))
        Task.EndsByContent |=
            !Task.Blocked.Deed->CanBeShut || !Answers.asksWhetherAny(Condition);
    };
    Read(conditionOf(Loop));
    anyOwnStmt(bodyOf(Loop), [&](const Stmt *S) {
      if (const auto *If = llvm::dyn_cast<IfStmt>(S))
        if (leaves(If->getThen(), Unit.api()) ||
            leaves(If->getElse(), Unit.api()))
          Read(If->getCond());
      if (const auto *Switch = llvm::dyn_cast<SwitchStmt>(S))
        if (leaves(Switch, Unit.api()))
          Read(Switch->getCond());
      return false;
    });
  }

  /// What the task decides: what it writes, and whether it has ended.
  void findDecided(ChannelTask &Task, const TaskCode &Runs,
                   const Bindings &Bound) const {
    if (Task.Started->Keeper)
      Task.Decides.insert(Task.Started->Keeper);
    Runs.any([&](const Stmt *S) {
      const Expr *Written = writtenBy(S, Unit.api());
      if (!Written)
        if (const auto *E = llvm::dyn_cast<CallExpr>(S))
          if (const Operand *Told = Unit.api().rows(E).get(&CallRow::Signals))
            Written = operandOf(E, *Told);
      Place P = Written ? Unit.handles().placeOf(Written, &Bound) : nullptr;
      if (P && P != Task.Channel.Where && P != Task.Channel.Owner)
        Task.Decides.insert(P);
      return false;
    });
  }

  /// Looks at the other tasks of the starter. False when it cannot be known who
  /// is at the other end.
  bool addOthers(const ChannelTask &Task, ChannelEnd &End) {
    for (const Spawn &Other : Unit.spawns().all()) {
      if (&Other == Task.Started || Other.At->Root != Task.Started->At->Root)
        continue;
      leash::Task T = Unit.spawns().taskOf(Other);
      if (!T.isBodyVisible())
        continue;
      TaskCode Runs(T, Code);
      Bindings Inside = Runs.bindings();
      bindFields(Other.At->Function ? Other.At->Function : T.Function, Inside);
      ChannelEnd There = Ends.endIn(T.Function, Task, Inside);
      if (There.Escapes || Runs.isIncomplete() || (There.Uses && End.Uses))
        return false;
      if (There.Shuts)
        return false;
      if (!There.Uses)
        continue;
      if (End.Shuts || isInLoop(Other.At->E, Other.At->Root, Code))
        return false;
      End = There;
    }
    return true;
  }

  const TranslationUnit &Unit;
  const UserCode &Code;
  Channels All{Unit.code()};
  ChannelUses UseOf;
  ChannelEnds Ends;
  ChannelOwners Owners;
  const llvm::DenseSet<const ValueDecl *> None;
  std::vector<AbandonedChannel> Result;
};

} // namespace

std::vector<AbandonedChannel>
findAbandonedChannels(const TranslationUnit &Unit) {
  Judge J(Unit);
  for (const Spawn &S : Unit.spawns().all())
    J.consider(S);
  return J.takeResult();
}

} // namespace leash
