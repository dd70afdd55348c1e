//===--- UsesInFunctions.cpp - what does a function do to a handle? -------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Uses.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace leash {

/// The weight of a use in a function: what is reached by others counts most.
static unsigned weight(Use::KindType Kind) {
  switch (Kind) {
  case Use::Looks:
  case Use::Asks:
    return 0;
  case Use::Replaces:
    return 1;
  case Use::Closes:
    return 2;
  case Use::Destroys:
  case Use::Moves:
  case Use::Swaps:
  case Use::Leaves:
  case Use::Escapes:
    return 3;
  }
  llvm_unreachable("all kinds are listed");
}

Use::KindType Uses::usesIn(llvm::ArrayRef<const Stmt *> Parts, const Decl *Root,
                           const VarDecl *Variable) const {
  Use::KindType Heaviest = Use::Looks;
  for (const Stmt *Part : Parts)
    anyStmt(Part, [&](const Stmt *S) {
      const auto *Ref = llvm::dyn_cast<DeclRefExpr>(S);
      if (!Ref || holderOf(Ref) != Variable)
        return false;
      Use::KindType Kind = useOf(Ref, Root).Kind;
      if (weight(Kind) > weight(Heaviest))
        Heaviest = Kind;
      return weight(Heaviest) == weight(Use::Escapes);
    });
  return Heaviest;
}

Use::KindType Uses::parameterUse(const FunctionDecl *Function,
                                 unsigned Index) const {
  const FunctionDecl *Definition = definitionOf(Function);
  if (!Definition || Index >= Definition->getNumParams() ||
      Code.isBroken(Definition))
    return Use::Escapes;
  const ParmVarDecl *Parameter = Definition->getParamDecl(Index);
  // While a function is being asked, a call of itself takes nothing.
  auto [Known, IsNew] = Parameters.try_emplace(Parameter, Use::Looks);
  if (!IsNew)
    return Known->second;
  auto Parts = partsOf(Definition);
  Use::KindType Kind = usesIn(Parts, Definition, Parameter->getCanonicalDecl());
  if (weight(Kind) > weight(Use::Closes))
    Kind = Use::Escapes;
  Parameters[Parameter] = Kind;
  return Kind;
}

/// Whether a header declares \p Callee that also declares what starts, opens,
/// joins or closes here: its functions take nothing over unless a row says so.
bool Uses::isOfKnownLibrary(const FunctionDecl *Callee) const {
  const SourceManager &Sources = Code.context().getSourceManager();
  auto FileOf = [&](const FunctionDecl *Function) {
    return Sources.getFileID(Sources.getExpansionLoc(Function->getLocation()));
  };
  if (!LibraryFiles) {
    LibraryFiles.emplace();
    for (const Site &S : Code.sites()) {
      const auto *Known = llvm::dyn_cast<CallExpr>(S.E);
      const FunctionDecl *Function = Known ? Known->getDirectCallee() : nullptr;
      bool IsC = Function && !llvm::isa<CXXMethodDecl>(Function) &&
                 (S.Rows.get(&CallRow::Spawn) || S.Rows.get(&CallRow::Opens) ||
                  S.Rows.get(&CallRow::Joins) || S.Rows.get(&CallRow::Closes));
      if (IsC)
        LibraryFiles->insert(FileOf(Function));
    }
  }
  return LibraryFiles->contains(FileOf(Callee));
}

} // namespace leash
