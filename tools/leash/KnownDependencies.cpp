//===--- KnownDependencies.cpp - dependencies of an earlier run -----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A known list is a line for the rivals, and then a line for each file: the
// hash of what it says, a blank, its path.
//
//===----------------------------------------------------------------------===//

#include "KnownDependencies.h"
#include "Dependencies.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace leash {

// The folders that a command names, in any form.
static void addNamedFolders(const Unit &U, StringSet<> &Folders) {
  for (const auto &Command : U.Commands)
    for (size_t I = 1, E = Command.CommandLine.size(); I < E; ++I) {
      StringRef Folder = Command.CommandLine[I];
      bool IsNamed = any_of(
          std::initializer_list<StringRef>{"-I", "-iquote", "-isystem",
                                           "-idirafter"},
          [&](StringRef Option) { return Folder.consume_front(Option); });
      if (!IsNamed)
        continue;
      if (Folder.empty() && I + 1 != E)
        Folder = Command.CommandLine[++I];
      Folders.insert(absolutePath(Folder, Command.Directory));
    }
}

// An #include names some end of a path.
static SmallVector<StringRef, 4> endsOf(StringRef Path) {
  SmallVector<StringRef, 4> Result;
  size_t Slash = StringRef::npos;
  for (unsigned I = 0; I != 4; ++I) {
    Slash = Path.rfind('/', Slash);
    if (Slash == StringRef::npos || Slash == 0)
      break;
    Result.push_back(Path.substr(Slash + 1));
    --Slash;
  }
  return Result;
}

bool KnownDependencies::isOwn(StringRef File) const {
  return isBelow(File, Root) || !isInSystemFolder(File);
}

KnownDependencies::Folder::Folder(StringRef Path) : Path(Path.str()) {
  std::error_code EC;
  for (sys::fs::directory_iterator I(Path, EC), E; I != E && !EC;
       I.increment(EC))
    Entries.insert(sys::path::filename(I->path()));
}

// A number for the files below \p In that an #include of \p File could find.
uint64_t KnownDependencies::rivals(const Folder &In, StringRef File) {
  uint64_t Result = 0;
  for (StringRef End : endsOf(File)) {
    if (!In.Entries.contains(End.split('/').first))
      continue;
    SmallString<256> Path = StringRef(In.Path);
    sys::path::append(Path, End);
    if (sys::fs::exists(Path))
      Result += xxHash64(Path);
  }
  return Result;
}

unsigned KnownDependencies::folderNumber(StringRef Path) {
  auto [Entry, IsNew] = FolderNumbers.try_emplace(Path, Folders.size());
  if (IsNew)
    Folders.emplace_back(Path);
  return Entry->second;
}

// All files that an #include of one of these could find, as a number.
std::string KnownDependencies::rivals(const Unit &U,
                                      ArrayRef<std::string> Files) {
  StringSet<> Names;
  addNamedFolders(U, Names);
  for (const std::string &File : Files)
    if (isOwn(File))
      Names.insert(sys::path::parent_path(File));

  std::scoped_lock Lock(Mutex);
  SmallVector<unsigned, 32> Searched;
  for (const auto &Name : Names)
    Searched.push_back(folderNumber(Name.getKey()));
  uint64_t Result = 0;
  for (const std::string &File : Files) {
    unsigned Number =
        FileNumbers.try_emplace(File, FileNumbers.size()).first->second;
    for (unsigned In : Searched) {
      auto [Known, IsNew] = Rivals.try_emplace({In, Number}, 0);
      if (IsNew)
        Known->second = rivals(Folders[In], File);
      Result += Known->second;
    }
  }
  return utohexstr(Result);
}

std::vector<std::string> KnownDependencies::of(const Unit &U) {
  std::optional<std::string> Text = Cache.find(Cache.dependenciesKey(U));
  if (!Text)
    return {};
  SmallVector<StringRef, 0> Lines;
  StringRef(*Text).split(Lines, '\n', -1, /*KeepEmpty=*/false);
  std::vector<std::string> Result;
  for (StringRef Line : drop_begin(Lines)) {
    auto [Hash, File] = Line.split(' ');
    if (utohexstr(Cache.hashOf(File)) != Hash)
      return {};
    Result.push_back(File.str());
  }
  if (rivals(U, Result) != Lines.front())
    return {};
  return Result;
}

// Such a file asks for others by name, which no list has when they are not
// there. System headers do all the time, of each other.
static bool asksForFiles(StringRef File) {
  auto Buffer = MemoryBuffer::getFile(File);
  return !Buffer || (*Buffer)->getBuffer().contains("__has_include");
}

void KnownDependencies::store(const Unit &U, ArrayRef<std::string> Files) {
  if (any_of(Files, [&](const std::string &File) {
        return isOwn(File) && asksForFiles(File);
      }))
    return;
  std::string Text = rivals(U, Files) + "\n";
  for (const std::string &File : Files)
    Text += utohexstr(Cache.hashOf(File)) + " " + File + "\n";
  Cache.store(Cache.dependenciesKey(U), Text);
}

} // namespace leash
