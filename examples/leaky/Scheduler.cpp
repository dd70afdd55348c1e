// Story 4: a job scheduler with a ticker per job
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"

#include <functional>
#include <thread>

using namespace std::chrono_literals;

namespace {

struct Job {
  std::chrono::milliseconds Every;
  std::function<void()> Work;
};

void cleanTables() { std::this_thread::sleep_for(50ms); }
void buildReport() { std::this_thread::sleep_for(30s); }

void tickForEver(Job Planned) {
  // leak: endless-worker
  // The ticker has no way out: a job that was added once ticks until the
  // process ends.
  while (true) {
    std::this_thread::sleep_for(Planned.Every);
    // leak: detached-thread, unbounded-spawn
    // A new thread at every tick, also when the last run is not done: a slow
    // job piles up, and none of its runs can be stopped.
    std::thread(Planned.Work).detach();
  }
}

class Scheduler : public Part {
public:
  Scheduler() {
    add({200ms, cleanTables});
    add({500ms, buildReport});
  }

  void tick() override {}

private:
  void add(Job Planned) {
    // leak: detached-thread
    // Nobody waits for the ticker and nobody can stop it: the scheduler does
    // not even know it any more.
    std::thread(tickForEver, Planned).detach();
  }
};

} // namespace

std::unique_ptr<Part> makeScheduler() { return std::make_unique<Scheduler>(); }
