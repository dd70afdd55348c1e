// leash-unjoined-thread and functions that start the thread: into a parameter,
// or as what they return.
//
// RUN: %check %s leash-unjoined-thread -std=c++14-or-later -mocks
#include <functional>
#include <memory>
#include <thread>
#include <utility>

void work();
bool ready();
std::thread elsewhere();
void startElsewhere(std::thread &);

//===--- Functions that return a running handle ---------------------------===//

std::thread start() { return std::thread(work); }
std::thread startNamed() {
  std::thread t(work);
  return t;
}
std::thread startMaybe(bool b) {
  if (b)
    return std::thread(work);
  return std::thread();
}
std::thread startNothing() { return std::thread(); }
std::thread startDeeply() { return start(); }
std::unique_ptr<std::thread> startOwned() {
  return std::make_unique<std::thread>(work);
}
std::thread *startNew() { return new std::thread(work); }
struct Starter {
  std::thread start() {
    return std::thread([this] { run(); });
  }
  static std::thread startStatic() { return std::thread(work); }
  void run();
};

void forgotten() {
  std::thread t = start();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenNamed() {
  auto t = startNamed();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenDeeply() {
  auto t = startDeeply();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenOwned() {
  auto t = startOwned();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenNew() {
  auto *t = startNew();
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread 't' is never joined: nobody can join it any more [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenOfAMethod(Starter &s) {
  std::thread t = s.start();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenOfAStaticMethod() {
  std::thread t = Starter::startStatic();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenOnAPath() {
  std::thread t = start();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  t.join();
}
void forgottenAtOnce() {
  start();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}
void forgottenAssigned() {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  t = start();
}

void joined(Starter &s) {
  std::thread t = start();
  t.join();
  start().join();
  auto u = s.start();
  u.join();
  startNew()->join();
  startOwned()->join();
}
void notStarted() {
  std::thread t = startNothing();
  startNothing();
}
void startedMaybe(bool b) {
  std::thread t = startMaybe(b);
  if (t.joinable())
    t.join();
}
// Nothing shows whether it runs.
void startedElsewhere() { std::thread t = elsewhere(); }
void startedByAFunctionObject(std::function<std::thread()> f) {
  std::thread t = f();
}
void startedInAParameter(std::thread t) {}

//===--- Functions that start into their parameter ------------------------===//

void startInto(std::thread &t) { t = std::thread(work); }
void startIntoPointer(std::thread *t) { *t = std::thread(work); }
void startIntoDeeply(std::thread &t) { startInto(t); }
void startAndJoin(std::thread &t) {
  t = std::thread(work);
  work();
  t.join();
}
bool startIntoMaybe(std::thread &t) {
  if (!ready())
    return false;
  t = std::thread(work);
  return true;
}

void startedInto() {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  startInto(t);
}
void startedIntoByPointer() {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  startIntoPointer(&t);
}
void startedIntoDeeply() {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  startIntoDeeply(t);
}
void startedIntoOnAPath() {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+3]]:5: note: the function returns here
  startInto(t);
  if (ready())
    return;
  t.join();
}

void startedIntoAndJoined() {
  std::thread t;
  startInto(t);
  t.join();
  std::thread u;
  startIntoPointer(&u);
  u.join();
}
void startedIntoAndJoinedThere() {
  std::thread t;
  startAndJoin(t);
  startAndJoin(t);
}
void startedIntoMaybe() {
  std::thread t;
  if (startIntoMaybe(t))
    t.join();
}
void startedIntoMaybeAndLeft() {
  std::thread t;
  if (!startIntoMaybe(t))
    return;
  t.join();
}
void startedIntoElsewhere() {
  std::thread t;
  startElsewhere(t);
}
