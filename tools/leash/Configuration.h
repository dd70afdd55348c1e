//===--- Configuration.h - which checks are on for a file -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// .clang-tidy files are read as clang-tidy reads them; of the checks that they
// turn on, Leash's own run. Where they do not speak of Leash at all, all of
// its checks do.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_CONFIGURATION_H
#define LEASH_TOOLS_CONFIGURATION_H

#include "CommandLine.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace leash {

/// What is in force for the files of a folder.
struct FileConfiguration {
  std::string Checks; ///< A glob list for clang-tidy; empty when none is on.
  /// The checks whose warnings are errors. Not all versions of clang-tidy say
  /// so in what they export.
  std::vector<std::string> Errors;
  std::string HeaderFilter;
  std::vector<std::string> ApiFiles;
  std::string Text; ///< All of it, for the key of a result.
};

/// For one thread.
class Configuration {
public:
  /// An error when the file of --config-file is not right.
  static llvm::Expected<Configuration> make(const CommandLine &Line);

  /// What is in force for the file \p Path, which is absolute. An error when a
  /// .clang-tidy above it cannot be read: clang-tidy would go on with another.
  llvm::Expected<FileConfiguration> of(llvm::StringRef Path);

  /// What the configuration says, word by word.
  clang::tidy::ClangTidyOptions optionsOf(llvm::StringRef Path) {
    return Provider->getOptions(Path);
  }

private:
  explicit Configuration(const CommandLine &Line) : Line(&Line) {}
  FileConfiguration read(llvm::StringRef Path);

  const CommandLine *Line;
  std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> Provider;
  /// By folder.
  llvm::StringMap<FileConfiguration> Known;
  /// What is wrong with the .clang-tidy of a folder, if anything.
  llvm::StringMap<std::string> Checked;
};

} // namespace leash

#endif // LEASH_TOOLS_CONFIGURATION_H
