// leash-unjoined-thread in code that is being typed: nothing is said about a
// function that does not compile, and what does compile is still looked at.
//
// RUN: %check %s leash-unjoined-thread -std=c++11-or-later -mocks -expect-errors
#include <memory>
#include <pthread.h>
#include <thread>
#include <vector>

void work();
bool ready();
void *body(void *);

void complete() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}

void noSuchFunction() {
  std::thread t(noSuch);
}
void noSuchMember() {
  std::thread t(work);
  t.jion();
}
void noSuchHelper() {
  std::thread t(work);
  joinTheThread(t);
}
void noSuchType() {
  std::thread t(work);
  Missing m(t);
}
void noSuchGuard() {
  std::thread t(work);
  NoSuchGuard<std::thread> guard{t};
}
void errorInTheCondition() {
  std::thread t(work);
  if (undeclared)
    return;
  t.join();
}
void errorInTheLambda() {
  std::thread t(work);
  auto join = [&] { t.jion(); };
  join();
}
void errorInTheContainer() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  for (auto &t : noSuch)
    t.join();
}
void errorInTheHandle() {
  pthread_t t;
  pthread_create(&t, nullptr, body);
}
void errorInTheHelper(std::thread &t) { t.jion(); }
void callsIt() {
  std::thread t(work);
  errorInTheHelper(t);
}
void redeclared(std::thread t, std::thread t) {}

struct Broken : NoSuchBase {
  std::thread Thread;
  void start() { Thread = std::thread(work); }
};
struct BrokenMember {
  NoSuch Value;
  std::thread Thread;
  void start() { Thread = std::thread(work); }
};
struct BrokenMethod {
  std::thread Thread;
  void start() { Thread = std::thread(work); }
  void stop() { Thread.jion(); }
};
struct BrokenDestructor {
  std::thread Thread;
  void start() { Thread = std::thread(work); }
  ~BrokenDestructor() { noSuch(Thread); }
};
struct Incomplete;
void incomplete(Incomplete &i) {
  std::thread t(work);
  i.take(t);
}

class Whole {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
};
void completeAgain() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  t.join();
}

// From here on the parser is lost, and whatever it makes of the rest must not
// crash the check.
void missingOperand() {
  std::thread t(work);
  t.
}
void missingArguments() {
  std::thread t(
}
void missingBrace() {
  std::thread t([] { work(); );
}
void missingCondition() {
  std::thread t(work);
  if (
    return;
  t.join();
}
void missingCase(int n) {
  std::thread t(work);
  switch (n) {
  case
    t.join();
  }
}
void missingLabel() {
  std::thread t(work);
  goto
}
template <typename F> void broken(F f) {
  std::thread t(f, );
}
struct Unfinished {
  std::thread Thread;
  void start() { Thread = std::thread(

void unfinished() {
  std::thread t([] {
    while (true) {
      t.join();
