// leash-unbounded-spawn with the real headers of Boost.Asio and Boost.Thread.
//
// REQUIRES: boost-headers
// RUN: %check %s leash-unbounded-spawn -std=c++17
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#define BOOST_THREAD_VERSION 4
#include <boost/thread/future.hpp>
#include <boost/thread/thread.hpp>
#include <chrono>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

using boost::asio::ip::tcp;
using boost::system::error_code;

void work();
void serve(tcp::socket);
int compute(int);

//===--- Handlers ---------------------------------------------------------===//

class Server {
public:
  explicit Server(boost::asio::io_context &io)
      : Acceptor(io, tcp::endpoint(tcp::v4(), 80)), Timer(io), Peer(io) {}
  void accept() {
    Acceptor.async_accept([this](error_code failed, tcp::socket socket) {
      if (!failed)
        std::thread(serve, std::move(socket)).detach();
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each connection, and nothing limits how many run at once [leash-unbounded-spawn]
        // CHECK-MESSAGES: :[[@LINE-4]]:14: note: the function is registered here
      accept();
    });
  }
  void acceptInto() {
    Acceptor.async_accept(Peer, [this](error_code) {
      std::thread(serve, std::move(Peer)).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each connection, and nothing limits how many run at once [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:14: note: the function is registered here
      acceptInto();
    });
  }
  void tick() {
    Timer.expires_after(std::chrono::seconds(1));
    Timer.async_wait([this](error_code) {
      std::thread(work).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:11: note: the function is registered here
      tick();
    });
  }
  // It runs once, and starts nothing anew.
  void acceptOne() {
    Acceptor.async_accept([this](error_code, tcp::socket socket) {
      std::thread([this, s = std::move(socket)]() mutable {
        serve(std::move(s));
      }).detach();
    });
  }
  void tickOnce() {
    Timer.async_wait([](error_code) { std::thread(work).detach(); });
  }
  void acceptFew() {
    Acceptor.async_accept([this](error_code failed, tcp::socket socket) {
      if (!failed && Running < 64) {
        ++Running;
        std::thread([this, s = std::move(socket)]() mutable {
          serve(std::move(s));
          --Running;
        }).detach();
      }
      acceptFew();
    });
  }
  void acceptIntoThePool() {
    Acceptor.async_accept([this](error_code, tcp::socket socket) {
      auto shared = std::make_shared<tcp::socket>(std::move(socket));
      boost::asio::post(Pool, [shared] { serve(std::move(*shared)); });
      acceptIntoThePool();
    });
  }

private:
  tcp::acceptor Acceptor;
  boost::asio::steady_timer Timer;
  tcp::socket Peer;
  boost::asio::thread_pool Pool{4};
  std::atomic<int> Running{0};
};

//===--- Loops ------------------------------------------------------------===//

void synchronous(tcp::acceptor &acceptor) {
  for (;;) {
    tcp::socket socket = acceptor.accept();
    std::thread(serve, std::move(socket)).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void boostThreads(tcp::acceptor &acceptor) {
  while (true) {
    auto socket = std::make_shared<tcp::socket>(acceptor.accept());
    boost::thread([socket] { serve(std::move(*socket)); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void boostTasks(const std::vector<int> &items) {
  std::vector<boost::future<int>> results;
  for (int each : items)
    results.push_back(boost::async(boost::launch::async, [each] {
      return compute(each);
    }));
    // CHECK-MESSAGES: :[[@LINE-3]]:23: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
}
void threadGroup(const std::vector<int> &items) {
  boost::thread_group group;
  for (int each : items)
    group.create_thread([each] { compute(each); });
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  group.join_all();
}

// A number of threads that run the loop.
void runners(boost::asio::io_context &io, int n) {
  std::vector<std::thread> threads;
  for (int i = 0; i < n; ++i)
    threads.emplace_back([&io] { io.run(); });
  for (auto &each : threads)
    each.join();
}
void posted(tcp::acceptor &acceptor) {
  boost::asio::thread_pool pool(4);
  while (true) {
    auto socket = std::make_shared<tcp::socket>(acceptor.accept());
    boost::asio::post(pool, [socket] { serve(std::move(*socket)); });
  }
}
void joined() {
  while (true) {
    boost::thread t(work);
    t.join();
  }
}
