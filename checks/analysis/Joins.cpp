//===--- Joins.cpp - where does somebody wait for a thread? ---------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Joins.h"
#include "BlockingWaits.h"
#include "Endings.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

const Stmt *blockOf(const VarDecl *Variable, const FunctionDecl *In,
                    const UserCode &Code) {
  const Stmt *Block = nullptr;
  anyStmt(In->getBody(), [&](const Stmt *S) {
    const auto *Declaration = llvm::dyn_cast<DeclStmt>(S);
    if (!Declaration || !llvm::is_contained(Declaration->decls(), Variable))
      return false;
    Block = Code.parent(S, In);
    return true;
  });
  return llvm::isa_and_nonnull<CompoundStmt>(Block) ? Block : nullptr;
}

bool isSurelyAsync(const Spawn &S, const ASTContext &Context) {
  auto IsNamed = [](const Expr *Policy) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(stripped(Policy));
    return Ref && llvm::isa<EnumConstantDecl>(Ref->getDecl());
  };
  return S.Fact->Dropped == DropEffect::Blocks &&
         llvm::all_of(S.Policies, IsNamed) && !isDeferred(S, Context);
}

namespace {

class JoinFinder {
public:
  explicit JoinFinder(const TranslationUnit &Unit)
      : Unit(Unit), Code(Unit.code()), Api(Unit.api()) {}

  std::vector<Join> run() {
    for (const Site &S : Code.sites())
      addCall(S);
    for (const Spawn &S : Unit.spawns().all())
      addDestructors(S);
    return std::move(Result);
  }

private:
  void add(Join J) {
    if (J.Held.empty() || (J.Function && Code.isBroken(J.Function)))
      return;
    Result.push_back(std::move(J));
  }

  void addCall(const Site &S) {
    const Operand *Party = S.Rows.get(&CallRow::Joins);
    bool IsFuture = !Party;
    if (!Party)
      Party = S.Rows.get(&CallRow::Waits);
    const Expr *Handle = Party ? operandOf(S.E, *Party) : nullptr;
    if (!Handle || S.Rows.is(&CallRow::Timed) || passesOptionalArgument(S.E))
      return;
    if (IsFuture && !Api.isFuture(stripped(Handle)->getType()))
      return;
    Join J;
    J.At = J.Call = S.E;
    J.Function = llvm::dyn_cast<FunctionDecl>(S.Root);
    J.IsInLambda = S.Function != J.Function;
    J.Handle = Unit.handles().placeOf(Handle);
    J.IsFuture = IsFuture;
    if (!J.Function || J.Function->isDependentContext())
      return;
    J.Held = Unit.spawns().heldBy(Handle);
    if (IsFuture && !llvm::all_of(J.Held, [&](const Spawn *Started) {
          return isSurelyAsync(*Started, Unit.context());
        }))
      return;
    add(std::move(J));
  }

  /// Whether what is kept in a \p Type, or in a container that is one, waits
  /// for its thread when it dies. \p IsJoining is set for threads.
  bool joinsAtEnd(QualType Type, const Spawn &S, bool &IsJoining) const {
    if (Type->isArrayType())
      Type = Unit.context().getBaseElementType(Type);
    const TypeRow *Row = Api.type(Type);
    if (Row && Row->Handle != TypeRow::NoHandle) {
      IsJoining = Row->Destructor == Ending::Joins;
      return IsJoining || (Row->Handle == TypeRow::Future &&
                           isSurelyAsync(S, Unit.context()));
    }
    const auto *Class = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        Type->getAsCXXRecordDecl());
    if (!Class || !Class->isInStdNamespace() || !isContainer(Type))
      return false;
    for (const TemplateArgument &Argument : Class->getTemplateArgs().asArray())
      if (Argument.getKind() == TemplateArgument::Type &&
          joinsAtEnd(Argument.getAsType(), S, IsJoining))
        return true;
    return false;
  }

  /// The places where the handle of \p S dies and waits.
  void addDestructors(const Spawn &S) {
    if (S.MovedTo.empty())
      addDestructor(S.Keeper, S);
    for (Place Keeper : S.MovedTo)
      addDestructor(Keeper, S);
  }

  void addDestructor(Place Keeper, const Spawn &S) {
    Join J;
    J.Handle = Keeper;
    if (!Keeper || Keeper->getType()->isDependentType() ||
        !joinsAtEnd(Keeper->getType(), S, J.RequestsStop) ||
        !Ended.insert(Keeper).second)
      return;
    J.IsFuture = !J.RequestsStop;
    bool IsKnown =
        llvm::isa<FieldDecl>(Keeper) ? isEndOfField(J) : isEndOfLocal(J, S);
    if (!IsKnown || hasOtherEnd(Keeper))
      return;
    J.Held = Unit.spawns().keptIn(Keeper);
    add(std::move(J));
  }

  bool isEndOfField(Join &J) const {
    const auto *Class = llvm::dyn_cast<CXXRecordDecl>(
        llvm::cast<FieldDecl>(J.Handle)->getParent());
    if (!Class || Class->isDependentContext() || !Class->hasDefinition())
      return false;
    const CXXDestructorDecl *Destructor = Class->getDestructor();
    if (!Destructor || !Destructor->isUserProvided())
      return true;
    J.Function = definitionOf(Destructor);
    if (!J.Function)
      return false;
    J.End = J.Function->getBody()->getEndLoc();
    return true;
  }

  bool isEndOfLocal(Join &J, const Spawn &S) const {
    const auto *Variable = llvm::dyn_cast<VarDecl>(J.Handle);
    J.Function = llvm::dyn_cast<FunctionDecl>(S.At->Root);
    if (!Variable || !Variable->hasLocalStorage() || !J.Function ||
        llvm::isa<ParmVarDecl>(Variable) || J.Function->isDependentContext() ||
        Variable->getParentFunctionOrMethod() != J.Function)
      return false;
    J.At = blockOf(Variable, J.Function, Code);
    if (!J.At)
      return false;
    J.End = J.At->getEndLoc();
    return true;
  }

  /// Whether the thread of \p Keeper may be joined, let go of or handed on
  /// before its destructor comes to it.
  bool hasOtherEnd(Place Keeper) const {
    auto Is = [&](const Expr *E) {
      return E && Unit.handles().placeOf(E) == Keeper;
    };
    for (const Site &S : Code.sites()) {
      for (auto Fact : {&CallRow::Joins, &CallRow::Waits, &CallRow::Resets,
                        &CallRow::Swaps, &CallRow::Closes})
        if (const Operand *Party = S.Rows.get(Fact))
          if (Is(operandOf(S.E, *Party)))
            return true;
      if (const DetachFact *Detach = S.Rows.get(&CallRow::Detach))
        if (Is(operandOf(S.E, Detach->Handle)))
          return true;
      const Operand *Passed = S.Rows.get(&CallRow::Passes);
      if (Passed && Passed->Kind == Operand::Argument &&
          Is(operandOf(S.E, *Passed)))
        return true;
    }
    return llvm::any_of(Code.functions(), [&](const FunctionDecl *Function) {
      return anyStmt(Function->getBody(), [&](const Stmt *S) {
        if (const auto *Return = llvm::dyn_cast<ReturnStmt>(S))
          return Is(Return->getRetValue());
        const auto *Call = llvm::dyn_cast<CallExpr>(S);
        if (!Call || llvm::isa<CXXOperatorCallExpr>(Call) ||
            !Api.rows(Call).empty())
          return false;
        return llvm::any_of(argumentsOf(Call), Is);
      });
    });
  }

  const TranslationUnit &Unit;
  const UserCode &Code;
  const ApiIndex &Api;
  llvm::DenseSet<Place> Ended;
  std::vector<Join> Result;
};

} // namespace

std::vector<Join> findJoins(const TranslationUnit &Unit) {
  return JoinFinder(Unit).run();
}

} // namespace leash
