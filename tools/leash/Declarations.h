//===--- Declarations.h - what a file declares ------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Cuts the tokens of a file that is neither preprocessed nor parsed into the
// declarations of its namespaces and classes, and tells by which names other
// code can get at each. Where the tokens do not say, there are more names
// rather than fewer.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_DECLARATIONS_H
#define LEASH_TOOLS_DECLARATIONS_H

#include "Tokens.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace leash {

struct DeclaredTokens {
  size_t Begin = 0, End = 0; ///< Of its tokens.
  /// What other code spells to use it. For a member that is used with any
  /// object of its class, by a constructor or as the type of another member,
  /// the names of the class.
  llvm::SmallVector<llvm::StringRef, 2> Names;
  /// Of a member that is used by its own name: the names of its class.
  llvm::SmallVector<llvm::StringRef, 1> Class;
  /// Names as well, if they are none of macros, which look like a call.
  llvm::SmallVector<llvm::StringRef, 1> Macros;
  bool HasBody = false;
  /// Where names stand that are declared here, not called.
  llvm::SmallVector<size_t, 1> Declares;
};

struct FileDeclarations {
  std::vector<DeclaredTokens> All;
  /// Braces do not match, for the directives between them: what stands in which
  /// class is a guess.
  bool IsIrregular = false;
};

FileDeclarations declarationsOf(llvm::ArrayRef<CodeToken> Tokens);

/// Whether \p Word is spelled like a macro.
bool looksLikeMacro(llvm::StringRef Word);

} // namespace leash

#endif // LEASH_TOOLS_DECLARATIONS_H
