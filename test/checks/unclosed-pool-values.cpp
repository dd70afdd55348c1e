// leash-unclosed-pool: classes of the user's own that are pools by what they
// do, by value and in smart pointers.
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

// Its user has to call close().
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

// Is no pool before start() is called.
class Lazy {
public:
  void start() { Workers.emplace_back(work); }
  void stop() {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
};

// A constructor that this file does not show.
class Elsewhere {
public:
  Elsewhere();
  void close();

private:
  std::vector<std::thread> Workers;
};

//===--- By value ---------------------------------------------------------===//

void joinsByItself() {
  Joining pool(4);
  Indirect other;
  pool.submit(work);
}
void neverClosed() {
  Manual pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'Manual' pool 'pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool.submit(work);
}
void closedInOneCase() {
  Manual pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'Manual' pool 'pool' is not closed on every path: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'pool' goes out of scope here
  if (busy())
    pool.close();
}
void temporary() { Manual(4).close(); }
void closed() {
  Manual pool(4);
  pool.submit(work);
  pool.close();
}
struct Closer {
  Manual &Pool;
  ~Closer() { Pool.close(); }
};
void closedByGuard() {
  Manual pool(4);
  Closer guard{pool};
  if (busy())
    return;
  pool.submit(work);
}
static void finish(Manual &pool) { pool.close(); }
void closedByHelper() {
  Manual pool(4);
  finish(pool);
}
void closeElsewhere(Manual &);
void perhapsClosedElsewhere() {
  Manual pool(4);
  closeElsewhere(pool);
}
Manual makeManual() { return Manual(4); }
void lazy() {
  Lazy neverStarted;
  Lazy pool;
  pool.start();
  pool.stop();
}
void unknown() {
  Elsewhere pool;
  auto *other = new Elsewhere;
  other->close();
}

//===--- In smart pointers whose deleters do not close --------------------===//

void sharedNeedsClose() {
  auto pool = std::make_shared<Manual>(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Manual' pool 'pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(work);
}
void uniqueNeedsClose() {
  auto pool = std::make_unique<Manual>(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Manual' pool 'pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(work);
}
void deletedAndNotClosed() {
  auto *pool = new Manual(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Manual' pool 'pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: it is destroyed here
  pool->submit(work);
  delete pool;
}
void sharedClosed() {
  auto pool = std::make_shared<Manual>(4);
  pool->submit(work);
  pool->close();
}
void sharedKept(std::shared_ptr<Manual> &out) {
  auto pool = std::make_shared<Manual>(4);
  out = pool;
}
struct CloseAndDelete {
  void operator()(Manual *pool) const {
    pool->close();
    delete pool;
  }
};
void closingDeleter() {
  std::unique_ptr<Manual, CloseAndDelete> pool(new Manual(4));
  std::shared_ptr<Manual> other(new Manual(4), CloseAndDelete());
  std::shared_ptr<Manual> third(new Manual(4), [](Manual *p) {
    p->close();
    delete p;
  });
}
