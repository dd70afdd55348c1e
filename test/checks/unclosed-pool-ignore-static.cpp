// leash-unclosed-pool: with IgnoreStatic switched off, members of objects that
// live as long as the process are to be closed, too. Pools that are static
// themselves are in unclosed-pool-limits.cpp.
//
// RUN: %check %s leash-unclosed-pool -std=c++14,c++20 -mocks -check-suffix=NONE
// RUN: %check %s leash-unclosed-pool -std=c++14,c++20 -mocks -- --config='{CheckOptions: [{key: leash-unclosed-pool.IgnoreStatic, value: false}]}'
#include <stdlib.h>
#include <thread>
#include <vector>

void work();

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

//===--- Members of singletons --------------------------------------------===//

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
