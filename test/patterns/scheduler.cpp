// The stories that Leash starts from, 4. Job scheduler: for each job a thread
// ticks for ever and starts another one at every tick. Slow jobs pile up, and
// nothing can be stopped.
//
// RUN: %check %s "leash-*" -std=c++17
// RUN: %check %s "leash-*" -std=c++20-or-later -check-suffix=,CXX20
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

struct Job {
  std::chrono::seconds Every;
  std::function<void()> Run;
};

//===--- Leaky ------------------------------------------------------------===//

// Nobody waits for anything, and nothing ends.
class LetsGo {
public:
  void add(Job job) {
    std::thread([job] {
      while (true) {
        // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
        // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the thread starts here
        std::this_thread::sleep_for(job.Every);
        std::thread(job.Run).detach();
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
        // CHECK-MESSAGES: :[[@LINE-6]]:7: note: the loop is here
        // CHECK-MESSAGES: :[[@LINE-3]]:30: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      }
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-12]]:5: note: the thread starts here
  }
};

// The tickers end when they are told to; what they started is nobody's, and
// there may be any number of it.
class StopsTickersOnly {
public:
  ~StopsTickersOnly() {
    Stop = true;
    for (auto &each : Tickers)
      each.join();
  }
  void add(Job job) {
    Tickers.emplace_back([this, job] {
      while (!Stop) {
        std::this_thread::sleep_for(job.Every);
        std::thread(job.Run).detach();
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
        // CHECK-MESSAGES: :[[@LINE-4]]:7: note: the loop is here
        // CHECK-MESSAGES: :[[@LINE-3]]:30: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      }
    });
  }

private:
  std::atomic<bool> Stop{false};
  std::vector<std::thread> Tickers;
};

// The ticks are waited for, by a ticker that nobody can end.
class JoinsForEver {
public:
  ~JoinsForEver() {
    for (auto &each : Tickers)
      each.join();
  }
  void add(Job job) {
    Tickers.emplace_back([job] {
      for (;;) {
        // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
        // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the thread starts here
        // CHECK-MESSAGES: :[[@LINE-7]]:12: note: this join hangs
        std::this_thread::sleep_for(job.Every);
        std::thread tick(job.Run);
        tick.join();
      }
    });
  }

private:
  std::vector<std::thread> Tickers;
};

// The tick that is thrown away holds up the ticker.
class DiscardsTicks {
public:
  ~DiscardsTicks() {
    Stop = true;
    Ticker.join();
  }
  void start(Job job) {
    Ticker = std::thread([this, job] {
      while (!Stop) {
        std::this_thread::sleep_for(job.Every);
        std::async(std::launch::async, job.Run);
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
      }
    });
  }

private:
  std::atomic<bool> Stop{false};
  std::thread Ticker;
};

// The ticker is asleep when it is told to stop: nobody wakes it.
class NeverWakes {
public:
  ~NeverWakes() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Stopping = true;
    }
    Ticker.join();
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 'Ticker' is asked to end, but nothing wakes it from its wait for 'Changed': this join hangs [leash-hanging-join]
    // CHECK-MESSAGES: :[[@LINE+22]]:21: note: the task starts here
    // CHECK-MESSAGES: :[[@LINE+13]]:15: note: its task waits here
    // CHECK-MESSAGES: :[[@LINE-6]]:7: note: this asks the task to end, but it only looks once it is awake
  }
  void due() {
    std::lock_guard<std::mutex> lock(Mutex);
    Due = true;
    Changed.notify_one();
  }

private:
  void run() {
    std::unique_lock<std::mutex> lock(Mutex);
    while (!Stopping) {
      Changed.wait(lock, [this] { return Stopping || Due; });
      Due = false;
    }
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Stopping = false;
  bool Due = false;
  std::thread Ticker{[this] { run(); }};
};

//===--- Repaired: condition variables ------------------------------------===//

// A slot for each run, tried before it starts; stop() waits for all.
class Scheduler {
public:
  ~Scheduler() { stop(); }
  void add(Job job) {
    Tickers.emplace_back([this, job] { tick(job); });
  }
  void stop() {
    std::vector<std::thread> tickers;
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Stopping = true;
      tickers.swap(Tickers);
    }
    Changed.notify_all();
    for (auto &each : tickers)
      each.join();
    std::unique_lock<std::mutex> lock(Mutex);
    Changed.wait(lock, [this] { return Running == 0; });
  }

private:
  void tick(const Job &job) {
    std::unique_lock<std::mutex> lock(Mutex);
    while (!Changed.wait_for(lock, job.Every, [this] { return Stopping; })) {
      if (Running >= 8)
        continue;
      ++Running;
      std::thread([this, run = job.Run] {
        run();
        finished();
      }).detach();
    }
  }
  void finished() {
    std::lock_guard<std::mutex> lock(Mutex);
    --Running;
    Changed.notify_all();
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Stopping = false;
  int Running = 0;
  std::vector<std::thread> Tickers;
};

//===--- C++20: stop tokens -----------------------------------------------===//

#if __cplusplus >= 202002L
// The token comes in, and the ticker does not look at it.
class IgnoresToken {
public:
  void add(Job job) {
    Tickers.emplace_back([job](std::stop_token) {
      while (true) {
        // CHECK-MESSAGES-CXX20: :[[@LINE-1]]:7: warning: the task never reads the stop token that it is given, and nothing leaves this loop: it runs until the process ends [leash-endless-worker]
        // CHECK-MESSAGES-CXX20: :[[@LINE-3]]:47: note: the stop token comes in here
        // CHECK-MESSAGES-CXX20: :[[@LINE-4]]:5: note: the thread starts here
        // CHECK-MESSAGES-CXX20: :[[@LINE+8]]:29: note: the destructor of 'Tickers' joins here, and hangs
        std::this_thread::sleep_for(job.Every);
        std::jthread tick(job.Run);
      }
    });
  }

private:
  std::vector<std::jthread> Tickers;
};

// The slot is taken by who runs already.
class TakesSlotsTooLate {
public:
  void add(Job job) {
    Tickers.emplace_back([this, job](std::stop_token stop) {
      while (!stop.stop_requested()) {
        std::this_thread::sleep_for(job.Every);
        std::thread([this, job] {
          // CHECK-MESSAGES-CXX20: :[[@LINE-1]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
          // CHECK-MESSAGES-CXX20: :[[@LINE-4]]:7: note: the loop is here
          // CHECK-MESSAGES-CXX20: :[[@LINE+1]]:17: note: the task acquires 'Slots' only once it runs, which is too late to limit how many start
          Slots.acquire();
          job.Run();
          Slots.release();
        }).detach();
        // CHECK-MESSAGES-CXX20: :[[@LINE-1]]:12: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
        // CHECK-MESSAGES-CXX20: :[[@LINE-9]]:9: note: the thread starts here
        // CHECK-MESSAGES-CXX20: :[[@LINE-10]]:22: note: its task uses 'this', and nothing keeps the object alive until the thread ends
      }
    });
  }

private:
  std::counting_semaphore<8> Slots{8};
  std::vector<std::jthread> Tickers;
};

// A slot is tried for, and the tick is skipped when there is none.
class TokenScheduler {
public:
  ~TokenScheduler() {
    Tickers.clear();
    for (int i = 0; i < 8; ++i)
      Slots.acquire();
  }
  void add(Job job) {
    Tickers.emplace_back([this, job](std::stop_token stop) {
      std::unique_lock lock(Mutex);
      while (!stop.stop_requested()) {
        Changed.wait_for(lock, stop, job.Every, [] { return false; });
        if (stop.stop_requested() || !Slots.try_acquire())
          continue;
        std::thread([this, job] {
          job.Run();
          Slots.release();
        }).detach();
      }
    });
  }

private:
  std::mutex Mutex;
  std::condition_variable_any Changed;
  std::counting_semaphore<8> Slots{8};
  std::vector<std::jthread> Tickers;
};
#endif
