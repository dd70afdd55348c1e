// leash-unjoined-thread and lambdas, which are functions, too.
//
// RUN: %check %s leash-unjoined-thread -std=c++14-or-later -mocks
#include <functional>
#include <thread>
#include <utility>

void work();
bool ready();
void run(std::function<void()>);

//===--- That close -------------------------------------------------------===//

void joinedByALambda() {
  std::thread t(work);
  auto join = [&] { t.join(); };
  join();
}
void joinedByACaptureByName() {
  std::thread t(work);
  auto join = [&t] { t.join(); };
  join();
}
void joinedByALambdaCalledAtOnce() {
  std::thread t(work);
  [&] { t.join(); }();
}
void joinedByALambdaWithAParameter() {
  std::thread t(work);
  auto join = [](std::thread &u) { u.join(); };
  join(t);
}
void joinedByAGenericLambda() {
  std::thread t(work);
  auto join = [](auto &u) { u.join(); };
  join(t);
}
void joinedByAThread() {
  std::thread t(work);
  std::thread u([&t] { t.join(); });
  u.join();
}
void joinedByWhateverRunsIt() {
  std::thread t(work);
  run([&] { t.join(); });
}
void joinedByAFunctionObject() {
  std::thread t(work);
  std::function<void()> join = [&] { t.join(); };
  join();
}
void movedIntoALambda() {
  std::thread t(work);
  auto join = [u = std::move(t)]() mutable { u.join(); };
  join();
}
void startedByALambda() {
  std::thread t;
  auto start = [&] { t = std::thread(work); };
  start();
  t.join();
}
void joinedInTheLambdaItself() {
  auto both = [] {
    std::thread t(work);
    t.join();
  };
  both();
}

//===--- That do not --------------------------------------------------------===//

void lookedAtByALambda() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  auto look = [&] { return t.get_id(); };
  look();
}
void forgottenFromALambda() {
  auto start = [] { return std::thread(work); };
  std::thread t = start();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void leftInALambda() {
  auto both = [](bool b) {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+2]]:9: note: this condition is true
    // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the function returns here
    if (b)
      return;
    t.join();
  };
  both(true);
}
