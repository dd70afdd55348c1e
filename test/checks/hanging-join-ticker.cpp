// leash-hanging-join and its neighbours: a ticker whose every wait looks at the
// stop token, so that its destructor ends at once.
//
// RUN: %check %s leash-hanging-join,leash-unjoined-thread,leash-unclosed-pool -std=c++20-or-later
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

class Ticker {
public:
  Ticker(std::chrono::milliseconds Every, std::function<void()> Tick)
      : Every(Every), Tick(std::move(Tick)),
        Worker([this](std::stop_token Stop) { run(Stop); }) {}

private:
  void run(std::stop_token Stop) {
    std::unique_lock Lock(Mutex);
    while (!Wake.wait_for(Lock, Stop, Every,
                          [&] { return Stop.stop_requested(); }))
      Tick();
  }

  std::chrono::milliseconds Every;
  std::function<void()> Tick;
  std::mutex Mutex;
  std::condition_variable_any Wake;
  std::jthread Worker; // last: it ends before what it uses
};

// It waits for the token alone, with no time.
class Waiter {
public:
  Waiter() : Worker([this](std::stop_token Stop) { run(Stop); }) {}

private:
  void run(std::stop_token Stop) {
    std::unique_lock Lock(Mutex);
    Wake.wait(Lock, Stop, [] { return false; });
  }

  std::mutex Mutex;
  std::condition_variable_any Wake;
  std::jthread Worker;
};
