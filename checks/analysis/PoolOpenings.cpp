//===--- PoolOpenings.cpp - where are pools made? -------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PoolOpenings.h"
#include "Relays.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace leash {

namespace {

/// Whether threads are started into objects of \p Class from outside, so that
/// making one starts none.
bool startsEmpty(const CXXRecordDecl *Class, const ApiIndex &Api) {
  return Class->hasDefinition() &&
         llvm::any_of(Class->getDefinition()->decls(), [&](const Decl *D) {
           const auto *Template = llvm::dyn_cast<FunctionTemplateDecl>(D);
           const auto *Method = llvm::dyn_cast<CXXMethodDecl>(
               Template ? Template->getTemplatedDecl() : D);
           const SpawnFact *Spawn =
               Method ? Api.rows(Method, Class).get(&CallRow::Spawn) : nullptr;
           return Spawn && Spawn->Handle.Kind == Operand::This;
         });
}

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
    setFate(O, Code, HandleFlow);
    O.HasDeleter |= O.HandleFate.ByNew && isGivenOwner(Construct);
    Result.push_back(std::move(O));
  }

  /// new Pool(parent): whether a constructor that is not visible is told of
  /// another object, which may then own the new one.
  bool isGivenOwner(const CXXConstructExpr *Construct) const {
    const FunctionDecl *Constructor = definitionOf(Construct->getConstructor());
    unsigned Index = 0;
    for (const Expr *Argument : argumentsOf(Construct)) {
      const ParmVarDecl *Parameter =
          Constructor && Index < Constructor->getNumParams()
              ? Constructor->getParamDecl(Index)
              : nullptr;
      ++Index;
      if (!Argument->getType()->isPointerType() ||
          !recordBehind(Argument->getType()))
        continue;
      if (!Constructor || (Parameter && isPassedOn(Parameter, Constructor)))
        return true;
    }
    return false;
  }

  bool isPassedOn(const ParmVarDecl *Parameter,
                  const FunctionDecl *Constructor) const {
    return llvm::any_of(partsOf(Constructor), [&](const Stmt *Part) {
      return anyStmt(Part, [&](const Stmt *S) {
        const FunctionDecl *Callee = nullptr;
        if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
          Callee = Call->getDirectCallee();
        else if (const auto *Made = llvm::dyn_cast<CXXConstructExpr>(S))
          Callee = Made->getConstructor();
        return Callee && !isVisible(Callee) &&
               llvm::any_of(argumentsOf(llvm::cast<Expr>(S)),
                            [&](const Expr *Argument) {
                              return HandleFlow.placeOf(Argument) == Parameter;
                            });
      });
    });
  }

  void addCall(const CallExpr *Call, const FunctionDecl *Function,
               const Decl *Root) {
    CallRows Rows = Code.api().rows(Call);
    Opening O = at(Call, Function, Root);
    if (const OpensFact *Opens = Rows.get(&CallRow::Opens)) {
      O.Pool = Opens->What;
      O.Success = Opens->Success;
      if (Opens->Handle.Kind == Operand::Result)
        setFate(O, Code, HandleFlow);
      else if (const Expr *Out = operandOf(Call, Opens->Handle)) {
        O.Keeper = HandleFlow.placeOf(Out);
        O.IsElement = isElement(Out);
      }
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
    setFate(O, Code, HandleFlow);
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
    Opening O = openingOf(S, Code, HandleFlow);
    O.Pool = Pool;
    O.Class = recordBehind(receiverOf(S.At->E)->getType());
    O.IsElement = true; // One of many: it replaces nothing.
    Result.push_back(std::move(O));
  }
  addRelays(Result, Code, HandleFlow);
  return Result;
}

} // namespace leash
