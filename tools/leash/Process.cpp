//===--- Process.cpp - runs a program and keeps what it says --------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Process.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include <chrono>

using namespace llvm;

namespace leash {
namespace {

// The optional type in this signature is LLVM's own up to 15 and the standard
// one from 16 on; deducing it needs no question about the version.
template <typename Environment, typename Redirects, typename Statistics>
Statistics statisticsOf(int (*)(StringRef, ArrayRef<StringRef>, Environment,
                                Redirects, unsigned, unsigned, std::string *,
                                bool *, Statistics *, BitVector *));
using OptionalStatistics = decltype(statisticsOf(&sys::ExecuteAndWait));

std::string contentsOf(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  return Buffer ? (*Buffer)->getBuffer().str() : std::string();
}

} // namespace

ProcessResult run(const Command &Cmd, unsigned Seconds) {
  ProcessResult Result;
  SmallString<128> Out, Err;
  if (sys::fs::createTemporaryFile("leash", "out", Out) ||
      sys::fs::createTemporaryFile("leash", "err", Err)) {
    Result.Problem = "cannot create a temporary file";
    return Result;
  }
  FileRemover RemoveOut(Out), RemoveErr(Err);

  SmallVector<StringRef, 32> Arguments(Cmd.begin(), Cmd.end());
  std::string Message;
  bool NotStarted = false;
  OptionalStatistics Statistics;
  Result.Status = sys::ExecuteAndWait(
      Cmd.front(), Arguments, /*Env=*/{},
      {StringRef("/dev/null"), StringRef(Out), StringRef(Err)}, Seconds,
      /*MemoryLimit=*/0, &Message, &NotStarted, &Statistics,
      /*AffinityMask=*/nullptr);
  Result.Out = contentsOf(Out);
  Result.Err = contentsOf(Err);
  if (NotStarted)
    Result.Problem = "cannot start " + Cmd.front() + ": " + Message;
  else if (Result.Status < 0)
    Result.Problem = Message.empty() ? "ended without a status" : Message;
  if (Statistics) {
    Result.UserSeconds =
        std::chrono::duration<double>(Statistics->UserTime).count();
    Result.PeakKiB = Statistics->PeakMemory;
  }
  return Result;
}

std::string quoted(const Command &Cmd) {
  std::string Line;
  for (const std::string &Word : Cmd) {
    if (!Line.empty())
      Line += ' ';
    bool Plain = StringRef(Word).find_first_of(" *'\"{}[]()$;&|<>\\?") ==
                     StringRef::npos &&
                 !Word.empty();
    if (Plain) {
      Line += Word;
      continue;
    }
    Line += '\'';
    for (char C : Word)
      Line += C == '\'' ? std::string("'\\''") : std::string(1, C);
    Line += '\'';
  }
  return Line;
}

} // namespace leash
