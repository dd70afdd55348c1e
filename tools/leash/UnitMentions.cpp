//===--- UnitMentions.cpp - where a unit's findings can be ----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Mentions.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"
#include <algorithm>

using namespace llvm;

namespace leash {

/// Follows names from the declarations that mention a beginning to those that
/// spell them, up to the unit's source.
class UnitMentions {
public:
  UnitMentions(const Mentions &All, const Unit &U)
      : All(All), U(U), IsRead(All.Known.size()), IsOwn(All.Known.size()),
        Roles(All.Words.size()) {}

  FindingPlaces find(ArrayRef<std::string> Files) {
    FindingPlaces Result;
    Result.IsAnywhere = !take(Files) || !begin() || !follow() || !isAlike();
    if (!Result.IsAnywhere)
      for (unsigned File : ownHeaders())
        Result.Headers.push_back(entryOf(File));
    return Result;
  }

private:
  using Use = Mentions::Use;

  const FileFacts &factsOf(unsigned File) const {
    return *All.Known[File].Facts;
  }
  const Declaration &declarationOf(const Use &D) const {
    return factsOf(D.File).Declarations[D.Declaration];
  }

  // False when something about the files is not known.
  bool take(ArrayRef<std::string> Files) {
    for (const std::string &Path : Files) {
      auto Found = All.FileNumbers.find(Path);
      if (Found == All.FileNumbers.end() || !factsOf(Found->second).IsReadable)
        return false;
      unsigned File = Found->second;
      IsRead.set(File);
      Read.push_back(File);
      if (Path == U.Path)
        Source = &factsOf(File);
      if (All.isSystem(Path, U))
        continue;
      IsOwn.set(File);
    }
    return Source != nullptr;
  }

  // What the words of this unit's files can mean in it.
  void setRoles() {
    BitVector Spelled(All.Words.size());
    for (unsigned File : Read)
      Spelled |= factsOf(File).Words;
    for (const Mentions::Beginning &B : All.Beginnings)
      if (all_of(B.Parts, [&](unsigned Part) { return Spelled.test(Part); }))
        Roles[B.Last] |= B.Role;
  }

  // Whether the declaration mentions something that a finding begins with.
  bool isBeginning(const Declaration &D, bool IsSystem) const {
    if (!IsSystem && any_of(D.PastesWordWith, [&](const std::string &Part) {
          return isSpelled(Part);
        }))
      return true;
    return any_of(D.Mentions, [&](const Mention &M) {
      if (IsSystem)
        return (M.Roles & Mention::Type) != 0 && All.HandleTypes.test(M.Word);
      return (M.Roles & Roles[M.Word]) != 0;
    });
  }

  // Whether an own file has the identifier, or it is none.
  bool isSpelled(StringRef Name) const {
    std::optional<unsigned> Number = All.Numbers.find(Name);
    if (Name.empty() || !Number)
      return Name.empty();
    auto Found = All.Uses.find(*Number);
    return Found != All.Uses.end() && any_of(Found->second, [&](const Use &D) {
             return IsOwn.test(D.File);
           });
  }

  // The declarations to begin with. False when the source has one itself.
  bool begin() {
    setRoles();
    for (unsigned File : Read) {
      if (All.Known[File].IsStandardLibrary)
        continue;
      const FileFacts &Facts = factsOf(File);
      for (size_t I = 0, E = Facts.Declarations.size(); I != E; ++I)
        if (isBeginning(Facts.Declarations[I], !IsOwn.test(File)) &&
            !reach({File, static_cast<unsigned>(I)}))
          return false;
    }
    return true;
  }

  // False when that is in the source, or cannot be followed further.
  bool reach(const Use &D) {
    if (!Reached.insert({D.File, D.Declaration}).second)
      return true;
    const FileFacts &Facts = factsOf(D.File);
    if (&Facts == Source || (Facts.IsIrregular && IsOwn.test(D.File)))
      return false;
    if (IsOwn.test(D.File) && makesNames(declarationOf(D)))
      return false;
    ReachedInOrder.push_back(D);
    (declarationOf(D).Class.empty() ? Next : NextMembers).push_back(D);
    return true;
  }

  // Whether nobody can tell by which names it can be used.
  bool makesNames(const Declaration &D) const {
    auto Pastes = [&](unsigned Name) { return All.Pasting.contains(Name); };
    return !D.IsMacro && (any_of(D.Names, Pastes) || any_of(D.Macros, Pastes));
  }

  // A member is used with an object: where the class is reached as a whole, it
  // adds nothing. So members come last.
  bool follow() {
    while (!Next.empty() || !NextMembers.empty()) {
      bool IsMember = Next.empty();
      Use Now = IsMember ? NextMembers.pop_back_val() : Next.pop_back_val();
      const Declaration &D = declarationOf(Now);
      if (IsMember && any_of(D.Class, [&](unsigned Name) {
            return ReachedNames.contains(Name);
          }))
        continue;
      if (!followNames(D, D.Names) || !followNames(D, D.Macros))
        return false;
    }
    return true;
  }

  bool isMacroInCapitals(unsigned Name) const {
    auto Found = All.MacroFiles.find(Name);
    return All.InCapitals.contains(Name) && Found != All.MacroFiles.end() &&
           any_of(Found->second,
                  [&](unsigned File) { return IsRead.test(File); });
  }

  // A macro among the names of something else is its attribute.
  bool followNames(const Declaration &D, ArrayRef<unsigned> Names) {
    return all_of(Names, [&](unsigned Name) {
      return (!D.IsMacro && isMacroInCapitals(Name)) || followName(Name);
    });
  }

  bool followName(unsigned Name) {
    if (!ReachedNames.insert(Name).second)
      return true;
    if (has(Source->Identifiers, Name))
      return false;
    auto Found = All.Uses.find(Name);
    return Found == All.Uses.end() || all_of(Found->second, [&](const Use &D) {
             return !IsRead.test(D.File) || reach(D);
           });
  }

  static bool has(ArrayRef<unsigned> Sorted, unsigned Number) {
    return std::binary_search(Sorted.begin(), Sorted.end(), Number);
  }

  // Whether what is reached is the same as in any other unit: the source
  // neither declares what it uses nor defines its macros.
  bool isAlike() const {
    DenseSet<unsigned> Declared;
    for (const Declaration &D : Source->Declarations)
      Declared.insert(D.Names.begin(), D.Names.end());
    for (const Use &D : ReachedInOrder) {
      if (!IsOwn.test(D.File))
        continue;
      const Declaration &Reached = declarationOf(D);
      if (Reached.HasBody && any_of(Reached.Identifiers, [&](unsigned Name) {
            return Declared.contains(Name);
          }))
        return false;
    }
    return none_of(ownHeaders(), [&](unsigned Header) {
      return any_of(Source->Defined, [&](unsigned Macro) {
        return has(factsOf(Header).Identifiers, Macro);
      });
    });
  }

  std::vector<unsigned> ownHeaders() const {
    std::vector<unsigned> Result;
    for (const Use &D : ReachedInOrder)
      if (IsOwn.test(D.File))
        Result.push_back(D.File);
    sort(Result);
    Result.erase(std::unique(Result.begin(), Result.end()), Result.end());
    return Result;
  }

  // The header with all that its findings can depend on: what is reached in
  // it, the files that define its macros or what those declarations use, and
  // the options of the command.
  std::string entryOf(unsigned Header) const {
    const FileFacts &Facts = factsOf(Header);
    std::vector<StringRef> Context;
    auto AddFiles = [&](ArrayRef<unsigned> Files, bool OnlyOwn) {
      for (unsigned File : Files)
        if (File != Header && (OnlyOwn ? IsOwn : IsRead).test(File))
          Context.emplace_back(All.Known[File].Path);
    };
    for (unsigned Name : Facts.Identifiers)
      if (auto Found = All.MacroFiles.find(Name); Found != All.MacroFiles.end())
        AddFiles(Found->second, !has(Facts.Tested, Name));
    std::string Declarations;
    for (const Use &D : ReachedInOrder) {
      if (D.File != Header)
        continue;
      Declarations += utostr(D.Declaration) + " ";
      if (!declarationOf(D).HasBody)
        continue;
      for (unsigned Name : declarationOf(D).Identifiers)
        if (auto Found = All.BodyFiles.find(Name); Found != All.BodyFiles.end())
          AddFiles(Found->second, /*OnlyOwn=*/true);
    }
    sort(Context);
    Context.erase(std::unique(Context.begin(), Context.end()), Context.end());
    addOptions(Facts, Context);
    Context.emplace_back(Declarations);
    return All.Known[Header].Path + " " +
           utohexstr(xxHash64(join(Context, "\n")));
  }

  // Those that change what a header means: no folders, no output, no warnings,
  // no macros that it does not spell.
  void addOptions(const FileFacts &Header,
                  std::vector<StringRef> &Context) const {
    // C and C++ go by the name.
    Context.push_back(sys::path::extension(U.Path));
    for (const auto &Command : U.Commands)
      for (size_t I = 1, E = Command.CommandLine.size(); I < E; ++I) {
        StringRef Option = Command.CommandLine[I];
        if (takesFile(Option)) {
          ++I;
          continue;
        }
        StringRef Macro = Option.drop_front(std::min<size_t>(2, Option.size()));
        StringRef Kind = Option.take_front(2);
        if (Kind == "-D" || Kind == "-U") {
          if (Macro.empty() && I + 1 != E)
            Macro = Command.CommandLine[++I];
          auto Name = All.Numbers.find(Macro.split('=').first);
          if (Name && has(Header.Identifiers, *Name)) {
            Context.push_back(Kind);
            Context.push_back(Macro);
          }
          continue;
        }
        if (!isOfNoMeaning(Option) &&
            absolutePath(Option, Command.Directory) != U.Path)
          Context.push_back(Option);
      }
  }

  static bool takesFile(StringRef Option) {
    return is_contained(
        std::initializer_list<StringRef>{"-o", "-I", "-isystem", "-iquote",
                                         "-idirafter", "-MF", "-MT", "-MQ"},
        Option);
  }

  static bool isOfNoMeaning(StringRef Option) {
    return any_of(std::initializer_list<StringRef>{"-I", "-isystem", "-W", "-M",
                                                   "-o", "-fdiagnostics",
                                                   "-fcolor"},
                  [&](StringRef Start) {
                    return Option.take_front(Start.size()) == Start;
                  });
  }

  const Mentions &All;
  const Unit &U;
  const FileFacts *Source = nullptr;
  std::vector<unsigned> Read;
  BitVector IsRead, IsOwn;
  std::vector<unsigned> Roles; ///< By word.
  DenseSet<std::pair<unsigned, unsigned>> Reached;
  std::vector<Use> ReachedInOrder;
  DenseSet<unsigned> ReachedNames;
  SmallVector<Use, 32> Next, NextMembers;
};

FindingPlaces Mentions::placesIn(const Unit &U,
                                 ArrayRef<std::string> Files) const {
  return UnitMentions(*this, U).find(Files);
}

} // namespace leash
