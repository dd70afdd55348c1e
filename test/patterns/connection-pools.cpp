// The stories that Leash starts from, as far as pools of connections that
// nobody ends are their fault: what leaks is reported, what repairs it is not.
//
// RUN: %check %s "leash-*" -std=c++17 -mocks
// RUN: %check %s "leash-*" -std=c++20,c++23 -mocks -check-suffix=,CXX20
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

//===--- 6. Connection pool -----------------------------------------------===//

struct Connection {
  explicit Connection(int port);
  bool ping();
  void hangUp();
};

namespace connections {

// close() hangs up and forgets the maintainers.
class HangsUpOnly {
public:
  HangsUpOnly(int port, int size) {
    for (int i = 0; i < size; ++i) {
      auto connection = std::make_shared<Connection>(port);
      Connections.push_back(connection);
      Keepers.emplace_back([connection] {
        while (true) {
          // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
          // CHECK-MESSAGES: :[[@LINE-3]]:7: note: the thread starts here
          connection->ping();
          std::this_thread::sleep_for(30s);
        }
      });
    }
  }
  void close() {
    for (auto &each : Connections)
      each->hangUp();
    Connections.clear();
  }
  ~HangsUpOnly() { close(); }

private:
  std::vector<std::shared_ptr<Connection>> Connections;
  std::vector<std::thread> Keepers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Keepers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-21]]:7: note: the threads start here
};

// close() asks the maintainers to end and does not wait for them.
class AsksOnly {
public:
  AsksOnly(int port, int size) {
    while (size--)
      Keepers.emplace_back([this, port] { keepAlive(port); });
  }
  ~AsksOnly() { close(); }
  void close() { Closed = true; }

private:
  void keepAlive(int port) {
    Connection connection(port);
    while (!Closed && connection.ping())
      std::this_thread::sleep_for(30s);
  }
  std::atomic<bool> Closed{false};
  std::vector<std::thread> Keepers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Keepers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-14]]:7: note: the threads start here
};

// close() joins, and its users do not call it.
class NeedsClose {
public:
  explicit NeedsClose(int size) {
    while (size--)
      Keepers.emplace_back([this] { keepAlive(); });
  }
  void close() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Closed = true;
    }
    Changed.notify_all();
    for (auto &each : Keepers)
      each.join();
    Keepers.clear();
  }
  int query() const { return Answer; }

private:
  void keepAlive() {
    std::unique_lock<std::mutex> lock(Mutex);
    while (!Changed.wait_for(lock, 30s, [this] { return Closed; }))
      ;
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  int Answer = 0;
  bool Closed = false;
  std::vector<std::thread> Keepers;
};
bool askLeaky() {
  NeedsClose pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'NeedsClose' pool 'pool' is not closed on every path: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (pool.query() < 0)
    return false;
  pool.close();
  return true;
}
bool askRepaired() {
  NeedsClose pool(4);
  bool answer = pool.query() >= 0;
  pool.close();
  return answer;
}

// Signals, waits for all maintainers, and only then hangs up.
class Repaired {
public:
  Repaired(int port, int size) {
    for (int i = 0; i < size; ++i) {
      auto connection = std::make_shared<Connection>(port);
      Connections.push_back(connection);
      Keepers.emplace_back([this, connection] { keepAlive(*connection); });
    }
  }
  ~Repaired() { close(); }
  void close() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Closed = true;
    }
    Changed.notify_all();
    for (auto &each : Keepers)
      if (each.joinable())
        each.join();
    for (auto &each : Connections)
      each->hangUp();
  }

private:
  void keepAlive(Connection &connection) {
    std::unique_lock<std::mutex> lock(Mutex);
    while (!Changed.wait_for(lock, 30s, [this] { return Closed; }))
      connection.ping();
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Closed = false;
  std::vector<std::shared_ptr<Connection>> Connections;
  std::vector<std::thread> Keepers;
};

#if __cplusplus >= 202002L
class LeakyWithToken {
public:
  LeakyWithToken(int port, int size) {
    while (size--)
      Keepers.emplace_back([this, port] { keepAlive(Stop.get_token(), port); });
  }
  ~LeakyWithToken() { Stop.request_stop(); }

private:
  static void keepAlive(std::stop_token stop, int port) {
    Connection connection(port);
    while (!stop.stop_requested())
      connection.ping();
  }
  std::stop_source Stop;
  std::vector<std::thread> Keepers;
  // CHECK-MESSAGES-CXX20: :[[@LINE-1]]:28: warning: threads of member 'Keepers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES-CXX20: :[[@LINE-13]]:7: note: the threads start here
};
class RepairedWithToken {
public:
  RepairedWithToken(int port, int size) {
    while (size--)
      Keepers.emplace_back([port](std::stop_token stop) { keepAlive(stop, port); });
  }
  void close() { Keepers.clear(); }

private:
  static void keepAlive(std::stop_token stop, int port) {
    Connection connection(port);
    while (!stop.stop_requested())
      connection.ping();
  }
  std::vector<std::jthread> Keepers;
};
#endif

} // namespace connections
