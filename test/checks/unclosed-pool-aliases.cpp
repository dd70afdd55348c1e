// leash-unclosed-pool: a pool under other names, in other hands, in containers.
//
// RUN: %check %s leash-unclosed-pool -std=c++17-or-later -mocks
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
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
  explicit Manual(int count = 4) {
    while (count--)
      Workers.emplace_back(work);
  }
  Manual(Manual &&) = default;
  void submit(void (*job)()) { job(); }
  void close() {
    for (auto &each : Workers)
      each.join();
    Workers.clear();
  }

private:
  std::vector<std::thread> Workers;
};

//===--- Other names ------------------------------------------------------===//

void copied() {
  Pool *pool = new Pool;
  Pool *same = pool;
  same->submit(work);
  delete same;
}
void copiedOnly() {
  Pool *pool = new Pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'pool' goes out of scope here
  Pool *same = pool;
  same->submit(work);
}
void referred() {
  Pool *pool = new Pool;
  Pool *&name = pool;
  delete name;
}
void dereferenced() {
  Pool &pool = *new Pool;
  pool.submit(work);
  delete &pool;
}
void swapped() {
  Pool *pool = new Pool, *other = nullptr;
  std::swap(pool, other);
  delete other;
}
void exchanged() {
  Pool *pool = new Pool;
  delete std::exchange(pool, nullptr);
}
void conditional(bool large) {
  Pool *pool = large ? new Pool(16) : new Pool(2);
  pool->submit(work);
  delete pool;
}
void conditionalLeaked(bool large) {
  Pool *pool = large ? new Pool(16) : new Pool(2);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(work);
}
void manualReference() {
  Manual pool;
  Manual &name = pool;
  name.close();
}
void manualPointer() {
  Manual pool;
  Manual *address = &pool;
  address->close();
}
void manualMoved() {
  Manual pool;
  Manual other = std::move(pool);
  other.close();
}
void manualMovedOnly() {
  Manual pool;
  Manual other = std::move(pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'Manual' pool 'other' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the pool is made here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'other' goes out of scope here
  other.submit(work);
}
Manual manualReturned() {
  Manual pool;
  pool.submit(work);
  return pool;
}

//===--- Other hands ------------------------------------------------------===//

struct Owner {
  Pool *Mine = nullptr;
  ~Owner() { delete Mine; }
};
struct Options {
  Pool *Workers;
  int Depth;
};
void run(const Options &);
extern "C" void take(void *);
void intoStruct(Owner &owner) {
  auto *pool = new Pool;
  pool->submit(work);
  owner.Mine = pool;
}
void intoLocalStruct() {
  Owner owner;
  owner.Mine = new Pool;
}
void intoAggregate() {
  Options options{new Pool, 3};
  run(options);
}
void intoC(std::unique_ptr<Pool> pool) {
  take(pool.release());
  take(new Pool);
}
struct ViaConstructor {
  explicit ViaConstructor(Pool *pool);
};
void intoObject() {
  auto *pool = new Pool;
  ViaConstructor user(pool);
}
struct Deletes {
  explicit Deletes(Pool *pool) : Mine(pool) {}
  ~Deletes() { delete Mine; }
  Pool *Mine;
};
void intoVisibleOwner() {
  auto *pool = new Pool;
  Deletes owner(pool);
}
struct OnlyUses {
  explicit OnlyUses(Pool &pool) : Used(pool) {}
  void go() { Used.submit(work); }
  Pool &Used;
};
void intoUser() {
  Manual pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'Manual' pool 'pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+6]]:1: note: 'pool' goes out of scope here
  pool.submit(work);
  auto *other = new Pool;
  OnlyUses user(*other);
  user.go();
  delete other;
}
void captured(std::vector<std::function<void()>> &handlers) {
  auto *pool = new Pool;
  handlers.push_back([pool] { pool->submit(work); });
}
void capturedByThread() {
  auto *pool = new Pool;
  std::thread t([pool] { delete pool; });
  t.join();
}

//===--- Containers -------------------------------------------------------===//

void intoContainers(std::map<int, Pool *> &byId, Pool *(&slots)[4]) {
  byId[1] = new Pool;
  slots[0] = new Pool;
}
void localContainerOfOwners() {
  std::vector<std::unique_ptr<Pool>> pools;
  pools.emplace_back(new Pool);
  pools.push_back(std::make_unique<Pool>());
}
void localContainerDeleted() {
  std::vector<Pool *> pools;
  pools.push_back(new Pool);
  for (Pool *each : pools)
    delete each;
}
class Pools {
public:
  ~Pools() {
    for (auto &each : ById)
      delete each.second;
  }
  Pool &get(int id) {
    Pool *&slot = ById[id];
    if (!slot)
      slot = new Pool;
    return *slot;
  }

private:
  std::map<int, Pool *> ById;
};
class PoolsNeverDeleted {
public:
  void add() { All.push_back(new Pool); }

private:
  std::vector<Pool *> All;
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'Pool' pool member 'All' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:34: note: the pool is made here
};
class ManualPools {
public:
  ManualPools() { All.emplace_back(4); }
  ~ManualPools() {
    for (auto &each : All)
      each.close();
  }

private:
  std::vector<Manual> All;
};
class ManualPoolsNeverClosed {
public:
  ManualPoolsNeverClosed() { All.emplace_back(4); }

private:
  std::vector<Manual> All;
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'Manual' pool member 'All' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:30: note: the pool is made here
};
