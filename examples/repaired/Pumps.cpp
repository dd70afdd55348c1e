// Story 2, repaired: a session owns both of its pumps
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Pause.h"
#include "Service.h"

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <mutex>
#include <poll.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
namespace asio = boost::asio;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

namespace {

/// Waits for something to read, but never so long that a stop goes unseen.
bool readable(int Fd) {
  pollfd Ready{Fd, POLLIN, 0};
  return poll(&Ready, 1, 100) > 0;
}

/// One WebSocket. Asio's synchronous reads know no timeout: the socket does
/// not block, and poll() limits each wait.
class Session {
public:
  explicit Session(tcp::socket Connected) : Peer(std::move(Connected)) {
    Peer.non_blocking(true);
  }

  /// Reads in the caller's thread and pings in another, until either of them
  /// ends or the service stops. The pinger is joined at the end.
  void run(std::stop_token Outer) {
    std::jthread Pinger([this](std::stop_token Stop) { ping(Stop); });
    read(Outer);
  }

private:
  void read(std::stop_token Outer) {
    std::array<char, 512> Buffer;
    auto Deadline = Clock::now() + Silence;
    while (!Outer.stop_requested() && !Ended.stop_requested()) {
      if (Clock::now() > Deadline)
        return;
      if (!readable(Peer.native_handle()))
        continue;
      boost::system::error_code Failed;
      Peer.read_some(asio::buffer(Buffer), Failed);
      if (Failed)
        return;
      Deadline = Clock::now() + Silence; // A pong is as good as a message.
    }
  }

  void ping(std::stop_token Stop) {
    boost::system::error_code Failed;
    do
      Peer.write_some(asio::buffer("ping\n", 5), Failed);
    while (!Failed && pause(Stop, 200ms));
    Ended.request_stop();
  }

  static constexpr auto Silence = 1s;
  tcp::socket Peer;
  std::stop_source Ended;
};

class Pumps : public Part {
public:
  Pumps() : Acceptor(Io, {asio::ip::address_v4::loopback(), 0}) {
    Acceptor.non_blocking(true);
    for (int I = 0; I < MaxSessions; ++I)
      Handlers.emplace_back([this](std::stop_token Stop) { serve(Stop); });
  }

  ~Pumps() override {
    for (std::jthread &H : Handlers)
      H.request_stop();
    for (std::jthread &H : Handlers)
      H.join();
    for (int Fd : Peers)
      close(Fd);
  }

  /// A peer that connects and vanishes without a close, twice a second.
  void tick() override {
    if (++Ticks % 5 == 0)
      Peers.push_back(connectTo(Acceptor.local_endpoint().port()));
  }

private:
  /// The handler: serves one peer at a time and stays until it is done.
  void serve(std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      if (!readable(Acceptor.native_handle()))
        continue;
      tcp::socket Peer(Io);
      if (accept(Peer))
        Session(std::move(Peer)).run(Stop);
    }
  }

  /// False when another handler was faster.
  bool accept(tcp::socket &Peer) {
    std::lock_guard<std::mutex> Lock(Accepting);
    boost::system::error_code Failed;
    Acceptor.accept(Peer, Failed);
    return !Failed;
  }

  static constexpr int MaxSessions = 4;
  asio::io_context Io;
  tcp::acceptor Acceptor;
  std::mutex Accepting;
  int Ticks = 0;
  std::vector<int> Peers;
  std::vector<std::jthread> Handlers;
};

} // namespace

std::unique_ptr<Part> makePumps() { return std::make_unique<Pumps>(); }
