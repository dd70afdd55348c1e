// leash-unjoined-thread and scope guards: what a destructor does when the
// scope is left, by whichever way.
//
// RUN: %check %s leash-unjoined-thread -std=c++17-or-later -mocks
#include <functional>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();
bool ready();

//===--- Guards -----------------------------------------------------------===//

struct ThreadGuard {
  std::thread &Thread;
  explicit ThreadGuard(std::thread &t) : Thread(t) {}
  ~ThreadGuard() {
    if (Thread.joinable())
      Thread.join();
  }
  ThreadGuard(const ThreadGuard &) = delete;
};
class PointerGuard {
  std::thread *Thread;
public:
  explicit PointerGuard(std::thread *t) : Thread(t) {}
  ~PointerGuard() { Thread->join(); }
};
class ScopedThread {
  std::thread Thread;
public:
  explicit ScopedThread(std::thread t) : Thread(std::move(t)) {}
  ~ScopedThread() {
    if (Thread.joinable())
      Thread.join();
  }
};
struct JoinAll {
  std::vector<std::thread> &Threads;
  ~JoinAll() {
    for (auto &t : Threads)
      if (t.joinable())
        t.join();
  }
};
template <typename F> struct Finally {
  F Action;
  explicit Finally(F f) : Action(f) {}
  ~Finally() { Action(); }
};
template <typename F> Finally<F> finally(F f) { return Finally<F>(f); }
struct Defer {
  std::function<void()> Action;
  ~Defer() { Action(); }
};
class Elsewhere {
public:
  explicit Elsewhere(std::thread &t);
  ~Elsewhere();
};

void guarded() {
  std::thread t(work);
  ThreadGuard guard(t);
  if (ready())
    return;
  work();
}
void guardedBeforeTheStart() {
  std::thread t;
  ThreadGuard guard(t);
  t = std::thread(work);
  if (ready())
    return;
  work();
}
void guardedByPointer() {
  std::thread t(work);
  PointerGuard guard(&t);
}
void scoped() {
  ScopedThread t{std::thread(work)};
  std::thread u(work);
  ScopedThread v(std::move(u));
}
void all() {
  std::vector<std::thread> ts;
  JoinAll guard{ts};
  ts.emplace_back(work);
}
void byLambda() {
  std::thread t(work);
  Finally guard([&] { t.join(); });
  if (ready())
    return;
}
void byFactory() {
  std::thread t(work);
  auto guard = finally([&t] { t.join(); });
  if (ready())
    return;
}
void byFunction() {
  std::thread t(work);
  Defer guard{[&] { t.join(); }};
  if (ready())
    return;
}
void byUniquePointer() {
  std::thread t(work);
  auto join = [](std::thread *p) { p->join(); };
  std::unique_ptr<std::thread, decltype(join)> guard(&t, join);
  if (ready())
    return;
}
void byLocalStruct() {
  std::thread t(work);
  struct Guard {
    std::thread &T;
    ~Guard() { T.join(); }
  } guard{t};
  if (ready())
    return;
}
void byAnother() {
  std::thread t(work);
  Elsewhere guard(t);
}
void inAnInnerScope() {
  std::thread t(work);
  {
    ThreadGuard guard(t);
  }
  work();
}

//===--- No guards --------------------------------------------------------===//

void guardedOnOnePath() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+4]]:1: note: 't' goes out of scope here
  if (ready()) {
    ThreadGuard guard(t);
  }
}
void leftBeforeTheGuard() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  ThreadGuard guard(t);
}
void guardOfAnother() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  std::thread u(work);
  ThreadGuard guard(u);
}
