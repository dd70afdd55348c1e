// leash-unbounded-spawn: work for a pool or an executor, whose threads are
// bounded, is silent. A pool for each turn is not this check's, either.
//
// RUN: %check %s leash-unbounded-spawn -std=c++17-or-later
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

void work();
void serve(int);
int nextClient();

// As these libraries declare them.
namespace BS {
template <unsigned char Flags = 0> class thread_pool {
public:
  template <typename F> void detach_task(F &&) {}
};
using light_thread_pool = thread_pool<0>;
} // namespace BS
namespace folly {
template <typename T> class Future {};
class Executor {
public:
  template <typename E> class KeepAliveOf {};
  using KeepAlive = KeepAliveOf<Executor>;
};
template <typename F> Future<void> via(Executor::KeepAlive, F &&) { return {}; }
template <typename F> Future<void> async(F &&) { return {}; }
} // namespace folly

void libraries(BS::light_thread_pool &bs, folly::Executor::KeepAlive executor,
               const std::vector<int> &items) {
  std::vector<folly::Future<void>> results;
  for (int each : items) {
    bs.detach_task([each] { serve(each); });
    results.push_back(folly::via(executor, [each] { serve(each); }));
    folly::async([each] { serve(each); });
  }
  while (true) {
    int fd = nextClient();
    bs.detach_task([fd] { serve(fd); });
    folly::via(executor, [fd] { serve(fd); });
  }
}

// One of the user's own: so many threads, and a queue.
class Pool {
public:
  explicit Pool(unsigned n) {
    for (unsigned i = 0; i < n; ++i)
      Workers.emplace_back([this] { run(); });
  }
  ~Pool() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Closed = true;
    }
    Changed.notify_all();
    for (auto &each : Workers)
      each.join();
  }
  void submit(std::function<void()> job) {
    std::lock_guard<std::mutex> lock(Mutex);
    Jobs.push_back(std::move(job));
    Changed.notify_one();
  }

private:
  void run() {
    while (true) {
      std::unique_lock<std::mutex> lock(Mutex);
      Changed.wait(lock, [this] { return Closed || !Jobs.empty(); });
      if (Jobs.empty())
        return;
      auto job = std::move(Jobs.front());
      Jobs.pop_front();
      lock.unlock();
      job();
    }
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  std::deque<std::function<void()>> Jobs;
  bool Closed = false;
  std::vector<std::thread> Workers;
};
void own(Pool &pool, const std::vector<int> &items) {
  for (int each : items)
    pool.submit([each] { serve(each); });
  while (true)
    pool.submit([fd = nextClient()] { serve(fd); });
}
class Elsewhere {
public:
  template <typename F> void enqueue(F);
  void post(std::function<void()>);
};
void elsewhere(Elsewhere &pool, const std::vector<int> &items) {
  for (int each : items)
    pool.post([each] { serve(each); });
  while (true)
    pool.post([] { serve(nextClient()); });
}
// Tasks that nobody starts a thread for.
void packaged(Pool &pool, const std::vector<int> &items) {
  std::vector<std::future<void>> done;
  for (int each : items) {
    auto task = std::make_shared<std::packaged_task<void()>>(
        [each] { serve(each); });
    done.push_back(task->get_future());
    pool.submit([task] { (*task)(); });
  }
}

// A pool that grows with what it is given is none.
class Greedy {
public:
  void submitAll(const std::vector<int> &items) {
    for (int each : items)
      Workers.emplace_back([each] { serve(each); });
      // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the loop is here
  }
  ~Greedy() {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
};
