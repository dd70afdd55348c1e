// leash-unjoined-thread in templates: reported once, instantiated or not.
//
// RUN: %check %s leash-unjoined-thread -std=c++14-or-later -mocks
#include <thread>
#include <utility>
#include <vector>

void work();
bool ready();

//===--- Reported ---------------------------------------------------------===//

template <typename F> void instantiatedTwice(F f) {
  std::thread t(f);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
template <typename F> void neverInstantiated(F f) {
  std::thread t(f);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
template <typename T> void independent() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
template <typename F> void onAPath(F f) {
  std::thread t(f);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  t.join();
}
template <typename F> void onAPathNeverInstantiated(F f) {
  std::thread t(f);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  t.join();
}
template <typename Thread> void ofAType() {
  Thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
template <typename T> struct Class {
  void run() {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  }
  template <typename F> void runMember(F f) {
    std::thread t(f);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  }
};
void generic() {
  auto run = [](auto f) {
    std::thread t(f);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  };
  run(work);
}
template <typename F> void temporary(F f) {
  std::thread{f};
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}
template <int N> void joinedInOneInstance() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  if (N == 1)
    t.join();
}
template <typename... F> void pack(F... f) {
  std::thread t(f...);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}

void instantiate() {
  instantiatedTwice(work);
  instantiatedTwice([] { work(); });
  independent<int>();
  independent<long>();
  onAPath(work);
  onAPath([] {});
  ofAType<std::thread>();
  Class<int>().run();
  Class<long>().run();
  Class<int>().runMember(work);
  temporary(work);
  joinedInOneInstance<1>();
  joinedInOneInstance<2>();
  pack(work);
}

//===--- Silent -----------------------------------------------------------===//

template <typename F> void joined(F f) {
  std::thread t(f);
  t.join();
}
template <typename F> void joinedNeverInstantiated(F f) {
  std::thread t(f);
  t.join();
}
template <typename T> void joinIt(T &t) { t.join(); }
template <typename F> void joinedByAHelper(F f) {
  std::thread t(f);
  joinIt(t);
}
// What a dependent call does, nobody knows.
template <typename F, typename G> void unknown(F f, G g) {
  std::thread t(f);
  g(t);
}
template <typename F, typename G> void unknownMethod(F f, G g) {
  std::thread t(f);
  g.take(t);
}
template <typename F> void unknownFunction(F f) {
  std::thread t(f);
  finish(f, t);
}
template <typename Thread> void ofAJoiningType() {
  Thread t(work);
}
struct Joins {
  std::thread Thread;
  explicit Joins(void (*f)()) : Thread(f) {}
  ~Joins() { Thread.join(); }
};
template <typename F> std::thread returned(F f) {
  std::thread t(f);
  return t;
}
template <typename F> void collected(F f, std::vector<std::thread> &ts) {
  std::thread t(f);
  ts.push_back(std::move(t));
}
#if __cplusplus >= 201703L
template <bool Parallel> void chosen() {
  std::thread t;
  if constexpr (Parallel)
    t = std::thread(work);
  work();
  if constexpr (Parallel)
    t.join();
}
void instantiateChosen() {
  chosen<true>();
  chosen<false>();
}
#endif
void instantiateSilent() {
  joined(work);
  joined([] {});
  joinedByAHelper(work);
  unknown(work, [](std::thread &t) { t.join(); });
  ofAJoiningType<Joins>();
  returned(work).join();
}
