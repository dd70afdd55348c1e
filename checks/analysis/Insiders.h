//===--- Insiders.h - who comes to this member? -----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A method and the task that it starts have a member to themselves when nobody
// else comes to it: no other method, no friend, and no thread that they do not
// know of.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_INSIDERS_H
#define LEASH_ANALYSIS_INSIDERS_H

#include "Calls.h"

namespace leash {

/// The code that may touch a member without anybody else's doing: the method
/// that is judged, its task, and private methods that only those call.
class Insiders {
public:
  /// For \p Field, whose class is one of C++.
  Insiders(const clang::FieldDecl *Field, const UserCode &Code)
      : Class(llvm::cast<clang::CXXRecordDecl>(Field->getParent())),
        Field(Field), Code(Code) {}

  /// Adds \p Function, or the function around the lambda that it is.
  void add(const clang::FunctionDecl *Function);

  bool contains(const clang::Decl *Root) const;

  /// Adds \p Function, unless others may call it.
  bool adopt(const clang::FunctionDecl *Function) { return adopt(Function, 0); }

  /// Whether all of them use the member, and the methods of the class, of their
  /// own object only; and not in lambdas, but for \p Starter.
  bool useOwnObject(const clang::FunctionDecl *Starter) const;

  /// The methods of the class among them.
  FunctionSet methods() const;

private:
  bool adopt(const clang::FunctionDecl *Function, unsigned Depth);
  bool isOfClass(const clang::CXXMethodDecl *Method) const;

  const clang::CXXRecordDecl *Class;
  const clang::FieldDecl *Field;
  const UserCode &Code;
  FunctionSet Inside;
};

/// Whether \p Root speaks of \p D, a variable or a member.
bool mentions(const clang::Decl *Root, const clang::ValueDecl *D);

/// Whether a lambda in \p Root, which may run at any time, speaks of it.
bool mentionsInLambda(const clang::Decl *Root, const clang::ValueDecl *D);

} // namespace leash

#endif // LEASH_ANALYSIS_INSIDERS_H
