//===--- ChannelReader.cpp - what does this function do to its object? ----===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChannelReader.h"
#include "BlockingWaits.h"
#include "Flags.h"
#include "Loops.h"
#include "Wakes.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// The longest chain of a class's own functions that is followed.
constexpr unsigned MaxDepth = 4;

/// What a function gives back through: a pointer or reference that it may
/// write through.
bool isWayOut(const ParmVarDecl *Parameter) {
  QualType Pointee = Parameter->getType()->getPointeeType();
  return !Pointee.isNull() && !Pointee.isConstQualified() &&
         !Parameter->getType()->isRValueReferenceType();
}

/// Reads one function of a class, or one that is given a pointer to a struct.
class Reader {
public:
  Reader(const FunctionDecl *Function, const ParmVarDecl *Object,
         const Channels &All, const UserCode &Code)
      : All(All), Code(Code), Api(Code.api()), Function(Function),
        Object(Object) {}

  std::unique_ptr<ChannelDeed> run() {
    for (const ParmVarDecl *Parameter : Function->parameters())
      if (Parameter != Object) {
        Given.insert(Parameter);
        Deed.Yields |= isWayOut(Parameter);
      }
    QualType Result = Function->getReturnType();
    Deed.Yields |= !Result->isVoidType() && !Result->isBooleanType();
    read(Function->getBody());
    for (const FieldDecl *Field : Deed.Condition)
      Deed.CanBeShut |= isClosedState(Field);
    return TouchesObject || !Object ? std::make_unique<ChannelDeed>(Deed)
                                    : nullptr;
  }

private:
  /// The field of the object that \p E leads through.
  const FieldDecl *fieldOf(const Expr *E) const {
    E = E ? stripped(E) : nullptr;
    if (!E)
      return nullptr;
    if (const auto *Member = llvm::dyn_cast<MemberExpr>(E)) {
      const auto *Field = llvm::dyn_cast<FieldDecl>(Member->getMemberDecl());
      return isObject(Member->getBase()) ? Field : fieldOf(Member->getBase());
    }
    if (const auto *Subscript = llvm::dyn_cast<ArraySubscriptExpr>(E))
      return fieldOf(Subscript->getBase());
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
      return fieldOf(Unary->getSubExpr());
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E))
      return Binary->isAdditiveOp() ? fieldOf(Binary->getLHS()) : nullptr;
    if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(E))
      return Operator->getOperator() == OO_Call ? nullptr
                                                : fieldOf(Operator->getArg(0));
    const Expr *Receiver = receiverOf(E);
    return Receiver ? fieldOf(Receiver) : nullptr;
  }

  bool isObject(const Expr *E) const {
    E = stripped(E);
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
      return Unary->getOpcode() == UO_Deref && isObject(Unary->getSubExpr());
    if (!Object)
      return llvm::isa<CXXThisExpr>(E);
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E);
    return Ref && Ref->getDecl() == Object;
  }

  bool mentionsGiven(const Stmt *S, bool IsMoved = false) const {
    const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(S);
    if (Ref && Given.contains(Ref->getDecl())) {
      const auto *Parameter = llvm::dyn_cast<ParmVarDecl>(Ref->getDecl());
      return IsMoved || !Parameter || !isWayOut(Parameter) ||
             Parameter->getType()->isPointerType();
    }
    if (!S)
      return false;
    if (const auto *Call = llvm::dyn_cast<CallExpr>(S))
      IsMoved |= Api.rows(Call).get(&CallRow::Passes) != nullptr;
    return llvm::any_of(S->children(), [&](const Stmt *Child) {
      return mentionsGiven(Child, IsMoved);
    });
  }

  /// The loops and branches around what is read.
  struct Around {
    const Stmt *S;
    const Around *Outer;
  };

  void read(const Stmt *S, const Around *Outer = nullptr) {
    if (!S)
      return;
    if (const auto *E = llvm::dyn_cast<Expr>(S))
      readExpr(E, Outer);
    if (const auto *Declaration = llvm::dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        if (const auto *Variable = llvm::dyn_cast<VarDecl>(D))
          if (Variable->getInit() && mentionsGiven(Variable->getInit()))
            Given.insert(Variable);
    Around Here{S, Outer};
    bool Decides = bodyOf(S) || llvm::isa<IfStmt>(S);
    for (const Stmt *Child : S->children())
      read(Child, Decides ? &Here : Outer);
  }

  void readExpr(const Expr *E, const Around *Outer) {
    TouchesObject |= llvm::isa<MemberExpr>(E) && fieldOf(E);
    Deed.Throws |= llvm::isa<CXXThrowExpr>(E);
    if (const Expr *Written = writtenBy(E, Api))
      readWrite(E, Written);
    if (const auto *New = llvm::dyn_cast<CXXNewExpr>(E))
      if (New->getNumPlacementArgs() > 0)
        if (const FieldDecl *Field = fieldOf(New->getPlacementArg(0)))
          write(Field, mentionsGiven(New->getInitializer()));
    if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
      readCall(Call, Outer);
  }

  void write(const FieldDecl *Field, bool IsGiven) {
    Deed.Written.insert(Field);
    Deed.Stores |= IsGiven && !isFlagType(Field->getType(), Api);
  }

  void readWrite(const Expr *E, const Expr *Written) {
    const FieldDecl *Field = fieldOf(Written);
    const Expr *Value = nullptr;
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(E))
      Value = Binary->getRHS();
    else if (!argumentsOf(E).empty())
      Value = argumentsOf(E).back();
    bool IsGiven = Value && mentionsGiven(Value);
    if (!Field) {
      // node->value = given
      const auto *Ref = rootOf(Written);
      if (IsGiven && Ref && Ref != Object && !llvm::isa<ParmVarDecl>(Ref))
        Given.insert(Ref);
      return;
    }
    write(Field, IsGiven);
    if (Value && !Value->isValueDependent() &&
        (Value->isEvaluatable(Code.context()) ||
         isFlagType(Field->getType(), Api)))
      Deed.Set.insert(Field);
  }

  static const ValueDecl *rootOf(const Expr *E) {
    E = stripped(E);
    if (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
      return rootOf(Member->getBase());
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E);
    return Ref ? Ref->getDecl() : nullptr;
  }

  void readCall(const CallExpr *Call, const Around *Outer) {
    if (readWait(Call, Outer))
      return;
    const FunctionDecl *Callee = Call->getDirectCallee();
    const Expr *Receiver = receiverOf(Call);
    if (!Callee)
      return;
    if (Receiver && isObject(Receiver))
      return merge(Callee, Call, Outer);
    const FieldDecl *Field = Receiver ? fieldOf(Receiver) : nullptr;
    const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Callee);
    if (Field && Method && !writtenBy(Call, Api)) {
      bool IsUsers = !Code.isForeign(Callee->getLocation());
      if (IsUsers && definitionOf(Callee))
        return merge(Callee, Call, Outer);
      if (!Method->isConst())
        write(Field, anyGiven(Call));
      return;
    }
    readArguments(Call, Callee, Outer);
  }

  bool anyGiven(const CallExpr *Call) const {
    return llvm::any_of(argumentsOf(Call), [&](const Expr *Argument) {
      return mentionsGiven(Argument);
    });
  }

  /// Functions of C: memcpy(&channel->item, given, size), unlock(channel).
  void readArguments(const CallExpr *Call, const FunctionDecl *Callee,
                     const Around *Outer) {
    for (unsigned I = 0; I < Call->getNumArgs(); ++I) {
      const Expr *Argument = Call->getArg(I);
      if (Object && isObject(Argument) && definitionOf(Callee))
        return merge(Callee, Call, Outer);
      const FieldDecl *Field = fieldOf(Argument);
      bool IsWritable =
          Argument->getType()->isPointerType() &&
          !Argument->getType()->getPointeeType().isConstQualified();
      if (Field && IsWritable && I < Callee->getNumParams() &&
          isWayOut(Callee->getParamDecl(I)))
        write(Field, I == 0 && anyGiven(Call));
    }
  }

  /// What a function of the same object does, this does.
  void merge(const FunctionDecl *Callee, const CallExpr *Call,
             const Around *Outer) {
    const ChannelDeed *Inner = All.deedOf(Callee);
    if (!Inner) {
      Deed.IsWatched |= !definitionOf(Callee);
      return;
    }
    Deed.HandsOver |= Inner->HandsOver || (Inner->Waits && Deed.Stores);
    Deed.Waits |= Inner->Waits;
    Deed.IsWatched |= Inner->IsWatched;
    Deed.Throws |= Inner->Throws;
    Deed.Stores |= Inner->Stores && anyGiven(Call);
    for (auto Member :
         {&ChannelDeed::Condition, &ChannelDeed::Written, &ChannelDeed::Set})
      (Deed.*Member).insert((Inner->*Member).begin(), (Inner->*Member).end());
    if (Inner->Waits)
      addSurroundings(Outer);
  }

  /// Whether \p Call waits on a field of the object.
  bool readWait(const CallExpr *Call, const Around *Outer) {
    CallRows Rows = Api.rows(Call);
    const Operand *Blocks = Rows.get(&CallRow::Blocks);
    const Operand *Party = Blocks ? Blocks : Rows.get(&CallRow::Waits);
    const FieldDecl *On = Party ? fieldOf(operandOf(Call, *Party)) : nullptr;
    if (!On)
      return false;
    if (Rows.is(&CallRow::Timed) || isGivenStopToken(Call, Api))
      return true;
    // std::condition_variable::wait(lock, predicate) is no timed wait.
    if (passesOptionalArgument(Call))
      return true;
    Deed.Waits = true;
    Deed.HandsOver |= Deed.Stores;
    if (Blocks || isFlagType(On->getType(), Api))
      Deed.Condition.insert(On);
    for (const Expr *Argument : argumentsOf(Call))
      addPredicate(withoutCopies(Argument));
    addSurroundings(Outer);
    return true;
  }

  void addPredicate(const Expr *E) {
    const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(E);
    const auto *Variable =
        Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (Variable && Variable->getInit())
      E = withoutCopies(Variable->getInit());
    if (const auto *Lambda = llvm::dyn_cast_or_null<LambdaExpr>(E))
      addCondition(Lambda->getBody());
  }

  /// The conditions of the loops around a wait, and those of the branches that
  /// leave them; without a loop, those of the branches around.
  void addSurroundings(const Around *Outer) {
    bool IsInLoop = false;
    for (const Around *A = Outer; A; A = A->Outer)
      IsInLoop |= bodyOf(A->S) != nullptr;
    for (const Around *A = Outer; A; A = A->Outer) {
      if (const auto *If = llvm::dyn_cast<IfStmt>(A->S)) {
        if (!IsInLoop)
          addCondition(If->getCond());
        continue;
      }
      addCondition(conditionOf(A->S));
      anyOwnStmt(bodyOf(A->S), [&](const Stmt *S) {
        const auto *If = llvm::dyn_cast<IfStmt>(S);
        if (If && (leaves(If->getThen(), Api) || leaves(If->getElse(), Api)))
          addCondition(If->getCond());
        return false;
      });
    }
  }

  void addCondition(const Stmt *Condition, unsigned Depth = 0) {
    if (!Condition)
      return;
    anyStmt(Condition, [&](const Stmt *S) {
      const auto *E = llvm::dyn_cast<Expr>(S);
      if (!E)
        return false;
      if (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
        addField(Member);
      const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E);
      if (Ref && isOutside(Ref->getDecl()))
        Deed.IsWatched = true;
      if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
        addAsked(Call, Depth);
      return false;
    });
  }

  void addField(const MemberExpr *Member) {
    const auto *Field = llvm::dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (!Field || !isObject(Member->getBase()))
      return;
    Deed.Condition.insert(Field);
    QualType Type = Field->getType();
    Deed.IsWatched |=
        Type->isReferenceType() || isStopToken(Type, Api) ||
        (Type->isPointerType() && isFlagType(Type->getPointeeType(), Api));
  }

  /// A flag that the function looks at and does not change; in C, any number.
  bool isClosedState(const FieldDecl *Field) const {
    if (Deed.Written.contains(Field))
      return false;
    return isFlagType(Field->getType(), Api) ||
           (!Code.context().getLangOpts().CPlusPlus &&
            Field->getType()->isIntegerType());
  }

  /// A flag that is no part of the channel.
  bool isOutside(const ValueDecl *D) const {
    const auto *Variable = llvm::dyn_cast<VarDecl>(D);
    if (!Variable || Variable == Object)
      return false;
    if (!Variable->hasLocalStorage())
      return !Variable->getType().isConstQualified();
    QualType Type = Variable->getType();
    QualType Pointee = Type->getPointeeType();
    return isStopToken(Type, Api) || recordBehind(Type) != nullptr ||
           (!Pointee.isNull() && isFlagType(Pointee, Api));
  }

  /// A call in a condition: of what it asks, something has to be known.
  void addAsked(const CallExpr *Call, unsigned Depth) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    const Expr *Receiver = receiverOf(Call);
    const FieldDecl *Part = Receiver ? fieldOf(Receiver) : nullptr;
    // closed_.load() is the channel's own.
    if (Api.rows(Call).get(&CallRow::Consults))
      Deed.IsWatched |= !Part || !isFlagType(Receiver->getType(), Api);
    if (!Callee) {
      Deed.IsWatched = true;
      return;
    }
    if (Code.isForeign(Callee->getLocation())) {
      const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Call);
      Deed.IsWatched |= Operator && Operator->getOperator() == OO_Call;
      return;
    }
    const FunctionDecl *Definition = definitionOf(Callee);
    if (Definition && Receiver && isObject(Receiver) && Depth < MaxDepth)
      return addCondition(Definition->getBody(), Depth + 1);
    bool IsPart = Part && !Part->getType()->isReferenceType() &&
                  !Part->getType()->isPointerType();
    bool IsGivenObject = Object && Call->getNumArgs() > 0 &&
                         isObject(Call->getArg(0)) && Definition;
    // static int full(struct chan *c) { return c->count == c->size; }
    if (IsGivenObject)
      anyStmt(Definition->getBody(), [&](const Stmt *S) {
        const auto *Member = llvm::dyn_cast<MemberExpr>(S);
        if (Member && llvm::isa<FieldDecl>(Member->getMemberDecl()))
          Deed.Condition.insert(llvm::cast<FieldDecl>(Member->getMemberDecl()));
        return false;
      });
    Deed.IsWatched |= !IsPart && !IsGivenObject;
  }

  const Channels &All;
  const UserCode &Code;
  const ApiIndex &Api;
  const FunctionDecl *Function;
  /// Null for a method: the object is *this.
  const ParmVarDecl *Object;
  bool TouchesObject = false;
  llvm::DenseSet<const ValueDecl *> Given;
  ChannelDeed Deed;
};

} // namespace

std::unique_ptr<ChannelDeed> readChannelDeed(const FunctionDecl *Function,
                                             const ParmVarDecl *Object,
                                             const Channels &All,
                                             const UserCode &Code) {
  return Reader(Function, Object, All, Code).run();
}

} // namespace leash
