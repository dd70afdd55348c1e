//===--- Progress.h - how far it is -----------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_PROGRESS_H
#define LEASH_TOOLS_PROGRESS_H

#include "llvm/ADT/StringRef.h"
#include <chrono>
#include <mutex>

namespace leash {

/// Tells on standard error how far a piece of work is: in one line that is
/// written anew on a terminal, in a few plain lines elsewhere. May be used from
/// any thread.
class Progress {
public:
  /// \p What is done to how many files: "scanning", "checking".
  Progress(llvm::StringRef What, size_t Total, bool IsQuiet);
  ~Progress();

  /// Another file is done; \p File is shown.
  void step(llvm::StringRef File);

private:
  using Clock = std::chrono::steady_clock;
  void showLine(llvm::StringRef File);
  void showPlain();

  llvm::StringRef What;
  size_t Total;
  bool IsQuiet;
  bool IsTerminal;
  Clock::time_point Start = Clock::now();
  Clock::time_point Shown = Start;
  std::mutex Mutex;
  size_t Done = 0;
};

} // namespace leash

#endif // LEASH_TOOLS_PROGRESS_H
