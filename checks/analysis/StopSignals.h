//===--- StopSignals.h - can the outside ask this task to end? --*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A stop signal lets the outside ask a task to end: a stop token, a flag that
// somebody else can change, a queue that can be closed or given a last job, a
// deadline. A task obeys one when what it reads decides a loop's condition or a
// branch that leaves.
//
// Where it cannot be known, the answer is that the task may obey: a predicate
// of the user's whose body is not visible ("while (!ctx.cancelled())"), a call
// that depends on a template parameter, a stop signal handed to a function that
// is not visible. Missed alarm: any flag counts, whatever it was meant for
// ("if (!enabled_) return;").
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_STOPSIGNALS_H
#define LEASH_ANALYSIS_STOPSIGNALS_H

#include "TaskCode.h"

namespace leash {

class StopSignals {
public:
  explicit StopSignals(const UserCode &Code) : Code(Code) {}

  /// Whether the visible task obeys a stop signal, or may.
  bool obeysStop(const TaskCode &Task) const;

private:
  class Reader;

  const UserCode &Code;
};

} // namespace leash

#endif // LEASH_ANALYSIS_STOPSIGNALS_H
