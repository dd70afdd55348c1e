// leash-unclosed-pool: a pool put over one that may be running.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();
bool busy();

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
  explicit Manual(int count) {
    while (count--)
      Workers.emplace_back(work);
  }
  void close() {
    for (auto &each : Workers)
      each.join();
    Workers.clear();
  }
  void submit(void (*job)()) { job(); }

private:
  std::vector<std::thread> Workers;
};

//===--- Replaced ---------------------------------------------------------===//

// The destructor closes the last one, and all before it run on.
class PerCall {
public:
  ~PerCall() { delete Current; }
  void render(void (*job)()) {
    Current = new Pool(10);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this puts a new 'Pool' pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
    Current->submit(job);
  }

private:
  Pool *Current = nullptr;
};

class PerCallThis {
public:
  ~PerCallThis() { delete this->Current; }
  void render(bool parallel) {
    if (parallel) {
      this->Current = new Pool(10);
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this puts a new 'Pool' pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
      this->Current->submit(work);
    }
  }

private:
  Pool *Current;
};

// In a loop of a method.
class InALoop {
public:
  ~InALoop() { delete Current; }
  void run() {
    while (busy()) {
      Current = new Pool(4);
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this puts a new 'Pool' pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
    }
  }

private:
  Pool *Current = nullptr;
};

// The smart pointer deletes the old one, and deleting does not close it.
class UniqueManual {
public:
  ~UniqueManual() {
    if (Current)
      Current->close();
  }
  void render(void (*job)()) {
    Current = std::make_unique<Manual>(10);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this puts a new 'Manual' pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
    Current->submit(job);
  }
  void renderReset(void (*job)()) {
    Current.reset(new Manual(10));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this puts a new 'Manual' pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
    Current->submit(job);
  }

private:
  std::unique_ptr<Manual> Current;
};
class SharedManual {
public:
  ~SharedManual() { Current->close(); }
  void render() {
    Current = std::make_shared<Manual>(10);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this puts a new 'Manual' pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
    // CHECK-MESSAGES: :[[@LINE+4]]:37: note: the old one is made here
  }

private:
  std::shared_ptr<Manual> Current = std::make_shared<Manual>(1);
};

// In a loop of a function.
void perTurn(int n) {
  Pool *pool = new Pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is not closed before it is assigned another: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop goes on
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'pool' is given another one here
  for (int i = 0; i < n; ++i)
    pool = new Pool(i);
  delete pool;
}
void twice() {
  Pool *pool = new Pool(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is not closed before it is assigned another: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 'pool' is given another one here
  pool = new Pool(2);
  delete pool;
}

// A container of running threads, assigned anew.
class NewThreads {
public:
  ~NewThreads() {
    for (auto &each : Workers)
      each.join();
  }
  void start() {
    std::vector<std::thread> fresh;
    fresh.emplace_back(work);
    Workers = std::move(fresh);
  }

private:
  std::vector<std::thread> Workers;
};
