//===--- Closing.cpp - is it closed on every path? ------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Closing.h"
#include "PathWalk.h"
#include "llvm/ADT/MapVector.h"

using namespace clang;

namespace leash {

namespace {

/// The local variable that holds what \p O opens, in the same function.
const VarDecl *localKeeper(const Opening &O) {
  const auto *Local = llvm::dyn_cast_or_null<VarDecl>(O.Keeper);
  bool IsHere = Local && O.Function && Local->hasLocalStorage() &&
                !llvm::isa<ParmVarDecl>(Local) &&
                Local->getParentFunctionOrMethod() == O.Function &&
                // g_autoptr(GThread)
                !Local->hasAttr<CleanupAttr>();
  return IsHere ? Local : nullptr;
}

/// Whether the handle that \p O returns dies with its expression.
bool isTemporary(const Opening &O, const ApiIndex &Api) {
  if (O.HandleFate.Kind == Fate::Discarded)
    return O.isPool() || !O.HandleFate.ByNew;
  if (O.HandleFate.Kind != Fate::Received || O.HandleFate.ByNew)
    return false;
  // std::thread(f).get_id();
  const auto *Call = llvm::dyn_cast<CallExpr>(O.HandleFate.At);
  if (!Call)
    return false;
  CallRows Rows = Api.rows(Call);
  return Rows.get(&CallRow::Identifies) || Rows.get(&CallRow::Observes) ||
         Rows.get(&CallRow::Joinable);
}

class LeakFinder {
public:
  LeakFinder(const UserCode &Code, const Uses &UseOf, ClosingSearch &Search)
      : Code(Code), UseOf(UseOf), Search(Search) {}

  std::vector<Leak> run(llvm::ArrayRef<Opening> List) {
    for (const Opening &O : List) {
      if (O.HasDeleter || O.MayFail)
        continue;
      if (localKeeper(O))
        ByFunction[O.Function].push_back(&O);
      else if (O.Function && isTemporary(O, Code.api()))
        addTemporary(O);
    }
    for (const auto &[Function, Opened] : ByFunction)
      follow(Function, Opened);
    return std::move(Result);
  }

private:
  void addTemporary(const Opening &O) {
    std::optional<Ending> Effect = Search.EndingOf(O.E->getType());
    if (O.HandleFate.ByNew)
      Effect = Ending::Leaks;
    if (!Effect || *Effect == Ending::Joins)
      return;
    Leak L;
    L.Opened = &O;
    L.Effect = *Effect;
    L.IsNeverClosed = true;
    Result.push_back(std::move(L));
  }

  void follow(const FunctionDecl *Function,
              llvm::ArrayRef<const Opening *> Opened) {
    Flow Events(Function, Opened.front()->Root, Opened, Code, UseOf);
    const CFG *Graph = Events.graph(Search.CheckExceptions);
    if (!Graph) {
      Search.GivenUp += Events.isTooLarge();
      return;
    }
    for (const Opening *O : Opened) {
      if (Reported.contains(localKeeper(*O)))
        continue;
      PathWalk Walk(*O, Function, Events, *Graph, Code, UseOf, Search);
      std::optional<Leak> L = Walk.run();
      Search.GivenUp += Walk.isGivenUp();
      if (!L)
        continue;
      Reported.insert(localKeeper(*O));
      Result.push_back(std::move(*L));
    }
  }

  const UserCode &Code;
  const Uses &UseOf;
  ClosingSearch &Search;
  llvm::MapVector<const FunctionDecl *, llvm::SmallVector<const Opening *, 4>>
      ByFunction;
  llvm::DenseSet<const VarDecl *> Reported;
  std::vector<Leak> Result;
};

} // namespace

std::vector<Leak> findLeaks(llvm::ArrayRef<Opening> List, const UserCode &Code,
                            const Uses &UseOf, ClosingSearch &Search) {
  return LeakFinder(Code, UseOf, Search).run(List);
}

} // namespace leash
