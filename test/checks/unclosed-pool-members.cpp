// leash-unclosed-pool: members that are pools.
//
// RUN: %check %s leash-unclosed-pool -std=c++17-or-later -mocks
#include <memory>
#include <optional>
#include <thread>
#include <utility>
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
  int size() const;

private:
  std::vector<std::thread> Workers;
};
class Manual {
public:
  explicit Manual(int count = 4) {
    while (count--)
      Workers.emplace_back(work);
  }
  void submit(void (*job)()) { job(); }
  void close() {
    for (auto &each : Workers)
      each.join();
    Workers.clear();
  }

private:
  std::vector<std::thread> Workers;
};

//===--- Never closed -----------------------------------------------------===//

class RawPointer {
public:
  explicit RawPointer(bool parallel) {
    if (parallel)
      Current = new Pool(10);
  }
  void render() { Current->submit(work); }

private:
  Pool *Current = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool member 'Current' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-7]]:21: note: the pool is made here
};
class InInitialiser {
public:
  InInitialiser() : Current(new Pool) {}

private:
  Pool *Current;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool member 'Current' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:33: note: the pool is made here
};
class InDeclaration {
  Pool *Current = new Pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool member 'Current' is never closed: its threads run on [leash-unclosed-pool]
};
class SetToNull {
public:
  SetToNull() : Current(new Pool) {}
  ~SetToNull() { Current = nullptr; }

private:
  Pool *Current;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool member 'Current' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:29: note: the pool is made here
};
class ManualByValue {
public:
  void render() { Current.submit(work); }

private:
  Manual Current;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'Manual' pool member 'Current' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
};
class ManualUnique {
public:
  void start() { Current = std::make_unique<Manual>(4); }

private:
  std::unique_ptr<Manual> Current;
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'Manual' pool member 'Current' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:28: note: the pool is made here
};
class ManualShared {
public:
  ManualShared() : Current(std::make_shared<Manual>(4)) {}

private:
  std::shared_ptr<Manual> Current;
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'Manual' pool member 'Current' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:28: note: the pool is made here
};
class ManualOptional {
public:
  void start() { Current.emplace(4); }

private:
  std::optional<Manual> Current;
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'Manual' pool member 'Current' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:18: note: the pool is made here
};
class DeletesWithoutClosing {
public:
  DeletesWithoutClosing() : Current(new Manual) {}
  ~DeletesWithoutClosing() { delete Current; }

private:
  Manual *Current;
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Manual' pool member 'Current' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:41: note: the pool is made here
};

//===--- Closed -----------------------------------------------------------===//

class ByValue {
public:
  void render() { Current.submit(work); }

private:
  Pool Current;
};
class BySmartPointer {
public:
  BySmartPointer() : Shared(std::make_shared<Pool>()) {
    Unique = std::make_unique<Pool>(4);
    Optional.emplace(4);
    All.push_back(std::make_unique<Pool>());
  }

private:
  std::unique_ptr<Pool> Unique;
  std::shared_ptr<Pool> Shared;
  std::optional<Pool> Optional;
  std::vector<std::unique_ptr<Pool>> All;
};
class Deletes {
public:
  Deletes() : Current(new Pool) {}
  ~Deletes() { delete Current; }

private:
  Pool *Current;
};
class DeletesInStop {
public:
  void start() { Current = new Pool; }
  void stop() {
    delete Current;
    Current = nullptr;
  }

private:
  Pool *Current = nullptr;
};
class DeletesThroughLocal {
public:
  DeletesThroughLocal() : Current(new Pool) {}
  ~DeletesThroughLocal() {
    Pool *mine = Current;
    Current = nullptr;
    delete mine;
  }

private:
  Pool *Current;
};
class DeletesExchanged {
public:
  DeletesExchanged() : Current(new Pool) {}
  ~DeletesExchanged() { delete std::exchange(Current, nullptr); }

private:
  Pool *Current;
};
class GivesToOwner {
public:
  GivesToOwner() : Current(new Pool) {}
  ~GivesToOwner() { std::unique_ptr<Pool> owner(Current); }

private:
  Pool *Current;
};
class ManualClosed {
public:
  ~ManualClosed() { Current.close(); }

private:
  Manual Current;
};
class ManualClosedInStop {
public:
  void stop() { Current->close(); }

private:
  std::unique_ptr<Manual> Current = std::make_unique<Manual>(4);
};
struct CloseAndDelete {
  void operator()(Manual *pool) const {
    pool->close();
    delete pool;
  }
};
class ClosingDeleter {
public:
  ClosingDeleter() : Current(new Manual) {}

private:
  std::unique_ptr<Manual, CloseAndDelete> Current;
};
class Closer {
public:
  explicit Closer(Manual &pool) : Of(pool) {}
  ~Closer() { Of.close(); }

private:
  Manual &Of;
};
class ClosedByMember {
  Manual Current;
  Closer CloseIt{Current};
};
class ClosedByFunction;
void closeAll(ClosedByFunction &);
class ClosedByFunction {
public:
  Manual Current;
};
void closeAll(ClosedByFunction &it) { it.Current.close(); }
