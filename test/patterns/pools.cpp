// The stories that Leash starts from, as far as pools that nobody closes are
// their fault: what leaks is reported, what repairs it is not.
//
// RUN: %check %s "leash-*" -std=c++17 -mocks
// RUN: %check %s "leash-*" -std=c++20,c++23 -mocks -check-suffix=,CXX20
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

//===--- 8. A pool per document -------------------------------------------===//

namespace documents {

void runNext(std::vector<std::function<void()>> &jobs);
void layOut(int page);

// A pool like everybody's: its destructor joins.
class WorkerPool {
public:
  explicit WorkerPool(int count) {
    while (count--)
      Workers.emplace_back([this] { work(); });
  }
  ~WorkerPool() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Stopping = true;
    }
    Changed.notify_all();
    for (auto &each : Workers)
      each.join();
  }
  void submit(std::function<void()> job) { Jobs.push_back(job); }

private:
  void work() {
    while (!Stopping)
      runNext(Jobs);
  }
  std::vector<std::function<void()>> Jobs;
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Stopping = false;
  std::vector<std::thread> Workers;
};

// Another one, which wants to be closed.
class ManualPool {
public:
  explicit ManualPool(int count) {
    while (count--)
      Workers.emplace_back([this] { work(); });
  }
  void submit(std::function<void()> job) { Jobs.push_back(job); }
  void close() {
    Stopping = true;
    for (auto &each : Workers)
      each.join();
    Workers.clear();
  }

private:
  void work() {
    while (!Stopping)
      runNext(Jobs);
  }
  std::vector<std::function<void()>> Jobs;
  std::atomic<bool> Stopping{false};
  std::vector<std::thread> Workers;
};

// The constructor makes the pool when a flag is set, and nothing closes it.
class Document {
public:
  explicit Document(bool parallel) {
    if (parallel)
      Pool = new WorkerPool(10);
  }
  void render(int pages) {
    for (int i = 0; i < pages; ++i)
      Pool->submit([i] { layOut(i); });
  }

private:
  WorkerPool *Pool = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'WorkerPool' pool member 'Pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-10]]:18: note: the pool is made here
};

// The workers are the document's own.
class DocumentWithWorkers {
public:
  explicit DocumentWithWorkers(bool parallel) {
    if (!parallel)
      return;
    for (int i = 0; i < 10; ++i)
      Workers.emplace_back([this] { work(); });
  }

private:
  void work() {
    while (true)
      runNext(Jobs);
      // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-8]]:7: note: the thread starts here
  }
  std::vector<std::function<void()>> Jobs;
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-13]]:7: note: the threads start here
};

// The smart pointer deletes the pool, and deleting does not close it.
class DocumentWithManualPool {
public:
  explicit DocumentWithManualPool(bool parallel) {
    if (parallel)
      Pool = std::make_shared<ManualPool>(10);
  }

private:
  std::shared_ptr<ManualPool> Pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'ManualPool' pool member 'Pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:14: note: the pool is made here
};

// One made anew at every call.
class Thumbnails {
public:
  ~Thumbnails() { delete Scaling; }
  void make(int pages) {
    Scaling = new WorkerPool(2);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this puts a new 'WorkerPool' pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
    for (int i = 0; i < pages; ++i)
      Scaling->submit([i] { layOut(i); });
  }

private:
  WorkerPool *Scaling = nullptr;
};

void renderLeaked(int pages) {
  auto *pool = new WorkerPool(10);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'WorkerPool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'pool' goes out of scope here
  for (int i = 0; i < pages; ++i)
    pool->submit([i] { layOut(i); });
}
void renderShared(int pages) {
  auto pool = std::make_shared<ManualPool>(10);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'ManualPool' pool 'pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'pool' goes out of scope here
  for (int i = 0; i < pages; ++i)
    pool->submit([i] { layOut(i); });
}
void renderByValue(int pages) {
  ManualPool pool(10);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'ManualPool' pool 'pool' is not closed on every path: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (pages == 0)
    return;
  pool.submit([] { layOut(0); });
  pool.close();
}
void renderAll(const std::vector<int> &documents) {
  for (int pages : documents) {
    auto *pool = new WorkerPool(10);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'WorkerPool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
    // CHECK-MESSAGES: :[[@LINE+2]]:3: note: 'pool' goes out of scope here
    pool->submit([pages] { layOut(pages); });
  }
}

// Repaired: made inside the function that uses it, and closed there.
void renderRepaired(int pages) {
  if (pages == 0)
    return;
  WorkerPool pool(10);
  for (int i = 0; i < pages; ++i)
    pool.submit([i] { layOut(i); });
}
struct Closing {
  ManualPool &Pool;
  ~Closing() { Pool.close(); }
};
bool renderGuarded(int pages) {
  ManualPool pool(10);
  Closing guard{pool};
  if (pages == 0)
    return false;
  pool.submit([] { layOut(0); });
  return true;
}
void renderAllRepaired(const std::vector<int> &documents) {
  WorkerPool pool(10);
  for (int pages : documents)
    pool.submit([pages] { layOut(pages); });
}
class DocumentRepaired {
public:
  explicit DocumentRepaired(bool parallel) {
    if (parallel)
      Pool = std::make_unique<WorkerPool>(10);
  }

private:
  std::unique_ptr<WorkerPool> Pool;
};
class ThumbnailsRepaired {
public:
  ~ThumbnailsRepaired() { delete Scaling; }
  void make(int pages) {
    if (!Scaling)
      Scaling = new WorkerPool(2);
    Scaling->submit([pages] { layOut(pages); });
  }

private:
  WorkerPool *Scaling = nullptr;
};

#if __cplusplus >= 202002L
// The members of type std::jthread stop and join by themselves, in time.
class TokenPool {
public:
  explicit TokenPool(int count) {
    while (count--)
      Workers.emplace_back([this](std::stop_token stop) { work(stop); });
  }
  void submit(std::function<void()> job) { Jobs.push_back(job); }

private:
  void work(std::stop_token stop) {
    while (!stop.stop_requested())
      runNext(Jobs);
  }
  std::vector<std::function<void()>> Jobs;
  std::vector<std::jthread> Workers;
};
class TokenDocument {
public:
  explicit TokenDocument(bool parallel) {
    if (parallel)
      Pool = new TokenPool(10);
  }

private:
  TokenPool *Pool = nullptr;
  // CHECK-MESSAGES-CXX20: :[[@LINE-1]]:14: warning: 'TokenPool' pool member 'Pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES-CXX20: :[[@LINE-6]]:18: note: the pool is made here
};
void renderTokenLeaked() {
  auto *pool = new TokenPool(10);
  // CHECK-MESSAGES-CXX20: :[[@LINE-1]]:9: warning: 'TokenPool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES-CXX20: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit([] { layOut(0); });
}
void renderTokenRepaired(int pages) {
  TokenPool pool(10);
  if (pages == 0)
    return;
  pool.submit([] { layOut(0); });
}
#endif

} // namespace documents
