//===--- Openings.cpp - what has to be closed? ----------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Openings.h"

using namespace clang;

namespace leash {

namespace {

/// A function that returns what a function returns that starts a thread.
constexpr unsigned MaxRelays = 3;

/// Whether \p At, which takes the handle over, is given more: a deleter.
bool givesDeleter(const Stmt *At) {
  const auto *Construct = llvm::dyn_cast_or_null<CXXConstructExpr>(At);
  if (Construct)
    return argumentsOf(Construct).size() > 1;
  const auto *Call = llvm::dyn_cast_or_null<CXXMemberCallExpr>(At);
  const auto *Method = Call ? Call->getMethodDecl() : nullptr;
  return Method && Method->getIdentifier() && Method->getName() == "reset" &&
         argumentsOf(Call).size() > 1;
}

void setFate(Opening &O, const Handles &HandleFlow) {
  O.HandleFate = HandleFlow.fateOf(O.E, O.Root);
  O.Keeper = O.HandleFate.Where;
  if (O.HandleFate.Kind == Fate::Passed)
    O.Keeper = HandleFlow.keeperBy(llvm::cast<Expr>(O.HandleFate.At), O.Root);
  O.HasDeleter = givesDeleter(O.HandleFate.At);
}

/// Whether \p E speaks of one of several: threads[i], threads + i.
bool isElement(const Expr *E) {
  return E && anyOwnStmt(E, [](const Stmt *S) {
           const auto *Binary = llvm::dyn_cast<BinaryOperator>(S);
           return llvm::isa<ArraySubscriptExpr>(S) ||
                  (Binary && Binary->isAdditiveOp() &&
                   Binary->getType()->isPointerType());
         });
}

/// What the handle of \p O is written to.
const Expr *targetOf(const Opening &O) {
  const Stmt *At = O.HandleFate.At;
  if (O.HandleFate.Kind != Fate::Assigned || !At)
    return nullptr;
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(At))
    return Binary->getLHS();
  const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(At);
  return Operator ? Operator->getArg(0) : nullptr;
}

Opening openingOf(const Spawn &S) {
  Opening O;
  O.E = S.At->E;
  O.Function = S.At->Function;
  O.Root = S.At->Root;
  O.Keeper = S.Keeper;
  O.MovedTo = S.MovedTo;
  O.HandleFate = S.HandleFate;
  O.Started = &S;
  O.Success = S.Fact->Success;
  O.HasDeleter = givesDeleter(S.HandleFate.At);
  bool IsOut = S.Fact->Handle.Kind == Operand::Argument;
  O.IsElement = isElement(IsOut ? operandOf(O.E, S.Fact->Handle) : targetOf(O));
  return O;
}

/// What the pool is called that \p S starts a thread into; empty when the
/// handle is no pool.
llvm::StringRef poolOf(const Spawn &S, const ApiIndex &Api) {
  if (S.Fact->Handle.Kind != Operand::This)
    return "";
  const Expr *Object = receiverOf(S.At->E);
  const TypeRow *Row =
      Object ? Api.type(recordBehind(Object->getType())) : nullptr;
  return Row ? llvm::StringRef(Row->Pool) : "";
}

/// threads.emplace_back(work).join();
bool isClosedAtOnce(const Spawn &S, const UserCode &Code,
                    const Handles &HandleFlow) {
  if (!S.At->Rows.get(&CallRow::Makes))
    return false;
  Fate Next = HandleFlow.fateOf(S.At->E, S.At->Root);
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Next.At);
  if (Next.Kind != Fate::Received || !Call)
    return false;
  CallRows Rows = Code.api().rows(Call);
  return Rows.get(&CallRow::Joins) || Rows.get(&CallRow::Detach);
}

/// Whether threads are started into objects of \p Class from outside, so that
/// making one starts none.
bool startsEmpty(const CXXRecordDecl *Class, const ApiIndex &Api) {
  return Class->hasDefinition() &&
         llvm::any_of(Class->methods(), [&](const CXXMethodDecl *Method) {
           const SpawnFact *Spawn =
               Api.rows(Method, Class).get(&CallRow::Spawn);
           return Spawn && Spawn->Handle.Kind == Operand::This;
         });
}

/// The class of the handle that \p S makes; null for a handle of C.
const CXXRecordDecl *handleClass(const Spawn &S, const ApiIndex &Api) {
  if (const MakesFact *Makes = S.At->Rows.get(&CallRow::Makes))
    return classMadeBy(S.At->E, *Makes);
  const Expr *Handle = operandOf(S.At->E, S.Fact->Handle);
  if (!Handle || S.Fact->Handle.Kind == Operand::Argument)
    return nullptr;
  return heldClass(Handle->getType(), Api);
}

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
      if (Type->isReferenceType() || Type->isPointerType())
        Starters.try_emplace(Parameter, O);
      return;
    }
    if (O.HandleFate.Kind == Fate::Returned || isReturned(O))
      Makers.try_emplace(O.Function->getCanonicalDecl(), O);
  }

  bool isReturned(const Opening &O) const {
    const auto *Local = llvm::dyn_cast_or_null<VarDecl>(O.Keeper);
    if (!Local || !Local->hasLocalStorage())
      return false;
    return anyOwnStmt(O.Function->getBody(), [&](const Stmt *S) {
      const auto *Return = llvm::dyn_cast<ReturnStmt>(S);
      const Expr *Value = Return ? Return->getRetValue() : nullptr;
      return Value && HandleFlow.placeOf(Value) == O.Keeper;
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
      setFate(O, HandleFlow);
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

/// Finds the places where pools are made.
class PoolFinder {
public:
  PoolFinder(const UserCode &Code, const Handles &HandleFlow,
             const PoolNames &NameOf)
      : Code(Code), HandleFlow(HandleFlow), NameOf(NameOf) {}

  std::vector<Opening> run() {
    for (const Decl *Root : Code.roots()) {
      const auto *Function = llvm::dyn_cast<FunctionDecl>(Root);
      if (Code.isBroken(Function))
        continue;
      if (const auto *Field = llvm::dyn_cast<FieldDecl>(Root))
        addImplicit(Field);
      for (const Stmt *Part : partsOf(Root))
        addIn(Part, Function, Root);
    }
    return std::move(Result);
  }

private:
  void addIn(const Stmt *Part, const FunctionDecl *Function, const Decl *Root) {
    anyOwnStmt(Part, [&](const Stmt *S) {
      if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(S))
        addIn(Lambda->getBody(), Lambda->getCallOperator(), Root);
      else if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S))
        addConstruction(Construct, Function, Root);
      else if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
        addCall(Call, Function, Root);
      return false;
    });
  }

  void addConstruction(const CXXConstructExpr *Construct,
                       const FunctionDecl *Function, const Decl *Root) {
    const CXXConstructorDecl *Constructor = Construct->getConstructor();
    if (Constructor->isCopyOrMoveConstructor())
      return;
    Opening O = at(Construct, Function, Root);
    O.Class = Constructor->getParent();
    O.Pool = NameOf(O.Class, Constructor);
    if (!O.isPool() || startsEmpty(O.Class, Code.api()))
      return;
    setFate(O, HandleFlow);
    Result.push_back(std::move(O));
  }

  void addCall(const CallExpr *Call, const FunctionDecl *Function,
               const Decl *Root) {
    CallRows Rows = Code.api().rows(Call);
    Opening O = at(Call, Function, Root);
    if (const OpensFact *Opens = Rows.get(&CallRow::Opens)) {
      O.Pool = Opens->What;
      O.Success = Opens->Success;
      if (Opens->Handle.Kind == Operand::Result)
        setFate(O, HandleFlow);
      else if (const Expr *Out = operandOf(Call, Opens->Handle))
        O.Keeper = HandleFlow.placeOf(Out);
      Result.push_back(std::move(O));
      return;
    }
    const MakesFact *Makes = Rows.get(&CallRow::Makes);
    O.Class = Makes ? classMadeBy(Call, *Makes) : nullptr;
    if (!O.Class || argumentsOf(Call).size() < Makes->From)
      return;
    O.Pool = NameOf(O.Class, nullptr);
    if (!O.isPool())
      return;
    setFate(O, HandleFlow);
    // A container keeps what it makes.
    if (const Expr *Container = receiverOf(Call)) {
      O.Keeper = HandleFlow.placeOf(Container);
      O.HandleFate = Fate();
      O.HandleFate.Kind = Fate::Passed;
      O.HandleFate.At = Call;
    }
    Result.push_back(std::move(O));
  }

  /// Pool pool_; without an initialiser.
  void addImplicit(const FieldDecl *Field) {
    const CXXRecordDecl *Class = Field->getType()->getAsCXXRecordDecl();
    if (!Class || Field->hasInClassInitializer() || !Class->hasDefinition())
      return;
    for (const CXXConstructorDecl *Constructor : Class->ctors()) {
      if (!Constructor->isDefaultConstructor())
        continue;
      Opening O = at(nullptr, nullptr, Field);
      O.Class = Class;
      O.Pool = NameOf(Class, Constructor);
      O.Keeper = Field;
      if (O.isPool())
        Result.push_back(std::move(O));
    }
  }

  static Opening at(const Expr *E, const FunctionDecl *Function,
                    const Decl *Root) {
    Opening O;
    O.E = E;
    O.Function = Function;
    O.Root = Root;
    return O;
  }

  const UserCode &Code;
  const Handles &HandleFlow;
  const PoolNames &NameOf;
  std::vector<Opening> Result;
};

bool opensPools(const UserCode &Code) {
  return llvm::any_of(Code.sites(), [](const Site &S) {
    return S.Rows.get(&CallRow::Opens) != nullptr;
  });
}

} // namespace

std::vector<Opening> threadOpenings(const UserCode &Code,
                                    const Handles &HandleFlow,
                                    const Spawns &SpawnList) {
  std::vector<Opening> Result;
  for (const Spawn &S : SpawnList.all())
    if (S.Fact->Starts == SpawnFact::Thread && poolOf(S, Code.api()).empty() &&
        !isClosedAtOnce(S, Code, HandleFlow))
      Result.push_back(openingOf(S));
  for (Opening &O : Result)
    O.Class = handleClass(*O.Started, Code.api());
  Relays(Code, HandleFlow).addTo(Result);
  return Result;
}

std::vector<Opening> poolOpenings(const UserCode &Code,
                                  const Handles &HandleFlow,
                                  const Spawns &SpawnList,
                                  const PoolNames &NameOf, bool HasOwnPools) {
  if (!HasOwnPools && !Code.api().mentionsPools() && !opensPools(Code))
    return {};
  std::vector<Opening> Result = PoolFinder(Code, HandleFlow, NameOf).run();
  for (const Spawn &S : SpawnList.all()) {
    llvm::StringRef Pool = poolOf(S, Code.api());
    if (Pool.empty())
      continue;
    Opening O = openingOf(S);
    O.Pool = Pool;
    O.Class = recordBehind(receiverOf(S.At->E)->getType());
    O.IsElement = true; // One of many: it replaces nothing.
    Result.push_back(std::move(O));
  }
  Relays(Code, HandleFlow).addTo(Result);
  return Result;
}

} // namespace leash
