//===--- FieldValues.h - what is put into this field? -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Who asks getaddrinfo() for SOCK_STREAM gets addresses with SOCK_STREAM: the
// only constant that is ever put into a field of a library's structure here is
// what other objects of it have there, too.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_FIELDVALUES_H
#define LEASH_ANALYSIS_FIELDVALUES_H

#include "UserCode.h"

namespace leash {

/// Answers for one AST, from one thread at a time.
class FieldValues {
public:
  explicit FieldValues(const UserCode &Code) : Code(Code) {}

  /// The constant, other than 0, that all code puts into \p Field, a field that
  /// the user has not declared; nothing when there is none, or not only one.
  std::optional<int64_t> valueOf(const clang::FieldDecl *Field) const;

private:
  void learn() const;
  void add(const clang::FieldDecl *Field, const clang::Expr *Value) const;

  const UserCode &Code;
  mutable bool IsLearnt = false;
  /// Nothing stands for several values, and those that are not constant.
  mutable llvm::DenseMap<const clang::FieldDecl *, std::optional<int64_t>>
      Values;
};

} // namespace leash

#endif // LEASH_ANALYSIS_FIELDVALUES_H
