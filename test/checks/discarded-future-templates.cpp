// Templates: as written and as instantiated, one report each.
//
// RUN: %check %s leash-discarded-future -std=c++14-or-later -mocks -- -- -Wno-unused

#include <future>
#include <utility>
#include <vector>

int work();
void log();
bool more();

// --- Nothing instantiates these, and the arguments are dependent ---------------

template <typename F> void never(F Task) {
  std::async(Task);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
template <typename F> void neverPolicy(F Task) {
  (void)std::async(std::launch::async, Task, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
template <typename F> void neverDeferred(F Task) {
  std::async(std::launch::deferred, std::move(Task));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its task is deferred and never runs [leash-discarded-future]
}
template <typename F> void neverVariable(F Task) {
  auto Unused = std::async(Task);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
template <typename F> void neverOverwritten(F Task, int N) {
  std::future<int> Last;
  while (N--)
    Last = std::async(Task);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
template <typename... F> void neverPack(F... Tasks) {
  int Dummy[] = {(std::async(Tasks), 0)...};
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
template <typename T> struct Never {
  T Task;
  void run() { std::async(Task); }
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  template <typename U> void apply(U Given) { std::async(Task, Given); }
  // CHECK-MESSAGES: :[[@LINE-1]]:47: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  ~Never() { (void)std::async(Task); }
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
};
void neverLambda() {
  auto Generic = [](auto Task) { std::async(Task); };
  // CHECK-MESSAGES: :[[@LINE-1]]:34: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
template <typename F> void neverUsing(F Task) {
  using std::async;
  async(Task);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

template <typename F> auto neverReturned(F Task) { return std::async(Task); }
template <typename F, typename S> int neverKept(F Task, S Sink) {
  std::async(Task).get();
  auto Used = std::async(Task);
  Used.get();
  auto Value = Sink(std::async(Task));
  Sink.take(std::async(Task));
  std::vector<decltype(std::async(Task))> All;
  All.push_back(std::async(Task));
  auto NotLast = std::async(Task);
  return Value;
}
// Nobody knows what these names will be.
template <typename T> void neverKnown(T Executor) {
  Executor.async(work);
  Executor->run(work);
  async(Executor);
  T::async(work);
}

// --- Several instantiations ------------------------------------------------------

template <typename F> void twice(F Task) {
  std::async(Task);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  auto Used = std::async(Task);
  Used.get();
  auto Unused = std::async(Task);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
template <typename T> struct Twice {
  T Task;
  std::future<int> Last;
  void run() { std::async(Task); }
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  void loop(int N) {
    while (N--)
      Last = std::async(Task);
      // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
  }
  std::future<int> start() { return std::async(Task); }
  void starts() {
    start();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future that 'start' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    // CHECK-MESSAGES: :[[@LINE-4]]:37: note: the future is made here
  }
};
template <typename T> struct Twice<T *> {
  void run() { std::async(work); }
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
};
template <> struct Twice<char> {
  void run() { std::async(work); }
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
};
struct Functor {
  int operator()() const;
};
struct Other {
  int operator()() const;
};
template <typename T> void use(Twice<T> Object) {
  Object.run();
  Object.loop(3);
  Object.starts();
}
void instantiate() {
  twice(work);
  twice(Functor());
  twice([] { return 1; });
  use(Twice<Functor>());
  use(Twice<Other>());
  Twice<Functor *>().run();
  Twice<int *>().run();
  Twice<char>().run();
  auto Generic = [](auto Task) {
    std::async(Task);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    auto Unused = std::async(Task);
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: future 'Unused' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  };
  Generic(work);
  Generic(Functor());
}

// --- Makers ----------------------------------------------------------------------

template <typename F> std::future<int> make(F Task) {
  return std::async(Task);
}
template <typename F> auto deduced(F Task) {
  return std::async(Task);
}
template <typename F> std::future<int> promised(F) {
  std::promise<int> P;
  return P.get_future();
}
template <typename T> std::future<T> unseen(T Request);
template <typename F> std::future<int> executor(F Task);
auto plain() {
  return std::async(work);
}
template <typename T> struct Maker {
  std::future<int> make(T Task) { return std::async(Task); }
  std::future<int> promised(T) {
    std::promise<int> P;
    return P.get_future();
  }
};
void makers(Maker<Functor> M) {
  make(Functor());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'make<Functor>' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-24]]:10: note: the future is made here
  deduced(Functor());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'deduced<Functor>' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-24]]:10: note: the future is made here
  unseen(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'unseen<int>' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
  plain();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'plain' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-20]]:10: note: the future is made here
  M.make(Functor());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'make' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-20]]:42: note: the future is made here
  promised(work);
  M.promised(Functor());
  executor(work);
  executor(Functor());
  make(Functor()).get();
  auto Kept = deduced(Functor());
  Kept.wait();
}
