//===--- ResultCache.cpp - results that are known -------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ResultCache.h"
#include "Outcome.h"
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

std::string ResultCache::key(const Unit &U, const FileConfiguration &Configured,
                             ArrayRef<std::string> Files) {
  MD5 Hash;
  auto Add = [&](StringRef Text) {
    Hash.update(Text);
    Hash.update(StringRef("\0", 1));
  };
  Add(Version);
  Add(U.Path);
  for (const auto &Command : U.Commands) {
    Add(Command.Directory);
    for (const std::string &Argument : Command.CommandLine)
      Add(Argument);
  }
  Add(Configured.Text);
  Add(Configured.Checks);
  Add(Configured.HeaderFilter);
  auto AddFile = [&](StringRef File) {
    Add(File);
    Add(utohexstr(hashOf(File)));
  };
  for (const std::string &File : Configured.ApiFiles)
    AddFile(File);
  for (const std::string &File : Files)
    AddFile(File);
  MD5::MD5Result Result;
  Hash.final(Result);
  return Result.digest().str().str();
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
