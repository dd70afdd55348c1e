//===--- Pools.h - which objects own threads? -------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pool is an object that owns threads: one of a catalogued class, or of a
// class here whose constructor, or a method that it calls, starts threads into
// a field. What closes such a class is not its methods' names but what they do:
// the methods that lead to the join.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_POOLS_H
#define LEASH_ANALYSIS_POOLS_H

#include "ClassLives.h"

namespace leash {

/// A class of the user's whose objects start threads when they are made.
struct PoolClass {
  const FieldLife *Workers = nullptr;
  /// The constructors that start them, by their canonical declarations.
  FunctionSet Starters;
  /// What the destructor does to them; nothing when that is not known, as with
  /// a class that never closes them, which is reported by itself.
  std::optional<Ending> Destructor;
};

class Pools {
public:
  /// \p ThreadLives are the fields that hold threads.
  Pools(const ClassLives &ThreadLives, const UserCode &Code,
        const Handles &HandleFlow, const Spawns &SpawnList);
  Pools(const Pools &) = delete; // Its parts refer to it.
  Pools &operator=(const Pools &) = delete;

  /// The pools that are made.
  llvm::ArrayRef<Opening> openings() const { return Made; }
  /// The fields that hold them.
  const ClassLives &lives() const { return *Lives; }
  /// What mentions of pools do.
  const Uses &uses() const { return UseOf; }

  /// As endingOf() of Endings.h, with the classes of the user's.
  std::optional<Ending> ending(clang::QualType Type) const;

  /// The class of the user's that \p Class is, or derives from; null when it is
  /// no pool.
  const PoolClass *find(const clang::CXXRecordDecl *Class) const;

private:
  void addClasses(const ClassLives &ThreadLives);
  void addClass(const FieldLife &Life, const ClassLives &ThreadLives);
  llvm::StringRef nameOf(const clang::CXXRecordDecl *Class,
                         const clang::CXXConstructorDecl *Constructor) const;
  bool leadsToClosing(const clang::FunctionDecl *Function,
                      const FieldLife &Life) const;
  Use::KindType meaningOf(const clang::CXXMethodDecl *Method) const;

  const UserCode &Code;
  llvm::DenseMap<const clang::CXXRecordDecl *, PoolClass> Classes;
  Uses UseOf;
  std::vector<Opening> Made;
  std::unique_ptr<ClassLives> Lives;
};

} // namespace leash

#endif // LEASH_ANALYSIS_POOLS_H
