// A sleep that a stop token ends
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef LEASH_EXAMPLES_REPAIRED_PAUSE_H
#define LEASH_EXAMPLES_REPAIRED_PAUSE_H

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

/// True when the whole time has passed, false when asked to stop.
inline bool pause(std::stop_token Stop, std::chrono::milliseconds Time) {
  std::mutex Mutex;
  std::condition_variable_any Never;
  std::unique_lock<std::mutex> Lock(Mutex);
  Never.wait_for(Lock, Stop, Time, [] { return false; });
  return !Stop.stop_requested();
}

#endif
