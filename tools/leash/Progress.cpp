//===--- Progress.cpp - how far it is -------------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Progress.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace llvm;

namespace leash {

static constexpr std::chrono::milliseconds LineInterval(100);
static constexpr std::chrono::seconds PlainInterval(20);

Progress::Progress(StringRef What, size_t Total, bool IsQuiet)
    : What(What), Total(Total), IsQuiet(IsQuiet),
      IsTerminal(sys::Process::StandardErrIsDisplayed()) {
  // From the first moment on, so that nobody wonders.
  if (!IsQuiet && IsTerminal && Total != 0)
    showLine("");
}

Progress::~Progress() {
  if (!IsQuiet && IsTerminal)
    errs() << "\r\033[K";
}

void Progress::step(StringRef File) {
  std::scoped_lock Lock(Mutex);
  ++Done;
  if (IsQuiet)
    return;
  auto Now = Clock::now();
  if (Now - Shown < (IsTerminal ? LineInterval : PlainInterval))
    return;
  Shown = Now;
  if (IsTerminal)
    showLine(File);
  else
    showPlain();
}

static std::string timeText(double Seconds) {
  long Whole = std::lround(Seconds);
  if (Whole < 60)
    return std::to_string(Whole) + " s";
  return std::to_string(Whole / 60) + " min " + std::to_string(Whole % 60) +
         " s";
}

void Progress::showLine(StringRef File) {
  std::string Line;
  raw_string_ostream OS(Line);
  OS << What << " " << Done << "/" << Total;
  double Seconds = std::chrono::duration<double>(Clock::now() - Start).count();
  if (Done != 0 && Seconds > 1) {
    double Rate = static_cast<double>(Done) / Seconds;
    OS << ", " << llvm::format("%.1f", Rate) << " files/s, "
       << timeText(static_cast<double>(Total - Done) / Rate) << " left";
  }
  if (!File.empty())
    OS << "  " << File;
  // A line that breaks could not be written over.
  size_t Columns = sys::Process::StandardErrColumns();
  StringRef Text = OS.str();
  errs() << "\r\033[K" << Text.take_front(Columns > 1 ? Columns - 1 : 79);
}

void Progress::showPlain() {
  errs() << "leash: " << What << " " << Done << "/" << Total << "\n";
}

} // namespace leash
