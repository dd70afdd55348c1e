//===--- Owners.cpp - who keeps the object that holds a handle? -----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Owners.h"
#include "Endings.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

namespace {

/// A member of a member, a reference to a reference ...
constexpr unsigned MaxDepth = 8;

bool isSameType(QualType One, QualType Other, const ASTContext &Context) {
  return Context.hasSameUnqualifiedType(One.getNonReferenceType(),
                                        Other.getNonReferenceType());
}

/// Whether a subscript of \p Type makes the element that it names.
bool isMap(QualType Type, ASTContext &Context) {
  const CXXRecordDecl *Class = recordBehind(Type);
  return Class && Class->hasDefinition() &&
         !Class->lookup(&Context.Idents.get("mapped_type")).empty();
}

/// Looks for the object, and for what the block does with it.
class OwnerReader {
public:
  OwnerReader(const Spawn &S, const Stmt *Block, const TranslationUnit &Unit)
      : S(S), Block(Block), Unit(Unit), Code(Unit.code()),
        Places(Unit.handles()) {}

  bool isKept(const Expr *Target) const {
    const Expr *E = stripped(Target);
    if (const auto *Address = llvm::dyn_cast_or_null<UnaryOperator>(E))
      E = stripped(Address->getSubExpr());
    const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(E);
    if (!Member || !llvm::isa<FieldDecl>(Member->getMemberDecl()))
      return false;
    return isKeptObject(Member->getBase(), /*IsPointee=*/false, 0);
  }

  /// clients.push_back(std::make_unique<Client>(fd)); new Client(fd);
  bool isKeptFromStart(const Expr *Made, const Decl *Root) const {
    if (isMaker(Made) && receiverOf(Made))
      return isKeeper(Places.placeOf(receiverOf(Made)));
    Fate Of = Places.fateOf(Made, Root);
    Place Keeper = Of.Where;
    if (Of.Kind == Fate::Discarded)
      return Of.ByNew;
    if (Of.Kind == Fate::Passed) {
      Keeper = Places.keeperBy(llvm::cast<Expr>(Of.At), Root);
      if (isKeeper(Keeper))
        return true;
    }
    const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(Keeper);
    return Variable && isInside(Variable, Block, Code) && isPutAside(Variable);
  }

private:
  bool isKeptObject(const Expr *Object, bool IsPointee, unsigned Depth) const {
    const Expr *E = stripped(Object);
    if (!E || Depth > MaxDepth)
      return false;
    if (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
      return llvm::isa<FieldDecl>(Member->getMemberDecl()) &&
             isKeptObject(Member->getBase(), false, Depth + 1);
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(E))
      return Unary->getOpcode() == UO_Deref &&
             isKeptObject(Unary->getSubExpr(), true, Depth + 1);
    if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(E)) {
      if (Operator->getOperator() == OO_Subscript)
        return !IsPointee && isNewKey(Operator);
      return (Operator->getOperator() == OO_Arrow ||
              Operator->getOperator() == OO_Star) &&
             isKeptObject(Operator->getArg(0), true, Depth + 1);
    }
    if (const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(E))
      return isAddedElement(Call);
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(E);
    const auto *Variable =
        Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (!Variable || !isInside(Variable, Block, Code))
      return false;
    if (Variable->getType()->isReferenceType())
      return Variable->getInit() &&
             isKeptObject(Variable->getInit(), IsPointee, Depth + 1);
    return isMadeHere(Variable) &&
           (isPutAside(Variable) || isForTaskAlone(Variable));
  }

  /// Whether \p P holds many, and is there longer than the block.
  bool isKeeper(Place P) const {
    return P && isContainer(P->getType()) && !isInside(P, Block, Code);
  }

  /// clients[fd], where a call of this turn has brought fd.
  bool isNewKey(const CXXOperatorCallExpr *Subscript) const {
    return isKeeper(Places.placeOf(Subscript->getArg(0))) &&
           isMap(Subscript->getArg(0)->getType(), Unit.context()) &&
           Subscript->getNumArgs() == 2 && isFromCall(Subscript->getArg(1));
  }

  bool isFromCall(const Expr *Key) const {
    const Expr *E = withoutCopies(Key);
    const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(E);
    const auto *Variable =
        Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (!Variable)
      return E && bringsNews(E);
    return isInside(Variable, Block, Code) && Variable->getInit() &&
           bringsNews(withoutCopies(Variable->getInit()));
  }

  /// accept(s), and not names[i] or each.name(), which may be configuration.
  bool bringsNews(const Expr *E) const {
    if (!llvm::isa<CallExpr>(E) || llvm::isa<CXXOperatorCallExpr>(E) ||
        Unit.api().rows(E).get(&CallRow::Passes))
      return false;
    const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(E);
    return !Call || !Call->getMethodDecl() || !Call->getMethodDecl()->isConst();
  }

  /// clients.emplace_back().thread; clients.back().thread, where the block has
  /// added an element.
  bool isAddedElement(const CXXMemberCallExpr *Element) const {
    Place P = Places.placeOf(receiverOf(Element));
    if (!isKeeper(P))
      return false;
    if (Unit.api().rows(Element).get(&CallRow::Makes))
      return true;
    if (Element->getNumArgs() != 0)
      return false;
    return anyOwnStmt(Block, [&](const Stmt *Part) {
      const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(Part);
      return Call && Code.isBefore(Call, S.At->E) && addsTo(Call, P) &&
             isInEachTurn(Call) && (isMaker(Call) || takes(Call, Element));
    });
  }

  bool isMaker(const Expr *Call) const {
    return Unit.api().rows(Call).get(&CallRow::Makes) != nullptr;
  }

  /// Whether \p Call is given what \p Element is.
  bool takes(const CXXMemberCallExpr *Call, const Expr *Element) const {
    return llvm::any_of(Call->getMethodDecl()->parameters(),
                        [&](const ParmVarDecl *Each) {
                          return isSameType(Each->getType(), Element->getType(),
                                            Unit.context());
                        });
  }

  /// Whether \p Call may put something into \p Container.
  bool addsTo(const CXXMemberCallExpr *Call, Place Container) const {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    return Method && !Method->isConst() &&
           Places.placeOf(receiverOf(Call)) == Container;
  }

  /// Whether no branch of the block passes \p Part by on the way to the spawn.
  bool isInEachTurn(const Stmt *Part) const {
    for (const Stmt *P = Code.parent(Part, S.At->Root); P && P != Block;
         P = Code.parent(P, S.At->Root))
      if (llvm::isa<IfStmt, SwitchStmt, ForStmt, WhileStmt, CXXForRangeStmt>(
              P) &&
          !contains(P, S.At->E))
        return false;
    return true;
  }

  /// Client c; auto *c = new Client; auto c = std::make_unique<Client>();
  bool isMadeHere(const VarDecl *Variable) const {
    QualType Type = Variable->getType();
    const Expr *Init = withoutCopies(Variable->getInit());
    if (Init && (llvm::isa<CXXNewExpr>(Init) || isMaker(Init)))
      return true;
    const auto *Construct = llvm::dyn_cast_or_null<CXXConstructExpr>(Init);
    if (Type->isPointerType() || !Construct)
      return false;
    // std::unique_ptr<Client> c(new Client);
    if (Construct->getNumArgs() > 0 &&
        llvm::isa<CXXNewExpr>(stripped(Construct->getArg(0))))
      return true;
    return !Code.isForeign(Construct->getConstructor()->getLocation());
  }

  /// Whether the block puts what \p Variable holds into a container that is
  /// there longer.
  bool isPutAside(const VarDecl *Variable) const {
    return anyOwnStmt(Block, [&](const Stmt *Part) {
      if (const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(Part)) {
        Place P = Places.placeOf(receiverOf(Call));
        return isKeeper(P) && addsTo(Call, P) &&
               llvm::any_of(Call->arguments(), [&](const Expr *Argument) {
                 return carries(Argument, Variable, 0);
               });
      }
      // clients[fd] = std::move(c);
      const Expr *Left = nullptr, *Right = nullptr;
      if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Part)) {
        if (Binary->getOpcode() == BO_Assign) {
          Left = Binary->getLHS();
          Right = Binary->getRHS();
        }
      } else if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(Part)) {
        if (Call->getOperator() == OO_Equal && Call->getNumArgs() == 2) {
          Left = Call->getArg(0);
          Right = Call->getArg(1);
        }
      }
      const auto *Subscript =
          Left ? llvm::dyn_cast<CXXOperatorCallExpr>(stripped(Left)) : nullptr;
      return Subscript && Subscript->getOperator() == OO_Subscript &&
             isNewKey(Subscript) && carries(Right, Variable, 0);
    });
  }

  /// Whether \p Variable itself is in \p E: std::move(c), {fd, c}.
  bool carries(const Expr *E, const VarDecl *Variable, unsigned Depth) const {
    E = stripped(E);
    if (!E || Depth > MaxDepth)
      return false;
    if (Places.placeOf(E) == Variable)
      return isSameType(E->getType(), Variable->getType(), Unit.context());
    if (const auto *Call = llvm::dyn_cast<CallExpr>(E))
      if (const FunctionDecl *Callee = Call->getDirectCallee();
          !Callee || !Code.isForeign(Callee->getLocation()) || receiverOf(Call))
        return false;
    return llvm::any_of(argumentsOf(E), [&](const Expr *Part) {
      return carries(Part, Variable, Depth + 1);
    });
  }

  /// Whether \p Variable is a pointer that owns nothing, and that nobody but
  /// the task is given.
  bool isForTaskAlone(const VarDecl *Variable) const {
    return Variable->getType()->isPointerType() &&
           !anyStmt(Block, [&](const Stmt *Part) {
             const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Part);
             return Ref && Ref->getDecl() == Variable && !isHarmless(Ref);
           });
  }

  /// c->fd, if (c), and what the spawn is given.
  bool isHarmless(const DeclRefExpr *Ref) const {
    if (contains(S.At->E, Ref))
      return true;
    const Stmt *P = Code.parent(Ref, S.At->Root);
    while (llvm::isa_and_nonnull<ImplicitCastExpr, ParenExpr>(P))
      P = Code.parent(P, S.At->Root);
    if (const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(P))
      return llvm::isa<FieldDecl>(Member->getMemberDecl());
    if (const auto *Unary = llvm::dyn_cast_or_null<UnaryOperator>(P))
      return Unary->getOpcode() == UO_LNot;
    if (const auto *Binary = llvm::dyn_cast_or_null<BinaryOperator>(P))
      return Binary->isComparisonOp();
    return llvm::isa_and_nonnull<IfStmt>(P);
  }

  const Spawn &S;
  const Stmt *Block;
  const TranslationUnit &Unit;
  const UserCode &Code;
  const Handles &Places;
};

} // namespace

const Expr *targetOf(const Spawn &S) {
  if (S.Fact->Handle.Kind != Operand::Result)
    return operandOf(S.At->E, S.Fact->Handle);
  if (S.HandleFate.Kind == Fate::Passed)
    return receiverOf(llvm::cast<Expr>(S.HandleFate.At));
  if (S.HandleFate.Kind != Fate::Assigned)
    return nullptr;
  if (const auto *Binary =
          llvm::dyn_cast_or_null<BinaryOperator>(S.HandleFate.At))
    return Binary->getLHS();
  const auto *Call =
      llvm::dyn_cast_or_null<CXXOperatorCallExpr>(S.HandleFate.At);
  return Call ? Call->getArg(0) : nullptr;
}

bool isInside(Place P, const Stmt *Block, const UserCode &Code) {
  if (!P || !isLocalSince(P, Block, Code))
    return false;
  if (Code.isBefore(P->getLocation(), Block->getEndLoc()))
    return true;
  // All that one macro writes stands at the same place.
  return P->getLocation().isMacroID() &&
         anyOwnStmt(Block, [&](const Stmt *Part) {
           const auto *Declaration = llvm::dyn_cast<DeclStmt>(Part);
           return Declaration &&
                  llvm::is_contained(Declaration->getDeclGroup(), P);
         });
}

bool isKeptObject(const Expr *Made, const Decl *Root, const Spawn &S,
                  const Stmt *Block, const TranslationUnit &Unit) {
  return OwnerReader(S, Block, Unit).isKeptFromStart(Made, Root);
}

bool isInKeptObject(const Spawn &S, const Stmt *Block,
                    const TranslationUnit &Unit) {
  const Expr *Target = targetOf(S);
  return Target && OwnerReader(S, Block, Unit).isKept(Target);
}

} // namespace leash
