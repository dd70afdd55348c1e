//===--- ResultCache.h - results that are known -----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The key of a result is everything that it depends on: how the file is
// compiled, the contents of all files that it reads, what is configured, this
// program and Clang. Nothing is looked up by time.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_RESULTCACHE_H
#define LEASH_TOOLS_RESULTCACHE_H

#include "CompileCommands.h"
#include "Configuration.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include <mutex>
#include <optional>
#include <string>

namespace leash {

/// May be used from any thread, and by several processes at a time.
class ResultCache {
public:
  /// \p Folder is made where it is not there; empty for the user's own.
  /// \p Program is this program's file.
  ResultCache(llvm::StringRef Folder, llvm::StringRef Program);

  /// The key of the result of \p U, which reads \p Files.
  std::string key(const Unit &U, const FileConfiguration &Configured,
                  llvm::ArrayRef<std::string> Files);

  /// The key of what \p U reads.
  std::string dependenciesKey(const Unit &U) const;

  /// Of what the file says; read once.
  uint64_t hashOf(llvm::StringRef File);

  std::optional<std::string> find(llvm::StringRef Key) const;

  /// A cache that cannot be written to costs time, and nothing else.
  void store(llvm::StringRef Key, llvm::StringRef Result) const;

  /// Takes out what has not been asked for in a while.
  void prune() const;

private:
  std::string Folder;
  std::string Version;
  std::mutex Mutex;
  llvm::StringMap<uint64_t> Hashes;
};

} // namespace leash

#endif // LEASH_TOOLS_RESULTCACHE_H
