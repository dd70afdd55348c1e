// What both versions of the service are made of
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef LEASH_EXAMPLES_SERVICE_H
#define LEASH_EXAMPLES_SERVICE_H

#include "World.h"

#include <chrono>
#include <memory>
#include <utility> // Boost 1.74 uses std::exchange without it in C++20.
#include <vector>

/// One part of the service. It does its work in threads of its own; tick() is
/// what the outside does to it, ten times a second.
class Part {
public:
  virtual ~Part() = default;
  virtual void tick() = 0;
};

using Parts = std::vector<std::unique_ptr<Part>>;

// One factory a source file: leaky/ and repaired/ define them differently.
std::unique_ptr<Part> makeAnalytics(World &Outside);
std::unique_ptr<Part> makePumps();
std::unique_ptr<Part> makeConsumer(World &Outside);
std::unique_ptr<Part> makeScheduler();
std::unique_ptr<Part> makeStream();
std::unique_ptr<Part> makeConnectionPool(World &Outside);
std::unique_ptr<Part> makeFourShapes(World &Outside);
std::unique_ptr<Part> makeRenderer();

/// The C part behind the same interface.
std::unique_ptr<Part> makeMetrics();

Parts makeParts(World &Outside);

/// The threads of this process, as the system counts them.
int countThreads();

/// The same, with a thread of the sanitizer's own, if there is one, started.
int countThreadsAtStart();

/// Ticks all parts for as long as asked, and prints the number of threads once
/// a second: the one number to watch in production.
void run(const Parts &Service, std::chrono::seconds Time);

/// Prints how many more threads there are than at the start, and returns it.
int countLeftBehind(int AtStart);

/// Reads `--seconds N` (default 5).
std::chrono::seconds readTime(int Argc, char **Argv);

#endif
