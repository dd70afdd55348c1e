//===--- Growth.cpp - who decides how large a container gets? -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Growth.h"
#include "Loops.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace leash {

bool hasConstantSize(QualType Type, const ApiIndex &Api) {
  Type = Type.getNonReferenceType();
  if (Type->isArrayType())
    return true;
  const TypeRow *Row = Api.type(Type);
  return Row && Row->HasConstantSize && !isEndless(Type, Api);
}

bool isEndless(QualType Type, const ApiIndex &Api) {
  const TypeRow *Row = Api.type(Type.getNonReferenceType());
  const auto *Class = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      recordBehind(Type));
  return Row && !Row->EndlessWith.empty() && Class &&
         llvm::any_of(Class->getTemplateArgs().asArray(),
                      [&](const TemplateArgument &Each) {
                        const TagDecl *Tag =
                            Each.getKind() == TemplateArgument::Type
                                ? Each.getAsType()->getAsTagDecl()
                                : nullptr;
                        return Tag && Api.isNamed(Tag, Row->EndlessWith);
                      });
}

namespace {

/// Whether all elements are written down: {1, 2, 3}.
bool isListed(const Expr *Init) {
  const Expr *E = stripped(Init);
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    return Construct->getNumArgs() >= 1 &&
           llvm::isa<CXXStdInitializerListExpr, InitListExpr>(
               stripped(Construct->getArg(0)));
  return llvm::isa<InitListExpr, CXXStdInitializerListExpr>(E);
}

/// Follows one variable.
class Growth {
public:
  Growth(const VarDecl *Variable, const Stmt *Loop, const Decl *Root,
         const TurnsOf &Turning, const UserCode &Code)
      : Variable(Variable), Loop(Loop), Root(Root), Turning(Turning),
        Code(Code) {}

  bool isByProgram() const {
    const Expr *Init = Variable->getInit();
    if (Variable->getType().getNonReferenceType().isConstQualified())
      return Init && isListed(Init);
    if (!Variable->hasLocalStorage() || llvm::isa<ParmVarDecl>(Variable) ||
        Variable->getType()->isReferenceType())
      return false;
    if (Init && !startsByProgram(Init))
      return false;
    for (const Stmt *Part : partsOf(Root))
      if (anyStmt(Part, [&](const Stmt *S) {
            const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
            return Ref && Ref->getDecl() == Variable && !isHarmless(Ref);
          }))
        return false;
    return true;
  }

private:
  /// std::vector<int> v; v(n); v{1, 2}
  bool startsByProgram(const Expr *Init) const {
    if (isListed(Init))
      return true;
    const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(stripped(Init));
    if (!Construct || Construct->getConstructor()->isCopyOrMoveConstructor())
      return false;
    if (Construct->getNumArgs() == 0)
      return true;
    const Expr *First = Construct->getArg(0);
    return First->getType()->isIntegerType() && isNumber(First);
  }

  bool isNumber(const Expr *E) const {
    return Turning.size(E, Loop, Root).isLimited();
  }

  bool isHarmless(const DeclRefExpr *Ref) const {
    const Stmt *Child = Ref;
    const Stmt *Parent = Code.parent(Child, Root);
    while (llvm::isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Parent)) {
      Child = Parent;
      Parent = Code.parent(Child, Root);
    }
    if (!Parent)
      return false;
    // The walk itself, and what it declares.
    if (llvm::isa<DeclStmt, CXXForRangeStmt>(Parent))
      return true;
    if (llvm::isa<MemberExpr>(Parent)) {
      const auto *Call =
          llvm::dyn_cast_or_null<CXXMemberCallExpr>(Code.parent(Parent, Root));
      return Call && isHarmlessMethod(Call);
    }
    if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(Parent))
      return Operator->getOperator() == OO_Subscript &&
             isRepeatedByProgram(Ref);
    const auto *Call = llvm::dyn_cast<CallExpr>(Parent);
    return Call && isOnlyRead(Call, llvm::cast<Expr>(Child));
  }

  bool isHarmlessMethod(const CXXMemberCallExpr *Call) const {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (!Method)
      return false;
    if (Method->isConst() || Call->getNumArgs() == 0)
      return true;
    // resize(n), push_back(x)
    return isRepeatedByProgram(Call) &&
           llvm::all_of(Call->arguments(), [&](const Expr *Argument) {
             return !Argument->getType()->isIntegerType() || isNumber(Argument);
           });
  }

  static bool isOnlyRead(const CallExpr *Call, const Expr *Argument) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee)
      return false;
    for (unsigned I = 0; I < Call->getNumArgs() && I < Callee->getNumParams();
         ++I)
      if (Call->getArg(I) == Argument) {
        QualType Type = Callee->getParamDecl(I)->getType();
        return !Type->isReferenceType() ||
               Type->getPointeeType().isConstQualified();
      }
    return false;
  }

  /// Whether the program limits all loops around \p S but Loop, and those over
  /// the container itself.
  bool isRepeatedByProgram(const Stmt *S) const {
    for (const Stmt *P = Code.parent(S, Root); P; P = Code.parent(P, Root)) {
      if (llvm::isa<LambdaExpr>(P))
        return false;
      if (!bodyOf(P) || P == Loop)
        continue;
      if (mentionsIt(P))
        continue;
      if (!Turning.loop(P, Root).isLimited())
        return false;
    }
    return true;
  }

  /// for (i = 0; i < v.size(); ++i) v[i] = ...
  bool mentionsIt(const Stmt *Around) const {
    const Stmt *Decides = conditionOf(Around);
    if (const auto *For = llvm::dyn_cast<CXXForRangeStmt>(Around))
      Decides = For->getRangeInit();
    return Decides && anyOwnStmt(Decides, [&](const Stmt *S) {
             const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
             return Ref && Ref->getDecl() == Variable;
           });
  }

  const VarDecl *Variable;
  const Stmt *Loop;
  const Decl *Root;
  const TurnsOf &Turning;
  const UserCode &Code;
};

/// Whether \p S puts something into \p Field: a method that is given something,
/// or an assignment.
bool grows(const Stmt *S, const FieldDecl *Field) {
  const Expr *Target = nullptr;
  if (const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(S)) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (Method && !Method->isConst() && Call->getNumArgs() > 0)
      Target = Call->getImplicitObjectArgument();
  } else if (const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(S)) {
    if (Operator->isAssignmentOp())
      Target = Operator->getArg(0);
  }
  const auto *Member =
      Target ? llvm::dyn_cast<MemberExpr>(stripped(Target)) : nullptr;
  return Member && Member->getMemberDecl() == Field;
}

/// Whether constructors alone fill \p Field, which others cannot reach.
bool isFilledByConstructors(const FieldDecl *Field, const UserCode &Code) {
  if (Field->getAccess() == AS_public)
    return false;
  bool ByConstructor = false;
  for (const Decl *Root : Code.roots()) {
    const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Root);
    for (const Stmt *Part : partsOf(Root))
      if (anyStmt(Part, [&](const Stmt *S) { return grows(S, Field); })) {
        if (!Constructor)
          return false;
        ByConstructor = true;
      }
    if (Constructor)
      ByConstructor |= llvm::any_of(Constructor->inits(),
                                    [&](const CXXCtorInitializer *Initializer) {
                                      return Initializer->isWritten() &&
                                             Initializer->getMember() == Field;
                                    });
  }
  return ByConstructor;
}

} // namespace

bool isSizedByProgram(Place Container, const Stmt *Loop, const Decl *Root,
                      const TurnsOf &Turning, const UserCode &Code) {
  if (const auto *Field = llvm::dyn_cast_or_null<FieldDecl>(Container))
    return isFilledByConstructors(Field, Code);
  const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(Container);
  return Variable && Growth(Variable, Loop, Root, Turning, Code).isByProgram();
}

} // namespace leash
