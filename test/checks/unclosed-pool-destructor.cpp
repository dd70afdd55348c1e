// leash-unclosed-pool: closed by a method that the destructor does not reach.
// Silent, unless RequireDestructor asks for more.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks
// RUN: %check %s leash-unclosed-pool -std=c++14,c++20 -mocks -check-suffix=STRICT -- --config='{CheckOptions: [{key: leash-unclosed-pool.RequireDestructor, value: true}]}'
#include <functional>
#include <memory>
#include <thread>
#include <vector>

void work();
using Threads = std::vector<std::thread>;

class ClosedByStop {
public:
  void start() { Workers.emplace_back(work); }
  void stop() {
    for (auto &each : Workers)
      each.join();
  }

private:
  Threads Workers;
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:11: warning: threads of member 'Workers' are not joined by the destructor of 'ClosedByStop' [leash-unclosed-pool]
  // CHECK-MESSAGES-STRICT: :[[@LINE-6]]:7: note: they are joined here, in 'stop', which the destructor does not call
};

class DestructorDoesOther {
public:
  void start() { Workers.emplace_back(work); }
  void shutDown() { finish(); }
  ~DestructorDoesOther() { Running = false; }

private:
  void finish() {
    for (auto &each : Workers)
      each.join();
  }
  bool Running = true;
  Threads Workers;
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:11: warning: threads of member 'Workers' are not joined by the destructor of 'DestructorDoesOther' [leash-unclosed-pool]
  // CHECK-MESSAGES-STRICT: :[[@LINE-5]]:7: note: they are joined here, in 'finish', which the destructor does not call
};

struct ByFunction {
  void start() { Workers.emplace_back(work); }
  Threads Workers;
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:11: warning: threads of member 'Workers' are not joined by the destructor of 'ByFunction' [leash-unclosed-pool]
  // CHECK-MESSAGES-STRICT: :[[@LINE+4]]:5: note: they are joined here, in 'closeAll', which the destructor does not call
};
void closeAll(ByFunction &it) {
  for (auto &each : it.Workers)
    each.join();
}

class Pool {
public:
  Pool() { Workers.emplace_back(work); }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }

private:
  Threads Workers;
};
class DeletedByStop {
public:
  void start() { Current = new Pool; }
  void stop() {
    delete Current;
    Current = nullptr;
  }

private:
  Pool *Current = nullptr;
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:9: warning: 'Pool' pool member 'Current' is not closed by the destructor of 'DeletedByStop' [leash-unclosed-pool]
  // CHECK-MESSAGES-STRICT: :[[@LINE-7]]:5: note: it is closed here, in 'stop', which the destructor does not call
};

// One warning, whatever the number of methods that close.
class SeveralMethods {
public:
  void start() { Workers.emplace_back(work); }
  void stop() {
    for (auto &each : Workers)
      each.join();
  }
  void restart() {
    for (auto &each : Workers)
      each.join();
    start();
  }

private:
  Threads Workers;
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:11: warning: threads of member 'Workers' are not joined by the destructor of 'SeveralMethods' [leash-unclosed-pool]
  // CHECK-MESSAGES-STRICT: :[[@LINE-11]]:7: note: they are joined here, in 'stop', which the destructor does not call
};

// What Google Test calls after each test: as good as a destructor.
class Test {
public:
  virtual ~Test();

protected:
  virtual void SetUp();
  virtual void TearDown();
};
class PoolTest : public Test {
protected:
  void SetUp() override { Workers.emplace_back(work); }
  void TearDown() override {
    for (auto &each : Workers)
      each.join();
  }
  Threads Workers;
};

//===--- Silent with either -----------------------------------------------===//

class DestructorStops {
public:
  void start() { Workers.emplace_back(work); }
  ~DestructorStops() { stop(); }
  void stop() { finish(); }

private:
  void finish() {
    for (auto &each : Workers)
      each.join();
  }
  Threads Workers;
};
class Base {
public:
  virtual ~Base() { stop(); }
  virtual void stop() {}
};
class DestructorElsewhere {
public:
  void start() { Workers.emplace_back(work); }
  ~DestructorElsewhere();
  void stop() {
    for (auto &each : Workers)
      each.join();
  }

private:
  Threads Workers;
};
void elsewhere(Threads &);
class DestructorAsksOthers {
public:
  void start() { Workers.emplace_back(work); }
  ~DestructorAsksOthers() { elsewhere(Workers); }
  void stop() {
    for (auto &each : Workers)
      each.join();
  }

private:
  Threads Workers;
};
class DestructorCallsElsewhere {
public:
  void start() { Workers.emplace_back(work); }
  ~DestructorCallsElsewhere() { shutDown(); }
  void shutDown();
  void stop() {
    for (auto &each : Workers)
      each.join();
  }

private:
  Threads Workers;
};
class JoinsInStart {
public:
  void start() {
    Workers.emplace_back(work);
    for (auto &each : Workers)
      each.join();
    Workers.clear();
  }

private:
  Threads Workers;
};
