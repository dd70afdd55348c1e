//===--- CompileCommands.h - what there is to check -------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_COMPILECOMMANDS_H
#define LEASH_TOOLS_COMPILECOMMANDS_H

#include "SourceFiles.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace leash {

/// A source file of the compile database, with all the commands that compile
/// it.
struct Unit {
  std::string Name; ///< As in results.
  std::string Path; ///< Absolute.
  std::vector<clang::tooling::CompileCommand> Commands;
};

/// The folder of the compile database: \p BuildPath, or where one is usually
/// found below \p Root when that is empty. The error says what to do.
llvm::Expected<std::string> findBuildFolder(llvm::StringRef BuildPath,
                                            llvm::StringRef Root);

/// All units of the compile database in \p BuildFolder, sorted by name.
/// \p ExtraArgs are put at the end of each command.
llvm::Expected<std::vector<Unit>>
readUnits(llvm::StringRef BuildFolder, const SourceFiles &Sources,
          llvm::ArrayRef<std::string> ExtraArgs);

/// Writes a compile database that has \p U alone.
void writeDatabase(const Unit &U, llvm::raw_ostream &OS);

} // namespace leash

#endif // LEASH_TOOLS_COMPILECOMMANDS_H
