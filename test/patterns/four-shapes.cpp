// The stories that Leash starts from, 7. Four shapes that leak: a task that
// nobody coordinates, a call without a limit, a task per item, a loop without a
// way out. And four that do not.
//
// RUN: %check %s "leash-*" -std=c++17 -mocks
// RUN: %check %s "leash-*" -std=c++20-or-later -mocks -check-suffix=,CXX20
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <curl/curl.h>
#include <functional>
#include <future>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

struct Item {
  int Id;
};
void process(const Item &);
void refresh();

//===--- Leaky: a task that nobody coordinates ----------------------------===//

void nobodyWaits(const Item &item) {
  std::thread(process, item).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void nobodyWaitsForAsync(const Item &item) {
  std::async(std::launch::async, process, item);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
void nobodyJoins(const Item &item) {
  std::thread worker(process, item);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'worker' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'worker' goes out of scope here
  refresh();
}

//===--- Leaky: a call without a limit ------------------------------------===//

void getWithoutLimit() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "http://prices/today");
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void getsInTheBackground() {
  std::thread([] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, "http://prices/today");
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: runs in the thread started here
    curl_easy_cleanup(curl);
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-9]]:3: note: the thread starts here
}

//===--- Leaky: a task per item -------------------------------------------===//

void onePerItem(const std::vector<Item> &items) {
  std::vector<std::thread> workers;
  for (const Item &item : items)
    workers.emplace_back(process, item);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  for (auto &each : workers)
    each.join();
}
void oneFuturePerItem(const std::vector<Item> &items) {
  std::vector<std::future<void>> results;
  for (const Item &item : items)
    results.push_back(std::async(std::launch::async, process, item));
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  for (auto &each : results)
    each.get();
}
void onePerItemLetGo(const std::vector<Item> &items) {
  for (const Item &item : items)
    std::thread(process, item).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-3]]:32: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- Leaky: a loop without a way out ----------------------------------===//

class RefreshesForEver {
public:
  ~RefreshesForEver() { Worker.join(); }

private:
  std::thread Worker{[] {
    while (true) {
      // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-3]]:21: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE-7]]:32: note: this join hangs
      refresh();
      std::this_thread::sleep_for(1s);
    }
  }};
};
void refreshesForEver() {
  std::thread([] {
    for (;;)
      refresh();
      // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the thread starts here
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the thread starts here
}

//===--- Repaired: a task that consults its stop signal -------------------===//

class Refreshes {
public:
  ~Refreshes() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Stopping = true;
    }
    Changed.notify_all();
    Worker.join();
  }

private:
  void run() {
    std::unique_lock<std::mutex> lock(Mutex);
    while (!Changed.wait_for(lock, 1s, [this] { return Stopping; }))
      refresh();
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Stopping = false;
  std::thread Worker{[this] { run(); }};
};
void refreshesUntil(std::shared_ptr<std::atomic<bool>> stop) {
  std::thread([stop] {
    while (!*stop)
      refresh();
  }).detach();
}

//===--- Repaired: a call under a deadline --------------------------------===//

void getWithLimit() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "http://prices/today");
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 2000L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void getWithLimitByClient() {
  httplib::Client client("prices");
  client.set_connection_timeout(1);
  client.set_read_timeout(1s);
  client.Get("/today");
}

//===--- Repaired: N at once ----------------------------------------------===//

class AtMost {
public:
  explicit AtMost(int count) : Free(count) {}
  void acquire() {
    std::unique_lock<std::mutex> lock(Mutex);
    Changed.wait(lock, [this] { return Free > 0; });
    --Free;
  }
  void release() {
    std::lock_guard<std::mutex> lock(Mutex);
    ++Free;
    Changed.notify_one();
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  int Free;
};
void fourAtOnce(const std::vector<Item> &items) {
  AtMost slots(4);
  for (const Item &item : items) {
    slots.acquire();
    std::thread([item, &slots] {
      process(item);
      slots.release();
    }).detach();
  }
  for (int i = 0; i < 4; ++i)
    slots.acquire();
}
void fourFuturesAtOnce(const std::vector<Item> &items) {
  std::vector<std::future<void>> running;
  for (const Item &item : items) {
    running.push_back(std::async(std::launch::async, process, item));
    if (running.size() < 4)
      continue;
    for (auto &each : running)
      each.get();
    running.clear();
  }
}

//===--- Repaired: a counter that is waited for ---------------------------===//

void waitsForAll() {
  std::mutex mutex;
  std::condition_variable changed;
  int left = 4;
  for (int part = 0; part < 4; ++part)
    std::thread([&, part] {
      process(Item{part});
      std::lock_guard<std::mutex> lock(mutex);
      if (--left == 0)
        changed.notify_one();
    }).detach();
  std::unique_lock<std::mutex> lock(mutex);
  changed.wait(lock, [&] { return left == 0; });
}
class WaitsForAll {
public:
  ~WaitsForAll() {
    std::unique_lock<std::mutex> lock(Mutex);
    Changed.wait(lock, [this] { return Running == 0; });
  }
  void start(const Item &item) {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      ++Running;
    }
    std::thread([this, item] {
      process(item);
      std::lock_guard<std::mutex> lock(Mutex);
      --Running;
      Changed.notify_all();
    }).detach();
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  int Running = 0;
};

//===--- C++20 ------------------------------------------------------------===//

#if __cplusplus >= 202002L
// std::jthread joins, and asks to stop. The rest is for the task to do.
class IgnoresStop {
  std::jthread Worker{[](std::stop_token) {
    while (true)
      refresh();
      // CHECK-MESSAGES-CXX20: :[[@LINE-2]]:5: warning: the task never reads the stop token that it is given, and nothing leaves this loop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES-CXX20: :[[@LINE-4]]:41: note: the stop token comes in here
      // CHECK-MESSAGES-CXX20: :[[@LINE-5]]:22: note: the thread starts here
      // CHECK-MESSAGES-CXX20: :[[@LINE-6]]:16: note: the destructor of 'Worker' joins here, and hangs
  }};
};
void onePerItemJoining(const std::vector<Item> &items) {
  std::vector<std::jthread> workers;
  for (const Item &item : items)
    workers.emplace_back(process, item);
    // CHECK-MESSAGES-CXX20: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES-CXX20: :[[@LINE-3]]:3: note: the loop is here
}

class ConsultsStop {
  std::jthread Worker{[](std::stop_token stop) {
    while (!stop.stop_requested())
      refresh();
  }};
};
void fourPermits(const std::vector<Item> &items) {
  std::counting_semaphore<4> slots(4);
  std::vector<std::jthread> workers;
  for (const Item &item : items) {
    slots.acquire();
    workers.emplace_back([item, &slots] {
      process(item);
      slots.release();
    });
  }
}
#endif
