//===--- Mentions.h - which units can hold a finding ------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whatever Leash reports, it begins with something that a row of the API files
// knows: a call that starts a thread, a type that holds one or a pool, a call
// that waits for others. A unit whose own files never spell such a name holds
// no finding, and need not be parsed.
//
// "Own" are all files that a unit reads but system headers: what those do out
// of sight is not reported. They may give such a thing another name, though,
// which the unit's own files spell then: macros, aliases and derived classes
// of system headers count as names of what they stand for.
//
// Missed: a name that a macro puts together out of two arguments
// (CAT(pthread_, create)).
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_MENTIONS_H
#define LEASH_TOOLS_MENTIONS_H

#include "CompileCommands.h"
#include "FileFacts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace leash {

class ApiTable;

class Mentions {
public:
  /// \p Tables are the rows that may be asked for; \p Root is the repository's.
  Mentions(llvm::ArrayRef<const ApiTable *> Tables, llvm::StringRef Root);

  /// Learns the other names that the system headers among \p Files give. To be
  /// called with the files of all units before the first is asked about.
  void learn(llvm::ArrayRef<std::string> Files, unsigned Jobs);

  /// Whether \p U, which reads \p Files, can hold a finding. May be called from
  /// any thread.
  bool canHoldFinding(const Unit &U, llvm::ArrayRef<std::string> Files) const;

private:
  /// A name that a finding can begin with.
  struct Beginning {
    std::vector<unsigned> Parts; ///< All must be spelled somewhere.
    unsigned Last = 0;           ///< To be spelled in the unit's own files.
    bool IsFree = false;         ///< A function of C: never behind "." or "->".
  };
  void add(llvm::StringRef QualifiedName, bool IsType);
  bool isSystem(llvm::StringRef File, const Unit &U) const;

  std::string Root;
  Vocabulary Words;
  std::vector<Beginning> Beginnings;
  /// Types that hold threads: an own function need not spell the type of what
  /// a library's function returns.
  llvm::BitVector HandleTypes;
  std::vector<unsigned> HandleTypeWords;
  std::unique_ptr<FileFactsCache> Facts;
};

} // namespace leash

#endif // LEASH_TOOLS_MENTIONS_H
