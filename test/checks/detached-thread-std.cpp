// leash-detached-thread with the real headers of the standard library.
//
// RUN: %check %s leash-detached-thread -std=c++11-or-later -hosts=tidy,leash-tidy
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <queue>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

void work();
void use(const std::string &);

void everyHandle() {
  std::thread t(work);
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
  std::thread([] { work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread(&use, std::string("x")).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::unique_ptr<std::thread> p(new std::thread(work));
  p->detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: thread 'p' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:38: note: the thread starts here
  auto s = std::make_shared<std::thread>(work);
  s->detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: thread 's' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:12: note: the thread starts here
  std::map<int, std::thread> m;
  m[1] = std::thread(work);
  m[1].detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: a thread of 'm' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the thread starts here
  std::unordered_map<std::string, std::thread> u;
  u.emplace("x", std::thread(work));
  u["x"].detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a thread of 'u' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:18: note: the thread starts here
  std::list<std::thread> l;
  l.emplace_back(work);
  l.front().detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread of 'l' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
  std::deque<std::thread> d;
  d.emplace_front(work);
  for (auto &each : d)
    each.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 'each' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the thread starts here
  std::vector<std::thread> v;
  v.emplace_back(work);
  for (std::size_t i = 0; i < v.size(); ++i)
    v[i].detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a thread of 'v' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the thread starts here
  for (auto i = v.begin(); i != v.end(); ++i)
    i->detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: a thread of 'v' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the thread starts here
  std::for_each(v.begin(), v.end(), [](std::thread &each) { each.detach(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:66: warning: thread 'each' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

// A container of threads that all obey a flag.
std::atomic<bool> Stop{false};
void allObey() {
  std::vector<std::thread> v;
  for (int i = 0; i < 4; ++i)
    v.emplace_back([] { while (!Stop.load()) work(); });
  for (auto &each : v)
    each.detach();
  std::list<std::thread> l;
  l.push_back(std::thread([] { while (!Stop) work(); }));
  l.back().detach();
}

void flags(std::shared_ptr<std::atomic<bool>> stop) {
  static volatile std::sig_atomic_t signalled;
  std::thread([] { while (!signalled) work(); }).detach();
  std::thread([stop] { while (!*stop) work(); }).detach();
  std::thread([stop] { while (!stop->load()) work(); }).detach();
}

void deadline() {
  auto end = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  std::thread([end] {
    while (std::chrono::steady_clock::now() < end)
      work();
  }).detach();
  std::thread([end] {
    while (std::chrono::high_resolution_clock::now().time_since_epoch() <
           end.time_since_epoch())
      work();
  }).detach();
}

std::queue<std::function<void()>> Jobs;
std::mutex Mutex;
std::condition_variable Ready;
void sentinel() {
  std::thread([] {
    for (;;) {
      std::unique_lock<std::mutex> lock(Mutex);
      Ready.wait(lock, [] { return !Jobs.empty(); });
      std::function<void()> job = std::move(Jobs.front());
      Jobs.pop();
      if (!job)
        return;
      job();
    }
  }).detach();
}

int coordinated() {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread([&promise] { promise.set_value(1); }).detach();
  std::packaged_task<int()> task([] { return 1; });
  auto other = task.get_future();
  std::thread(std::move(task)).detach();
  return future.get() + other.get();
}

struct Counter {
  std::atomic<int> Running{0};
  void start() {
    ++Running;
    std::thread([this] { work(); --Running; }).detach();
  }
  ~Counter() {
    while (Running != 0)
      std::this_thread::yield();
  }
};

void atThreadExit() {
  std::promise<void> promise;
  auto future = promise.get_future();
  std::thread([](std::promise<void> p) { p.set_value_at_thread_exit(); },
              std::move(promise))
      .detach();
  future.wait();
}

void takesItselfOut(std::list<std::thread> &workers) {
  for (auto i = workers.begin(); i != workers.end(); ++i)
    if (i->get_id() == std::this_thread::get_id()) {
      i->detach();
      workers.erase(i);
      return;
    }
}

struct Self {
  std::thread Thread;
  void leaveInverted() {
    if (std::this_thread::get_id() != Thread.get_id())
      Thread.join();
    else
      Thread.detach();
  }
  // Detached where it is another thread: nobody is saved from a deadlock.
  void wrongWayRound() {
    if (Thread.get_id() != std::this_thread::get_id())
      Thread.detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: thread 'Thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
};
