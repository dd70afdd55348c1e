//===--- Worker.h - clang-tidy in a process of its own ----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each file is checked in a process of its own, so that one that crashes, or
// takes too long, costs no other. The process is this program once more, as
// clang-tidy with the checks linked in:
//
//   leash worker <seconds> <arguments of clang-tidy>
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_WORKER_H
#define LEASH_TOOLS_WORKER_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace leash {

/// Whether this process is to be a worker.
bool isWorker(int Argc, const char **Argv);

/// clang-tidy's main, which ends after the given number of seconds.
int workerMain(int Argc, const char **Argv);

/// How a worker has ended.
struct WorkerEnd {
  enum Kind { Exited, Crashed, TimedOut, NotStarted };
  Kind How = NotStarted;
  int Status = 0;     ///< When it has exited.
  std::string Detail; ///< What the system said, otherwise.
};

/// Runs a worker to its end. May be called from any thread. Its standard error
/// goes to the file \p ErrorLog. \p Program is this program's path.
WorkerEnd runWorker(llvm::StringRef Program, unsigned Seconds,
                    llvm::ArrayRef<std::string> Arguments,
                    llvm::StringRef ErrorLog);

} // namespace leash

#endif // LEASH_TOOLS_WORKER_H
