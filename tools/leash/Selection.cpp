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
#include <memory>
#include <optional>
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
/// What the user has named: a file, a folder, or a glob.
class Input {
public:
  static Expected<Input> make(StringRef Text, const SourceFiles &Sources) {
    SmallString<256> Current;
    std::ignore = sys::fs::current_path(Current);
    Input Result;
    Result.Text = Text.str();
    Result.Name =
        std::make_unique<const std::string>(Sources.nameOf(Text, Current));
    Result.IsRoot = *Result.Name == Sources.root();
    Result.IsFolder = sys::fs::is_directory(Text);
    if (Text.find_first_of("*?[") == StringRef::npos)
      return std::move(Result);
    Expected<GlobPattern> Glob = GlobPattern::create(*Result.Name);
    if (!Glob)
      return createStringError(
          inconvertibleErrorCode(),
          "'" + Text + "' is no glob: " + toString(Glob.takeError()));
    Result.Glob.emplace(std::move(*Glob));
    return std::move(Result);
  }

  StringRef text() const { return Text; }
  StringRef name() const { return *Name; }
  bool isOneFile() const { return !Glob && !IsFolder; }

  /// Whether it names the file \p File, as in results. A folder that is gone
  /// names what was in it.
  bool names(StringRef File) const {
    if (Glob)
      return Glob->match(File);
    return IsRoot || File == *Name ||
           (File.consume_front(*Name) && File.consume_front("/"));
  }

private:
  std::string Text;
  /// Stays where it is: older versions of GlobPattern refer to it.
  std::unique_ptr<const std::string> Name;
  bool IsRoot = false;
  bool IsFolder = false;
  std::optional<GlobPattern> Glob;
};

using Inputs = std::vector<Input>;
} // namespace

static Expected<Inputs> makeInputs(ArrayRef<std::string> Texts,
                                   const SourceFiles &Sources) {
  Inputs Result;
  for (const std::string &Text : Texts) {
    Expected<Input> Made = Input::make(Text, Sources);
    if (!Made)
      return Made.takeError();
    Result.push_back(std::move(*Made));
  }
  return std::move(Result);
}

// What is named, and no unit.
static Error addOther(const Input &In, Selection &Result) {
  if (!In.isOneFile())
    return createStringError(inconvertibleErrorCode(),
                             "the compile database has no file in '" +
                                 In.text() + "'");
  if (!sys::fs::exists(In.text()))
    return createStringError(inconvertibleErrorCode(),
                             "there is no file '" + In.text() + "'");
  (isHeader(In.name()) ? Result.Headers : Result.NotInDatabase)
      .push_back(In.name().str());
  return Error::success();
}

Expected<Selection> select(ArrayRef<Unit> Units, ArrayRef<std::string> Texts,
                           const SourceFiles &Sources) {
  Expected<Inputs> Named = makeInputs(Texts, Sources);
  if (!Named)
    return Named.takeError();
  Selection Result;
  for (size_t I = 0; I != Units.size(); ++I)
    if (Named->empty() || any_of(*Named, [&](const Input &In) {
          return In.names(Units[I].Name);
        }))
      Result.Units.push_back(I);
  for (const Input &In : *Named) {
    if (any_of(Units, [&](const Unit &U) { return In.names(U.Name); }))
      continue;
    if (Error E = addOther(In, Result))
      return std::move(E);
  }
  return std::move(Result);
}

Expected<Selection> selectChanged(ArrayRef<Unit> Units, const Selection &Asked,
                                  ArrayRef<std::string> Texts,
                                  ArrayRef<std::string> Changed,
                                  const SourceFiles &Sources) {
  Expected<Inputs> Named = makeInputs(Texts, Sources);
  if (!Named)
    return Named.takeError();
  Selection Result;
  for (size_t I : Asked.Units)
    if (is_contained(Changed, Units[I].Name))
      Result.Units.push_back(I);
  for (const std::string &File : Changed) {
    if (!Named->empty() &&
        none_of(*Named, [&](const Input &In) { return In.names(File); }))
      continue;
    if (isHeader(File))
      Result.Headers.push_back(File);
    else if (isSource(File) &&
             none_of(Units, [&](const Unit &U) { return U.Name == File; }))
      Result.NotInDatabase.push_back(File);
  }
  return std::move(Result);
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
