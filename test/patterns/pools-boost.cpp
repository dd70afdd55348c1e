// The stories that Leash starts from, as far as pools that nobody closes are
// their fault, with Boost: what leaks is reported, what repairs it is not.
//
// REQUIRES: boost-headers
// RUN: %check %s "leash-*" -std=c++17
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/scoped_ptr.hpp>
#include <boost/thread.hpp>

void ping();
void layOut(int page);

//===--- 6. Connection pool -----------------------------------------------===//

static void keepAlive() {
  for (;;) {
    ping();
    boost::this_thread::sleep_for(boost::chrono::seconds(30));
  }
}
class LeakyConnections {
public:
  explicit LeakyConnections(int size) {
    while (size--)
      Keepers.create_thread(keepAlive);
  }
  void close() { Keepers.interrupt_all(); }

private:
  boost::thread_group Keepers;
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: thread group member 'Keepers' is never closed: the destructors of its threads detach them silently [leash-unclosed-pool]
};
class RepairedConnections {
public:
  explicit RepairedConnections(int size) {
    while (size--)
      Keepers.create_thread(keepAlive);
  }
  ~RepairedConnections() { close(); }
  void close() {
    Keepers.interrupt_all();
    Keepers.join_all();
  }

private:
  boost::thread_group Keepers;
};

//===--- 8. A pool per document -------------------------------------------===//

class Document {
public:
  explicit Document(bool parallel) {
    if (parallel)
      Pool = new boost::asio::thread_pool(10);
  }
  void render(int pages) {
    for (int i = 0; i < pages; ++i)
      boost::asio::post(*Pool, [i] { layOut(i); });
  }

private:
  boost::asio::thread_pool *Pool = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: thread pool member 'Pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-10]]:18: note: the pool is made here
};
class Thumbnails {
public:
  ~Thumbnails() { delete Scaling; }
  void make(int page) {
    Scaling = new boost::asio::thread_pool(2);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this puts a new thread pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
    boost::asio::post(*Scaling, [page] { layOut(page); });
  }

private:
  boost::asio::thread_pool *Scaling = nullptr;
};
void renderLeaked(int pages) {
  auto *pool = new boost::asio::thread_pool(10);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'pool' goes out of scope here
  for (int i = 0; i < pages; ++i)
    boost::asio::post(*pool, [i] { layOut(i); });
}
bool renderOneWay(int pages) {
  auto *pool = new boost::asio::thread_pool(10);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (pages == 0)
    return false;
  boost::asio::post(*pool, [] { layOut(0); });
  delete pool;
  return true;
}

class RepairedDocument {
public:
  explicit RepairedDocument(bool parallel) {
    if (parallel)
      Pool.reset(new boost::asio::thread_pool(10));
  }

private:
  boost::scoped_ptr<boost::asio::thread_pool> Pool;
};
bool renderRepaired(int pages) {
  boost::asio::thread_pool pool(10);
  if (pages == 0)
    return false;
  for (int i = 0; i < pages; ++i)
    boost::asio::post(pool, [i] { layOut(i); });
  pool.join();
  return true;
}
