//===--- ChannelEnds.cpp - does the other end leave a channel open? -------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChannelEnds.h"
#include "ChannelWalk.h"
#include "Constants.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace leash {

namespace {

/// Functions that hand the channel on to functions that ...
constexpr unsigned MaxDepth = 3;

/// Reads the uses of a channel in one function.
class EndReader {
public:
  EndReader(const FunctionDecl *Function, const ChannelTask &Task,
            const TranslationUnit &Unit)
      : Task(Task), Unit(Unit), Root(ChannelUses::rootOf(Function)) {}

  void read(const ChannelUse &Use) {
    if (Use.Kind == ChannelUse::Guards) {
      Does[Use.At].Guards = true;
      End.Shuts = true;
    }
    End.Escapes |= Use.Kind == ChannelUse::Escapes;
    if (Use.Kind != ChannelUse::Calls)
      return;
    ChannelDeed::KindType Kind = Use.Call.Deed->kind(Task.Blocked.Deed);
    if (Kind == ChannelDeed::Shuts || isSentinel(Use, Kind)) {
      Does[Use.At].Shuts = true;
      End.Shuts |= Kind == ChannelDeed::Shuts;
    }
    if (isOtherSide(Kind)) {
      Does[Use.At].Uses = true;
      End.Uses = true;
    }
  }

  /// A visible function is handed the channel.
  void read(const ChannelUse &Use, const ChannelEnd &Inner) {
    ChannelStep &What = Does[Use.At];
    End.Escapes |= Inner.Escapes;
    End.Uses |= Inner.Uses;
    End.Turns |= Inner.Turns;
    End.Shuts |= Inner.Shuts;
    What.Uses |= Inner.Uses;
    What.Told |= Inner.Turns && !Inner.Leaves;
    What.Shuts |= Inner.Shuts;
    if (Inner.Leaves)
      Handed = Inner.Leaves;
  }

  /// A put outside of the loop that puts is the last one.
  void findLastPuts() {
    if (Task.Side != ChannelDeed::Takes)
      return;
    bool AnyInLoop = usesInLoop();
    for (auto &Each : Does)
      if (Each.second.Uses && !isLoopUse(Each) &&
          (!AnyInLoop || !isLoopAfter(Each.first)))
        Each.second.Shuts = true;
  }

  bool usesInLoop() const {
    return llvm::any_of(Does,
                        [&](const auto &Each) { return isLoopUse(Each); });
  }

  ChannelEnd End;
  ChannelSteps Does;
  /// How a function leaves that is handed the channel.
  std::optional<Departure> Handed;

private:
  template <typename Entry> bool isLoopUse(const Entry &Each) const {
    return Each.second.Uses && isInLoop(Each.first, Root, Unit.code());
  }

  bool isLoopAfter(const Stmt *S) const {
    const SourceManager &Sources = Unit.context().getSourceManager();
    return llvm::any_of(Does, [&](const auto &Each) {
      return isLoopUse(Each) &&
             Sources.isBeforeInTranslationUnit(S->getBeginLoc(),
                                               Each.first->getBeginLoc());
    });
  }

  bool isOtherSide(ChannelDeed::KindType Kind) const {
    return Task.Side == ChannelDeed::Puts ? Kind == ChannelDeed::Takes
                                          : Kind == ChannelDeed::Puts;
  }

  /// Whether the task is told to end: put(nullptr), put({}).
  bool isSentinel(const ChannelUse &Use, ChannelDeed::KindType Kind) const {
    if (Kind != ChannelDeed::Puts || Task.Side != ChannelDeed::Takes)
      return false;
    return llvm::all_of(argumentsOf(Use.Call.At), [&](const Expr *Argument) {
      return Argument == Use.Call.Channel ||
             isConstant(Argument, Unit.context());
    });
  }

  const ChannelTask &Task;
  const TranslationUnit &Unit;
  const Decl *Root;
};

} // namespace

ChannelEnd ChannelEnds::endIn(const FunctionDecl *Function,
                              const ChannelTask &Task, const Bindings &Bound,
                              unsigned Depth) const {
  EndReader Reader(Function, Task, Unit);
  std::vector<ChannelUse> Uses =
      UseOf.usesIn(Function, Task.Channel, Bound, Task.Blocked);
  for (const ChannelUse &Use : Uses) {
    if (Use.Kind != ChannelUse::Hands) {
      Reader.read(Use);
      continue;
    }
    if (Depth == MaxDepth) {
      Reader.End.Escapes = true;
      continue;
    }
    Bindings Inside = Bound;
    auto Arguments = argumentsOf(llvm::cast<Expr>(Use.At));
    bool IsMethod = llvm::isa<CXXOperatorCallExpr>(Use.At) &&
                    llvm::isa<CXXMethodDecl>(Use.To);
    for (unsigned I = IsMethod; I < Arguments.size(); ++I)
      if (I - IsMethod < Use.To->getNumParams())
        Inside[Use.To->getParamDecl(I - IsMethod)] = Arguments[I];
    Reader.read(Use, endIn(Use.To, Task, Inside, Depth + 1));
  }
  Reader.findLastPuts();
  Reader.End.Turns |= Reader.usesInLoop();
  // A function that takes once is a part of its caller's loop.
  if (Reader.End.Escapes || !Reader.End.Uses ||
      (Depth > 0 && !Reader.End.Turns))
    return Reader.End;
  // Whether this closes after all when that function has left is not followed.
  if (Reader.Handed) {
    if (!Reader.End.Shuts)
      Reader.End.Leaves = Reader.Handed;
    return Reader.End;
  }
  Flow Events(Function, ChannelUses::rootOf(Function), {}, Unit.code(),
              Unit.uses());
  const CFG *Graph = Events.graph(/*WithExceptions=*/false);
  if (!Graph) {
    Reader.End.Escapes = true;
    return Reader.End;
  }
  ChannelAnswers Answers(Function, Uses, Task.Decides,
                         Task.Side == ChannelDeed::Takes && Task.EndsByContent,
                         Unit);
  Reader.End.Leaves = walkChannelEnd(Function, Task, Reader.Does, Answers,
                                     *Graph, Events, Unit);
  return Reader.End;
}

} // namespace leash
