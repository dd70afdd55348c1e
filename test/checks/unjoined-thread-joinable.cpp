// leash-unjoined-thread and questions about the handle: whoever asks
// joinable() knows what to do.
//
// RUN: %check %s leash-unjoined-thread -std=c++11,c++17,c++23 -mocks
#include <memory>
#include <thread>

void work();
bool ready();
bool check(bool);
[[noreturn]] void die();

//===--- Silent -----------------------------------------------------------===//

void leavesIfNot() {
  std::thread t(work);
  if (!t.joinable())
    return;
  t.join();
}
void comparedWithTrue() {
  std::thread t(work);
  if (t.joinable() == true)
    t.join();
}
void comparedWithFalse() {
  std::thread t(work);
  if (t.joinable() == false)
    return;
  t.join();
}
void inAVariable() {
  std::thread t(work);
  bool joinable = t.joinable();
  if (joinable)
    t.join();
}
void inAConditionVariable() {
  std::thread t(work);
  if (bool joinable = t.joinable())
    t.join();
}
void conditionalOperator() {
  std::thread t(work);
  t.joinable() ? t.join() : work();
}
void whileJoinable() {
  std::thread t(work);
  while (t.joinable())
    t.join();
}
void asserted() {
  std::thread t(work);
  if (!t.joinable())
    die();
  t.join();
}
void both() {
  std::thread t(work), u(work);
  if (t.joinable() && u.joinable()) {
    t.join();
    u.join();
  }
}
void either() {
  std::thread t;
  if (ready())
    t = std::thread(work);
  if (!t.joinable() || !check(true))
    work();
  if (t.joinable())
    t.join();
}
void orNotStarted() {
  std::thread t;
  if (ready())
    t = std::thread(work);
  if (!t.joinable())
    return;
  work();
  t.join();
}
void afterAQuestionThatChangesNothing() {
  std::thread t(work);
  if (t.joinable())
    work();
  t.join();
}
void restarted() {
  std::thread t;
  for (int i = 0; i < 3; ++i) {
    if (t.joinable())
      t.join();
    t = std::thread(work);
  }
  t.join();
}
void pointer(bool parallel) {
  std::unique_ptr<std::thread> t;
  if (parallel)
    t.reset(new std::thread(work));
  if (t && t->joinable())
    t->join();
}
void pointerThatIsAlwaysThere() {
  std::unique_ptr<std::thread> t(new std::thread(work));
  if (t)
    t->join();
}

//===--- Reported ---------------------------------------------------------===//

void wrongWayRound() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  if (!t.joinable())
    t.join();
}
void andSomethingElse() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:23: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  if (t.joinable() && ready())
    t.join();
}
void onlyAsked() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  check(t.joinable());
}
void leavesIfItRuns() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (t.joinable())
    return;
  t.join();
}
