// leash-detached-thread on the odder shapes of C++: none may crash it, and each
// is judged like the plain ones.
//
// RUN: %check %s leash-detached-thread -std=c++20-or-later
#include <array>
#include <atomic>
#include <coroutine>
#include <functional>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <thread>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

void work();
std::atomic<bool> Stop;

//===--- Tasks that run in circles ----------------------------------------===//

void recursive(int n) {
  if (n)
    recursive(n - 1);
  std::thread(recursive, n).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
struct B;
struct A {
  void run(B &);
};
struct B {
  void run(A &a) { a.run(*this); }
};
void A::run(B &b) { b.run(*this); }
void mutual(A &a, B &b) {
  std::thread(&A::run, &a, std::ref(b)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:41: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void byFunction() {
  std::function<void()> f;
  f = [&f] { std::thread(f).detach(); };
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  f();
}
void itself() {
  std::thread t = std::move(t);
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- Places -----------------------------------------------------------===//

void bindings() {
  auto [a, b] = std::make_pair(std::thread(work), 1);
  a.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 'a' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void tuples() {
  auto t = std::make_tuple(std::thread(work));
  std::get<0>(t).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void arrays() {
  std::array<std::thread, 2> a{std::thread(work), std::thread(work)};
  for (auto &t : a)
    t.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread m[2][2];
  m[0][1] = std::thread(work);
  m[0][1].detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a thread of 'm' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:13: note: the thread starts here
}
void optionals() {
  std::optional<std::thread> o;
  o.emplace(work);
  o->detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: thread 'o' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
  o.emplace([] { while (!Stop) work(); });
}
void stoppableOptional() {
  std::optional<std::thread> o;
  o.emplace([] { while (!Stop) work(); });
  (*o).detach();
}
void variants() {
  std::variant<std::thread, int> v(std::thread{work});
  std::get<std::thread>(v).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: thread 'v' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:36: note: the thread starts here
}
std::map<int, std::vector<std::thread>> Nested;
void maps() {
  Nested[1].emplace_back(work);
  for (auto &[key, threads] : Nested)
    for (auto &t : threads)
      t.detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the thread starts here
}
void aggregates() {
  struct {
    std::thread a;
    int b;
  } s{.a = std::thread(work), .b = 1};
  s.a.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread 'a' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void captured() {
  auto f = [t = std::thread(work)]() mutable { t.detach(); };
  // CHECK-MESSAGES: :[[@LINE-1]]:50: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  f();
}
union Either {
  std::thread t;
  int i;
  Either() : t(work) {}
  ~Either() { t.detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:14: note: the thread starts here
};
thread_local std::thread PerThread(work);
void threadLocal() {
  PerThread.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 'PerThread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-4]]:26: note: the thread starts here
}
struct Statics {
  static inline std::thread Inline{work};
  void letGo() {
    this->Inline.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: thread 'Inline' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-4]]:29: note: the thread starts here
  }
};

//===--- Expressions ------------------------------------------------------===//

void conditional(bool b) {
  std::thread x(work), y(work);
  (b ? x : y).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void comma() {
  std::thread x(work);
  (work(), x).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void qualified() {
  std::thread t(work);
  t.std::thread::detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
}
void everyStatement(int n) {
  switch (n) {
  case 1:
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    break;
  default:
    new std::thread(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: nobody keeps the pointer to this new thread: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
  for (; n < 3; new std::thread(work))
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: nobody keeps the pointer to this new thread: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    ++n;
again:
  new std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nobody keeps the pointer to this new thread: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  if (n > 4)
    goto again;
}
void handler() try { work(); } catch (...) {
  std::thread(work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
struct Storage {
  alignas(std::thread) unsigned char Bytes[sizeof(std::thread)];
  // The storage keeps it: nobody needs the pointer.
  void start() { new (Bytes) std::thread(work); }
  void stop() { std::launder(reinterpret_cast<std::thread *>(Bytes))->join(); }
};

// Nothing starts here.
struct Wrapper {
  std::thread Inner;
  void detach() noexcept(noexcept(Inner.detach()));
};
using Nothing = decltype(std::thread(work).detach());
template <typename T>
concept Detachable = requires(T t) { t.detach(); };
static_assert(Detachable<std::thread>);
void unevaluated() {
  (void)sizeof((std::thread(work).detach(), 1));
  static_assert(!noexcept(std::thread(work).detach()));
}

//===--- Derived classes and conversions ----------------------------------===//

struct Derived : std::thread {
  using std::thread::thread;
  void letGo() {
    detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
};
void derived() {
  Derived d(work);
  d.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 'd' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
struct Converts {
  operator std::thread &();
  std::thread *operator->();
};
void converts(Converts c) {
  static_cast<std::thread &>(c).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: thread 'c' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  c->detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: thread 'c' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- Functions --------------------------------------------------------===//

struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};
Task coroutine() {
  std::thread(work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  co_return;
}
Task patientCoroutine() {
  std::thread([] { while (!Stop) work(); }).detach();
  co_return;
}
auto deduced() {
  std::thread t(work);
  return t;
}
void fromDeduced() {
  deduced().detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
std::thread stoppable() {
  return std::thread([] { while (!Stop) work(); });
}
std::unique_ptr<std::thread> stoppableOnHeap() {
  return std::make_unique<std::thread>([] { while (!Stop) work(); });
}
void fromStoppable() {
  stoppable().detach();
  auto t = stoppable();
  t.detach();
  stoppableOnHeap()->detach();
  auto p = stoppableOnHeap();
  p->detach();
}
// One of the two cannot be stopped.
std::thread either(bool b) {
  if (b)
    return std::thread([] { while (!Stop) work(); });
  return std::thread(work);
}
void fromEither() {
  either(true).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-6]]:12: note: the thread starts here
}
void defaultArgument(std::thread t = std::thread(work)) {
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void variadic(auto... tasks) {
  (std::thread(tasks).detach(), ...);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void callsVariadic() { variadic(work, [] { work(); }); }
struct Overloaded {
  void operator()() const;
  void operator()(int) const;
  template <typename T> void operator()(T *) const {}
};
void overloaded() {
  std::thread(Overloaded()).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
struct Interface {
  virtual void run() = 0;
  void start() {
    std::thread(&Interface::run, this).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:34: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }
};
template <auto F> void constant() {
  std::thread(F).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
template void constant<work>();
