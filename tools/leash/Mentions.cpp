//===--- Mentions.cpp - which units can hold a finding --------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Mentions.h"
#include "Dependencies.h"
#include "Parallel.h"
#include "api/ApiTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace leash {

static bool isBeginning(const CallRow &Row) {
  return Row.Spawn || Row.Detach || Row.Opens || Row.Blocking;
}

static bool isBeginning(const TypeRow &Row) {
  return Row.Handle != TypeRow::NoHandle || !Row.Pool.empty() || Row.Context;
}

Mentions::Mentions(ArrayRef<const ApiTable *> Tables, StringRef Root)
    : Root(Root.str()) {
  for (const ApiTable *Table : Tables) {
    for (const CallRow &Row : Table->calls())
      if (isBeginning(Row))
        add(Row.Name, Row.isConstructor() ? Mention::Type : Mention::Function);
    for (const TypeRow &Row : Table->types()) {
      if (isBeginning(Row))
        add(Row.Name, Mention::Type);
      // C's are typedefs of every system.
      if (Row.Handle != TypeRow::NoHandle && StringRef(Row.Name).contains("::"))
        HandleTypeWords.push_back(Words.add(Row.identifier()));
    }
  }
  Facts = std::make_unique<FileFactsCache>(Words, Numbers);
}

// The last part that is an identifier is what a file has to spell: not
// "operator()", which is called by the name of an object.
void Mentions::add(StringRef QualifiedName, Mention::Role Role) {
  SmallVector<StringRef, 4> Parts;
  QualifiedName.split(Parts, "::", -1, /*KeepEmpty=*/false);
  if (Parts.size() > 1 && Parts.back().contains("operator")) {
    Parts.pop_back();
    Role = Mention::Type;
  }
  Beginning Result;
  for (StringRef Part : Parts)
    Result.Parts.push_back(Words.add(Part));
  Result.Last = Result.Parts.back();
  Result.Role = Role;
  if (Parts.size() == 1 && Role == Mention::Function)
    Result.Role = Mention::CFunction;
  Beginnings.push_back(std::move(Result));
}

// A folder that the command names with -I is the user's, wherever it is.
static bool isNamedByCommand(StringRef File, const Unit &U) {
  for (const auto &Command : U.Commands)
    for (size_t I = 0, E = Command.CommandLine.size(); I != E; ++I) {
      StringRef Argument = Command.CommandLine[I];
      if (!Argument.consume_front("-I"))
        continue;
      if (Argument.empty() && I + 1 != E)
        Argument = Command.CommandLine[I + 1];
      if (sys::path::is_absolute(Argument) &&
          isBelow(File, Argument.rtrim('/')))
        return true;
    }
  return false;
}

bool Mentions::isSystem(StringRef File, const Unit &U) const {
  if (isBelow(File, Root) || isBelow(File, sys::path::parent_path(U.Path)))
    return false;
  return isInSystemFolder(File) && !isNamedByCommand(File, U);
}

// The standard library says what it means by rows of its own.
static bool isStandardLibrary(StringRef File) {
  return File.contains("/c++/") || File.contains("/lib/clang/") ||
         File.contains("/lib/gcc/");
}

// A name for a name for a thread: until there is nothing new.
void Mentions::learnNames(ArrayRef<StringRef> System, unsigned Jobs) {
  for (unsigned Before = 0; Before != Words.size();) {
    Before = Words.size();
    inParallel(System.size(), Jobs, [&](size_t I) { Facts->of(System[I]); });
    BitVector Begin(Before);
    for (const Beginning &B : Beginnings)
      Begin.set(B.Last);
    std::vector<std::string> New;
    for (StringRef File : System)
      for (const OtherName &Other : Facts->of(File).OtherNames)
        if (Other.Words.anyCommon(Begin) && Words.find(Other.Name) < 0)
          New.push_back(Other.Name);
    if (New.empty())
      break;
    for (const std::string &Name : New)
      if (Words.find(Name) < 0)
        add(Name, Mention::Name);
    Facts = std::make_unique<FileFactsCache>(Words, Numbers);
  }
  HandleTypes.resize(Words.size());
  for (unsigned Word : HandleTypeWords)
    HandleTypes.set(Word);
}

void Mentions::index(ArrayRef<std::string> Files) {
  for (const std::string &Path : Files) {
    unsigned Number = Known.size();
    FileNumbers[Path] = Number;
    Known.emplace_back();
    KnownFile &File = Known.back();
    File.Path = Path;
    File.Facts = &Facts->of(Path);
    File.IsStandardLibrary = isStandardLibrary(Path);
    for (unsigned Macro : File.Facts->Defined)
      MacroFiles[Macro].push_back(Number);
    InCapitals.insert(File.Facts->InCapitals.begin(),
                      File.Facts->InCapitals.end());
    if (File.IsStandardLibrary)
      continue;
    for (size_t I = 0, E = File.Facts->Declarations.size(); I != E; ++I) {
      const Declaration &D = File.Facts->Declarations[I];
      for (unsigned Name : D.Identifiers)
        Uses[Name].push_back({Number, static_cast<unsigned>(I)});
      if (D.HasBody)
        for (unsigned Name : D.Names)
          if (std::vector<unsigned> &All = BodyFiles[Name];
              All.empty() || All.back() != Number)
            All.push_back(Number);
    }
  }
  findPastingMacros();
}

// Until there is nothing new: a macro that uses such a macro is one.
void Mentions::findPastingMacros() {
  SmallVector<const Declaration *, 0> Macros;
  for (const KnownFile &File : Known)
    for (const Declaration &D : File.Facts->Declarations)
      if (D.IsMacro)
        Macros.push_back(&D);
  for (size_t Before = 1; Before != Pasting.size();) {
    Before = Pasting.size();
    for (const Declaration *D : Macros)
      if (D->Pastes || any_of(D->Identifiers, [&](unsigned Name) {
            return Pasting.contains(Name);
          }))
        Pasting.insert(D->Names.front());
    if (Pasting.empty())
      return;
  }
}

void Mentions::learn(ArrayRef<std::string> Files, unsigned Jobs) {
  Unit Nobody;
  Nobody.Path = "/";
  std::vector<StringRef> System;
  for (const std::string &File : Files)
    if (isSystem(File, Nobody) && !isStandardLibrary(File))
      System.emplace_back(File);
  learnNames(System, Jobs);
  inParallel(Files.size(), Jobs, [&](size_t I) { Facts->of(Files[I]); });
  index(Files);
}

} // namespace leash
