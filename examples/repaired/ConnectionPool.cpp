// Story 6, repaired: a pool that ends what it started
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"
#include "StopSignal.h"

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

private:
  int Fd;
};

class ConnectionPool : public Part {
public:
  explicit ConnectionPool(int Port) : Port(Port) { open(); }
  ~ConnectionPool() override { close(); }

  /// The database fails over once a second: all connections are made anew.
  void tick() override {
    if (++Ticks % 10 != 0)
      return;
    close();
    open();
  }

private:
  void open() {
    Stop.reset();
    for (int I = 0; I < Size; ++I) {
      auto C = std::make_shared<Connection>(Port);
      Connections.push_back(C);
      Keepers.emplace_back([this, C] { keepAlive(*C); });
    }
  }

  /// Signals, waits for all maintainers, and only then hangs up.
  void close() {
    Stop.request();
    for (std::thread &K : Keepers)
      K.join();
    Keepers.clear();
    Connections.clear();
  }

  void keepAlive(Connection &C) {
    do
      C.ping();
    while (!Stop.waitFor(200ms));
  }

  static constexpr int Size = 4;
  const int Port;
  int Ticks = 0;
  StopSignal Stop;
  std::vector<std::shared_ptr<Connection>> Connections;
  std::vector<std::thread> Keepers;
};

} // namespace

std::unique_ptr<Part> makeConnectionPool(World &Outside) {
  return std::make_unique<ConnectionPool>(Outside.Silent.port());
}
