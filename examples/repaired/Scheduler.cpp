// Story 4, repaired: four runs at once, and a way to stop
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Pause.h"
#include "Service.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <functional>
#include <semaphore>
#include <thread>

using namespace std::chrono_literals;

namespace {

struct Job {
  std::chrono::milliseconds Every;
  std::function<void(std::stop_token)> Work;
};

/// No run of a job may take longer, whatever it wants.
constexpr std::chrono::milliseconds TimeLimit = 1s;

void cleanTables(std::stop_token Stop) { pause(Stop, 50ms); }
void buildReport(std::stop_token Stop) { pause(Stop, TimeLimit); }

class Scheduler : public Part {
public:
  Scheduler() {
    add({200ms, cleanTables});
    add({500ms, buildReport});
  }

  ~Scheduler() override { stop(); }

  void add(Job Planned) {
    Tickers.emplace_back(
        [this, Planned](std::stop_token Stop) { tickUntil(Stop, Planned); });
  }

  /// Asks all tickers and their runs to end, then waits for all of them.
  void stop() {
    for (std::jthread &T : Tickers)
      T.request_stop();
    for (std::jthread &T : Tickers)
      if (T.joinable())
        T.join();
    Runs.join();
  }

  void tick() override {}

private:
  void tickUntil(std::stop_token Stop, const Job &Planned) {
    while (pause(Stop, Planned.Every)) {
      if (!Free.try_acquire())
        continue; // All slots are busy: this tick is skipped.
      boost::asio::post(Runs, [this, Stop, Work = Planned.Work] {
        Work(Stop);
        Free.release();
      });
    }
  }

  static constexpr int MaxRuns = 4;
  std::counting_semaphore<MaxRuns> Free{MaxRuns};
  boost::asio::thread_pool Runs{MaxRuns};
  std::vector<std::jthread> Tickers;
};

} // namespace

std::unique_ptr<Part> makeScheduler() { return std::make_unique<Scheduler>(); }
