//===--- ApiIndex.cpp - which row speaks of this declaration? -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ApiIndex.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using llvm::StringRef;

namespace leash {

namespace {

/// The next scope outwards that counts as part of a qualified name.
const DeclContext *namedScope(const DeclContext *Scope) {
  while (Scope && !Scope->isTranslationUnit()) {
    const auto *Namespace = llvm::dyn_cast<NamespaceDecl>(Scope);
    bool IsTransparent =
        Namespace ? Namespace->isInline() || Namespace->isAnonymousNamespace()
                  : !llvm::isa<RecordDecl>(Scope);
    if (!IsTransparent)
      return Scope;
    Scope = Scope->getParent();
  }
  return Scope;
}

/// Splits the last part off \p Name: "std::thread" becomes "std" and "thread".
StringRef takeLast(StringRef &Name) {
  size_t Colons = Name.rfind("::");
  StringRef Last = Colons == StringRef::npos ? Name : Name.substr(Colons + 2);
  Name = Colons == StringRef::npos ? StringRef() : Name.substr(0, Colons);
  return Last;
}

/// Whether \p Scope is exactly the one that \p Name spells.
bool scopeIs(const DeclContext *Scope, StringRef Name) {
  Scope = namedScope(Scope);
  while (!Name.empty()) {
    const auto *Named = llvm::dyn_cast_or_null<NamedDecl>(Scope);
    if (!Named || !Named->getIdentifier() || Named->getName() != takeLast(Name))
      return false;
    Scope = namedScope(Scope->getParent());
  }
  return Scope && Scope->isTranslationUnit();
}

StringRef scopeOf(StringRef Name) {
  takeLast(Name);
  return Name;
}

/// Whether \p Class, or a visible base of it, is the class \p Name.
bool isOrDerives(const CXXRecordDecl *Class, StringRef Name,
                 unsigned Depth = 0) {
  // Hierarchies deeper than this are generated code.
  if (!Class || Depth > 8)
    return false;
  StringRef Scope = Name;
  StringRef Last = takeLast(Scope);
  if (Class->getIdentifier() && Class->getName() == Last &&
      scopeIs(Class->getDeclContext(), Scope))
    return true;
  const CXXRecordDecl *Definition = Class->getDefinition();
  if (!Definition)
    return false;
  for (const CXXBaseSpecifier &Base : Definition->bases())
    if (isOrDerives(Base.getType()->getAsCXXRecordDecl(), Name, Depth + 1))
      return true;
  return false;
}

const FunctionDecl *functionOf(const NamedDecl *D) {
  D = D->getUnderlyingDecl();
  if (const auto *Template = llvm::dyn_cast<FunctionTemplateDecl>(D))
    return Template->getTemplatedDecl();
  return llvm::dyn_cast<FunctionDecl>(D);
}

} // namespace

ApiIndex::ApiIndex(ASTContext &Context, llvm::ArrayRef<const ApiTable *> Tables)
    : Context(Context), Tables(Tables.begin(), Tables.end()) {
  for (const ApiTable *Table : Tables)
    addTable(*Table);
}

const IdentifierInfo *ApiIndex::identifier(StringRef Name) {
  auto Known = Context.Idents.find(Name);
  if (Known != Context.Idents.end())
    return Known->second;
  // A preamble's identifiers come into the table only when asked for.
  if (Context.Idents.getExternalIdentifierLookup())
    return &Context.Idents.get(Name);
  return nullptr;
}

void ApiIndex::addCall(const CallRow &Row) {
  // An operator has no identifier: its class tells it apart.
  StringRef Name = Row.identifier(), Scope = Row.Name;
  if (Row.isCallOperator()) {
    Scope = scopeOf(Scope);
    Name = takeLast(Scope);
  }
  const IdentifierInfo *Id = identifier(Name);
  if (!Id)
    return;
  ByName<CallRow> &Rows = Row.isCallOperator()  ? CallOperators
                          : Row.isConstructor() ? Constructors
                                                : Functions;
  Rows[Id].push_back(&Row);
}

void ApiIndex::addTable(const ApiTable &Table) {

  for (const CallRow &Row : Table.calls())
    addCall(Row);
  for (const TypeRow &Row : Table.types())
    if (const IdentifierInfo *Id = identifier(Row.identifier())) {
      Types[Id].push_back(&Row);
      MentionsPools |= !Row.Pool.empty();
      MentionsContexts |= Row.Context.has_value();
    }
  for (const FieldRow &Row : Table.fields())
    if (const IdentifierInfo *Id = identifier(Row.identifier()))
      Fields[Id].push_back(&Row);
  for (const VariableRow &Row : Table.variables())
    if (const IdentifierInfo *Id = identifier(Row.identifier()))
      Variables[Id].push_back(&Row);
  for (const std::string &Word : Table.queueWords())
    QueueWords.push_back(Word);
  for (const std::string &Word : Table.stopWords())
    StopWords.push_back(Word);
  for (const std::string &Word : Table.waitWords())
    WaitWords.push_back(Word);
  for (const std::string &Word : Table.startWords())
    StartWords.push_back(Word);
  Mentioned =
      !Functions.empty() || !Constructors.empty() || !CallOperators.empty();
}

CallRows ApiIndex::rows(const FunctionDecl *Callee,
                        const CXXRecordDecl *Receiver) const {
  CallRows Result;
  if (!Callee)
    return Result;
  if (const auto *Constructor = llvm::dyn_cast<CXXConstructorDecl>(Callee))
    return constructorRows(Constructor->getParent());
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Callee);
  if (Method && Method->getOverloadedOperator() == OO_Call)
    return callOperatorRows(Method);
  auto Found = Functions.find(Callee->getIdentifier());
  if (Found == Functions.end())
    return Result;
  for (const CallRow *Row : Found->second) {
    StringRef Scope = scopeOf(Row->Name);
    if (scopeIs(Callee->getDeclContext(), Scope) ||
        (Method && Receiver && isOrDerives(Receiver, Scope)))
      Result.add(Row);
  }
  return Result;
}

CallRows ApiIndex::callOperatorRows(const CXXMethodDecl *Operator) const {
  CallRows Result;
  const CXXRecordDecl *Class = Operator->getParent();
  auto Found = CallOperators.find(Class->getIdentifier());
  if (Found == CallOperators.end())
    return Result;
  for (const CallRow *Row : Found->second)
    if (isNamed(Class, scopeOf(Row->Name)))
      Result.add(Row);
  return Result;
}

CallRows ApiIndex::constructorRows(const CXXRecordDecl *Class) const {
  CallRows Result;
  auto Found = Constructors.find(Class->getIdentifier());
  if (Found == Constructors.end())
    return Result;
  for (const CallRow *Row : Found->second)
    if (isNamed(Class, scopeOf(Row->Name)))
      Result.add(Row);
  return Result;
}

CallRows ApiIndex::rows(const Expr *E) const {
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(E))
    return rows(Construct->getConstructor());
  if (const auto *Construct = llvm::dyn_cast<CXXUnresolvedConstructExpr>(E)) {
    const auto *Class = Construct->getTypeAsWritten()->getAsCXXRecordDecl();
    return Class ? constructorRows(Class) : CallRows();
  }
  const auto *Call = llvm::dyn_cast<CallExpr>(E);
  if (!Call)
    return {};
  if (const auto *Method = llvm::dyn_cast<CXXMemberCallExpr>(Call)) {
    // Not the base that declares the method: the class that the user holds.
    const Expr *Object = Method->getImplicitObjectArgument();
    return rows(Method->getMethodDecl(),
                Object ? recordBehind(Object->IgnoreParenImpCasts()->getType())
                       : nullptr);
  }
  if (const FunctionDecl *Callee = Call->getDirectCallee())
    return rows(Callee);
  const Expr *Named = Call->getCallee()->IgnoreParenImpCasts();
  // A library may hand its functions out through variables, as Redis does.
  if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Named)) {
    CallRows Result;
    auto Found = Functions.find(Ref->getDecl()->getIdentifier());
    if (Found != Functions.end())
      for (const CallRow *Row : Found->second)
        if (scopeIs(Ref->getDecl()->getDeclContext(), scopeOf(Row->Name)))
          Result.add(Row);
    return Result;
  }
  // In a template: every candidate has the same name and scope.
  const auto *Overloads = llvm::dyn_cast<OverloadExpr>(Named);
  if (!Overloads || Overloads->getNumDecls() == 0)
    return {};
  const FunctionDecl *Callee = functionOf(*Overloads->decls_begin());
  const CXXRecordDecl *Receiver = nullptr;
  if (const auto *Member = llvm::dyn_cast<UnresolvedMemberExpr>(Overloads))
    Receiver = recordBehind(Member->getBaseType());
  return rows(Callee, Receiver);
}

const TypeRow *ApiIndex::ownType(const RecordDecl *Record) const {
  const NamedDecl *Named = Record;
  // C: typedef struct { ... } SDL_atomic_t;
  if (const TypedefNameDecl *Typedef = Record->getTypedefNameForAnonDecl())
    Named = Typedef;
  auto Found = Types.find(Named->getIdentifier());
  if (Found == Types.end())
    return nullptr;
  for (const TypeRow *Row : Found->second)
    if (isNamed(Named, Row->Name))
      return Row;
  return nullptr;
}

const TypeRow *ApiIndex::type(const RecordDecl *Record) const {
  if (!Record || Types.empty())
    return nullptr;
  if (const TypeRow *Row = ownType(Record))
    return Row;
  const auto *Class = llvm::dyn_cast<CXXRecordDecl>(Record);
  if (!Class || !Class->getDefinition())
    return nullptr;
  for (const CXXBaseSpecifier &Base : Class->getDefinition()->bases())
    if (const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl())
      if (const TypeRow *Row = type(Parent))
        return Row;
  return nullptr;
}

const TypeRow *ApiIndex::type(QualType Type) const {
  if (Type.isNull())
    return nullptr;
  return type(Type.getNonReferenceType()->getAsRecordDecl());
}

const FieldRow *ApiIndex::field(const FieldDecl *Field) const {
  auto Found = Fields.find(Field->getIdentifier());
  if (Found == Fields.end())
    return nullptr;
  // C: typedef struct { ... } redisOptions;
  const TypedefNameDecl *Typedef =
      Field->getParent()->getTypedefNameForAnonDecl();
  for (const FieldRow *Row : Found->second)
    if (isNamed(Field, Row->Name) ||
        (Typedef && isNamed(Typedef, scopeOf(Row->Name))))
      return Row;
  return nullptr;
}

const TypeRow *ApiIndex::contextOf(const CallExpr *Call) const {
  if (!MentionsContexts || Call->isTypeDependent() || Call->getNumArgs() == 0 ||
      !Call->getDirectCallee() || isFuture(Call->getType()))
    return nullptr;
  QualType First = Call->getArg(0)->getType();
  bool IsPointer = First->isPointerType();
  const TypeRow *Row = type(IsPointer ? First->getPointeeType() : First);
  if (!Row || !Row->Context || IsPointer == Row->Context->Handle.has_value())
    return nullptr;
  const RecordDecl *Result = Call->getType()->getAsRecordDecl();
  // std::unique_ptr<grpc::ClientReader<R>>
  if (const auto *Pointer =
          llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(Result))
    if (Pointer->isInStdNamespace() && Pointer->getTemplateArgs().size() > 0 &&
        Pointer->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
      Result = Pointer->getTemplateArgs()[0].getAsType()->getAsRecordDecl();
  bool Blocks = Result && llvm::any_of(Row->Returns, [&](StringRef Name) {
                  return isNamed(Result, Name);
                });
  return Blocks ? Row : nullptr;
}

bool ApiIndex::isFuture(QualType Type) const {
  const TypeRow *Row = type(Type);
  return Row && Row->Handle == TypeRow::Future;
}

bool ApiIndex::isNamed(const NamedDecl *D, StringRef QualifiedName) const {
  return D->getIdentifier() && D->getName() == takeLast(QualifiedName) &&
         scopeIs(D->getDeclContext(), QualifiedName);
}

/// Whether \p Header, such as mongoc/mongoc.h, includes all of its folder, and
/// \p Path is in one of that name.
static bool isInFolderOf(StringRef Header, StringRef Path) {
  auto [Folder, File] = Header.rsplit('/');
  StringRef In = Path.rsplit('/').first;
  return !File.empty() && File.rsplit('.').first == Folder &&
         In.rsplit('/').second == Folder;
}

bool ApiIndex::isLibraryHeader(StringRef Path) const {
  return llvm::any_of(Tables, [&](const ApiTable *Table) {
    return llvm::any_of(Table->headers(), [&](StringRef Header) {
      if (isInFolderOf(Header, Path))
        return true;
      StringRef Folder = Path;
      return Folder.consume_back(Header) &&
             (Folder.empty() || Folder.back() == '/');
    });
  });
}

bool ApiIndex::discards(const VarDecl *Variable) const {
  auto Found = Variables.find(Variable->getIdentifier());
  if (Found == Variables.end())
    return false;
  for (const VariableRow *Row : Found->second)
    if (isNamed(Variable, Row->Name))
      return true;
  return false;
}

bool ApiIndex::soundsLikeQueue(const RecordDecl *Record) const {
  if (!Record || !Record->getIdentifier())
    return false;
  std::string Name = Record->getName().lower();
  for (StringRef Word : QueueWords)
    if (StringRef(Name).contains(Word))
      return true;
  return false;
}

static bool startsLikeOneOf(const FunctionDecl *Function,
                            llvm::ArrayRef<StringRef> Words) {
  if (!Function->getIdentifier())
    return false;
  std::string Name = Function->getName().lower();
  return llvm::any_of(Words, [&](StringRef Word) {
    return StringRef(Name).take_front(Word.size()) == Word;
  });
}

bool ApiIndex::soundsLikeStop(const FunctionDecl *Function) const {
  return startsLikeOneOf(Function, StopWords);
}

bool ApiIndex::soundsLikeWait(const FunctionDecl *Function) const {
  return startsLikeOneOf(Function, WaitWords);
}

bool ApiIndex::soundsLikeStart(const FunctionDecl *Function) const {
  return startsLikeOneOf(Function, StartWords);
}

} // namespace leash
