// leash-unclosed-pool: a pool that is made where none is, or none is lost.
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

//===--- Not replaced: guarded --------------------------------------------===//

class Guarded {
public:
  ~Guarded() { delete Current; }
  void unlessThere() {
    if (!Current)
      Current = new Pool;
  }
  void comparedWithNull() {
    if (Current == nullptr)
      Current = new Pool;
  }
  void leavesWhenThere() {
    if (Current)
      return;
    Current = new Pool;
  }
  Pool &get() {
    if (Current != nullptr)
      return *Current;
    Current = new Pool;
    return *Current;
  }
  void whenNotStarted() {
    if (Started)
      return;
    Started = true;
    Current = new Pool;
  }
  void conditional() { Current = Current ? Current : new Pool; }

private:
  Pool *Current = nullptr;
  bool Started = false;
};
class GuardedManual {
public:
  ~GuardedManual() { Current->close(); }
  void start() {
    if (!Current)
      Current = std::make_unique<Manual>(4);
  }

private:
  std::unique_ptr<Manual> Current;
};

//===--- Not replaced: closed before --------------------------------------===//

class ClosedBefore {
public:
  ~ClosedBefore() { stop(); }
  void deleteFirst() {
    delete Current;
    Current = new Pool;
  }
  void stopFirst() {
    stop();
    Current = new Pool;
  }
  void deleteIfThere() {
    if (Current)
      delete Current;
    Current = new Pool;
  }

private:
  void stop() {
    delete Current;
    Current = nullptr;
  }
  Pool *Current = nullptr;
};
class ManualClosedBefore {
public:
  ~ManualClosedBefore() { stop(); }
  void restart() {
    stop();
    Current = std::make_unique<Manual>(4);
  }
  void restartHere() {
    if (Current)
      Current->close();
    Current = std::make_unique<Manual>(4);
  }
  void keepTheOld() {
    auto old = std::move(Current);
    Current = std::make_unique<Manual>(4);
    old->close();
  }

private:
  void stop() {
    if (Current) {
      Current->close();
      Current.reset();
    }
  }
  std::unique_ptr<Manual> Current;
};

//===--- Not replaced: the old one closes itself --------------------------===//

class ClosesItself {
public:
  void start() { Unique = std::make_unique<Pool>(4); }
  void restart() { Unique.reset(new Pool(4)); }
  void share() { Shared = std::make_shared<Pool>(4); }

private:
  std::unique_ptr<Pool> Unique;
  std::shared_ptr<Pool> Shared;
};

//===--- Not replaced: called once ----------------------------------------===//

class MadeInConstructor {
public:
  MadeInConstructor() {
    Current = new Pool(4);
    init();
  }
  ~MadeInConstructor() {
    delete Current;
    delete Other;
  }

private:
  void init() { Other = new Pool(4); }
  Pool *Current;
  Pool *Other;
};
class Started {
public:
  ~Started() { delete Current; }
  void start(int count) {
    Current = new Pool(count);
    Current->submit(work);
  }

private:
  Pool *Current = nullptr;
};
// Nothing says that it is called twice.
class NoEvidence {
public:
  ~NoEvidence() { delete Current; }
  void prepare() {
    Current = new Pool(4);
    Current->submit(work);
  }
  void configure(int count) { Current = new Pool(count); }

private:
  Pool *Current = nullptr;
};
class Opened {
public:
  ~Opened() { stop(); }
  bool init(int n) {
    Current = new Pool(n);
    return Current != nullptr;
  }
  void stop() {
    delete Current;
    Current = nullptr;
  }

private:
  Pool *Current = nullptr;
};
void onceEach() {
  Pool *pool = new Pool(1);
  delete pool;
  pool = new Pool(2);
  delete pool;
}
void differentObjects(std::vector<Pool *> &pools) {
  for (auto &each : pools)
    each = new Pool(1);
}
