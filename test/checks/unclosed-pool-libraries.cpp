// leash-unclosed-pool: the pools of C++ libraries.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks -- -- -isystem %S/Inputs/unclosed-pool-system
#include <libraries.hpp>
#include <memory>
#include <utility>

void work();
bool busy();

//===--- Leaked -----------------------------------------------------------===//

void leaked() {
  auto *bs = new BS::thread_pool<>(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'bs' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+25]]:1: note: 'bs' goes out of scope here
  bs->detach_task(work);
  bs->wait();
  auto *light = new BS::light_thread_pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'light' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+20]]:1: note: 'light' goes out of scope here
  auto *ctpl = new ctpl::thread_pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'ctpl' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+17]]:1: note: 'ctpl' goes out of scope here
  ctpl->push([](int) { work(); });
  auto *taskflow = new tf::Executor;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: executor 'taskflow' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+13]]:1: note: 'taskflow' goes out of scope here
  taskflow->wait_for_all();
  auto *folly = new folly::CPUThreadPoolExecutor(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'folly' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+9]]:1: note: 'folly' goes out of scope here
  folly->add(work);
  folly::Executor *asBase = new folly::CPUThreadPoolExecutor(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: thread pool 'asBase' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+5]]:1: note: 'asBase' goes out of scope here
  asBase->add(work);
  auto *poco = new Poco::ThreadPool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'poco' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'poco' goes out of scope here
}
bool leakedOnOneWay() {
  auto *pool = new BS::thread_pool<>(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (busy())
    return false;
  delete pool;
  return true;
}
void discarded() {
  new tf::Executor;
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this executor is never closed: its threads run on [leash-unclosed-pool]
}
void perDocument(int n) {
  for (int i = 0; i < n; ++i) {
    auto *pool = new folly::CPUThreadPoolExecutor(10);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: thread pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
    // CHECK-MESSAGES: :[[@LINE+2]]:3: note: 'pool' goes out of scope here
    pool->add(work);
  }
}

// Its destructor joins nothing: without shutdown(), std::terminate.
void needsShutdown() {
  httplib::ThreadPool pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: thread pool 'pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool.enqueue(work);
}
bool needsShutdownOnEachWay() {
  httplib::ThreadPool pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: thread pool 'pool' is not closed on every path: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (busy())
    return false;
  pool.shutdown();
  return true;
}
void ownedNeedsShutdown() {
  auto pool = std::make_unique<httplib::ThreadPool>(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread pool 'pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->enqueue(work);
}

class Member {
public:
  Member() : Pool(new BS::thread_pool<>(4)) {}
  void render() { Pool->detach_task(work); }

private:
  BS::thread_pool<> *Pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: thread pool member 'Pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:23: note: the pool is made here
};
class MemberNeedsShutdown {
public:
  void render() { Pool.enqueue(work); }

private:
  httplib::ThreadPool Pool{4};
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: thread pool member 'Pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
};
class PerCall {
public:
  ~PerCall() { delete Pool; }
  void render(int page) {
    Pool = new tf::Executor(10);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this puts a new executor over one that may be running: nothing closes the old one [leash-unclosed-pool]
    Pool->silent_async([page] { work(); });
  }

private:
  tf::Executor *Pool = nullptr;
};

//===--- Closed -----------------------------------------------------------===//

void byValue() {
  BS::thread_pool<> bs(4);
  ctpl::thread_pool ctpl(4);
  tf::Executor taskflow;
  folly::CPUThreadPoolExecutor folly(4);
  Poco::ThreadPool poco;
  bs.detach_task(work);
}
void owned() {
  auto bs = std::make_unique<BS::thread_pool<>>(4);
  auto taskflow = std::make_shared<tf::Executor>(4);
  std::shared_ptr<folly::Executor> folly(new folly::CPUThreadPoolExecutor(4));
  folly->add(work);
}
void closed() {
  auto *bs = new BS::thread_pool<>(4);
  delete bs;
  auto *ctpl = new ctpl::thread_pool(4);
  ctpl->stop(true);
  auto *folly = new folly::CPUThreadPoolExecutor(4);
  folly->join();
  httplib::ThreadPool http(4);
  http.shutdown();
}
void common(Poco::Runnable &job) { Poco::ThreadPool::defaultPool().start(job); }
httplib::TaskQueue *forTheServer() { return new httplib::ThreadPool(8); }
std::function<httplib::TaskQueue *()> factory() {
  return [] { return new httplib::ThreadPool(8); };
}
class MemberClosed {
public:
  MemberClosed() : Raw(new BS::thread_pool<>(4)) {}
  ~MemberClosed() {
    delete Raw;
    Http.shutdown();
  }

private:
  BS::thread_pool<> *Raw;
  tf::Executor Executor;
  std::unique_ptr<folly::CPUThreadPoolExecutor> Owned =
      std::make_unique<folly::CPUThreadPoolExecutor>(4);
  httplib::ThreadPool Http{4};
};
