// leash-unjoined-thread and the paths through a function: switches, gotos, throws,
// conditions.
//
// RUN: %check %s leash-unjoined-thread -std=c++11,c++17,c++23 -mocks
#include <stdexcept>
#include <thread>

void work();
bool ready();
bool more();
bool takes(bool, int);

//===--- Switches ---------------------------------------------------------===//

void notInEachCase(int n) {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+6]]:3: note: this case is taken
  // CHECK-MESSAGES: :[[@LINE+10]]:1: note: 't' goes out of scope here
  switch (n) {
  case 0:
    t.join();
    break;
  case 1:
    break;
  default:
    t.join();
  }
}
int returnsFromACase(int n) {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: this case is taken
  // CHECK-MESSAGES: :[[@LINE+3]]:5: note: the function returns here
  switch (n) {
  case 0:
    return 1;
  }
  t.join();
  return 0;
}
void inEachCase(int n) {
  std::thread t(work);
  switch (n) {
  case 0:
    t.join();
    break;
  case 1:
    work();
    // fall through
  default:
    t.join();
  }
}
int returnsFromEachCase(int n) {
  std::thread t(work);
  t.join();
  switch (n) {
  case 0:
    return 1;
  default:
    return 2;
  }
}
enum class Kind { One, Two };
void inEachEnumerator(Kind k) {
  std::thread t(work);
  switch (k) {
  case Kind::One:
    t.join();
    break;
  case Kind::Two:
    t.detach();
    break;
  }
}

//===--- Goto -------------------------------------------------------------===//

void jumpsOverTheJoin() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+6]]:1: note: 't' goes out of scope here
  if (ready())
    goto end;
  t.join();
end:
  work();
}
void jumpsToTheJoin() {
  std::thread t(work);
  if (ready())
    goto end;
  work();
end:
  t.join();
}
void jumpsBack() {
again:
  std::thread t(work);
  t.join();
  if (more())
    goto again;
}

//===--- Throw ------------------------------------------------------------===//

void throws() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the exception leaves here
  if (ready())
    throw std::runtime_error("no");
  t.join();
}
void throwsAfterTheJoin() {
  std::thread t(work);
  t.join();
  if (ready())
    throw std::runtime_error("no");
}
void throwsBeforeTheStart() {
  if (ready())
    throw std::runtime_error("no");
  std::thread t(work);
  t.join();
}
void throwsIntoItsOwnHandler() {
  std::thread t(work);
  try {
    if (ready())
      throw std::runtime_error("no");
  } catch (...) {
  }
  t.join();
}

//===--- Short circuits and conditional operators -------------------------===//

void behindAnAnd() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  ready() && (t.join(), true);
}
void behindAnOr() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  ready() || (t.join(), true);
}
void inOneArm() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  ready() ? t.join() : work();
}
int returnsBehindAnAnd() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:18: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready() && more())
    return 1;
  t.join();
  return 0;
}

void inBothArms() {
  std::thread t(work);
  ready() ? t.join() : t.detach();
}
void behindJoinable() {
  std::thread t(work);
  t.joinable() && (t.join(), true);
}
void behindNotJoinable() {
  std::thread t(work);
  !t.joinable() || (t.join(), true);
}
void inTheCondition() {
  std::thread t(work);
  if ((t.join(), ready()))
    return;
  work();
}
void inTheFirstOperand() {
  std::thread t(work);
  if ((t.join(), ready()) && more())
    return;
}
void asAnArgument() {
  std::thread t(work);
  takes((t.join(), true), 1);
}

//===--- What never happens -----------------------------------------------===//

void neverTrue() {
  std::thread t(work);
  if (false)
    return;
  t.join();
}
constexpr bool Parallel = true;
void alwaysTrue() {
  std::thread t(work);
  if (Parallel)
    t.join();
}
void unreachable() {
  return;
  std::thread t(work);
}
