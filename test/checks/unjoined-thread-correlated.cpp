// leash-unjoined-thread and correlated conditions: what was true at the start
// is true at the join, as long as nothing changes it.
//
// RUN: %check %s leash-unjoined-thread -std=c++11,c++20 -mocks
#include <atomic>
#include <thread>

void work();
bool ready();
void changes(bool &);
struct Config {
  bool Parallel;
  int Threads;
  bool parallel() const;
};
extern bool Global;
extern std::atomic<bool> Shared;

//===--- Silent -----------------------------------------------------------===//

void sameFlag(bool async) {
  std::thread t;
  if (async)
    t = std::thread(work);
  work();
  if (async)
    t.join();
}
void sameConstFlag(const bool async) {
  std::thread t;
  if (async)
    t = std::thread(work);
  if (async)
    t.join();
}
void negated(bool serial) {
  std::thread t;
  if (!serial)
    t = std::thread(work);
  else
    work();
  if (!serial)
    t.join();
}
void swappedArms(bool serial) {
  std::thread t;
  if (!serial)
    t = std::thread(work);
  if (serial)
    work();
  else
    t.join();
}
void returnsInTheOther(bool async) {
  std::thread t;
  if (async)
    t = std::thread(work);
  if (!async)
    return;
  t.join();
}
void sameLocal() {
  bool async = ready();
  std::thread t;
  if (async)
    t = std::thread(work);
  if (async)
    t.join();
}
void sameComparison(int n) {
  std::thread t;
  if (n > 1)
    t = std::thread(work);
  if (n > 1)
    t.join();
}
void oppositeComparison(int n) {
  std::thread t;
  if (n > 1)
    t = std::thread(work);
  if (n <= 1)
    return;
  t.join();
}
void sameConjunction(bool a, bool b) {
  std::thread t;
  if (a && b)
    t = std::thread(work);
  if (a && b)
    t.join();
}
void sameField(const Config &c) {
  std::thread t;
  if (c.Parallel)
    t = std::thread(work);
  work();
  if (c.Parallel)
    t.join();
}
void samePointer(int *p) {
  std::thread t;
  if (p)
    t = std::thread(work);
  if (p != nullptr)
    t.join();
}
void sameConditionalOperator(bool async) {
  std::thread t = async ? std::thread(work) : std::thread();
  if (async)
    t.join();
}
void sameShortCircuit(bool async) {
  std::thread t;
  if (async)
    t = std::thread(work);
  async && (t.join(), true);
}
void sameSwitch(int n) {
  std::thread t;
  switch (n) {
  case 1:
    t = std::thread(work);
    break;
  default:
    break;
  }
  switch (n) {
  case 1:
    t.join();
    break;
  default:
    break;
  }
}
void flagThatTells() {
  std::thread t;
  bool started = false;
  if (ready()) {
    t = std::thread(work);
    started = true;
  }
  if (started)
    t.join();
}
void counterThatTells() {
  std::thread t;
  int n = 0;
  if (ready()) {
    t = std::thread(work);
    n = 1;
  }
  if (n > 0)
    t.join();
}
void flagThatIsLeft() {
  std::thread t;
  bool started = false;
  if (ready()) {
    t = std::thread(work);
    started = true;
  }
  if (!started)
    return;
  t.join();
}
void twoThreads(bool a, bool b) {
  std::thread t, u;
  if (a)
    t = std::thread(work);
  if (b)
    u = std::thread(work);
  if (b)
    u.join();
  if (a)
    t.join();
}
struct Runner {
  bool Parallel;
  void run() {
    std::thread t;
    if (Parallel)
      t = std::thread(work);
    if (Parallel)
      t.join();
  }
  void runPointer(Config *c) {
    std::thread t;
    if (c->Parallel)
      t = std::thread(work);
    if (c->Parallel)
      t.join();
  }
};
// The same question, asked twice: who knows whether it has the same answer?
// Silent where the object is const and nothing can have changed it.
void sameCall(const Config &c) {
  std::thread t;
  if (c.parallel())
    t = std::thread(work);
  if (c.parallel())
    t.join();
}

//===--- Reported ---------------------------------------------------------===//

void otherFlag(bool a, bool b) {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:9: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+5]]:1: note: 't' goes out of scope here
  if (a)
    t = std::thread(work);
  if (b)
    t.join();
}
void oppositeFlag(bool async) {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:9: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+5]]:1: note: 't' goes out of scope here
  if (async)
    t = std::thread(work);
  if (!async)
    t.join();
}
void changedFlag(bool async) {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:9: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+5]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+6]]:1: note: 't' goes out of scope here
  if (async)
    t = std::thread(work);
  async = ready();
  if (async)
    t.join();
}
void changedElsewhere(bool async) {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:9: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+5]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+6]]:1: note: 't' goes out of scope here
  if (async)
    t = std::thread(work);
  changes(async);
  if (async)
    t.join();
}
void narrower(int n) {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:9: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+5]]:1: note: 't' goes out of scope here
  if (n > 1)
    t = std::thread(work);
  if (n > 2)
    t.join();
}
void onlyOneOfTwo(bool a, bool b) {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:9: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:12: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+5]]:1: note: 't' goes out of scope here
  if (a)
    t = std::thread(work);
  if (a && b)
    t.join();
}
