//===--- ApiIndex.h - which row speaks of this declaration? -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Matches the rows of one or more ApiTables with the declarations of one AST.
//
// Names match by identifier first (a pointer comparison), then by the enclosing
// scopes; inline namespaces and anonymous ones are skipped, so "std::thread"
// finds std::__1::thread. A method's row names the class that users hold: it
// matches where that class, or a class derived from it, is the receiver,
// whichever base declares the method (libstdc++ declares future::wait in
// __basic_future).
//
// One index belongs to one AST and, like it, to one thread at a time.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_APIINDEX_H
#define LEASH_ANALYSIS_APIINDEX_H

#include "../api/ApiTable.h"
#include "CallParts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace leash {

/// The rows that speak of one call; several when a file of the user's adds
/// facts to a built-in row.
class CallRows {
public:
  void add(const CallRow *Row) { Rows.push_back(Row); }
  bool empty() const { return Rows.empty(); }
  /// The qualified name that the rows speak of; there must be one.
  llvm::StringRef name() const { return Rows.front()->Name; }

  /// The fact, from the first row that states it; null when none does.
  template <typename Fact>
  const Fact *get(std::optional<Fact> CallRow::*Member) const {
    for (const CallRow *Row : Rows)
      if (Row->*Member)
        return &*(Row->*Member);
    return nullptr;
  }
  auto begin() const { return Rows.begin(); }
  auto end() const { return Rows.end(); }
  bool is(bool CallRow::*Member) const {
    for (const CallRow *Row : Rows)
      if (Row->*Member)
        return true;
    return false;
  }

private:
  llvm::SmallVector<const CallRow *, 2> Rows;
};

class ApiIndex {
public:
  /// The tables must outlive the index.
  ApiIndex(clang::ASTContext &Context, llvm::ArrayRef<const ApiTable *> Tables);

  /// Whether any name of the tables occurs in this translation unit. False
  /// means that there is nothing to find; true may be an over-approximation
  /// (identifiers of a precompiled preamble are not looked into).
  bool mentionsAny() const { return Mentioned; }

  /// The rows for \p Callee; \p Receiver is the class of the object that a
  /// method is called on, where it is known.
  CallRows rows(const clang::FunctionDecl *Callee,
                const clang::CXXRecordDecl *Receiver = nullptr) const;
  /// The rows for the callee of \p E: a call, a construction, also one whose
  /// arguments depend on a template parameter. Empty when the callee is not
  /// known.
  CallRows rows(const clang::Expr *E) const;
  /// Whether a catalogued class of pools is mentioned.
  bool mentionsPools() const { return MentionsPools; }

  /// The names of the functions and methods that have rows, as far as they
  /// occur here.
  auto functionNames() const { return llvm::make_first_range(Functions); }

  /// The rows for constructing a \p Class.
  CallRows constructorRows(const clang::CXXRecordDecl *Class) const;

  /// The row for the class of \p Type, looked at through references, typedefs
  /// and qualifiers, not through pointers; for a class derived from one that
  /// has a row, that row. Null when there is none.
  const TypeRow *type(clang::QualType Type) const;
  const TypeRow *type(const clang::RecordDecl *Record) const;
  /// The row for the field \p Field; null when there is none.
  const FieldRow *field(const clang::FieldDecl *Field) const;
  /// Whether any field that has a row may be mentioned.
  bool mentionsFields() const { return !Fields.empty(); }
  /// Whether a class is mentioned whose objects make the calls block that they
  /// are given to.
  bool mentionsContexts() const { return MentionsContexts; }
  /// The row of the class of the first argument of \p Call, or to which it
  /// points, when that makes the call block: see TypeRow::Context.
  const TypeRow *contextOf(const clang::CallExpr *Call) const;

  /// Whether \p Type is a future, or a class derived from one.
  bool isFuture(clang::QualType Type) const;
  /// The row for \p Record itself, whatever it derives from.
  const TypeRow *ownType(const clang::RecordDecl *Record) const;

  /// Whether \p D is named by \p QualifiedName.
  bool isNamed(const clang::NamedDecl *D, llvm::StringRef QualifiedName) const;

  /// Whether the file \p Path is a header that a table names, wherever it lies,
  /// or one that such a header includes: all of mongoc/ with mongoc/mongoc.h.
  bool isLibraryHeader(llvm::StringRef Path) const;

  /// Whether \p Variable swallows what is assigned to it (std::ignore).
  bool discards(const clang::VarDecl *Variable) const;

  /// Whether the name of \p Record says that it is a queue of the user's own.
  bool soundsLikeQueue(const clang::RecordDecl *Record) const;

  /// Whether the name of \p Function says that it asks its object to end.
  bool soundsLikeStop(const clang::FunctionDecl *Function) const;

  /// Whether the name of \p Function says that it waits for others.
  bool soundsLikeWait(const clang::FunctionDecl *Function) const;

  /// Whether the name of \p Function says that it starts its object up.
  bool soundsLikeStart(const clang::FunctionDecl *Function) const;

private:
  template <typename Row>
  using ByName = llvm::DenseMap<const clang::IdentifierInfo *,
                                llvm::SmallVector<const Row *, 2>>;

  const clang::IdentifierInfo *identifier(llvm::StringRef Name);
  CallRows callOperatorRows(const clang::CXXMethodDecl *Operator) const;
  void addCall(const CallRow &Row);
  void addTable(const ApiTable &Table);

  clang::ASTContext &Context;
  bool Mentioned = false;
  bool MentionsPools = false;
  bool MentionsContexts = false;
  ByName<CallRow> Functions;
  ByName<CallRow> Constructors;
  ByName<CallRow> CallOperators; ///< By the name of the class.
  ByName<TypeRow> Types;
  ByName<VariableRow> Variables;
  ByName<FieldRow> Fields;
  llvm::SmallVector<const ApiTable *, 2> Tables;
  llvm::SmallVector<llvm::StringRef, 8> QueueWords;
  llvm::SmallVector<llvm::StringRef, 8> StopWords;
  llvm::SmallVector<llvm::StringRef, 8> WaitWords;
  llvm::SmallVector<llvm::StringRef, 8> StartWords;
};

} // namespace leash

#endif // LEASH_ANALYSIS_APIINDEX_H
