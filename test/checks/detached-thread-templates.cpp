// leash-detached-thread in templates: said once, also where nothing
// instantiates them here.
//
// RUN: %check %s leash-detached-thread -std=c++14-or-later -mocks
#include <atomic>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();

//===--- Nothing depends on a parameter -----------------------------------===//

template <typename T> void plain() {
  std::thread(work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

template <typename T> void plainInstantiated() {
  std::thread(work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
template void plainInstantiated<int>();
template void plainInstantiated<long>();
template void plainInstantiated<char>();

//===--- The task depends -------------------------------------------------===//

template <typename F> void start(F f) {
  std::thread(f).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

template <typename F> void startInstantiated(F f) {
  std::thread t(f);
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
}
void instantiates() {
  startInstantiated(work);
  startInstantiated([] { work(); });
}

template <typename F, typename... A> void forward(F &&f, A &&...a) {
  std::thread(std::forward<F>(f), std::forward<A>(a)...).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:58: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void forwards(int n) {
  forward([](int) { work(); }, n);
}

// What is handed in can be stopped, wherever it is called from here.
std::atomic<bool> Stop;
template <typename F> void startStoppable(F f) {
  std::thread(f).detach();
}
void instantiatesStoppable() {
  startStoppable([] { while (!Stop) work(); });
}

//===--- The handle depends -----------------------------------------------===//

// What T is, is not known: it may be a buffer.
template <typename T> void letsGo(T &t) { t.detach(); }

template <typename T> void letsThreadGo(T &t) {
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void instantiatesHandle(std::thread &t) { letsThreadGo(t); }

template <typename T> void dependentBody(T &t) {
  std::thread([&t] { while (!t.stopped()) t.step(); }).detach();
  std::thread([&t] { t.step(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

template <typename T> void dependentFlag(T &flag) {
  std::thread([&flag] { while (!flag) work(); }).detach();
  std::thread([&flag] { while (!flag.load()) work(); }).detach();
  std::thread([&flag] { for (;;) { if (flag) return; work(); } }).detach();
}

//===--- Class templates --------------------------------------------------===//

template <typename T> class Pump {
public:
  void start() { Thread = std::thread([this] { run(); }); }
  void stop() { Thread.detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: thread 'Thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:27: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-4]]:40: note: its task uses 'this', and nothing keeps the object alive until the thread ends

private:
  void run() { work(); }
  std::thread Thread;
};
template class Pump<int>;
template class Pump<long>;

template <typename T> class Uninstantiated {
public:
  void start() {
    std::thread([this] { work(); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:37: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:18: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }
};

template <typename T> class Stoppable {
public:
  void start() { Thread = std::thread([this] { while (!Done) work(); }); }
  void stop() {
    Done = true;
    Thread.detach();
  }

private:
  bool Done = false;
  std::thread Thread;
};
template class Stoppable<int>;

template <typename T> class UninstantiatedStoppable {
public:
  void start() {
    std::thread([this] { while (!Done) work(); }).detach();
    std::thread(&UninstantiatedStoppable::run, this).detach();
    std::thread([this] { while (!Value.cancelled()) work(); }).detach();
  }

private:
  void run() {
    while (!Done)
      work();
  }
  bool Done = false;
  T Value;
};

template <typename T> std::future<T> later(T value) {
  auto p = std::make_shared<std::promise<T>>();
  auto f = p->get_future();
  std::thread([p, value] { p->set_value(value); }).detach();
  return f;
}
void instantiatesLater() {
  auto f = later(1);
  auto g = later(2L);
}

template <typename F> std::future<int> uninstantiatedLater(F f) {
  auto p = std::make_shared<std::promise<int>>();
  auto result = p->get_future();
  std::thread([p, f] { p->set_value(f()); }).detach();
  return result;
}

//===--- Generic lambdas --------------------------------------------------===//

void genericLambdas() {
  auto start = [](auto f) {
    std::thread(f).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  };
  start(work);
  start([] { work(); });
  auto never = [](auto f) {
    std::thread([f] { f(); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  };
  (void)never;
  auto stops = [](auto &flag) {
    std::thread([&flag] { while (!flag) work(); }).detach();
  };
  stops(Stop);
}

//===--- Specialisations --------------------------------------------------===//

template <typename T> struct Traits {
  static void start() { std::thread(work).detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:43: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
};
template <> struct Traits<int> {
  static void start() { std::thread(work).detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:43: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
};
template <typename T> struct Traits<T *> {
  static void start() {
    std::thread([] { while (!Stop) work(); }).detach();
  }
};
void usesTraits() {
  Traits<long>::start();
  Traits<int>::start();
  Traits<int *>::start();
}
