// leash-unclosed-pool: how to say that it is meant, and what is missed.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks
#include <thread>
#include <vector>

void work();
bool busy();

class Pool {
public:
  Pool() { Workers.emplace_back(work); }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }
  void submit(void (*job)()) { job(); }

private:
  std::vector<std::thread> Workers;
};

//===--- Meant ------------------------------------------------------------===//

class Meant {
public:
  Meant() { Workers.emplace_back(work); }

private:
  std::vector<std::thread> Workers; // NOLINT(leash-unclosed-pool): for ever
};
void meant() {
  // NOLINTNEXTLINE(leash-unclosed-pool): for ever
  Pool *pool = new Pool;
  pool->submit(work);
  static Pool *common = new Pool;
  common->submit(work);
}

//===--- Missed -----------------------------------------------------------===//

class JoinsOne {
public:
  JoinsOne() {
    Workers.emplace_back(work);
    Workers.emplace_back(work);
  }
  ~JoinsOne() { Workers.back().join(); }

private:
  std::vector<std::thread> Workers;
};
class JoinsSometimes {
public:
  JoinsSometimes() { Workers.emplace_back(work); }
  ~JoinsSometimes() {
    if (busy())
      for (auto &each : Workers)
        each.join();
  }

private:
  std::vector<std::thread> Workers;
};
class NobodyCallsStop {
public:
  NobodyCallsStop() { Workers.emplace_back(work); }

private:
  void stop() {
    for (auto &each : Workers)
      each.join();
  }
  std::vector<std::thread> Workers;
};
