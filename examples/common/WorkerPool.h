// A thread pool of the usual kind: its destructor joins
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef LEASH_EXAMPLES_WORKERPOOL_H
#define LEASH_EXAMPLES_WORKERPOOL_H

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class WorkerPool {
public:
  explicit WorkerPool(int Count) {
    for (int I = 0; I < Count; ++I)
      Workers.emplace_back([this] { work(); });
  }

  /// Runs what is still queued, then waits for the workers.
  ~WorkerPool() {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Stopping = true;
    }
    Changed.notify_all();
    for (std::thread &W : Workers)
      W.join();
  }

  void submit(std::function<void()> Job) {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Jobs.push_back(std::move(Job));
    }
    Changed.notify_one();
  }

private:
  void work() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (true) {
      Changed.wait(Lock, [this] { return Stopping || !Jobs.empty(); });
      if (Jobs.empty())
        return;
      auto Job = std::move(Jobs.front());
      Jobs.pop_front();
      Lock.unlock();
      Job();
      Lock.lock();
    }
  }

  std::mutex Mutex;
  std::condition_variable Changed;
  std::deque<std::function<void()>> Jobs;
  bool Stopping = false;
  std::vector<std::thread> Workers;
};

#endif
