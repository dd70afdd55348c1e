// Story 6: a connection pool that keeps connections alive
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"

#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

class Connection {
public:
  explicit Connection(int Port) : Fd(connectTo(Port)) {}
  ~Connection() { ::close(Fd); }

  void ping() { send(Fd, "ping\n", 5, MSG_DONTWAIT | MSG_NOSIGNAL); }
  void hangUp() { shutdown(Fd, SHUT_RDWR); }

private:
  int Fd;
};

class ConnectionPool : public Part {
public:
  explicit ConnectionPool(int Port) : Port(Port) { open(); }

  /// The database fails over once a second: all connections are made anew.
  void tick() override {
    if (++Ticks % 10 != 0)
      return;
    close();
    open();
  }

private:
  void open() {
    for (int I = 0; I < Size; ++I) {
      auto C = std::make_shared<Connection>(Port);
      Connections.push_back(C);
      Keepers.emplace_back([C] { keepAlive(*C); });
    }
  }

  /// Hangs up, and forgets the maintainers: they ping dead connections.
  void close() {
    for (auto &C : Connections)
      C->hangUp();
    Connections.clear();
  }

  static void keepAlive(Connection &C) {
    // leak: endless-worker
    // A closed pool has no way to tell its maintainers that they are done.
    while (true) {
      C.ping();
      std::this_thread::sleep_for(200ms);
    }
  }

  static constexpr int Size = 4;
  const int Port;
  int Ticks = 0;
  std::vector<std::shared_ptr<Connection>> Connections;
  // leak: unclosed-pool
  // One maintainer a connection, never ended and never joined: each time the
  // pool is opened again, the old ones stay, and so do their descriptors.
  std::vector<std::thread> Keepers;
};

} // namespace

std::unique_ptr<Part> makeConnectionPool(World &Outside) {
  return std::make_unique<ConnectionPool>(Outside.Silent.port());
}
