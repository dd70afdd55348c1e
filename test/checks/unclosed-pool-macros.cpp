// leash-unclosed-pool: macros of the user's, and lambdas.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks
#include <functional>
#include <memory>
#include <thread>
#include <vector>

void work();
bool busy();
void onEvent(std::function<void()>);

class Pool {
public:
  explicit Pool(int count = 4) {
    while (count--)
      Workers.emplace_back(work);
  }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }
  void submit(void (*job)()) { job(); }

private:
  std::vector<std::thread> Workers;
};

//===--- Macros -----------------------------------------------------------===//

#define NEW_POOL(Count) new Pool(Count)
#define WORKERS std::vector<std::thread> Workers
#define START(Where, What) Where.emplace_back(What)
#define DELETE(What)                                                           \
  do {                                                                         \
    delete What;                                                               \
    What = nullptr;                                                            \
  } while (0)
#define RETURN_IF(Condition)                                                   \
  if (Condition)                                                               \
  return

void made() {
  Pool *pool = NEW_POOL(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(work);
}
void left() {
  Pool *pool = NEW_POOL(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: the function returns here
  RETURN_IF(busy());
  DELETE(pool);
}
class Declared {
public:
  Declared() { START(Workers, work); }

private:
  WORKERS;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:16: note: the threads start here
};
void closed() {
  Pool *pool = NEW_POOL(4);
  DELETE(pool);
}
class Closed {
public:
  Closed() { START(Workers, work); }
  ~Closed() {
    for (auto &each : Workers)
      each.join();
  }

private:
  WORKERS;
};

//===--- Lambdas ----------------------------------------------------------===//

void inLambda() {
  auto render = [] {
    auto *pool = new Pool;
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
    // CHECK-MESSAGES: :[[@LINE+2]]:3: note: 'pool' goes out of scope here
    pool->submit(work);
  };
  render();
  onEvent([] {
    auto *pool = new Pool;
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Pool' pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
    // CHECK-MESSAGES: :[[@LINE+2]]:9: note: this condition is true
    // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the function returns here
    if (busy())
      return;
    delete pool;
  });
}
void closedInLambda() {
  onEvent([] {
    auto *pool = new Pool;
    pool->submit(work);
    delete pool;
  });
  auto close = [](Pool *it) { delete it; };
  auto *pool = new Pool;
  close(pool);
}
void capturedAndKept() {
  auto *pool = new Pool;
  onEvent([pool] { delete pool; });
  auto shared = std::make_shared<Pool>(4);
  onEvent([shared] { shared->submit(work); });
}
class StartedByLambda {
public:
  StartedByLambda() {
    auto start = [this] { Workers.emplace_back(work); };
    start();
  }

private:
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-7]]:27: note: the threads start here
};
class ClosedByLambda {
public:
  ClosedByLambda() {
    Workers.emplace_back(work);
    onEvent([this] {
      for (auto &each : Workers)
        each.join();
    });
  }

private:
  std::vector<std::thread> Workers;
};
