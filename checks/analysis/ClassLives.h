//===--- ClassLives.h - closed in the life of its class? --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A field that holds a thread or a pool outlives the function that opens it:
// any method, friend or owner may close it. This gathers what the visible code
// does to such a field, wherever that stands, and says whether code that is not
// visible could do more.
//
// Fields are told apart by their declaration, not by the object (Handles.h).
// The fields of a class template's specialisations are those of the template.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CLASSLIVES_H
#define LEASH_ANALYSIS_CLASSLIVES_H

#include "Calls.h"
#include "Openings.h"
#include "Uses.h"
#include "llvm/ADT/MapVector.h"

namespace leash {

/// What becomes of one field.
struct FieldLife {
  /// Where a field is closed.
  struct Closing {
    const clang::Stmt *At = nullptr;
    /// The function around it, outside of lambdas; null in an initialiser.
    const clang::FunctionDecl *In = nullptr;
  };

  const clang::FieldDecl *Field = nullptr;
  llvm::SmallVector<const Opening *, 2> Opened;
  llvm::SmallVector<Closing, 2> Closings;
  /// Whether others get hold of what it holds.
  bool IsShared = false;
  /// Whether the field is a pointer through which threads are started, so that
  /// they are its class's only where the memory is.
  bool NeedsMemory = false;
  /// Whether what is assigned to it is new memory.
  bool HasMemory = false;
  /// Whether the field of an object with static storage duration is mentioned.
  bool IsOfStatic = false;
};

/// Spawns and pools by the field that keeps them. Belongs to one AST.
class ClassLives {
public:
  /// What \p List opens into fields. \p DestroysWell says whether destroying a
  /// value of a type closes what it holds.
  ClassLives(llvm::ArrayRef<Opening> List, const UserCode &Code,
             const Uses &UseOf, const Spawns &SpawnList,
             std::function<bool(clang::QualType)> DestroysWell);

  llvm::ArrayRef<FieldLife> all() const { return Lives; }

  /// Whether code that is not visible may close \p Life's field: a method of
  /// the class, a friend, whoever includes the header.
  bool isHidden(const FieldLife &Life) const;

  /// Whether an object of the class of \p Life's field has static storage
  /// duration, or is reached through a pointer that has.
  bool isStatic(const FieldLife &Life) const;

  /// Whether the closing \p C runs when an object dies, or when a base class
  /// says so; true in C, which has no destructors.
  bool isByDestructor(const FieldLife::Closing &C) const;

  /// Whether the destructor of the class lets code that is not visible have the
  /// object, or is not visible itself.
  bool mayDestructorClose(const FieldLife &Life) const;

private:
  void addUses();
  void addAlias(const clang::DeclRefExpr *Ref, const clang::Decl *Root);
  void addInitializers(const clang::Decl *Root);
  void addValue(FieldLife &Life, const clang::Expr *Value);
  void addUse(FieldLife &Life, const clang::Expr *Mention,
              const clang::Decl *Root);
  bool mayClose(const clang::CXXMethodDecl *Method,
                const FunctionSet &InTask) const;
  bool hasHiddenFriend(const clang::CXXRecordDecl *Class) const;
  FunctionSet tasksOf(const FieldLife &Life) const;
  const FunctionSet &destroying() const;

  const UserCode &Code;
  const Uses &UseOf;
  const Spawns &SpawnList;
  std::function<bool(clang::QualType)> DestroysWell;
  std::vector<FieldLife> Lives;
  llvm::DenseMap<const clang::FieldDecl *, size_t> ByField;
  mutable std::optional<FunctionSet> Destroying;
};

/// The field of the class template for the field of a specialisation; other
/// fields are themselves.
const clang::FieldDecl *patternOf(const clang::FieldDecl *Field);

} // namespace leash

#endif // LEASH_ANALYSIS_CLASSLIVES_H
