// leash-unclosed-pool: classes of the user's own that are pools by what they
// do, on the heap.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

void work();
bool busy();

class Joining {
public:
  explicit Joining(int count) {
    for (int i = 0; i < count; ++i)
      Workers.emplace_back(work);
  }
  ~Joining() {
    for (auto &each : Workers)
      each.join();
  }
  void submit(void (*job)()) { job(); }
  int size() const { return 0; }

private:
  std::vector<std::thread> Workers;
};

// Started by a method that the constructor calls.
class Indirect {
public:
  Indirect() { open(); }
  ~Indirect() { close(); }

private:
  void open() { Workers.emplace_back(work); }
  void close() {
    for (auto &each : Workers)
      each.join();
  }
  std::vector<std::thread> Workers;
};

// It never closes its own workers, and that is reported at them, once.
class Broken {
public:
  Broken() { Workers.emplace_back(work); }
  void submit(void (*job)()) { job(); }

private:
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:14: note: the threads start here
};
void usesBroken() {
  Broken one;
  auto two = std::make_unique<Broken>();
  one.submit(work);
}
struct OwnsBroken {
  Broken Pool;
};

//===--- On the heap ------------------------------------------------------===//

void local() {
  auto *pool = new Joining(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Joining' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(work);
}
void indirect() {
  Indirect *pool = new Indirect;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'Indirect' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  busy();
}
void assigned() {
  Joining *pool = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'Joining' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:14: note: the pool is made here
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'pool' goes out of scope here
  pool = new Joining(2);
  pool->submit(work);
}
void discarded() {
  new Joining(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this 'Joining' pool is never closed: its threads run on [leash-unclosed-pool]
  (void)new Joining(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: this 'Joining' pool is never closed: its threads run on [leash-unclosed-pool]
}
void onlyLookedAt() {
  Joining *pool = new Joining(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'Joining' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:15: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'pool' goes out of scope here
  if (pool && pool->size() > 1)
    work();
}

void deleted() {
  Joining *pool = new Joining(4);
  pool->submit(work);
  delete pool;
}
void deletedByHelper() {
  struct Helper {
    static void close(Joining *pool) { delete pool; }
  };
  auto *pool = new Joining(4);
  Helper::close(pool);
}
void owned() {
  std::unique_ptr<Joining> a(new Joining(4));
  auto b = std::make_unique<Indirect>();
  auto c = std::make_shared<Joining>(4);
  std::shared_ptr<Joining> d(new Joining(1), [](Joining *p) { delete p; });
  a->submit(work);
}
void ownedLater() {
  auto *pool = new Joining(4);
  pool->submit(work);
  std::unique_ptr<Joining> owner(pool);
}

//===--- Escapes ----------------------------------------------------------===//

void keep(Joining *);
struct Registry {
  void add(Joining *);
  Joining *First = nullptr;
};
Joining *Global;
Joining *returned() {
  auto *pool = new Joining(4);
  pool->submit(work);
  return pool;
}
void handedOn(Registry &registry, std::vector<Joining *> &all, Joining **out,
              bool first) {
  keep(new Joining(1));
  registry.add(new Joining(1));
  registry.First = new Joining(1);
  all.push_back(new Joining(1));
  *out = new Joining(1);
  auto *kept = new Joining(1);
  keep(kept);
  auto *captured = new Joining(1);
  std::thread([captured] { delete captured; }).detach();
  if (first)
    Global = new Joining(1);
}
std::pair<Joining *, int> inPair() { return {new Joining(1), 1}; }
