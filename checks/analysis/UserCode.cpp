//===--- UserCode.cpp - one walk over what the user wrote -----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UserCode.h"
#include "DroppedCode.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace leash {

class UserCode::Walk : public RecursiveASTVisitor<Walk> {
  using Base = RecursiveASTVisitor<Walk>;

public:
  explicit Walk(UserCode &Code) : Code(Code) {}

  void run() {
    for (Decl *D : Code.Context.getTraversalScope())
      traverseUserCode(D);
    for (const Decl *Root : Code.Broken)
      if (const auto *Class =
              llvm::dyn_cast<CXXRecordDecl>(Root->getDeclContext()))
        Code.BrokenClasses.insert(Class->getCanonicalDecl());
    llvm::erase_if(Code.Sites, [&](const Site &S) {
      return Code.Broken.contains(S.Root) || Instantiated.contains(S.Root) ||
             Instantiated.contains(S.Function);
    });
  }

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D) {
    if (!D)
      return true;
    bool IsRoot = opensRoot(D);
    if (IsRoot)
      enter(D);
    bool Continue = Base::TraverseDecl(D);
    if (IsRoot)
      Frames.pop_back();
    return Continue;
  }

  bool TraverseLambdaExpr(LambdaExpr *Lambda) {
    for (Expr *Init : Lambda->capture_inits())
      if (Init && !TraverseStmt(Init))
        return false;
    if (Frames.empty())
      return true;
    Frames.push_back({Lambda->getCallOperator(), Frames.back().Root});
    bool Continue = TraverseStmt(Lambda->getBody());
    Frames.pop_back();
    return Continue;
  }

  // The syntactic form repeats what the semantic form holds.
  bool TraverseInitListExpr(InitListExpr *List) {
    if (InitListExpr *Semantic = List->getSemanticForm())
      List = Semantic;
    for (Stmt *Child : List->children())
      if (!TraverseStmt(Child))
        return false;
    return true;
  }

  bool TraverseConstructorInitializer(CXXCtorInitializer *Initializer) {
    if (FieldDecl *Field = Initializer->getAnyMember())
      addInitializer(Initializer->getInit(), Field->getType());
    return Base::TraverseConstructorInitializer(Initializer);
  }

  // Unevaluated operands start nothing.
  bool TraverseCXXNoexceptExpr(CXXNoexceptExpr *) { return true; }
  bool TraverseCXXTypeidExpr(CXXTypeidExpr *) { return true; }
  bool TraverseRequiresExpr(RequiresExpr *) { return true; }
  bool TraverseConceptDecl(ConceptDecl *) { return true; }
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *) {
    return true;
  }

  bool VisitExpr(Expr *E) {
    if (E->containsErrors())
      markBroken();
    return true;
  }

  bool VisitVarDecl(VarDecl *Variable) {
    if (Variable->isInvalidDecl())
      markBroken();
    if (Variable->hasGlobalStorage() && Variable->hasInit())
      Code.Statics.push_back(Variable);
    addInitializer(Variable->getInit(), Variable->getType());
    return true;
  }

  bool VisitCXXRecordDecl(CXXRecordDecl *Class) {
    if (hasDroppedBase(Class, Code.Context))
      Code.BrokenClasses.insert(Class->getCanonicalDecl());
    return true;
  }

  bool VisitCallExpr(CallExpr *Call) {
    CallRows Rows = Code.Index.rows(Call);
    if (!Rows.empty() || returnsFuture(Call) || Code.Index.contextOf(Call))
      add(Call, std::move(Rows));
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    addKnown(Construct);
    return true;
  }

  bool VisitCXXUnresolvedConstructExpr(CXXUnresolvedConstructExpr *Construct) {
    addKnown(Construct);
    return true;
  }

private:
  struct Frame {
    const FunctionDecl *Function;
    const Decl *Root;
  };

  void traverseUserCode(Decl *D) {
    SourceLocation Location = D->getLocation();
    if (llvm::isa<TranslationUnitDecl>(D)) {
      for (Decl *Child : llvm::cast<TranslationUnitDecl>(D)->decls())
        traverseUserCode(Child);
      return;
    }
    if (!Code.isForeign(Location))
      TraverseDecl(D);
  }

  /// A function is a root of its own, also the method of a local class; a
  /// variable is one only outside functions.
  bool opensRoot(Decl *D) const {
    if (auto *Function = llvm::dyn_cast<FunctionDecl>(D))
      return Function->doesThisDeclarationHaveABody();
    if (llvm::isa<FieldDecl>(D))
      return true;
    auto *Variable = llvm::dyn_cast<VarDecl>(D);
    return Variable && !Variable->getParentFunctionOrMethod();
  }

  void enter(Decl *D) {
    auto *Function = llvm::dyn_cast<FunctionDecl>(D);
    Frames.push_back({Function, D});
    Code.Roots.push_back(D);
    if (D->isInvalidDecl())
      markBroken();
    if (!Function)
      return;
    if (hasDroppedCode(Function, Code.Context))
      markBroken();
    Code.Functions.push_back(Function);
    if (const FunctionDecl *Pattern =
            Function->getTemplateInstantiationPattern())
      Instantiated.insert(Pattern);
  }

  void markBroken() {
    if (!Frames.empty())
      Code.Broken.insert(Frames.back().Root);
  }

  void add(const Expr *E, CallRows Rows) {
    if (!Frames.empty())
      Code.Sites.push_back(
          {E, std::move(Rows), Frames.back().Function, Frames.back().Root});
  }

  void addKnown(const Expr *E) {
    CallRows Rows = Code.Index.rows(E);
    if (!Rows.empty())
      add(E, std::move(Rows));
  }

  /// In a template, "std::thread t(f)" has a bare list where a construction
  /// will be.
  void addInitializer(const Expr *Init, QualType Type) {
    if (!Init || !Init->isInstantiationDependent() ||
        !(llvm::isa<ParenListExpr>(Init) || llvm::isa<InitListExpr>(Init)))
      return;
    const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
    if (!Class)
      return;
    CallRows Rows = Code.Index.constructorRows(Class);
    if (!Rows.empty())
      add(Init, std::move(Rows));
  }

  bool returnsFuture(const CallExpr *Call) const {
    if (Call->isTypeDependent() || !Call->isPRValue() ||
        !Call->getType()->isRecordType())
      return false;
    return Code.Index.isFuture(Call->getType());
  }

  UserCode &Code;
  llvm::SmallVector<Frame, 8> Frames;
  llvm::DenseSet<const Decl *> Instantiated;
};

static bool anyStmt(const Stmt *S, bool EntersLambdas,
                    llvm::function_ref<bool(const Stmt *)> Visit) {
  llvm::SmallVector<const Stmt *, 32> Open;
  if (S)
    Open.push_back(S);
  while (!Open.empty()) {
    const Stmt *Next = Open.pop_back_val();
    if (Visit(Next))
      return true;
    if (!EntersLambdas && llvm::isa<LambdaExpr>(Next))
      continue;
    // Children in reverse, so that the walk goes in source order.
    size_t First = Open.size();
    for (const Stmt *Child : Next->children())
      if (Child)
        Open.push_back(Child);
    std::reverse(Open.begin() + First, Open.end());
  }
  return false;
}

bool anyStmt(const Stmt *S, llvm::function_ref<bool(const Stmt *)> Visit) {
  return anyStmt(S, /*EntersLambdas=*/true, Visit);
}

bool anyOwnStmt(const Stmt *S, llvm::function_ref<bool(const Stmt *)> Visit) {
  return anyStmt(S, /*EntersLambdas=*/false, Visit);
}

bool contains(const Stmt *Whole, const Stmt *Part) {
  return Whole && anyStmt(Whole, [&](const Stmt *S) { return S == Part; });
}

bool isVisible(const FunctionDecl *Function) {
  return definitionOf(Function) != nullptr;
}

bool hasSkippedBody(const FunctionDecl *Function) {
  if (!Function)
    return false;
  const FunctionDecl *Pattern = Function->getTemplateInstantiationPattern();
  return llvm::any_of(
      (Pattern ? Pattern : Function)->redecls(),
      [](const FunctionDecl *D) { return D->hasSkippedBody(); });
}

const FunctionDecl *definitionOf(const FunctionDecl *Function) {
  if (!Function)
    return nullptr;
  const FunctionDecl *Definition = nullptr;
  if (Function->hasBody(Definition))
    return Definition;
  // A specialisation whose body has not been needed yet: look at the pattern.
  const FunctionDecl *Pattern = Function->getTemplateInstantiationPattern();
  if (Pattern && Pattern->hasBody(Definition))
    return Definition;
  return nullptr;
}

UserCode::UserCode(ASTContext &Context, const ApiIndex &Index)
    : Context(Context), Index(Index) {
  if (Index.mentionsAny())
    Walk(*this).run();
}

bool UserCode::isBefore(SourceLocation One, SourceLocation Other) const {
  const SourceManager &Sources = Context.getSourceManager();
  return Sources.isBeforeInTranslationUnit(Sources.getExpansionLoc(One),
                                           Sources.getExpansionLoc(Other));
}

bool UserCode::isForeign(SourceLocation Location) const {
  const SourceManager &Sources = Context.getSourceManager();
  return Location.isInvalid() ||
         Sources.isInSystemHeader(Sources.getExpansionLoc(Location));
}

bool isLocalSince(const ValueDecl *D, const Stmt *Block, const UserCode &Code) {
  const auto *Variable = llvm::dyn_cast<VarDecl>(D);
  return Variable && Variable->hasLocalStorage() &&
         !Code.isBefore(Variable->getLocation(), Block->getBeginLoc());
}

llvm::SmallVector<const Stmt *, 4> partsOf(const Decl *Root) {
  llvm::SmallVector<const Stmt *, 4> Parts;
  auto Add = [&](const Stmt *Part) {
    if (Part)
      Parts.push_back(Part);
  };
  if (const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Root))
    for (const CXXCtorInitializer *Initializer : Constructor->inits())
      if (Initializer->isWritten())
        Add(Initializer->getInit());
  if (const auto *Function = llvm::dyn_cast<FunctionDecl>(Root))
    Add(Function->getBody());
  else if (const auto *Field = llvm::dyn_cast<FieldDecl>(Root))
    Add(Field->getInClassInitializer());
  else if (const auto *Variable = llvm::dyn_cast<VarDecl>(Root))
    Add(Variable->getInit());
  return Parts;
}

const Stmt *UserCode::parent(const Stmt *S, const Decl *Root) const {
  std::unique_ptr<ParentMap> &Map = Parents[Root];
  if (!Map)
    for (const Stmt *Part : partsOf(Root)) {
      // ParentMap only reads, but its interface predates const; and without a
      // statement to start from it cannot take more.
      auto *Start = const_cast<Stmt *>(Part);
      if (!Map)
        Map = std::make_unique<ParentMap>(Start);
      else
        Map->addStmt(Start);
    }
  return Map ? Map->getParent(const_cast<Stmt *>(S)) : nullptr;
}

} // namespace leash
