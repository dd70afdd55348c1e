//===--- ChannelUses.cpp - where does a channel go? -----------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChannelUses.h"
#include "Wakes.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// The outermost lambda around \p S that is within \p Function.
const LambdaExpr *lambdaAround(const Stmt *S, const FunctionDecl *Function,
                               const Decl *Root, const UserCode &Code) {
  const LambdaExpr *Result = nullptr;
  const Stmt *Child = S;
  for (const Stmt *P = Code.parent(S, Root); P; P = Code.parent(P, Root)) {
    if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(P)) {
      if (Lambda->getCallOperator() == Function)
        return Result;
      if (Child == Lambda->getBody())
        Result = Lambda;
    }
    Child = P;
  }
  return Result;
}

/// The statement of \p Function's own code that \p E is in: a declaration, or
/// the outermost expression.
const Stmt *statementAround(const Stmt *E, const Decl *Root,
                            const UserCode &Code) {
  for (const Stmt *P = Code.parent(E, Root); P; P = Code.parent(P, Root)) {
    if (llvm::isa<DeclStmt>(P))
      return P;
    if (!llvm::isa<Expr>(P))
      break;
  }
  return nullptr;
}

/// What \p Parent does to a channel that it is about; nothing when its value is
/// still the channel.
std::optional<ChannelUse::KindType> useByPlain(const Stmt *Parent) {
  if (llvm::isa<CastExpr, ParenExpr, FullExpr, InitListExpr,
                MaterializeTemporaryExpr, CXXBindTemporaryExpr>(Parent))
    return std::nullopt;
  if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(Parent)) {
    bool Reaches =
        Unary->getOpcode() == UO_AddrOf || Unary->getOpcode() == UO_Deref;
    return Reaches ? std::nullopt : std::optional(ChannelUse::Looks);
  }
  bool Looks =
      llvm::isa<Expr>(Parent)
          ? llvm::isa<LambdaExpr, CXXDeleteExpr, UnaryExprOrTypeTraitExpr>(
                Parent)
          : !llvm::isa<ReturnStmt>(Parent);
  return Looks ? ChannelUse::Looks : ChannelUse::Escapes;
}

} // namespace

const Decl *ChannelUses::rootOf(const FunctionDecl *Function) {
  while (true) {
    const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Function);
    if (!Method || !Method->getParent()->isLambda())
      return Function;
    const auto *Outer = llvm::dyn_cast_or_null<FunctionDecl>(
        Method->getParentFunctionOrMethod());
    if (!Outer)
      return Function;
    Function = Outer;
  }
}

std::vector<ChannelUse> ChannelUses::usesIn(const FunctionDecl *Function,
                                            const OwnedChannel &Channel,
                                            const Bindings &Bound,
                                            const ChannelCall &Blocked) const {
  Question Q{Function, rootOf(Function), Channel, Bound, Blocked};
  std::vector<ChannelUse> Result;
  for (const Stmt *Part : partsOf(Function))
    anyStmt(Part, [&](const Stmt *S) {
      std::optional<ChannelUse> Use = useByMethod(S, Q);
      const auto *Mention = llvm::dyn_cast<Expr>(S);
      if (!Use && Mention && isMention(Mention, Q))
        Use = useOf(Mention, Q);
      if (!Use)
        return false;
      const LambdaExpr *Lambda = lambdaAround(S, Function, Q.Root, Code);
      if (!Lambda)
        Result.push_back(*Use);
      else
        liftOutOfLambda(*Use, Lambda, Q, Result);
      return false;
    });
  return Result;
}

/// A method of the same object that comes to the channel, a member.
std::optional<ChannelUse> ChannelUses::useByMethod(const Stmt *S,
                                                   const Question &Q) const {
  const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(S);
  const FunctionDecl *Callee =
      Call && !Q.Channel.Methods.empty() ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Q.Channel.Methods.contains(Callee->getCanonicalDecl()))
    return std::nullopt;
  ChannelUse Result;
  Result.Kind = ChannelUse::Hands;
  Result.At = Call;
  Result.To = definitionOf(Callee);
  if (!Result.To || llvm::cast<CXXMethodDecl>(Callee)->isVirtual())
    Result.Kind = ChannelUse::Escapes;
  return Result;
}

bool ChannelUses::isMention(const Expr *E, const Question &Q) const {
  if (!llvm::isa<DeclRefExpr, MemberExpr>(E))
    return false;
  Place P = Unit.handles().placeOf(E, &Q.Bound);
  if (!P)
    return false;
  if (P == Q.Channel.Where)
    return true;
  // The struct around the channel, but not its other fields.
  if (P != Q.Channel.Owner)
    return false;
  const Stmt *Parent = Code.parent(E, Q.Root);
  while (llvm::isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Parent))
    Parent = Code.parent(Parent, Q.Root);
  const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(Parent);
  return !Member || !llvm::isa<FieldDecl>(Member->getMemberDecl());
}

/// A use in a lambda happens where the lambda is called, or when the guard dies
/// that it is given to.
void ChannelUses::liftOutOfLambda(ChannelUse &Use, const LambdaExpr *Lambda,
                                  const Question &Q,
                                  std::vector<ChannelUse> &Result) const {
  if (Use.Kind == ChannelUse::Looks)
    return;
  // Tasks are looked at by themselves.
  for (const Spawn &S : Unit.spawns().all()) {
    Task T = Unit.spawns().taskOf(S);
    if (T.Lambda == Lambda)
      return;
  }
  bool Shuts = Use.Kind == ChannelUse::Calls &&
               Use.Call.Deed->kind(Q.Blocked.Deed) == ChannelDeed::Shuts;
  const auto *Declaration =
      llvm::dyn_cast_or_null<DeclStmt>(statementAround(Lambda, Q.Root, Code));
  const auto *Variable =
      Declaration && Declaration->isSingleDecl()
          ? llvm::dyn_cast<VarDecl>(Declaration->getSingleDecl())
          : nullptr;
  if (!Shuts || !Variable) {
    Use.Kind = ChannelUse::Escapes;
    Result.push_back(Use);
    return;
  }
  const auto *Class = Variable->getType()->getAsCXXRecordDecl();
  if (!Class || !Class->isLambda()) {
    Use.Kind = ChannelUse::Guards;
    Use.At = Declaration;
    Result.push_back(Use);
    return;
  }
  for (const Stmt *Part : partsOf(Q.Function))
    anyStmt(Part, [&](const Stmt *S) {
      const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
      if (!Ref || Ref->getDecl() != Variable)
        return false;
      const Stmt *Parent = Code.parent(Ref, Q.Root);
      while (llvm::isa_and_nonnull<ImplicitCastExpr>(Parent))
        Parent = Code.parent(Parent, Q.Root);
      const auto *Call = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(Parent);
      bool IsCalled = Call && Call->getOperator() == OO_Call;
      ChannelUse There = Use;
      There.Kind = IsCalled ? ChannelUse::Calls : ChannelUse::Escapes;
      There.At = IsCalled ? Parent : Use.At;
      if (!IsCalled)
        if (const Stmt *Guard = statementAround(Ref, Q.Root, Code)) {
          There.Kind = ChannelUse::Guards;
          There.At = Guard;
        }
      Result.push_back(There);
      return false;
    });
}

ChannelUse ChannelUses::useOf(const Expr *Mention, const Question &Q) const {
  ChannelUse Result;
  const Expr *Child = Mention;
  auto Ends = [&](ChannelUse::KindType Kind, const Stmt *At) {
    Result.Kind = Kind;
    Result.At = At;
    return Result;
  };
  while (true) {
    const Stmt *Parent = Code.parent(Child, Q.Root);
    if (!Parent)
      return Ends(ChannelUse::Escapes, Child);
    if (const auto *Call = llvm::dyn_cast<CallExpr>(Parent)) {
      if (!stepIntoCall(Call, Child, Q, Result))
        return Result;
    } else if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Parent)) {
      return Ends(useByAssigning(Binary, Child, Q), Parent);
    } else if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(Parent)) {
      return Ends(useByDeclaring(Declaration, Q), Parent);
    } else if (const auto *Construct =
                   llvm::dyn_cast<CXXConstructExpr>(Parent)) {
      if (withoutCopies(Construct) == Construct &&
          !Unit.api().rows(Construct).get(&CallRow::Passes)) {
        ChannelUse::KindType Kind = useByMaking(Construct, Q);
        const Stmt *Statement = statementAround(Construct, Q.Root, Code);
        return Ends(Kind, Kind == ChannelUse::Guards && Statement ? Statement
                                                                  : Parent);
      }
    } else if (const auto *Member = llvm::dyn_cast<MemberExpr>(Parent)) {
      // A field of the channel that somebody else touches:
      // pthread_mutex_init(&channel.lock, NULL), channel.closed = true
      if (const auto *Field =
              llvm::dyn_cast<FieldDecl>(Member->getMemberDecl()))
        return Ends(Q.Blocked.Deed->Condition.contains(Field)
                        ? ChannelUse::Escapes
                        : ChannelUse::Looks,
                    Parent);
    } else if (auto Kind = useByPlain(Parent)) {
      return Ends(*Kind, Parent);
    }
    Child = llvm::cast<Expr>(Parent);
  }
}

/// Whether the value of \p Call still stands for the channel.
bool ChannelUses::stepIntoCall(const CallExpr *Call, const Expr *Child,
                               const Question &Q, ChannelUse &Result) const {
  Result.At = Call;
  Result.Kind = ChannelUse::Escapes;
  bool IsCallee =
      Call->getCallee()->IgnoreParenImpCasts() == Child->IgnoreParenImpCasts();
  if (Unit.spawns().at(Call)) {
    Result.Kind = ChannelUse::Starts;
    return false;
  }
  if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call)) {
    OverloadedOperatorKind Kind = Operator->getOperator();
    if (Kind == OO_Arrow || Kind == OO_Star)
      return true;
    if (Kind == OO_EqualEqual || Kind == OO_ExclaimEqual)
      Result.Kind = ChannelUse::Looks;
    if (Kind == OO_Call)
      takeOver(Call, Child, Q, Result);
    return false;
  }
  // Whoever converts to bool looks.
  if (IsCallee && Call->getType()->isBooleanType() &&
      llvm::isa_and_nonnull<CXXConversionDecl>(Call->getDirectCallee())) {
    Result.Kind = ChannelUse::Looks;
    return false;
  }
  if (auto Done = All.callAt(Call)) {
    if (IsCallee || Done->Channel == Child) {
      Result.Kind = ChannelUse::Calls;
      Result.Call = *Done;
      return false;
    }
  }
  CallRows Rows = Unit.api().rows(Call);
  if (const Operand *Stands = Rows.get(&CallRow::Passes))
    if (operandOf(Call, *Stands) == Child ||
        (IsCallee && Stands->Kind == Operand::This))
      return true;
  if (Rows.get(&CallRow::Resets) || Rows.get(&CallRow::Bounds)) {
    Result.Kind = ChannelUse::Looks;
    return false;
  }
  takeOver(Call, Child, Q, Result);
  return false;
}

/// The function that gets the channel as an argument does what it does.
void ChannelUses::takeOver(const Expr *E, const Expr *Child, const Question &Q,
                           ChannelUse &Result) const {
  const auto *Call = llvm::cast<CallExpr>(E);
  const FunctionDecl *Callee = Call->getDirectCallee();
  const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (!Callee || (Method && Method->isVirtual()))
    return;
  const FunctionDecl *Definition = definitionOf(Callee);
  bool IsForeign = Code.isForeign(Callee->getLocation());
  if (Definition && !IsForeign && !Code.isBroken(Definition) &&
      llvm::is_contained(Call->arguments(), Child)) {
    Result.Kind = ChannelUse::Hands;
    Result.To = Definition;
    return;
  }
  // Other functions of a catalogued queue: size(), g_async_queue_length().
  const Expr *Object = Method ? receiverOf(Call) : Child;
  QualType Type = Object ? Object->getType() : QualType();
  while (!Type.isNull() && !Type->getPointeeType().isNull())
    Type = Type->getPointeeType();
  const TypeRow *Row = Unit.api().type(Type);
  bool IsOfLibrary =
      IsForeign || isOfKnownLibrary(Callee, Q.Blocked.At, Unit.context());
  if (IsOfLibrary && Row && !Row->Channel.empty() &&
      (Method ? Method->isConst() : Q.Blocked.Deed->Known.has_value()))
    Result.Kind = ChannelUse::Looks;
}

/// An object that is made of the channel: a task, or a guard.
ChannelUse::KindType ChannelUses::useByMaking(const Expr *E,
                                              const Question &Q) const {
  if (Unit.spawns().at(E))
    return ChannelUse::Starts;
  const auto *Class = E->getType()->getAsCXXRecordDecl();
  // A functor that a task runs, or whose method one runs.
  for (const Spawn &S : Unit.spawns().all()) {
    const FunctionDecl *Runs = Unit.spawns().taskOf(S).Function;
    const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(Runs);
    if (Class && Method && Method->getParent() == Class)
      return ChannelUse::Starts;
  }
  return useByDying(Class, Q);
}

/// An object that has the channel until it dies.
ChannelUse::KindType ChannelUses::useByDying(const CXXRecordDecl *Class,
                                             const Question &Q) const {
  const FunctionDecl *Destructor =
      Class ? definitionOf(destructorOf(Class, Code)) : nullptr;
  bool Shuts =
      Destructor && anyStmt(Destructor->getBody(), [&](const Stmt *S) {
        auto Done = All.callAt(S);
        return Done && Done->Deed->kind(Q.Blocked.Deed) == ChannelDeed::Shuts;
      });
  return Shuts ? ChannelUse::Guards : ChannelUse::Escapes;
}

ChannelUse::KindType ChannelUses::useByAssigning(const BinaryOperator *Binary,
                                                 const Expr *Child,
                                                 const Question &Q) const {
  if (!Binary->isAssignmentOp())
    return ChannelUse::Looks;
  const auto *Member = llvm::dyn_cast<MemberExpr>(stripped(Binary->getLHS()));
  bool IsBound = Member && Q.Bound.lookup(Member->getMemberDecl());
  // struct chan *ch; ch = chan_new();
  if (Binary->getLHS() == Child)
    return IsBound ||
                   llvm::isa<CallExpr, CXXNewExpr>(stripped(Binary->getRHS()))
               ? ChannelUse::Looks
               : ChannelUse::Escapes;
  // args.channel = &ch; where a task looks for it.
  return IsBound ? ChannelUse::Starts : ChannelUse::Escapes;
}

ChannelUse::KindType ChannelUses::useByDeclaring(const DeclStmt *Declaration,
                                                 const Question &Q) const {
  for (const Decl *D : Declaration->decls()) {
    const auto *Variable = llvm::dyn_cast<VarDecl>(D);
    const Expr *Init = Variable ? Variable->getInit() : nullptr;
    if (!Init)
      continue;
    Place Behind = Unit.handles().placeOf(Init, &Q.Bound);
    bool IsAlias =
        (Behind == Q.Channel.Where || Behind == Q.Channel.Owner) && Behind;
    if (IsAlias)
      return ChannelUse::Looks;
    const auto *Class = Variable->getType()->getAsCXXRecordDecl();
    if (Class && Class->hasDefinition() && !Class->hasTrivialDestructor())
      return useByDying(Class, Q);
    // struct args args = {&ch, writer};
    const auto *List = llvm::dyn_cast<InitListExpr>(stripped(Init));
    const RecordDecl *Record =
        List ? List->getType()->getAsRecordDecl() : nullptr;
    if (Record && llvm::any_of(Record->fields(), [&](const FieldDecl *Field) {
          return Q.Bound.lookup(Field) != nullptr;
        }))
      return ChannelUse::Starts;
  }
  return ChannelUse::Escapes;
}

} // namespace leash
