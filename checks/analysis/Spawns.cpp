//===--- Spawns.cpp - what starts here, and what does it run? -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Spawns.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using llvm::SmallVector;

namespace leash {

namespace {

/// Wrappers around wrappers around a callable: more than this is a cycle.
constexpr unsigned MaxDepth = 12;

const FunctionDecl *callOperator(const CXXRecordDecl *Class) {
  const FunctionDecl *Found = nullptr;
  for (const CXXMethodDecl *Method : Class->methods()) {
    if (Method->getOverloadedOperator() != OO_Call)
      continue;
    if (Found)
      return nullptr;
    Found = Method;
  }
  return Found;
}

} // namespace

const CXXRecordDecl *classMadeBy(const Expr *E, const MakesFact &Makes) {
  const auto *Call = llvm::dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  const TemplateArgumentList *Arguments = nullptr;
  if (const Expr *Object = receiverOf(E)) {
    const auto *Class = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        recordBehind(Object->getType()));
    Arguments = Class ? &Class->getTemplateArgs() : nullptr;
  } else if (Callee) {
    Arguments = Callee->getTemplateSpecializationArgs();
  }
  if (!Arguments || Makes.TemplateArgument >= Arguments->size())
    return nullptr;
  const TemplateArgument &Made = Arguments->get(Makes.TemplateArgument);
  if (Made.getKind() != TemplateArgument::Type)
    return nullptr;
  // A container of pointers to threads makes pointers, not threads.
  return Made.getAsType()->getAsCXXRecordDecl();
}

const FunctionDecl *functionNamedBy(const Expr *E) {
  if (const auto *Address = llvm::dyn_cast<UnaryOperator>(E))
    if (Address->getOpcode() == UO_AddrOf)
      E = stripped(Address->getSubExpr());
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
    return llvm::dyn_cast<FunctionDecl>(Ref->getDecl());
  return nullptr;
}

Spawns::Spawns(const UserCode &Code, const Handles &HandleFlow)
    : Code(Code), HandleFlow(HandleFlow) {
  for (const Site &S : Code.sites()) {
    if (S.Rows.get(&CallRow::Spawn))
      addSpawn(S);
    else if (const MakesFact *Makes = S.Rows.get(&CallRow::Makes))
      addMade(S, *Makes);
  }
  for (size_t I = 0; I < List.size(); ++I)
    ByExpression.try_emplace(List[I].At->E, I);
}

void Spawns::addSpawn(const Site &S) {
  Spawn Found;
  Found.At = &S;
  Found.Fact = S.Rows.get(&CallRow::Spawn);
  for (const Expr *Argument : argumentsOf(S.E)) {
    bool Leads = Found.Arguments.empty();
    if (Leads && isPolicy(Argument, *Found.Fact))
      Found.Policies.push_back(Argument);
    else
      Found.Arguments.push_back(Argument);
  }
  // Default, copy and move constructors start nothing.
  if (Found.Arguments.size() <= Found.Fact->Body)
    return;
  const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(S.E);
  if (Construct && Construct->getConstructor()->isCopyOrMoveConstructor())
    return;
  finish(std::move(Found));
}

void Spawns::addMade(const Site &S, const MakesFact &Makes) {
  const CXXRecordDecl *Class = classMadeBy(S.E, Makes);
  if (!Class)
    return;
  Spawn Found;
  Found.At = &S;
  Found.Fact = Code.api().constructorRows(Class).get(&CallRow::Spawn);
  auto Arguments = argumentsOf(S.E);
  if (!Found.Fact || Arguments.size() <= Makes.From)
    return;
  Found.Arguments.append(Arguments.begin() + Makes.From, Arguments.end());
  // emplace_back(std::thread(f)) moves a handle in: the inner spawn counts.
  const TypeRow *Moved = Code.api().type(Found.Arguments.front()->getType());
  if (Moved && Moved->Handle != TypeRow::NoHandle)
    return;
  if (const Expr *Container = receiverOf(S.E)) {
    Found.Keeper = HandleFlow.placeOf(Container);
    Found.HandleFate.Kind = Fate::Passed;
    Found.HandleFate.At = S.E;
    List.push_back(std::move(Found));
    return;
  }
  finish(std::move(Found));
}

void Spawns::finish(Spawn S) {
  const Operand &Handle = S.Fact->Handle;
  if (Handle.Kind == Operand::Result) {
    S.HandleFate = HandleFlow.fateOf(S.At->E, S.At->Root);
    S.Keeper = S.HandleFate.Where;
    // threads.push_back(std::thread(f)): the container keeps it.
    if (S.HandleFate.Kind == Fate::Passed)
      S.Keeper =
          HandleFlow.keeperBy(llvm::cast<Expr>(S.HandleFate.At), S.At->Root);
  } else if (const Expr *Out = operandOf(S.At->E, Handle)) {
    S.Keeper = HandleFlow.placeOf(Out);
  }
  followMoves(S);
  List.push_back(std::move(S));
}

void Spawns::followMoves(Spawn &S) {
  const auto *Local = llvm::dyn_cast_or_null<VarDecl>(S.Keeper);
  const auto *Root = llvm::dyn_cast<FunctionDecl>(S.At->Root);
  if (!Local || !Local->hasLocalStorage() || !Root)
    return;
  for (const auto &[From, To] : movesIn(Root))
    if (From == Local && To != Local)
      S.MovedTo.push_back(To);
}

/// threads.push_back(std::move(t)); worker_ = std::move(t);
const Spawns::Moves &Spawns::movesIn(const FunctionDecl *Root) {
  auto [Known, IsNew] = MovesByRoot.try_emplace(Root);
  Moves &Found = Known->second;
  if (!IsNew)
    return Found;
  anyStmt(Root->getBody(), [&](const Stmt *Next) {
    const auto *Call = llvm::dyn_cast<CallExpr>(Next);
    const auto *Operator = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(Call);
    const Expr *Taker = Operator ? Operator->getArg(0)
                        : Call   ? receiverOf(Call)
                                 : nullptr;
    Place To = Taker ? HandleFlow.placeOf(Taker) : nullptr;
    if (!To)
      return false;
    for (const Expr *Argument : argumentsOf(Call))
      if (Argument != Taker)
        if (Place From = HandleFlow.placeOf(Argument))
          Found.emplace_back(From, To);
    return false;
  });
  return Found;
}

bool Spawns::isPolicy(const Expr *Argument, const SpawnFact &Fact) const {
  if (Fact.Policies.empty())
    return false;
  QualType Type = Argument->getType().getNonReferenceType();
  if (!Type->getPointeeType().isNull())
    Type = Type->getPointeeType();
  const TagDecl *Tag = Type->getAsTagDecl();
  return Tag && llvm::any_of(Fact.Policies, [&](const std::string &Name) {
           return Code.api().isNamed(Tag, Name);
         });
}

const Spawn *Spawns::at(const Expr *E) const {
  auto Found = ByExpression.find(E);
  return Found == ByExpression.end() ? nullptr : &List[Found->second];
}

SmallVector<const Spawn *, 2> Spawns::keptIn(Place Keeper) const {
  SmallVector<const Spawn *, 2> Result;
  for (const Spawn &S : List)
    if (Keeper && (S.Keeper == Keeper || llvm::is_contained(S.MovedTo, Keeper)))
      Result.push_back(&S);
  return Result;
}

void Spawns::returnedBy(const FunctionDecl *Function,
                        llvm::SmallVectorImpl<const Spawn *> &Result) const {
  const FunctionDecl *Definition = definitionOf(Function);
  if (!Definition)
    return;
  for (const Spawn &S : List)
    if (S.At->Function == Definition && S.HandleFate.Kind == Fate::Returned)
      Result.push_back(&S);
}

SmallVector<const Spawn *, 2> Spawns::heldBy(const Expr *Handle) const {
  const Expr *E = withoutCopies(Handle);
  SmallVector<const Spawn *, 2> Result;
  // std::thread(f).detach(), (new std::thread(f))->detach(), through moves.
  for (unsigned Depth = 0; E && Depth < MaxDepth; ++Depth) {
    if (const auto *New = llvm::dyn_cast<CXXNewExpr>(E))
      E = stripped(New->getConstructExpr());
    if (!E)
      break;
    if (const Spawn *S = at(E)) {
      Result.push_back(S);
      return Result;
    }
    const auto *Call = llvm::dyn_cast<CallExpr>(E);
    if (!Call)
      break;
    // start()->detach(), where start() returns a smart pointer.
    const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call);
    if (Operator && (Operator->getOperator() == OO_Arrow ||
                     Operator->getOperator() == OO_Star)) {
      E = withoutCopies(Operator->getArg(0));
      continue;
    }
    const Operand *Stands = Code.api().rows(Call).get(&CallRow::Passes);
    if (!Stands) {
      returnedBy(Call->getDirectCallee(), Result);
      break;
    }
    E = withoutCopies(operandOf(Call, *Stands));
  }
  if (!Result.empty())
    return Result;
  Place Keeper = HandleFlow.placeOf(Handle);
  Result = keptIn(Keeper);
  const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(Keeper);
  if (!Result.empty() || !Variable || !Variable->hasInit())
    return Result;
  // auto t = start(); where start() is visible.
  if (const auto *Call =
          llvm::dyn_cast<CallExpr>(withoutCopies(Variable->getInit())))
    returnedBy(Call->getDirectCallee(), Result);
  return Result;
}

Task Spawns::taskOf(const Spawn &S) const {
  Task Result;
  const SpawnFact &Fact = *S.Fact;
  if (Fact.Body >= S.Arguments.size())
    return Result;
  Result.Callable = S.Arguments[Fact.Body];
  Result.FirstParameter = Fact.Parameter;
  if (Fact.Arguments && *Fact.Arguments < S.Arguments.size())
    Result.Arguments.append(S.Arguments.begin() + *Fact.Arguments,
                            S.Arguments.end());
  resolve(Result.Callable, Result, 0);
  return Result;
}

Task Spawns::taskFor(const Expr *Callable) const {
  Task Result;
  Result.Callable = Callable;
  resolve(Callable, Result, 0);
  return Result;
}

void Spawns::resolve(const Expr *Callable, Task &Result, unsigned Depth) const {
  const Expr *E = stripped(Callable);
  if (!E || Depth > MaxDepth)
    return;
  if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(E)) {
    Result.Lambda = Lambda;
    Result.Function = Lambda->getCallOperator();
    return;
  }
  if (const FunctionDecl *Function = functionNamedBy(E))
    return resolveMember(Function, Result);
  CallRows Rows = Code.api().rows(E);
  if (const CallableFact *Wraps = Rows.get(&CallRow::Callable)) {
    auto Arguments = argumentsOf(E);
    if (Wraps->Body < Arguments.size()) {
      if (Wraps->Arguments && *Wraps->Arguments < Arguments.size())
        Result.Arguments.assign(Arguments.begin() + *Wraps->Arguments,
                                Arguments.end());
      return resolve(Arguments[Wraps->Body], Result, Depth + 1);
    }
  }
  if (const Operand *Stands = Rows.get(&CallRow::Passes))
    if (const Expr *Behind = operandOf(E, *Stands))
      return resolve(Behind, Result, Depth + 1);
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    if (Construct->getNumArgs() >= 1 &&
        Construct->getConstructor()->isCopyOrMoveConstructor())
      return resolve(Construct->getArg(0), Result, Depth + 1);
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E))
    if (const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl()))
      if (Variable->hasInit() && !llvm::isa<ParmVarDecl>(Variable))
        resolve(Variable->getInit(), Result, Depth + 1);
  // The arguments of a construction in a template have no type together.
  if (!Result.Function && !E->getType().isNull())
    if (const CXXRecordDecl *Class = E->getType()->getAsCXXRecordDecl())
      resolveFunctor(Class, Result);
}

/// A pointer to a method takes its object as the first argument.
void Spawns::resolveMember(const FunctionDecl *Function, Task &Result) const {
  Result.Function = Function;
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Function);
  if (!Method || Method->isStatic() || Result.Arguments.empty())
    return;
  Result.Object = Result.Arguments.front();
  Result.Arguments.erase(Result.Arguments.begin());
}

void Spawns::resolveFunctor(const CXXRecordDecl *Class, Task &Result) const {
  // std::function and its kind have a call operator that says nothing.
  if (!Class->hasDefinition() || Code.isForeign(Class->getLocation()))
    return;
  Result.Function = callOperator(Class->getDefinition());
}

static bool isEnumerator(QualType Type, llvm::StringRef QualifiedName,
                         const llvm::APSInt &Value) {
  const auto *Enum = llvm::dyn_cast_or_null<EnumDecl>(
      Type.getNonReferenceType()->getAsTagDecl());
  return Enum &&
         llvm::any_of(Enum->enumerators(), [&](const EnumConstantDecl *D) {
           return QualifiedName.rsplit(':').second == D->getName() &&
                  llvm::APSInt::isSameValue(D->getInitVal(), Value);
         });
}

bool isDeferred(const Spawn &S, const ASTContext &Context) {
  llvm::StringRef Name = S.Fact->Deferred;
  return !Name.empty() && llvm::any_of(S.Policies, [&](const Expr *Policy) {
    Expr::EvalResult Value;
    return !Policy->isValueDependent() &&
           Policy->EvaluateAsInt(Value, Context) &&
           isEnumerator(Policy->getType(), Name, Value.Val.getInt());
  });
}

const CXXNewExpr *newExpression(const Spawn &S, const UserCode &Code) {
  const Stmt *Parent = S.At->E;
  while (Parent && !llvm::isa<CXXNewExpr>(Parent))
    Parent = Code.parent(Parent, S.At->Root);
  return llvm::cast<CXXNewExpr>(Parent);
}

} // namespace leash
