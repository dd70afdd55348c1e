// The stories that Leash starts from, 7. Four shapes that leak, and four that
// do not, with Boost.
//
// REQUIRES: boost-headers
// RUN: %check %s "leash-*" -std=c++17
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/bind/bind.hpp>
#include <boost/chrono.hpp>
#define BOOST_THREAD_VERSION 4
#include <boost/thread/future.hpp>
#include <boost/thread/latch.hpp>
#include <boost/thread/thread.hpp>
#include <vector>

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

struct Item {
  int Id;
};
void process(const Item &);
void refresh();

//===--- Leaky: a task that nobody coordinates ----------------------------===//

void nobodyWaits(const Item &item) {
  boost::thread(boost::bind(process, item)).detach();
}
// CHECK-MESSAGES: :[[@LINE-2]]:45: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
void nobodyWaitsForAsync(const Item &item) {
  boost::async(boost::launch::async, [item] { process(item); });
}
// CHECK-MESSAGES: :[[@LINE-2]]:3: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
void nobodyJoins(const Item &item) {
  boost::thread worker(process, item);
  refresh();
}
// CHECK-MESSAGES: :[[@LINE-3]]:17: warning: thread 'worker' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
// CHECK-MESSAGES: :[[@LINE-2]]:1: note: 'worker' goes out of scope here

//===--- Leaky: a call without a limit ------------------------------------===//

void readWithoutLimit(tcp::resolver::results_type endpoints) {
  asio::io_context context;
  tcp::socket socket(context);
  asio::connect(socket, endpoints);
  char answer[256];
  asio::read(socket, asio::buffer(answer));
}
// CHECK-MESSAGES: :[[@LINE-4]]:9: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; start async_connect() and drive it with io_context::run_for() [leash-missing-timeout]
// CHECK-MESSAGES: :[[@LINE-3]]:9: warning: 'read' can wait for ever for data: 'socket' has no time limit; Asio has none for synchronous calls: start the asynchronous one and drive it with io_context::run_for() [leash-missing-timeout]

//===--- Leaky: a task per item -------------------------------------------===//

void onePerItem(const std::vector<Item> &items) {
  boost::thread_group workers;
  for (const Item &item : items)
    workers.create_thread(boost::bind(process, item));
  workers.join_all();
}
// CHECK-MESSAGES: :[[@LINE-3]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
// CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
void oneFuturePerItem(const std::vector<Item> &items) {
  std::vector<boost::future<void>> results;
  for (const Item &item : items)
    results.push_back(
        boost::async(boost::launch::async, [item] { process(item); }));
  for (auto &each : results)
    each.get();
}
// CHECK-MESSAGES: :[[@LINE-4]]:9: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here

//===--- Leaky: a loop without a way out ----------------------------------===//

class RefreshesForEver {
public:
  RefreshesForEver() : Worker(&RefreshesForEver::run, this) {}
  ~RefreshesForEver() { Worker.join(); }

private:
  void run() {
    while (true) {
      refresh();
      boost::this_thread::sleep_for(boost::chrono::seconds(1));
    }
  }
  boost::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-7]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-13]]:24: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-13]]:32: note: this join hangs

//===--- Repaired: a task that is interrupted -----------------------------===//

class Refreshes {
public:
  Refreshes() : Worker(&Refreshes::run, this) {}
  ~Refreshes() {
    Worker.interrupt();
    Worker.join();
  }

private:
  void run() {
    while (true) {
      refresh();
      boost::this_thread::sleep_for(boost::chrono::seconds(1));
    }
  }
  boost::thread Worker;
};
class RefreshesUntil {
public:
  RefreshesUntil() : Worker(&RefreshesUntil::run, this) {}
  ~RefreshesUntil() {
    Worker.interrupt();
    Worker.join();
  }

private:
  void run() {
    while (!boost::this_thread::interruption_requested())
      refresh();
  }
  boost::thread Worker;
};

//===--- Repaired: a call under a deadline --------------------------------===//

void readWithLimit(tcp::resolver::results_type endpoints, char (&answer)[256]) {
  asio::io_context context;
  beast::tcp_stream stream(context);
  stream.expires_after(std::chrono::seconds(2));
  stream.async_connect(endpoints, [&](beast::error_code failed, tcp::endpoint) {
    if (!failed)
      asio::async_read(stream, asio::buffer(answer),
                       [](beast::error_code, std::size_t) {});
  });
  context.run();
}

//===--- Repaired: N at once ----------------------------------------------===//

class AtMost {
public:
  explicit AtMost(int count) : Free(count) {}
  void acquire() {
    boost::unique_lock<boost::mutex> lock(Mutex);
    while (Free == 0)
      Changed.wait(lock);
    --Free;
  }
  void release() {
    boost::unique_lock<boost::mutex> lock(Mutex);
    ++Free;
    Changed.notify_one();
  }

private:
  boost::mutex Mutex;
  boost::condition_variable Changed;
  int Free;
};
void fourAtOnce(const std::vector<Item> &items) {
  AtMost slots(4);
  boost::thread_group workers;
  for (const Item &item : items) {
    slots.acquire();
    workers.create_thread([item, &slots] {
      process(item);
      slots.release();
    });
  }
  workers.join_all();
}
void fourFuturesAtOnce(const std::vector<Item> &items) {
  std::vector<boost::future<void>> running;
  for (const Item &item : items) {
    running.push_back(
        boost::async(boost::launch::async, [item] { process(item); }));
    if (running.size() < 4)
      continue;
    for (auto &each : running)
      each.get();
    running.clear();
  }
}

//===--- Repaired: a counter that is waited for ---------------------------===//

void waitsForAll() {
  boost::latch left(4);
  for (int part = 0; part < 4; ++part)
    boost::thread([&left, part] {
      process(Item{part});
      left.count_down();
    }).detach();
  left.wait();
}
