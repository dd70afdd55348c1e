// leash-unclosed-pool: pools that some paths close and others do not.
//
// REQUIRES: llvm-at-least-19
// RUN: %check %s leash-unclosed-pool -std=c++17-or-later -mocks
#include <stdlib.h>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

void work();
bool busy();
int next();

class Pool {
public:
  explicit Pool(int count) {
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

//===--- Not closed on every path -----------------------------------------===//

int earlyReturn() {
  auto *pool = new Pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (busy())
    return 1;
  delete pool;
  return 0;
}
void secondOfTwo() {
  auto *pool = new Pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+6]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+6]]:5: note: the function returns here
  if (busy()) {
    delete pool;
    return;
  }
  if (next() > 1)
    return;
  delete pool;
}
void onOneBranch() {
  auto *pool = new Pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'pool' goes out of scope here
  if (busy())
    delete pool;
}
void thrown() {
  auto *pool = new Pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the exception leaves here
  if (busy())
    throw std::runtime_error("busy");
  delete pool;
}
void inALoop() {
  for (int i = 0; i < next(); ++i) {
    auto *pool = new Pool(4);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Pool' pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
    // CHECK-MESSAGES: :[[@LINE+2]]:9: note: this condition is true
    // CHECK-MESSAGES: :[[@LINE+2]]:7: note: 'pool' goes out of scope here
    if (busy())
      continue;
    delete pool;
  }
}
void brokenOff() {
  while (true) {
    auto *pool = new Pool(4);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Pool' pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
    // CHECK-MESSAGES: :[[@LINE+2]]:9: note: this condition is true
    // CHECK-MESSAGES: :[[@LINE+2]]:7: note: 'pool' goes out of scope here
    if (busy())
      break;
    delete pool;
  }
}
void inOneCase(int kind) {
  auto *pool = new Pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+6]]:3: note: this case is taken
  // CHECK-MESSAGES: :[[@LINE+10]]:1: note: 'pool' goes out of scope here
  switch (kind) {
  case 1:
    delete pool;
    break;
  case 2:
    break;
  default:
    delete pool;
  }
}
void perTurn(int n) {
  for (int i = 0; i < n; ++i) {
    auto *pool = new Pool(4);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
    // CHECK-MESSAGES: :[[@LINE+2]]:3: note: 'pool' goes out of scope here
    pool->submit(work);
  }
}
void lastOfSeveral(int n) {
  Pool *pool = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is not closed before it is assigned another: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+4]]:16: note: the pool is made here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop goes on
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'pool' is given another one here
  for (int i = 0; i < n; ++i)
    pool = new Pool(4);
  delete pool;
}

//===--- Closed on every path ---------------------------------------------===//

int bothBranches() {
  auto *pool = new Pool(4);
  if (busy()) {
    delete pool;
    return 1;
  }
  pool->submit(work);
  delete pool;
  return 0;
}
void beforeTheBranch() {
  auto *pool = new Pool(4);
  delete pool;
  if (busy())
    return;
  work();
}
void everyCase(int kind) {
  auto *pool = new Pool(4);
  switch (kind) {
  case 1:
    delete pool;
    break;
  case 2:
  case 3:
    pool->submit(work);
    delete pool;
    return;
  default:
    delete pool;
  }
}
void sameCondition(bool parallel) {
  Pool *pool = nullptr;
  if (parallel)
    pool = new Pool(4);
  work();
  if (parallel)
    delete pool;
}
void askedForNull(bool parallel) {
  Pool *pool = parallel ? new Pool(4) : nullptr;
  if (pool)
    pool->submit(work);
  if (pool)
    delete pool;
}
void deleteOfNull(bool parallel) {
  Pool *pool = nullptr;
  if (parallel)
    pool = new Pool(4);
  delete pool;
}
void earlyReturnBefore() {
  if (busy())
    return;
  auto *pool = new Pool(4);
  delete pool;
}
void inTheSameTurn(int n) {
  for (int i = 0; i < n; ++i) {
    auto *pool = new Pool(4);
    if (busy()) {
      delete pool;
      continue;
    }
    pool->submit(work);
    delete pool;
  }
}
void rethrown() {
  auto *pool = new Pool(4);
  try {
    pool->submit(work);
  } catch (...) {
    delete pool;
    throw;
  }
  delete pool;
}
void gotoTheEnd() {
  auto *pool = new Pool(4);
  if (busy())
    goto end;
  pool->submit(work);
end:
  delete pool;
}
void theProcessEnds() {
  auto *pool = new Pool(4);
  if (busy())
    exit(1);
  delete pool;
}
[[noreturn]] void fail();
void neverReturns() {
  auto *pool = new Pool(4);
  if (busy())
    fail();
  delete pool;
}
void endless() {
  auto *pool = new Pool(4);
  for (;;)
    pool->submit(work);
}
void closedInALambda() {
  auto *pool = new Pool(4);
  auto close = [&] { delete pool; };
  if (busy()) {
    close();
    return;
  }
  close();
}
template <typename F> struct Finally {
  F Do;
  ~Finally() { Do(); }
};
template <typename F> Finally(F) -> Finally<F>;
void guarded() {
  auto *pool = new Pool(4);
  Finally close{[&] { delete pool; }};
  if (busy())
    return;
  pool->submit(work);
}
void mayThrow();
void withACallThatMayThrow() {
  auto *pool = new Pool(4);
  mayThrow();
  delete pool;
}
