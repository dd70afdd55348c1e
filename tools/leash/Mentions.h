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
// Where only an own header spells such a name, the unit's source has to spell
// a name of the declaration that does, or of one that spells a name of that
// one, and so on: it cannot get at it otherwise. Does it not, then all that can
// be found is in the header itself, and it is the same for all units of this
// kind: one of them has to be checked for each header.
//
// Missed: a name that a macro puts together out of two arguments
// (CAT(pthread_, create)); a function that only an argument's type finds (a
// to_json() that starts a thread).
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_MENTIONS_H
#define LEASH_TOOLS_MENTIONS_H

#include "CompileCommands.h"
#include "FileFacts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <memory>
#include <string>
#include <vector>

namespace leash {

class ApiTable;

/// Where a unit's findings can be.
struct FindingPlaces {
  bool IsAnywhere = false;
  /// Otherwise, the own headers that can hold one: what one unit finds there,
  /// any other finds that has the same entry. "net.h 0123456789abcdef"
  std::vector<std::string> Headers;

  bool areNone() const { return !IsAnywhere && Headers.empty(); }
};

class Mentions {
public:
  /// \p Tables are the rows that may be asked for; \p Root is the repository's.
  Mentions(llvm::ArrayRef<const ApiTable *> Tables, llvm::StringRef Root);

  /// Reads \p Files, those of all units, and learns the other names that the
  /// system headers among them give. To be called before the first question.
  void learn(llvm::ArrayRef<std::string> Files, unsigned Jobs);

  /// Where the findings of \p U, which reads \p Files, can be. May be called
  /// from any thread.
  FindingPlaces placesIn(const Unit &U,
                         llvm::ArrayRef<std::string> Files) const;

private:
  friend class UnitMentions;

  /// A name that a finding can begin with.
  struct Beginning {
    std::vector<unsigned> Parts; ///< All must be spelled somewhere.
    unsigned Last = 0;           ///< To be spelled in the unit's own files.
    Mention::Role Role = Mention::Name;
  };
  void add(llvm::StringRef QualifiedName, Mention::Role Role);
  bool isSystem(llvm::StringRef File, const Unit &U) const;
  void learnNames(llvm::ArrayRef<llvm::StringRef> System, unsigned Jobs);
  void index(llvm::ArrayRef<std::string> Files);
  void findPastingMacros();

  std::string Root;
  Vocabulary Words;
  Identifiers Numbers;
  std::vector<Beginning> Beginnings;
  /// Types that hold threads: an own function need not spell the type of what
  /// a library's function returns.
  llvm::BitVector HandleTypes;
  std::vector<unsigned> HandleTypeWords;
  std::unique_ptr<FileFactsCache> Facts;

  struct KnownFile {
    std::string Path;
    const FileFacts *Facts = nullptr;
    bool IsStandardLibrary = false;
  };
  struct Use {
    unsigned File = 0;
    unsigned Declaration = 0;
  };
  std::vector<KnownFile> Known;
  llvm::StringMap<unsigned> FileNumbers;
  /// The declarations that spell an identifier, outside the standard library.
  llvm::DenseMap<unsigned, std::vector<Use>> Uses;
  /// The files that define a macro, and those that define a function or a
  /// class outside the standard library.
  llvm::DenseMap<unsigned, std::vector<unsigned>> MacroFiles, BodyFiles;
  /// Macros whose names tell that they are.
  llvm::DenseSet<unsigned> InCapitals;
  /// Macros that make new names with ##, themselves or by others.
  llvm::DenseSet<unsigned> Pasting;
};

} // namespace leash

#endif // LEASH_TOOLS_MENTIONS_H
