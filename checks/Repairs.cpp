//===--- Repairs.cpp - fix-its that several checks offer ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Repairs.h"
#include "analysis/Declared.h"
#include "clang/Lex/Lexer.h"

using namespace leash;

namespace clang::tidy::leash {

namespace {

/// Whether the user wrote \p Text, and no macro did.
bool isSpelled(SourceRange Range, StringRef Text, const ASTContext &Context) {
  if (Range.isInvalid() || Range.getBegin().isMacroID() ||
      Range.getEnd().isMacroID())
    return false;
  return Lexer::getSourceText(CharSourceRange::getTokenRange(Range),
                              Context.getSourceManager(),
                              Context.getLangOpts()) == Text;
}

/// Where \p O spells the type of the temporary that it makes: std::thread(f).
SourceRange spelledType(const Opening &O, const UserCode &Code) {
  const TypeSourceInfo *Type = nullptr;
  if (const auto *Temporary = dyn_cast<CXXTemporaryObjectExpr>(O.E))
    Type = Temporary->getTypeSourceInfo();
  // With one argument it is a cast.
  const Stmt *Parent = Code.parent(O.E, O.Root);
  while (Parent && isa<CXXBindTemporaryExpr, ImplicitCastExpr>(Parent))
    Parent = Code.parent(Parent, O.Root);
  if (const auto *Cast = dyn_cast_or_null<CXXFunctionalCastExpr>(Parent))
    Type = Cast->getTypeInfoAsWritten();
  return Type ? Type->getTypeLoc().getSourceRange() : SourceRange();
}

class JoiningEdits {
public:
  JoiningEdits(const Leak &L, const TranslationUnit &Unit)
      : Variable(L.Holder), Keeper(L.Opened->Keeper), Root(L.Opened->Root),
        Function(L.Opened->Function), Unit(Unit),
        Row(L.Opened->Class ? Unit.api().type(L.Opened->Class) : nullptr) {}

  Repair run() {
    const ASTContext &Context = Unit.context();
    if (!Variable || Keeper != Variable || !Row || Row->Joining.empty() ||
        !isDeclared(Row->Joining, Context) || isOneOfSeveral() ||
        !isOnlyJoined())
      return {};
    SourceRange Declared =
        Variable->getTypeSourceInfo()->getTypeLoc().getSourceRange();
    bool IsDeduced = Variable->getType()->getContainedAutoType() != nullptr ||
                     isSpelled(Declared, "auto", Context);
    if (!IsDeduced && !edit(Declared))
      return {};
    for (const Opening &O : Unit.threads())
      if (O.Keeper == Variable && !editSpawn(O, IsDeduced))
        return {};
    return Edits;
  }

private:
  bool edit(SourceRange Type) {
    if (!isSpelled(Type, Row->Name, Unit.context()))
      return false;
    Edits.push_back(FixItHint::CreateReplacement(Type, Row->Joining));
    return true;
  }

  /// std::thread t(f); is done with its declaration; t = std::thread(f); is
  /// not.
  bool editSpawn(const Opening &O, bool IsDeduced) {
    SourceRange Spelled = spelledType(O, Unit.code());
    if (Spelled.isValid())
      return edit(Spelled);
    return isa<CXXConstructExpr>(O.E) && !IsDeduced &&
           O.HandleFate.Kind == Fate::Variable;
  }

  /// std::thread t(f), u(g); has one type for both.
  bool isOneOfSeveral() const {
    return anyStmt(Function->getBody(), [&](const Stmt *S) {
      const auto *Declaration = dyn_cast<DeclStmt>(S);
      return Declaration && !Declaration->isSingleDecl() &&
             is_contained(Declaration->decls(), Variable);
    });
  }

  bool isOnlyJoined() const {
    bool Other = false;
    anyStmt(Function->getBody(), [&](const Stmt *S) {
      const auto *Ref = dyn_cast<DeclRefExpr>(S);
      if (!Ref || Unit.uses().holderOf(Ref) != Variable)
        return false;
      Other |= Ref->getDecl() != Variable || !isFine(Ref);
      return Other;
    });
    return !Other;
  }

  bool isFine(const DeclRefExpr *Ref) const {
    Use U = Unit.uses().useOf(Ref, Root);
    const auto *Call = dyn_cast<CallExpr>(U.At);
    switch (U.Kind) {
    case Use::Looks:
    case Use::Asks:
    case Use::Closes:
      // A method of the class; not a function that takes a std::thread.
      return Call && isa<CXXMemberCallExpr>(Call) &&
             (U.Kind != Use::Closes ||
              Unit.api().rows(Call).get(&CallRow::Joins));
    case Use::Replaces: // By another of the spawns that are edited.
      return any_of(Unit.threads(), [&](const Opening &O) {
        return O.Keeper == Variable && O.HandleFate.At == U.At;
      });
    default:
      return false;
    }
  }

  const VarDecl *Variable;
  Place Keeper;
  const Decl *Root;
  const FunctionDecl *Function;
  const TranslationUnit &Unit;
  const TypeRow *Row; ///< Of the handle's class; null when it has none.
  Repair Edits;
};

/// The body that the user wrote for the destructor of \p Class; null when there
/// is none here.
const CompoundStmt *destructorBody(const RecordDecl *Record,
                                   const ASTContext &Context) {
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  const CXXDestructorDecl *Destructor =
      Class ? Class->getDestructor() : nullptr;
  const FunctionDecl *Definition = Destructor && Destructor->isUserProvided()
                                       ? definitionOf(Destructor)
                                       : nullptr;
  const auto *Body = Definition
                         ? dyn_cast_or_null<CompoundStmt>(Definition->getBody())
                         : nullptr;
  bool IsText =
      Body && !Body->getRBracLoc().isMacroID() &&
      !Context.getSourceManager().isInSystemHeader(Body->getRBracLoc());
  // An early way out would leave out what is appended.
  bool IsStraight = Body && !anyOwnStmt(Body, [](const Stmt *S) {
                      return isa<ReturnStmt>(S);
                    });
  return IsText && IsStraight ? Body : nullptr;
}

Repair appendTo(const CompoundStmt *Body, const std::string &Text) {
  return {FixItHint::CreateInsertion(Body->getRBracLoc(), Text)};
}

/// The method of \p Class of which the rows state \p Fact about the object.
StringRef methodThat(std::optional<Operand> CallRow::*Fact,
                     const CXXRecordDecl *Class, const ApiIndex &Api) {
  for (const CXXMethodDecl *Method : Class->methods()) {
    const Operand *Of = Api.rows(Method, Class).get(Fact);
    if (Of && Of->Kind == Operand::This && Method->getIdentifier() &&
        Method->getMinRequiredArguments() == 0)
      return Method->getName();
  }
  return "";
}

} // namespace

Repair makeJoining(const Leak &L, const TranslationUnit &Unit) {
  if (L.Effect != Ending::Terminates)
    return {};
  return JoiningEdits(L, Unit).run();
}

Repair joinInDestructor(const UnclosedField &F, const TranslationUnit &Unit) {
  const FieldDecl *Field = F.Life->Field;
  const CompoundStmt *Body = destructorBody(Field->getParent(), Unit.context());
  if (!Body)
    return {};
  // Threads by value, or a row of them: what others hold wants more care.
  const CXXRecordDecl *Own = Field->getType()->getAsCXXRecordDecl();
  const CXXRecordDecl *Held = heldClass(Field->getType(), Unit.api());
  if (!Held)
    return {};
  StringRef Asks = methodThat(&CallRow::Joinable, Held, Unit.api());
  StringRef Joins = methodThat(&CallRow::Joins, Held, Unit.api());
  if (Asks.empty() || Joins.empty())
    return {};
  std::string Name = Field->getNameAsString();
  auto JoinText = [&](const std::string &What) {
    return "if (" + What + "." + Asks.str() + "()) " + What + "." +
           Joins.str() + "(); ";
  };
  if (Own == Held)
    return appendTo(Body, JoinText(Name));
  // One level of container, by value.
  QualType Element;
  if (const auto *Array = Field->getType()->getAsArrayTypeUnsafe())
    Element = Array->getElementType();
  else if (const auto *Container =
               dyn_cast_or_null<ClassTemplateSpecializationDecl>(Own))
    if (Container->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
      Element = Container->getTemplateArgs()[0].getAsType();
  bool IsRow = !Element.isNull() && isContainer(Field->getType()) &&
               Element->getAsCXXRecordDecl() == Held;
  if (!IsRow)
    return {};
  return appendTo(Body, "for (auto &each : " + Name + ") " + JoinText("each"));
}

Repair closeInDestructor(const UnclosedField &F, const TranslationUnit &Unit) {
  const FieldDecl *Field = F.Life->Field;
  const CompoundStmt *Body = destructorBody(Field->getParent(), Unit.context());
  const auto *Method =
      F.Elsewhere ? dyn_cast_or_null<CXXMethodDecl>(F.Elsewhere->In) : nullptr;
  bool IsOwn = Method && Method->getIdentifier() &&
               Method->getParent()->getCanonicalDecl() ==
                   Field->getParent()->getCanonicalDecl();
  if (!Body || !IsOwn || Method->getNumParams() != 0)
    return {};
  return appendTo(Body, Method->getNameAsString() + "(); ");
}

} // namespace clang::tidy::leash
