// Story 2: a reader and a pinging writer per WebSocket
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"

#include <array>
#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

class Pumps : public Part {
public:
  Pumps()
      : Acceptor(Io, {asio::ip::address_v4::loopback(), 0}),
        Accepting([this] { acceptPeers(); }) {}

  ~Pumps() override {
    Stopping = true;
    // leak: hanging-join
    // Nobody connects any more, so the thread stays in its accept() and never
    // reads the flag: this join waits for ever. Closing the acceptor first
    // would not wake it.
    Accepting.join();
    for (int Fd : Peers)
      close(Fd);
  }

  /// A peer that connects and vanishes without a close, twice a second.
  void tick() override {
    if (++Ticks % 5 == 0)
      Peers.push_back(connectTo(Acceptor.local_endpoint().port()));
  }

private:
  void acceptPeers() {
    while (!Stopping)
      // leak: unbounded-spawn
      // Two threads a connection, and no limit on the connections.
      upgrade();
  }

  /// The handler: starts both pumps and returns.
  void upgrade() {
    auto Peer = std::make_shared<tcp::socket>(Io);
    Acceptor.accept(*Peer);
    std::thread Reader([Peer] {
      std::array<char, 512> Buffer;
      boost::system::error_code Failed;
      while (!Failed)
        // leak: missing-timeout
        // The peer has vanished without a word, so no byte and no error ever
        // comes: the reader stays in this call.
        Peer->read_some(asio::buffer(Buffer), Failed);
    });
    std::thread Writer([Peer] {
      boost::system::error_code Failed;
      while (!Failed) {
        asio::write(*Peer, asio::buffer("ping\n", 5), Failed);
        std::this_thread::sleep_for(200ms);
      }
    });
    // leak: detached-thread
    // The handler is gone; nobody can end this reader, not even the writer.
    Reader.detach();
    // leak: detached-thread
    // The pings vanish in the send buffer, and the writer never notices that
    // the reader is stuck.
    Writer.detach();
  }

  asio::io_context Io;
  tcp::acceptor Acceptor;
  std::atomic<bool> Stopping{false};
  int Ticks = 0;
  std::vector<int> Peers;
  std::thread Accepting;
};

} // namespace

std::unique_ptr<Part> makePumps() { return std::make_unique<Pumps>(); }
