//===--- Relays.cpp - who opens for others? -------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Relays.h"

using namespace clang;

namespace leash {

namespace {

/// A function that returns what a function returns that starts a thread.
constexpr unsigned MaxRelays = 3;

/// Finds the calls of functions that open something for their callers.
class Relays {
public:
  Relays(const UserCode &Code, const Handles &HandleFlow)
      : Code(Code), HandleFlow(HandleFlow) {}

  void addTo(std::vector<Opening> &List) {
    size_t First = 0;
    for (unsigned Turn = 0; Turn < MaxRelays && First < List.size(); ++Turn) {
      Makers.clear();
      Starters.clear();
      for (size_t I = First; I < List.size(); ++I)
        note(List[I]);
      First = List.size();
      if (Makers.empty() && Starters.empty())
        return;
      for (const Decl *Root : Code.roots())
        if (!Code.isBroken(llvm::dyn_cast<FunctionDecl>(Root)))
          addCallsIn(Root, List);
    }
  }

private:
  void note(const Opening &O) {
    if (!O.Function || O.HasDeleter)
      return;
    const auto *Parameter = llvm::dyn_cast_or_null<ParmVarDecl>(O.Keeper);
    if (Parameter && Parameter->getParentFunctionOrMethod() == O.Function) {
      QualType Type = Parameter->getType();
      if ((Type->isReferenceType() || Type->isPointerType()) &&
          !isClosedAgain(Parameter, O.Root))
        Starters.try_emplace(Parameter, O);
      return;
    }
    if (O.HandleFate.Kind == Fate::Returned || isReturned(O))
      Makers.try_emplace(O.Function->getCanonicalDecl(), O);
  }

  /// return t; return std::move(t); but not return t.get();
  static bool isHandleItself(const Expr *Value) {
    const Expr *E = withoutCopies(Value);
    return llvm::isa<DeclRefExpr>(E) || E->isXValue();
  }

  /// Whether the function that starts into \p Parameter also joins.
  bool isClosedAgain(const ParmVarDecl *Parameter, const Decl *Root) const {
    return llvm::any_of(Code.sites(), [&](const Site &S) {
      if (S.Root != Root)
        return false;
      const DetachFact *Detach = S.Rows.get(&CallRow::Detach);
      for (const Operand *Op :
           {S.Rows.get(&CallRow::Joins), S.Rows.get(&CallRow::Closes),
            Detach ? &Detach->Handle : nullptr})
        if (const Expr *Closed = Op ? operandOf(S.E, *Op) : nullptr)
          if (HandleFlow.placeOf(Closed) == Parameter)
            return true;
      return false;
    });
  }

  bool isReturned(const Opening &O) const {
    const auto *Local = llvm::dyn_cast_or_null<VarDecl>(O.Keeper);
    // What is stored as well is not the caller's.
    if (!Local || !Local->hasLocalStorage() || !O.MovedTo.empty())
      return false;
    return anyOwnStmt(O.Function->getBody(), [&](const Stmt *S) {
      const auto *Return = llvm::dyn_cast<ReturnStmt>(S);
      const Expr *Value = Return ? Return->getRetValue() : nullptr;
      return Value && isHandleItself(Value) &&
             HandleFlow.placeOf(Value) == O.Keeper;
    });
  }

  void addCallsIn(const Decl *Root, std::vector<Opening> &List) const {
    for (const Stmt *Part : partsOf(Root))
      addCallsIn(Part, llvm::dyn_cast<FunctionDecl>(Root), Root, List);
  }

  void addCallsIn(const Stmt *Part, const FunctionDecl *Function,
                  const Decl *Root, std::vector<Opening> &List) const {
    anyOwnStmt(Part, [&](const Stmt *S) {
      if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(S))
        addCallsIn(Lambda->getBody(), Lambda->getCallOperator(), Root, List);
      if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
        add(Call, Function, Root, List);
      return false;
    });
  }

  void add(const CallExpr *Call, const FunctionDecl *Function, const Decl *Root,
           std::vector<Opening> &List) const {
    const FunctionDecl *Callee = definitionOf(Call->getDirectCallee());
    if (!Callee || Callee == Function)
      return;
    auto Maker = Makers.find(Callee->getCanonicalDecl());
    if (Maker != Makers.end()) {
      Opening O = relayed(Maker->second, Call, Function, Root);
      setFate(O, Code, HandleFlow);
      List.push_back(std::move(O));
    }
    auto Arguments = argumentsOf(Call);
    bool IsOperator = llvm::isa<CXXOperatorCallExpr>(Call) &&
                      llvm::isa<CXXMethodDecl>(Callee);
    for (size_t I = IsOperator ? 1 : 0; I < Arguments.size(); ++I) {
      size_t Index = I - (IsOperator ? 1 : 0);
      if (Index >= Callee->getNumParams())
        break;
      auto Starter = Starters.find(Callee->getParamDecl(Index));
      if (Starter == Starters.end())
        continue;
      Opening O = relayed(Starter->second, Call, Function, Root);
      O.Keeper = HandleFlow.placeOf(Arguments[I]);
      O.IsElement = isElement(Arguments[I]);
      tellSuccess(O, Starter->second);
      List.push_back(std::move(O));
    }
  }

  /// Whether \p O failed may show in what its function returns.
  void tellSuccess(Opening &O, const Opening &Inner) const {
    if (O.E->getType()->isVoidType())
      return;
    if (Inner.Success && returnsResult(Inner)) {
      O.Success = Inner.Success;
      return;
    }
    const Stmt *Parent = Code.parent(O.E, O.Root);
    O.MayFail = Parent && llvm::isa<Expr, DeclStmt, ReturnStmt, IfStmt,
                                    WhileStmt, ForStmt, DoStmt>(Parent);
  }

  /// return pthread_create(...); or of a variable that has its result.
  bool returnsResult(const Opening &Inner) const {
    Fate Result = HandleFlow.fateOf(Inner.E, Inner.Root);
    if (Result.Kind == Fate::Returned)
      return true;
    if (!Result.Where || !Inner.Function)
      return false;
    bool Returns = false, ReturnsOther = false;
    anyOwnStmt(Inner.Function->getBody(), [&](const Stmt *S) {
      const auto *Return = llvm::dyn_cast<ReturnStmt>(S);
      if (!Return || !Return->getRetValue())
        return false;
      bool IsResult = HandleFlow.placeOf(Return->getRetValue()) == Result.Where;
      Returns |= IsResult;
      ReturnsOther |= !IsResult;
      return false;
    });
    return Returns && !ReturnsOther;
  }

  static Opening relayed(const Opening &Inner, const CallExpr *Call,
                         const FunctionDecl *Function, const Decl *Root) {
    Opening O;
    O.E = Call;
    O.Function = Function;
    O.Root = Root;
    O.Started = Inner.Started;
    O.Pool = Inner.Pool;
    O.Class = Inner.Class;
    return O;
  }

  const UserCode &Code;
  const Handles &HandleFlow;
  llvm::DenseMap<const FunctionDecl *, Opening> Makers;
  llvm::DenseMap<const ParmVarDecl *, Opening> Starters;
};

} // namespace

void addRelays(std::vector<Opening> &List, const UserCode &Code,
               const Handles &HandleFlow) {
  Relays(Code, HandleFlow).addTo(List);
}

} // namespace leash
