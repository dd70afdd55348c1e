//===--- Tooling.h - what the tools' libraries call differently -*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For the programs, not for the plugin: its host does not have all of it.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_COMPAT_TOOLING_H
#define LEASH_COMPAT_TOOLING_H

#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "clang/Basic/Version.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/ThreadPool.h"
#include <memory>
#include <string>
#include <vector>

#if CLANG_VERSION_MAJOR < 22
#include "clang/Tooling/DependencyScanning/DependencyScanningService.h"
#include "clang/Tooling/DependencyScanning/DependencyScanningTool.h"
#else
#include "clang/Basic/Diagnostic.h"
#include "clang/DependencyScanning/DependencyScanningService.h"
#include "clang/Tooling/DependencyScanningTool.h"
#endif

namespace leash {

/// ThreadPool became an interface in 19. Goes when 19 is the oldest.
#if CLANG_VERSION_MAJOR < 19
using ThreadPool = llvm::ThreadPool;
#else
using ThreadPool = llvm::DefaultThreadPool;
#endif

/// getCheckNames() has one parameter more in 22.
inline std::vector<std::string>
enabledChecks(const clang::tidy::ClangTidyOptions &Options) {
#if CLANG_VERSION_MAJOR < 21
  return clang::tidy::getCheckNames(Options, false);
#else
  return clang::tidy::getCheckNames(Options, false, false);
#endif
}

/// The options of the checks that are on, with their defaults. getCheckOptions()
/// has one parameter more, too.
inline clang::tidy::ClangTidyOptions::OptionMap
knownOptions(const clang::tidy::ClangTidyOptions &Options) {
#if CLANG_VERSION_MAJOR < 21
  return clang::tidy::getCheckOptions(Options, false);
#else
  return clang::tidy::getCheckOptions(Options, false, false);
#endif
}

#if CLANG_VERSION_MAJOR < 22
namespace scanning = clang::tooling::dependencies;
#else
namespace scanning = clang::dependencies;
#endif

/// What the scanners of a process share. The mode was called
/// MinimizedSourcePreprocessing in 14.
inline std::unique_ptr<scanning::DependencyScanningService>
makeScanningService() {
  return std::make_unique<scanning::DependencyScanningService>(
#if CLANG_VERSION_MAJOR < 15
      scanning::ScanningMode::MinimizedSourcePreprocessing,
#else
      scanning::ScanningMode::DependencyDirectivesScan,
#endif
      scanning::ScanningOutputFormat::Make);
}

/// A scanner, for one thread. It moved to another namespace, and reports
/// errors otherwise, in 22.
class DependencyScanner {
public:
  explicit DependencyScanner(scanning::DependencyScanningService &Service)
      : Tool(Service) {}

  /// A rule for make that names all files that the command reads; empty when
  /// they could not be found out.
  std::string rule(const clang::tooling::CompileCommand &Command) {
#if CLANG_VERSION_MAJOR < 22
    auto Rule = Tool.getDependencyFile(Command.CommandLine, Command.Directory);
    if (Rule)
      return std::move(*Rule);
    llvm::consumeError(Rule.takeError());
    return "";
#else
    // It counts, and shows nothing. A header that is missing is an error, but
    // no reason for the tool to give no rule.
    clang::DiagnosticConsumer Errors;
    auto Rule =
        Tool.getDependencyFile(Command.CommandLine, Command.Directory, Errors);
    return Rule && Errors.getNumErrors() == 0 ? std::move(*Rule) : "";
#endif
  }

private:
#if CLANG_VERSION_MAJOR < 22
  scanning::DependencyScanningTool Tool;
#else
  clang::tooling::DependencyScanningTool Tool;
#endif
};

} // namespace leash

#endif // LEASH_COMPAT_TOOLING_H
