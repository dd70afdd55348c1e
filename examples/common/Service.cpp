// Drives the parts and counts the threads
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"

#include "Metrics.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

class Metrics : public Part {
public:
  Metrics() { metricsStart(); }
  ~Metrics() override { metricsStop(); }

  void tick() override {
    metricsFlush();
    metricsExport();
  }
};

} // namespace

std::unique_ptr<Part> makeMetrics() { return std::make_unique<Metrics>(); }

Parts makeParts(World &Outside) {
  Parts Service;
  Service.push_back(makeAnalytics(Outside));
  Service.push_back(makePumps());
  Service.push_back(makeConsumer(Outside));
  Service.push_back(makeScheduler());
  Service.push_back(makeStream());
  Service.push_back(makeConnectionPool(Outside));
  Service.push_back(makeFourShapes(Outside));
  Service.push_back(makeRenderer());
  Service.push_back(makeMetrics());
  return Service;
}

int countThreads() {
  std::ifstream Status("/proc/self/status");
  for (std::string Word; Status >> Word;) {
    if (Word != "Threads:")
      continue;
    int Count = 0;
    Status >> Count;
    return Count;
  }
  return 0;
}

int countThreadsAtStart() {
  std::thread([] {}).join(); // ThreadSanitizer starts its own with the first.
  return countThreads();
}

void run(const Parts &Service, std::chrono::seconds Time) {
  for (auto Second = 0s; Second < Time; ++Second) {
    auto Next = Clock::now();
    for (int Tick = 0; Tick < 10; ++Tick) {
      for (const auto &P : Service)
        P->tick();
      std::this_thread::sleep_until(Next += 100ms);
    }
    std::printf("%3d s: %4d threads\n", int(Second.count()) + 1,
                countThreads());
    std::fflush(stdout);
  }
}

int countLeftBehind(int AtStart) {
  // The system may count a joined thread for a moment longer.
  auto Limit = Clock::now() + 2s;
  while (countThreads() > AtStart && Clock::now() < Limit)
    std::this_thread::sleep_for(10ms);
  int Left = countThreads() - AtStart;
  std::printf("  end: %d threads left behind\n", Left);
  std::fflush(stdout);
  return Left;
}

std::chrono::seconds readTime(int Argc, char **Argv) {
  if (Argc == 1)
    return 5s;
  if (Argc == 3 && std::strcmp(Argv[1], "--seconds") == 0)
    if (int Seconds = std::atoi(Argv[2]); Seconds > 0)
      return std::chrono::seconds(Seconds);
  std::fprintf(stderr, "usage: %s [--seconds N]\n", Argv[0]);
  std::exit(2);
}
