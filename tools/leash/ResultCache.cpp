//===--- ResultCache.cpp - results that are known -------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ResultCache.h"
#include "WholeFile.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MD5.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <tuple>

using namespace llvm;

namespace leash {

static uint64_t contentHash(StringRef File) {
  auto Buffer = MemoryBuffer::getFile(File);
  return Buffer ? xxHash64((*Buffer)->getBuffer()) : 0;
}

static std::string defaultFolder() {
  SmallString<256> Path;
  if (!sys::path::cache_directory(Path))
    sys::path::system_temp_directory(/*erasedOnReboot=*/false, Path);
  sys::path::append(Path, "leash");
  return Path.str().str();
}

ResultCache::ResultCache(StringRef Given, StringRef Program)
    : Folder(Given.empty() ? defaultFolder() : Given.str()),
      // The checks are in the program: built anew, they may find other things.
      Version(clang::getClangFullVersion() + " " +
              utohexstr(contentHash(Program))) {
  // Where that fails, so does each look-up.
  std::ignore = sys::fs::create_directories(Folder);
}

uint64_t ResultCache::hashOf(StringRef File) {
  {
    std::scoped_lock Lock(Mutex);
    auto Found = Hashes.find(File);
    if (Found != Hashes.end())
      return Found->second;
  }
  uint64_t Hash = contentHash(File);
  std::scoped_lock Lock(Mutex);
  return Hashes.try_emplace(File, Hash).first->second;
}

namespace {
/// The key of some texts.
class KeyMaker {
public:
  KeyMaker(StringRef Kind, StringRef Version, const Unit &U) {
    add(Kind);
    add(Version);
    add(U.Path);
    for (const auto &Command : U.Commands) {
      add(Command.Directory);
      for (const std::string &Argument : Command.CommandLine)
        add(Argument);
    }
  }

  void add(StringRef Text) {
    Hash.update(Text);
    Hash.update(StringRef("\0", 1));
  }

  std::string take() {
    MD5::MD5Result Result;
    Hash.final(Result);
    return Result.digest().str().str();
  }

private:
  MD5 Hash;
};
} // namespace

std::string ResultCache::key(const Unit &U, const FileConfiguration &Configured,
                             ArrayRef<std::string> Files) {
  KeyMaker Key("result", Version, U);
  Key.add(Configured.Text);
  Key.add(Configured.Checks);
  Key.add(Configured.HeaderFilter);
  auto AddFile = [&](StringRef File) {
    Key.add(File);
    Key.add(utohexstr(hashOf(File)));
  };
  for (const std::string &File : Configured.ApiFiles)
    AddFile(File);
  for (const std::string &File : Files)
    AddFile(File);
  return Key.take();
}

std::string ResultCache::dependenciesKey(const Unit &U) const {
  return KeyMaker("dependencies", Version, U).take();
}

// The name that pruneCache() looks for.
static SmallString<256> fileOf(StringRef Folder, StringRef Key) {
  SmallString<256> Path = Folder;
  sys::path::append(Path, "llvmcache-" + Key);
  return Path;
}

std::optional<std::string> ResultCache::find(StringRef Key) const {
  auto Buffer = MemoryBuffer::getFile(fileOf(Folder, Key));
  if (!Buffer)
    return std::nullopt;
  return (*Buffer)->getBuffer().str();
}

void ResultCache::store(StringRef Key, StringRef Result) const {
  consumeError(
      writeWhole(fileOf(Folder, Key), [&](raw_ostream &OS) { OS << Result; }));
}

void ResultCache::prune() const {
  CachePruningPolicy Policy;
  Policy.MaxSizeBytes = 1ULL << 30;
  std::ignore = pruneCache(Folder, Policy);
}

} // namespace leash
