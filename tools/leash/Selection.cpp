//===--- Selection.cpp - which units are to be checked --------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Selection.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"
#include <numeric>
#include <tuple>

using namespace llvm;

namespace leash {

static bool isHeader(StringRef Name) {
  static const StringSet<> Extensions = {".h",   ".hh",  ".hpp", ".hxx",
                                         ".h++", ".inc", ".inl", ".ipp",
                                         ".tcc", ".tpp", ".txx"};
  return Extensions.contains(sys::path::extension(Name));
}

static bool isSource(StringRef Name) {
  static const StringSet<> Extensions = {".c",   ".cc",  ".cp", ".cpp",
                                         ".cxx", ".c++", ".C"};
  return Extensions.contains(sys::path::extension(Name));
}

namespace {
/// Adds what one input names.
class Selector {
public:
  Selector(ArrayRef<Unit> Units, const SourceFiles &Sources)
      : Units(Units), Sources(Sources), IsTaken(Units.size()) {
    std::ignore = sys::fs::current_path(Current);
  }

  Error add(StringRef Input) {
    if (Input.find_first_of("*?[") != StringRef::npos)
      return addGlob(Input);
    std::string Name = Sources.nameOf(Input, Current);
    if (sys::fs::is_directory(Input))
      return addAll(Input, [&](StringRef Unit) {
        return Name == Sources.root() ||
               (Unit.consume_front(Name) && Unit.consume_front("/"));
      });
    if (takeIf([&](StringRef Unit) { return Unit == Name; }))
      return Error::success();
    if (!sys::fs::exists(Input))
      return createStringError(inconvertibleErrorCode(),
                               "there is no file '" + Input + "'");
    (isHeader(Name) ? Result.Headers : Result.NotInDatabase).push_back(Name);
    return Error::success();
  }

  Selection take() {
    for (size_t I = 0; I != Units.size(); ++I)
      if (IsTaken[I])
        Result.Units.push_back(I);
    return std::move(Result);
  }

private:
  Error addGlob(StringRef Input) {
    Expected<GlobPattern> Glob =
        GlobPattern::create(Sources.nameOf(Input, Current));
    if (!Glob)
      return createStringError(
          inconvertibleErrorCode(),
          "'" + Input + "' is no glob: " + toString(Glob.takeError()));
    return addAll(Input, [&](StringRef Unit) { return Glob->match(Unit); });
  }

  Error addAll(StringRef Input, function_ref<bool(StringRef)> Matches) {
    if (takeIf(Matches))
      return Error::success();
    return createStringError(inconvertibleErrorCode(),
                             "the compile database has no file in '" + Input +
                                 "'");
  }

  bool takeIf(function_ref<bool(StringRef)> Matches) {
    bool Any = false;
    for (size_t I = 0; I != Units.size(); ++I)
      if (Matches(Units[I].Name))
        Any = IsTaken[I] = true;
    return Any;
  }

  ArrayRef<Unit> Units;
  const SourceFiles &Sources;
  SmallString<256> Current;
  std::vector<bool> IsTaken;
  Selection Result;
};
} // namespace

Expected<Selection> select(ArrayRef<Unit> Units, ArrayRef<std::string> Inputs,
                           const SourceFiles &Sources) {
  if (Inputs.empty()) {
    Selection All;
    All.Units.resize(Units.size());
    std::iota(All.Units.begin(), All.Units.end(), 0);
    return std::move(All);
  }
  Selector Result(Units, Sources);
  for (const std::string &Input : Inputs)
    if (Error E = Result.add(Input))
      return std::move(E);
  return Result.take();
}

// Whether an input names the file, which need not be a unit. The inputs are
// known to be right by now.
static bool isNamed(StringRef File, ArrayRef<std::string> Inputs,
                    const SourceFiles &Sources) {
  SmallString<256> Current;
  std::ignore = sys::fs::current_path(Current);
  return Inputs.empty() || any_of(Inputs, [&](StringRef Input) {
           std::string Name = Sources.nameOf(Input, Current);
           StringRef Below = File;
           if (Name == File || Name == Sources.root() ||
               (Below.consume_front(Name) && Below.consume_front("/")))
             return true;
           if (Input.find_first_of("*?[") == StringRef::npos)
             return false;
           Expected<GlobPattern> Glob = GlobPattern::create(Name);
           if (Glob)
             return Glob->match(File);
           consumeError(Glob.takeError());
           return false;
         });
}

Selection selectChanged(ArrayRef<Unit> Units, const Selection &Asked,
                        ArrayRef<std::string> Inputs,
                        ArrayRef<std::string> Changed,
                        const SourceFiles &Sources) {
  Selection Result;
  for (size_t I : Asked.Units)
    if (is_contained(Changed, Units[I].Name))
      Result.Units.push_back(I);
  for (const std::string &File : Changed) {
    if (!isNamed(File, Inputs, Sources))
      continue;
    if (isHeader(File))
      Result.Headers.push_back(File);
    else if (isSource(File) &&
             none_of(Units, [&](const Unit &U) { return U.Name == File; }))
      Result.NotInDatabase.push_back(File);
  }
  return Result;
}

void addUsersOfHeaders(Selection &S, ArrayRef<Unit> Units, unsigned Limit,
                       function_ref<bool(size_t, StringRef)> Includes) {
  for (const std::string &Header : S.Headers) {
    std::vector<size_t> Users;
    for (size_t I = 0; I != Units.size(); ++I)
      if (Includes(I, Header))
        Users.push_back(I);
    if (Users.empty())
      S.Unused.push_back(Header);
    auto Rank = [&](size_t I) {
      if (is_contained(S.Units, I))
        return 0;
      return sys::path::stem(Units[I].Name) == sys::path::stem(Header) ? 1 : 2;
    };
    llvm::stable_sort(Users,
                      [&](size_t L, size_t R) { return Rank(L) < Rank(R); });
    if (Users.size() > Limit)
      Users.resize(Limit);
    for (size_t I : Users)
      if (!is_contained(S.Units, I))
        S.Units.push_back(I);
  }
  sort(S.Units);
}

// Neighbours are alike, and cost alike: every n-th, not the n-th stretch.
void takeShard(Selection &S, unsigned Shard, unsigned Shards) {
  std::vector<size_t> Part;
  for (size_t I = Shard - 1; I < S.Units.size(); I += Shards)
    Part.push_back(S.Units[I]);
  S.Units = std::move(Part);
  // What belongs to no unit belongs to the first shard.
  if (Shard != 1) {
    S.NotInDatabase.clear();
    S.Unused.clear();
  }
}

} // namespace leash
