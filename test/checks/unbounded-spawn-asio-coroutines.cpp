// leash-unbounded-spawn with the real coroutines of Boost.Asio: co_spawn starts
// no thread, a thread for each connection that is awaited does.
//
// REQUIRES: boost-headers
// RUN: %check %s leash-unbounded-spawn -std=c++20 -- -- -DBOOST_ASIO_HAS_CO_AWAIT=1 -DBOOST_ASIO_HAS_STD_COROUTINE=1
#include <utility> // Boost 1.74 forgets it
//
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <semaphore>
#include <thread>

namespace asio = boost::asio;
using asio::ip::tcp;

void work();
void serve(tcp::socket);
asio::awaitable<void> session(tcp::socket);

//===--- Reported ---------------------------------------------------------===//

asio::awaitable<void> listens(tcp::acceptor &acceptor) {
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
    std::thread(serve, std::move(socket)).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
asio::awaitable<void> ticks(asio::steady_timer &timer, const bool &stop) {
  while (!stop) {
    timer.expires_after(std::chrono::seconds(1));
    co_await timer.async_wait(asio::use_awaitable);
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
  }
}
void spawnsTheListener(asio::io_context &io, tcp::acceptor &acceptor) {
  asio::co_spawn(
      io,
      [&acceptor]() -> asio::awaitable<void> {
        while (true) {
          tcp::socket socket =
              co_await acceptor.async_accept(asio::use_awaitable);
          std::thread(serve, std::move(socket)).detach();
          // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
          // CHECK-MESSAGES: :[[@LINE-5]]:9: note: the loop is here
        }
      },
      asio::detached);
}

//===--- Silent -----------------------------------------------------------===//

// A coroutine for each connection is no thread.
asio::awaitable<void> coroutines(asio::io_context &io, tcp::acceptor &acceptor) {
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
    asio::co_spawn(io, session(std::move(socket)), asio::detached);
  }
}
asio::awaitable<void> coroutinesInAPool(asio::thread_pool &pool,
                                        tcp::acceptor &acceptor) {
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
    asio::co_spawn(pool, session(std::move(socket)), asio::detached);
  }
}
std::counting_semaphore<> Slots(8);
asio::awaitable<void> limited(tcp::acceptor &acceptor) {
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
    Slots.acquire();
    std::thread([socket = std::move(socket)]() mutable {
      serve(std::move(socket));
      Slots.release();
    }).detach();
  }
}
asio::awaitable<void> joined(tcp::acceptor &acceptor) {
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
    std::jthread server(serve, std::move(socket));
  }
}
