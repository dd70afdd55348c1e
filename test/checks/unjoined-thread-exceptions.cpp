// leash-unjoined-thread and CheckExceptions: what may throw between the start
// and the join is a path, too.
//
// RUN: %check %s leash-unjoined-thread -std=c++14-or-later -mocks -check-suffix=OFF
// RUN: %check %s leash-unjoined-thread -std=c++14-or-later -mocks -- "--config={CheckOptions: [{key: leash-unjoined-thread.CheckExceptions, value: true}]}"
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

void work();
bool ready();
void mayThrow();
void cannotThrow() noexcept;
void visible() { int n = 0; ++n; }
void throws() { throw std::runtime_error("no"); }
extern "C" int inC(void);
struct MayThrow {
  MayThrow();
  ~MayThrow();
  void run();
  void safe() noexcept;
};

//===--- Reported with the option -----------------------------------------===//

void call() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: an exception may leave here
  mayThrow();
  t.join();
}
void callThatThrows() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: an exception may leave here
  throws();
  t.join();
}
void method(MayThrow &m) {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: an exception may leave here
  m.run();
  t.join();
}
void constructor() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:12: note: an exception may leave here
  MayThrow m;
  t.join();
}
// The start of the second may fail.
void second() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:15: note: an exception may leave here
  std::thread u(work);
  t.join();
  u.join();
}
void inTheCondition() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:7: note: an exception may leave here
  if (ready())
    cannotThrow();
  t.join();
}

//===--- Silent -----------------------------------------------------------===//

void noexceptCall() {
  std::thread t(work);
  cannotThrow();
  t.join();
}
void noexceptMethod(MayThrow &m) {
  std::thread t(work);
  m.safe();
  t.join();
}
void visibleCall() {
  std::thread t(work);
  visible();
  t.join();
}
void cCall() {
  std::thread t(work);
  inC();
  t.join();
}
void arithmetic(int n) {
  std::thread t(work);
  n = n * 2 + 1;
  t.join();
}
void beforeTheStart() {
  mayThrow();
  std::thread t(work);
  t.join();
}
void afterTheJoin() {
  std::thread t(work);
  t.join();
  mayThrow();
}
void caught() {
  std::thread t(work);
  try {
    mayThrow();
  } catch (...) {
  }
  t.join();
}
void caughtAndRethrown() {
  std::thread t(work);
  try {
    mayThrow();
  } catch (...) {
    t.join();
    throw;
  }
  t.join();
}
struct Joins {
  std::thread &Thread;
  ~Joins() {
    if (Thread.joinable())
      Thread.join();
  }
};
void guarded() {
  std::thread t(work);
  Joins guard{t};
  mayThrow();
}
// std::terminate comes anyway.
void inANoexceptFunction() noexcept {
  std::thread t(work);
  mayThrow();
  t.join();
}
void lambdaThatIsOnlyMade() {
  std::thread t(work);
  auto later = [] { mayThrow(); };
  t.join();
  later();
}

//===--- A throw is a path with and without the option --------------------===//

void thrownHere() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: an exception may leave here
  // CHECK-MESSAGES-OFF: :[[@LINE-3]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES-OFF: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES-OFF: :[[@LINE+2]]:5: note: the exception leaves here
  if (ready())
    throw std::runtime_error("no");
  t.join();
}
void caughtByType() {
  std::thread t(work);
  try {
    if (ready())
      throw std::runtime_error("no");
    cannotThrow();
  } catch (const std::runtime_error &) {
    t.join();
    return;
  }
  t.join();
}
