// leash-unjoined-thread: the local std::thread, from its start to the end of
// its life. The page's first sentences.
//
// RUN: %check %s leash-unjoined-thread -std=c++11-or-later -mocks
#include <thread>

void work();
void workOn(int);
bool ready();
int count();

//===--- Never joined -----------------------------------------------------===//

void fallsOffTheEnd() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void withBraces() {
  std::thread t{work};
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void withArguments(int n) {
  std::thread t(workOn, n);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void withLambda() {
  int n = 0;
  std::thread t([&n] { ++n; });
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  work();
}
void lambdaOverLines() {
  std::thread t([] {
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
    work();
  });
}
void copyInitialised() {
  std::thread t = std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void withAuto() {
  auto t = std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void startedLater() {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  t = std::thread(work);
}
void innerScope() {
  work();
  {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+2]]:3: note: 't' goes out of scope here
    work();
  }
  work();
}
int returnsAtTheEnd() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: the function returns here
  return count();
}
void onlyLookedAt() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:1: note: 't' goes out of scope here
  t.get_id();
  t.native_handle();
  bool runs = t.joinable();
}
void isConst() {
  const std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void two() {
  std::thread a(work);
  std::thread b(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'b' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'b' goes out of scope here
  a.join();
}
void eachOne() {
  std::thread a(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'a' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:1: note: 'a' goes out of scope here
  std::thread b(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'b' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'b' goes out of scope here
}
void inALambda() {
  auto run = [] {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  };
  run();
}
struct Method {
  void run() {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  }
  static void all() {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  }
  Method() {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  }
  ~Method() {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  }
  void operator()() const {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  }
};

//===--- Not joined on every path -----------------------------------------===//

void earlyReturn() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  t.join();
}
int earlyReturnOfAValue(int n) {
  std::thread t(workOn, n);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (n < 0)
    return -1;
  t.join();
  return 0;
}
void joinedInOneBranch() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  if (ready())
    t.join();
}
void joinedInTheElse() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+5]]:1: note: 't' goes out of scope here
  if (ready())
    work();
  else
    t.join();
}
void startedBeforeTheReturn() {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+3]]:5: note: the function returns here
  t = std::thread(work);
  if (ready())
    return;
  t.join();
}

//===--- Joined -----------------------------------------------------------===//

void joined() {
  std::thread t(work);
  work();
  t.join();
}
void joinedIfJoinable() {
  std::thread t(work);
  if (t.joinable())
    t.join();
}
void joinedInEachBranch() {
  std::thread t(work);
  if (ready())
    t.join();
  else {
    work();
    t.join();
  }
}
void joinedBeforeTheIf() {
  std::thread t(work);
  t.join();
  if (ready())
    return;
  work();
}
int returnsBeforeTheStart(int n) {
  if (n == 0)
    return 0;
  std::thread t(work);
  t.join();
  return n;
}
int joinedBeforeEachReturn() {
  std::thread t(work);
  if (ready()) {
    t.join();
    return 1;
  }
  t.join();
  return 2;
}
void letGo() {
  std::thread t(work);
  t.detach();
}
void letGoOnOnePath() {
  std::thread t(work);
  if (ready()) {
    t.detach();
    return;
  }
  t.join();
}
void neverStarted() {
  std::thread t;
  if (ready())
    return;
  work();
}
void neverStartedValue() {
  std::thread t{};
  std::thread u = std::thread();
  std::thread v(std::thread{});
}
void startedInOneBranch(bool parallel) {
  std::thread t;
  if (parallel)
    t = std::thread(work);
  else
    work();
  if (t.joinable())
    t.join();
}
void joinedInTheReturn() {
  std::thread t(work);
  return t.join();
}
void byComma() {
  std::thread t(work);
  work(), t.join();
}
void qualified() {
  std::thread t(work);
  t.std::thread::join();
  std::thread u(work);
  (&u)->join();
  std::thread v(work);
  (*&v).join();
  std::thread w(work);
  (w).join();
}
