//===--- Selection.h - which units are to be checked ------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_SELECTION_H
#define LEASH_TOOLS_SELECTION_H

#include "CommandLine.h"
#include "CompileCommands.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace leash {

/// What was asked for: units, and headers, which are checked in units that
/// include them.
struct Selection {
  std::vector<size_t> Units; ///< Numbers, in order.
  std::vector<std::string> Headers;
  std::vector<std::string> NotInDatabase;
  std::vector<std::string> Unused; ///< Headers that no unit includes.
};

/// The units that \p Inputs name: files, folders, globs; all when there are
/// none. An error when one of them names nothing.
llvm::Expected<Selection> select(llvm::ArrayRef<Unit> Units,
                                 llvm::ArrayRef<std::string> Inputs,
                                 const SourceFiles &Sources);

/// The part of \p Asked, which \p Inputs have named, whose files are in
/// \p Changed.
llvm::Expected<Selection> selectChanged(llvm::ArrayRef<Unit> Units,
                                        const Selection &Asked,
                                        llvm::ArrayRef<std::string> Inputs,
                                        llvm::ArrayRef<std::string> Changed,
                                        const SourceFiles &Sources);

/// Adds, for each header of \p S, up to \p Limit units that include it, as
/// \p Includes says: those that are there anyway count, then those of the
/// header's own name, then the first.
void addUsersOfHeaders(
    Selection &S, llvm::ArrayRef<Unit> Units, unsigned Limit,
    llvm::function_ref<bool(size_t Unit, llvm::StringRef Header)> Includes);

/// The \p Shard-th of \p Shards parts: each unit is in one of them, and each
/// machine finds the same parts.
void takeShard(Selection &S, unsigned Shard, unsigned Shards);

} // namespace leash

#endif // LEASH_TOOLS_SELECTION_H
