// leash-unclosed-pool: what lives as long as the process is closed by its end.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks
#include <memory>
#include <mutex>
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
  return *pool;
}
void byValue() {
  static Manual pool;
  static Pool closesItself;
}
static Pool *AtFileScope = new Pool(8);
static std::unique_ptr<Manual> Owned(new Manual);
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
};
class MeyersSingleton {
public:
  static MeyersSingleton &get() {
    static MeyersSingleton it;
    return it;
  }

private:
  MeyersSingleton() : Current(new Pool) {}
  Pool *Current;
};
struct Holder {
  static Pool *Common;
  static void start() {
    if (!Common)
      Common = new Pool;
  }
};
Pool *Holder::Common = nullptr;
static std::vector<std::thread> Workers;
void startWorkers() { Workers.emplace_back(work); }
static Pool *Lazy;
static std::once_flag Once;
Pool *lazy() {
  std::call_once(Once, [] { Lazy = new Pool; });
  return Lazy;
}

//===--- Closed at the end ------------------------------------------------===//

static Manual *Registered;
static void closeRegistered() { Registered->close(); }
void startRegistered() {
  Registered = new Manual;
  atexit(closeRegistered);
}

//===--- main -------------------------------------------------------------===//

int main() {
  Pool *pool = new Pool;
  for (;;)
    pool->submit(work);
}
