//===--- network.cpp - a file with heavy headers, for the benchmark -------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <boost/asio.hpp>
#include <httplib.h>

#include <atomic>
#include <future>
#include <string>
#include <thread>
#include <vector>

namespace {

class Service {
public:
  explicit Service(unsigned Threads) {
    for (unsigned I = 0; I < Threads; ++I)
      Workers.emplace_back([this] { Context.run(); });
    Server.Get("/", [this](const httplib::Request &, httplib::Response &R) {
      ++Requests;
      R.set_content(std::to_string(Requests), "text/plain");
    });
    Listener = std::thread([this] { Server.listen("localhost", 8080); });
  }

  ~Service() {
    Server.stop();
    Guard.reset();
    Listener.join();
    for (std::thread &Worker : Workers)
      Worker.join();
  }

  std::future<int> compute(int Value) {
    return std::async(std::launch::async, [Value] { return Value * 2; });
  }

private:
  boost::asio::io_context Context;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type>
      Guard{Context.get_executor()};
  httplib::Server Server;
  std::atomic<int> Requests{0};
  std::thread Listener;
  std::vector<std::thread> Workers;
};

} // namespace

int main() {
  Service S(std::thread::hardware_concurrency());
  return S.compute(21).get() == 42 ? 0 : 1;
}
