// leash-unclosed-pool: correct code that a simple rule would report. All silent.
//
// RUN: %check %s leash-unclosed-pool -std=c++17,c++20
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

void work();

//===--- Bounded pool, bounded queue, drop on full ------------------------===//

#if __cplusplus >= 202002L
class StopTokenPool {
public:
  StopTokenPool(unsigned n, std::size_t capacity) : Capacity(capacity) {
    Threads.reserve(n);
    for (unsigned i = 0; i < n; ++i)
      Threads.emplace_back([this](std::stop_token stop) { run(stop); });
  }
  bool trySubmit(std::function<void()> job) {
    {
      std::lock_guard lock(Mutex);
      if (Jobs.size() >= Capacity)
        return false;
      Jobs.push_back(std::move(job));
    }
    Changed.notify_one();
    return true;
  }

private:
  void run(std::stop_token stop) {
    for (;;) {
      std::function<void()> job;
      {
        std::unique_lock lock(Mutex);
        Changed.wait(lock, stop, [&] { return !Jobs.empty(); });
        if (Jobs.empty())
          return;
        job = std::move(Jobs.front());
        Jobs.pop_front();
      }
      job();
    }
  }
  std::mutex Mutex;
  std::condition_variable_any Changed;
  std::deque<std::function<void()>> Jobs;
  const std::size_t Capacity;
  std::vector<std::jthread> Threads;
};
void stopTokenPool() {
  StopTokenPool pool(4, 100);
  auto owned = std::make_unique<StopTokenPool>(4, 100);
  pool.trySubmit(work);
}
#endif

class ConditionPool {
public:
  ConditionPool(unsigned n, std::size_t capacity) : Capacity(capacity) {
    try {
      for (unsigned i = 0; i < n; ++i)
        Threads.emplace_back(&ConditionPool::run, this);
    } catch (...) {
      close();
      throw;
    }
  }
  ~ConditionPool() { close(); }
  ConditionPool(const ConditionPool &) = delete;
  ConditionPool &operator=(const ConditionPool &) = delete;
  bool trySubmit(std::function<void()> job) {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      if (Closed || Jobs.size() >= Capacity)
        return false;
      Jobs.push_back(std::move(job));
    }
    Changed.notify_one();
    return true;
  }

private:
  void run() {
    std::unique_lock<std::mutex> lock(Mutex);
    for (;;) {
      Changed.wait(lock, [this] { return Closed || !Jobs.empty(); });
      if (Jobs.empty())
        return;
      std::function<void()> job = std::move(Jobs.front());
      Jobs.pop_front();
      lock.unlock();
      job();
      lock.lock();
    }
  }
  void close() noexcept {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Closed = true;
    }
    Changed.notify_all();
    for (auto &t : Threads)
      if (t.joinable())
        t.join();
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  std::deque<std::function<void()>> Jobs;
  const std::size_t Capacity;
  bool Closed = false;
  std::vector<std::thread> Threads;
};
void conditionPool(bool draft) {
  ConditionPool pool(4, 100);
  if (draft)
    return;
  pool.trySubmit(work);
}

// The most copied pool of all: futures, and a joining destructor.
class ThreadPool {
public:
  explicit ThreadPool(std::size_t threads) {
    for (std::size_t i = 0; i < threads; ++i)
      workers.emplace_back([this] {
        for (;;) {
          std::function<void()> task;
          {
            std::unique_lock<std::mutex> lock(this->queue_mutex);
            this->condition.wait(lock, [this] { return this->stop || !this->tasks.empty(); });
            if (this->stop && this->tasks.empty())
              return;
            task = std::move(this->tasks.front());
            this->tasks.pop_front();
          }
          task();
        }
      });
  }
  template <class F> auto enqueue(F &&f) -> std::future<decltype(f())> {
    using return_type = decltype(f());
    auto task = std::make_shared<std::packaged_task<return_type()>>(std::forward<F>(f));
    std::future<return_type> res = task->get_future();
    {
      std::unique_lock<std::mutex> lock(queue_mutex);
      tasks.emplace_back([task]() { (*task)(); });
    }
    condition.notify_one();
    return res;
  }
  ~ThreadPool() {
    {
      std::unique_lock<std::mutex> lock(queue_mutex);
      stop = true;
    }
    condition.notify_all();
    for (std::thread &worker : workers)
      worker.join();
  }

private:
  std::vector<std::thread> workers;
  std::deque<std::function<void()>> tasks;
  std::mutex queue_mutex;
  std::condition_variable condition;
  bool stop = false;
};
int threadPool() {
  ThreadPool pool(4);
  auto result = pool.enqueue([] { return 1; });
  return result.get();
}
class UsesThreadPool {
public:
  UsesThreadPool() : Pool(std::make_unique<ThreadPool>(4)) {}
  void render() { Pool->enqueue(work); }

private:
  std::unique_ptr<ThreadPool> Pool;
};

//===--- Shapes of owning -------------------------------------------------===//

struct EveryKind {
  std::unique_ptr<std::thread> p;
  std::shared_ptr<std::thread> s;
  std::optional<std::thread> o;
  std::map<int, std::thread> m;
  std::list<std::thread> l;
  void start() {
    p = std::make_unique<std::thread>(work);
    s = std::make_shared<std::thread>(work);
    o.emplace(work);
    m.emplace(1, work);
    m[2] = std::thread(work);
    l.emplace_back(work);
  }
  ~EveryKind() {
    if (p && p->joinable())
      p->join();
    if (s)
      s->join();
    if (o)
      o->join();
    for (auto &kv : m)
      kv.second.join();
    while (!l.empty()) {
      l.back().join();
      l.pop_back();
    }
  }
};

// The worker takes itself out of the list.
class Sessions {
public:
  void start() {
    std::lock_guard<std::mutex> lock(Mutex);
    auto it = Threads.emplace(Threads.end());
    *it = std::thread([this, it] {
      work();
      std::lock_guard<std::mutex> lock(Mutex);
      Finished.splice(Finished.end(), Threads, it);
    });
  }
  void reap() {
    std::list<std::thread> done;
    {
      std::lock_guard<std::mutex> lock(Mutex);
      done.swap(Finished);
    }
    for (auto &each : done)
      each.join();
  }
  ~Sessions() {
    std::list<std::thread> all;
    {
      std::lock_guard<std::mutex> lock(Mutex);
      all.swap(Threads);
      all.splice(all.end(), Finished);
    }
    for (auto &each : all)
      each.join();
  }

private:
  std::mutex Mutex;
  std::list<std::thread> Threads, Finished;
};

// Swapped for fewer threads when the configuration changes.
class Resizable {
public:
  void resize(std::size_t count) {
    while (Threads.size() > count) {
      Threads.back().join();
      Threads.pop_back();
    }
    while (Threads.size() < count)
      Threads.emplace_back(work);
  }
  ~Resizable() { resize(0); }

private:
  std::vector<std::thread> Threads;
};

// Never destroyed, so its threads are never left.
class Background {
public:
  static Background &get() {
    static Background *it = new Background;
    return *it;
  }

private:
  Background() {
    for (int i = 0; i < 2; ++i)
      Threads.emplace_back(work);
  }
  std::vector<std::thread> Threads;
};

// Joined by whoever holds the value.
struct Pair {
  std::thread A, B;
  std::vector<std::thread> More;
};
Pair makePair() {
  Pair it{std::thread(work), std::thread(work), {}};
  it.More.emplace_back(work);
  return it;
}
void joinsPair() {
  Pair it = makePair();
  it.A.join();
  it.B.join();
  for (auto &each : it.More)
    each.join();
}
