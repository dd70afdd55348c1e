//===--- Worker.cpp - clang-tidy in a process of its own ------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Worker.h"
#include "clang-tidy/tool/ClangTidyMain.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Program.h"
#include <csignal>
#include <cstdlib>
#include <unistd.h>
#include <vector>

using namespace llvm;

namespace leash {

// As timeout(1) says it.
static constexpr int TimedOutStatus = 124;

bool isWorker(int Argc, const char **Argv) {
  return Argc >= 3 && StringRef(Argv[1]) == "worker";
}

int workerMain(int Argc, const char **Argv) {
  unsigned Seconds = 0;
  if (!StringRef(Argv[2]).getAsInteger(10, Seconds) && Seconds != 0) {
    std::signal(SIGALRM, [](int) { _exit(TimedOutStatus); });
    alarm(Seconds);
  }
  std::vector<const char *> Arguments = {Argv[0]};
  Arguments.insert(Arguments.end(), Argv + 3, Argv + Argc);
  return clang::tidy::clangTidyMain(static_cast<int>(Arguments.size()),
                                    Arguments.data());
}

WorkerEnd runWorker(StringRef Program, unsigned Seconds,
                    ArrayRef<std::string> Arguments, StringRef ErrorLog) {
  std::string Limit = utostr(Seconds);
  SmallVector<StringRef, 16> All = {Program, "worker", Limit};
  All.append(Arguments.begin(), Arguments.end());

  // The wait itself is without a limit: LLVM's limit is a signal to the whole
  // process, and there are several threads here.
  WorkerEnd Result;
  bool NotStarted = false;
  int Status = sys::ExecuteAndWait(
      Program, All, /*Env=*/{}, {StringRef(""), StringRef(""), ErrorLog},
      /*SecondsToWait=*/0, /*MemoryLimit=*/0, &Result.Detail, &NotStarted);
  if (NotStarted)
    return Result;
  Result.Status = Status;
  if (Status == TimedOutStatus)
    Result.How = WorkerEnd::TimedOut;
  else if (Status < 0)
    Result.How = WorkerEnd::Crashed;
  else
    Result.How = WorkerEnd::Exited;
  return Result;
}

} // namespace leash
