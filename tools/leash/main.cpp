//===--- main.cpp - leash, the command ------------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check.h"
#include "CommandLine.h"
#include "Doctor.h"
#include "Merge.h"
#include "Worker.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/InitLLVM.h"

using namespace leash;

int main(int Argc, const char **Argv) {
  if (isWorker(Argc, Argv))
    return workerMain(Argc, Argv);

  llvm::InitLLVM Init(Argc, Argv);
  CommandLine Line = parseCommandLine(Argc, Argv);
  switch (Line.Command) {
  case CommandLine::Check:
    return check(Line, Argv[0]);
  case CommandLine::Merge:
    return merge(Line);
  case CommandLine::Doctor:
    return doctor(Line, Argv[0]);
  }
  llvm_unreachable("all commands are above");
}
