// leash-unclosed-pool: with IgnoreStatic switched off, what lives as long as the
// process is to be closed, too.
//
// RUN: %check %s leash-unclosed-pool -std=c++14,c++20 -mocks -check-suffix=NONE
// RUN: %check %s leash-unclosed-pool -std=c++14,c++20 -mocks -- --config='{CheckOptions: [{key: leash-unclosed-pool.IgnoreStatic, value: false}]}'
#include <memory>
#include <stdlib.h>
#include <thread>
#include <vector>

void work();

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
class Manual {
public:
  Manual() { Workers.emplace_back(work); }
  void close() {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
};

//===--- Statics ----------------------------------------------------------===//

Pool &common() {
  static Pool *pool = new Pool(8);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  return *pool;
}
void byValue() {
  static Manual pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'Manual' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  static Pool closesItself;
}
static Pool *AtFileScope = new Pool(8);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'Pool' pool 'AtFileScope' is never closed: its threads run on [leash-unclosed-pool]
static std::unique_ptr<Manual> Owned(new Manual);
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'Manual' pool 'Owned' is never closed: its threads run on [leash-unclosed-pool]
void useThem() { AtFileScope->submit(work); }

class Singleton {
public:
  static Singleton &get() {
    static Singleton *it = new Singleton;
    return *it;
  }

private:
  Singleton() { Workers.emplace_back(work); }
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:17: note: the threads start here
};

//===--- Closed -----------------------------------------------------------===//

static Manual *Registered;
static void closeRegistered() { Registered->close(); }
void startRegistered() {
  Registered = new Manual;
  atexit(closeRegistered);
}
