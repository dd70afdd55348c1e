// What std::stop_token is, for C++17
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef LEASH_EXAMPLES_REPAIRED_STOPSIGNAL_H
#define LEASH_EXAMPLES_REPAIRED_STOPSIGNAL_H

#include <chrono>
#include <condition_variable>
#include <mutex>

class StopSignal {
public:
  void request() { set(true); }
  void reset() { set(false); }

  bool requested() {
    std::lock_guard<std::mutex> Lock(Mutex);
    return Stopping;
  }

  /// Sleeps, but not past the signal. True when it was given.
  bool waitFor(std::chrono::milliseconds Time) {
    std::unique_lock<std::mutex> Lock(Mutex);
    return Changed.wait_for(Lock, Time, [this] { return Stopping; });
  }

private:
  void set(bool Value) {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Stopping = Value;
    }
    Changed.notify_all();
  }

  std::mutex Mutex;
  std::condition_variable Changed;
  bool Stopping = false;
};

#endif
