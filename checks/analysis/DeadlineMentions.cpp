//===--- DeadlineMentions.cpp - what is done besides the rows -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of DeadlineEvents that follows every mention of a handle of which
// the rows do not say what it does.
//
//===----------------------------------------------------------------------===//

#include "DeadlineEvents.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace leash {

/// Whether \p Assignment puts nothing, or no handle, where one was.
static bool isNothing(const Stmt *Assignment, const ASTContext &Context) {
  const Expr *Value = nullptr;
  if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(Assignment))
    Value = Binary->getRHS();
  else if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(Assignment))
    Value = Call->getNumArgs() == 2 ? Call->getArg(1) : nullptr;
  if (!Value || Value->isValueDependent())
    return false;
  Expr::EvalResult Number;
  return Value->isNullPointerConstant(const_cast<ASTContext &>(Context),
                                      Expr::NPC_ValueDependentIsNotNull) ||
         Value->getType()->isNullPtrType() ||
         (Value->getType()->isIntegerType() &&
          Value->EvaluateAsInt(Number, Context));
}

/// The headers of C's libraries count whether their calls occur here or not:
/// close() is declared beside read().
void DeadlineEvents::findLibraries() {
  const SourceManager &Sources = Code.context().getSourceManager();
  const auto *Scope = Code.context().getTranslationUnitDecl();
  for (const IdentifierInfo *Name : Code.api().functionNames())
    for (const NamedDecl *D : Scope->lookup(Name))
      if (const auto *Function = llvm::dyn_cast<FunctionDecl>(D))
        if (llvm::any_of(Code.api().rows(Function), [](const CallRow *Row) {
              return saysOfDeadlines(*Row);
            }))
          LibraryFiles.insert(Sources.getFileID(
              Sources.getExpansionLoc(Function->getLocation())));
}

void DeadlineEvents::followMentions() {
  llvm::SmallVector<Place, 16> Open;
  llvm::DenseSet<Place> Known;
  auto Visit = [&](Place P) {
    if (P && Known.insert(P).second)
      Open.push_back(P);
  };
  for (const auto &Entry : ByHandle)
    Visit(Entry.first);
  for (const DeadlineEvent &Wait : Waits)
    Visit(Wait.Handle);
  while (!Open.empty()) {
    Place P = Open.pop_back_val();
    size_t Before = ByHandle[P].size();
    for (const Mention &M : Mentions.lookup(P))
      follow(P, M);
    for (size_t I = Before; I < ByHandle[P].size(); ++I)
      Visit(ByHandle[P][I].Into);
  }
}

/// Adds what the mention \p M does to \p Handle, where no row says it.
void DeadlineEvents::follow(Place Handle, const Mention &M) {
  Use U = UseOf.useOf(M.Ref, M.Root);
  if (isExplained(U.At, Handle))
    return;
  DeadlineEvent Event =
      eventAt(llvm::dyn_cast<Expr>(U.At), U.At, M.Function, M.Root);
  Event.Handle = Handle;
  const auto *Call =
      llvm::isa<CallExpr, CXXConstructExpr>(U.At) ? Event.E : nullptr;
  if (Call) {
    Event.Into = parameterFor(Call, Handle);
    if (Event.Into) {
      Event.Kind = DeadlineEvent::Passes;
      return push(Event);
    }
  }
  switch (U.Kind) {
  case Use::Looks:
  case Use::Asks:
    if (!Call || isHarmless(Call, Handle))
      return;
    break;
  case Use::Escapes:
  case Use::Leaves:
  case Use::Moves:
  case Use::Swaps:
    if (Call && isOfLibrary(Call))
      return;
    // What a lambda does to it is seen there; a local is given away when all
    // is over.
    if (llvm::isa<LambdaExpr>(U.At) ||
        (llvm::isa<ReturnStmt>(U.At) && llvm::isa<VarDecl>(Handle)) ||
        U.To == Handle || DescriptorSets.contains(U.To) ||
        isAliased(Handle, U.At, M.Root))
      return;
    break;
  case Use::Closes:
  case Use::Destroys:
    Event.Kind = DeadlineEvent::Ends;
    break;
  case Use::Replaces:
    // options.host = "db"; of a structure of settings, a member that is a
    // deadline has a row.
    if (U.IsPart && Code.api().mentionsFields() &&
        Code.api().type(Handle->getType()))
      return;
    // connection = mysql_real_connect(connection, ...);
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(U.At))
      if (HandleFlow.placeOf(Binary->getRHS()) == Handle)
        return;
    if (isNothing(U.At, Code.context()))
      Event.Kind = DeadlineEvent::Ends;
    break;
  }
  push(Event);
}

/// The parameter of the visible function that \p Call calls, as which it gets
/// \p Handle; null when that is not so.
const ParmVarDecl *DeadlineEvents::parameterFor(const Expr *Call,
                                                Place Handle) const {
  const FunctionDecl *Callee = definitionOf(calleeOf(Call));
  if (!Callee || Code.isForeign(Callee->getLocation()) || Code.isBroken(Callee))
    return nullptr;
  auto Arguments = argumentsOf(Call);
  bool HasObject =
      llvm::isa<CXXOperatorCallExpr>(Call) && llvm::isa<CXXMethodDecl>(Callee);
  for (unsigned I = HasObject; I < Arguments.size(); ++I) {
    unsigned Index = I - HasObject;
    if (HandleFlow.placeOf(Arguments[I]) == Handle &&
        Index < Callee->getNumParams())
      return Callee->getParamDecl(Index);
  }
  return nullptr;
}

/// Whether \p At, or the declaration that it is in, puts \p Handle into a set
/// of descriptors, or gives it another name (int fd = socket.native_handle()).
bool DeadlineEvents::isAliased(Place Handle, const Stmt *At,
                               const Decl *Root) const {
  while (At && !llvm::isa<DeclStmt>(At) && !llvm::isa<CompoundStmt>(At))
    At = Code.parent(At, Root);
  const auto *Declaration = llvm::dyn_cast_or_null<DeclStmt>(At);
  if (!Declaration)
    return false;
  return llvm::any_of(Declaration->decls(), [&](const Decl *D) {
    const auto *Variable = llvm::dyn_cast<VarDecl>(D);
    if (!Variable || DescriptorSets.contains(Variable->getCanonicalDecl()))
      return Variable != nullptr;
    const Expr *Init = Variable->getInit();
    return Init && llvm::isa<CallExpr>(stripped(Init)) &&
           HandleFlow.placeOf(Init) == Handle;
  });
}

bool DeadlineEvents::isOfLibrary(const Expr *Call) const {
  const FunctionDecl *Callee = calleeOf(Call);
  if (!Callee)
    return false;
  const SourceManager &Sources = Code.context().getSourceManager();
  SourceLocation Location = Sources.getExpansionLoc(Callee->getLocation());
  if (!LibraryFiles.contains(Sources.getFileID(Location)))
    return false;
  // Many have the library's sources beside their own.
  return Code.isForeign(Location) ||
         Code.api().isLibraryHeader(Sources.getFilename(Location));
}

/// Whether whoever gets a handle by \p Call does nothing to its deadlines: a
/// function that belongs to the same library, or that prints.
bool DeadlineEvents::isHarmless(const Expr *Call, Place Handle) const {
  const FunctionDecl *Callee = calleeOf(Call);
  if (!Callee)
    return false;
  if (llvm::isa<CXXOperatorCallExpr>(Call) || Callee->getBuiltinID() != 0 ||
      Callee->isInStdNamespace())
    return true;
  // Uses has looked at the method.
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Callee);
  if (receiverOf(Call) && Method &&
      (Code.isForeign(Callee->getLocation()) ||
       Code.api().type(Method->getParent())))
    return true;
  // A number may be anybody's: C's own functions know it for what it is.
  if (Handle->getType()->isIntegerType() && !Callee->isExternC())
    return false;
  return isOfLibrary(Call);
}

} // namespace leash
