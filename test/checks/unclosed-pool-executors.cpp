// leash-unclosed-pool with the executors of Boost.Thread: their destructors
// join.
//
// REQUIRES: boost-headers
// RUN: %check %s leash-unclosed-pool -std=c++17 -- -- -DBOOST_THREAD_VERSION=5
#include <boost/thread/executors/basic_thread_pool.hpp>
#include <memory>

void work();
bool busy();

void leaked() {
  auto *pool = new boost::basic_thread_pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(work);
}
class Document {
public:
  explicit Document(bool parallel) {
    if (parallel)
      Pool = new boost::executors::basic_thread_pool(10);
  }

private:
  boost::executors::basic_thread_pool *Pool = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: thread pool member 'Pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:18: note: the pool is made here
};

void byValue() {
  boost::basic_thread_pool pool(4);
  pool.submit(work);
}
void joined() {
  auto *pool = new boost::basic_thread_pool(4);
  pool->submit(work);
  pool->close();
  pool->join();
}
void deleted() {
  auto *pool = new boost::basic_thread_pool(4);
  if (busy()) {
    delete pool;
    return;
  }
  pool->interrupt_and_join();
}
void owned() {
  auto unique = std::make_unique<boost::basic_thread_pool>(4);
  auto shared = std::make_shared<boost::basic_thread_pool>(4);
}
