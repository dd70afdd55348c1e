//===--- Process.h - runs a program and keeps what it says ------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Shared with the test programs. Needs LLVM's Support library alone.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_PROCESS_H
#define LEASH_TOOLS_PROCESS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>
#include <vector>

namespace leash {

/// A program and its arguments.
using Command = std::vector<std::string>;

struct ProcessResult {
  /// The exit status; negative when there is none (see Problem).
  int Status = -1;
  std::string Out;
  std::string Err;
  /// Why there is no exit status: not started, killed by a signal, too slow.
  std::string Problem;
  /// Seconds of user CPU time, and the peak of resident memory in KiB.
  double UserSeconds = 0;
  uint64_t PeakKiB = 0;

  bool ended() const { return Problem.empty(); }
};

/// Runs \p Cmd, whose program is a path, with an empty standard input and waits
/// for its end, for at most \p Seconds if that is not 0. With a limit, for
/// programs of one thread only: it is a signal to the whole process.
ProcessResult run(const Command &Cmd, unsigned Seconds = 600);

/// The command as one would type it into a shell.
std::string quoted(const Command &Cmd);

} // namespace leash

#endif // LEASH_TOOLS_PROCESS_H
