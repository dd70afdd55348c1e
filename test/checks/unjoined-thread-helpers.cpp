// leash-unjoined-thread and functions that get the handle: a visible one is
// asked what it does, another one may have joined.
//
// RUN: %check %s leash-unjoined-thread -std=c++11,c++17,c++23 -mocks
#include <functional>
#include <thread>
#include <utility>
#include <vector>

void work();
bool ready();
void elsewhere(std::thread &);
void elsewhereByPointer(std::thread *);
void elsewhereConst(const std::thread &);
void log(std::thread::id);

//===--- Helpers that join ------------------------------------------------===//

void joinIt(std::thread &t) {
  if (t.joinable())
    t.join();
}
void joinPointer(std::thread *t) { t->join(); }
void joinIfThere(std::thread *t) {
  if (t)
    t->join();
}
void joinValue(std::thread t) { t.join(); }
void joinRvalue(std::thread &&t) { t.join(); }
void joinDeeply(std::thread &t) { joinIt(t); }
template <typename T> void joinAny(T &t) { t.join(); }
void letGo(std::thread &t) { t.detach(); }
void joinOnEachPath(std::thread &t) {
  if (ready()) {
    t.join();
    return;
  }
  joinIt(t);
}

void byReference() {
  std::thread t(work);
  joinIt(t);
}
void byPointer() {
  std::thread t(work);
  joinPointer(&t);
  std::thread u(work);
  joinIfThere(&u);
}
void byValue() {
  std::thread t(work);
  joinValue(std::move(t));
  joinValue(std::thread(work));
}
void byRvalue() {
  std::thread t(work);
  joinRvalue(std::move(t));
  joinRvalue(std::thread(work));
}
void byOthers() {
  std::thread t(work);
  joinDeeply(t);
  std::thread u(work);
  joinAny(u);
  std::thread v(work);
  letGo(v);
  std::thread w(work);
  joinOnEachPath(w);
}
void byFunctionPointer() {
  void (*join)(std::thread &) = joinIt;
  std::thread t(work);
  join(t);
}
void byReferenceWrapper() {
  std::thread t(work);
  joinAny(*&t);
  std::thread u(work);
  std::bind(joinIt, std::ref(u))();
}

//===--- Helpers that do not ----------------------------------------------===//

void onlyLooks(std::thread &t) { log(t.get_id()); }
void doesNothing(std::thread &) {}
void onlyLooksByPointer(std::thread *t) { log(t->get_id()); }
void onlyLooksDeeply(std::thread &t) { onlyLooks(t); }
void looksAtConst(const std::thread &t) { log(t.get_id()); }
bool joinsSometimes(std::thread &t) {
  if (!ready())
    return false;
  t.join();
  return true;
}

void lookedAt() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  onlyLooks(t);
}
void unused() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  doesNothing(t);
}
void lookedAtByPointer() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  onlyLooksByPointer(&t);
}
void lookedAtDeeply() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  onlyLooksDeeply(t);
}
void lookedAtConst() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  looksAtConst(t);
}
void helpedOnOnePath() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  if (ready())
    joinIt(t);
}
// Joins sometimes, and may say so: silent.
void joinedSometimes() {
  std::thread t(work);
  joinsSometimes(t);
}

// A parameter taken by value is a local of the function that takes it: it is
// reported there, and the caller has handed it on.
void forgetsValue(std::thread t) {}
void handsToForgetful() {
  std::thread t(work);
  forgetsValue(std::move(t));
}

//===--- Helpers that keep it ---------------------------------------------===//

std::vector<std::thread> Kept;
std::thread *Remembered;
void keep(std::thread &t) { Kept.push_back(std::move(t)); }
void keepValue(std::thread t) { Kept.push_back(std::move(t)); }
void keepPointer(std::thread *t) { Remembered = t; }
std::thread &same(std::thread &t) { return t; }
struct Owner {
  std::vector<std::thread> Threads;
  void add(std::thread t) { Threads.push_back(std::move(t)); }
  ~Owner() {
    for (auto &t : Threads)
      t.join();
  }
};

void kept(Owner &o) {
  std::thread t(work);
  keep(t);
  std::thread u(work);
  keepValue(std::move(u));
  std::thread v(work);
  keepPointer(&v);
  std::thread w(work);
  o.add(std::move(w));
  o.add(std::thread(work));
}
void throughItsResult() {
  std::thread t(work);
  same(t).join();
}

//===--- Unknown functions ------------------------------------------------===//

void unknown(std::function<void(std::thread &)> f) {
  std::thread t(work);
  elsewhere(t);
  std::thread u(work);
  elsewhereByPointer(&u);
  std::thread v(work);
  f(v);
  std::thread w(work);
  elsewhereConst(w);
}

//===--- Recursive helpers ------------------------------------------------===//

void countDown(std::thread &t, int n) {
  if (n > 0)
    countDown(t, n - 1);
  else
    t.join();
}
void ping(std::thread &t, int n);
void pong(std::thread &t, int n) { ping(t, n - 1); }
void ping(std::thread &t, int n) {
  if (n == 0)
    t.join();
  else
    pong(t, n);
}
void looksForEver(std::thread &t, int n) {
  log(t.get_id());
  if (n > 0)
    looksForEver(t, n - 1);
}

void recursive() {
  std::thread t(work);
  countDown(t, 3);
  std::thread u(work);
  pong(u, 3);
}
void recursiveAndForgotten() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  looksForEver(t, 3);
}
