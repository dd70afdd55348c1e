// leash-unjoined-thread and local containers of threads that are joined by
// somebody else, or in another shape.
//
// REQUIRES: llvm-at-least-16
// RUN: %check %s leash-unjoined-thread -std=c++17,c++20
#include <algorithm>
#include <functional>
#include <iterator>
#include <list>
#include <memory>
#include <optional>
#include <thread>
#include <vector>
#if __cplusplus >= 202002L
#include <ranges>
#endif

void work();
bool ready();
void elsewhere(std::vector<std::thread> &);
void sink(std::vector<std::thread>);
extern std::vector<std::thread> Global;

//===--- Helpers ----------------------------------------------------------===//

void joinAll(std::vector<std::thread> &ts) {
  for (auto &t : ts)
    t.join();
}
template <typename C> void joinEach(C &ts) {
  for (auto &t : ts)
    t.join();
}
template <typename It> void joinRange(It from, It to) {
  for (; from != to; ++from)
    from->join();
}
void joinArray(std::thread *ts, int n) {
  for (int i = 0; i < n; ++i)
    ts[i].join();
}
void count(const std::vector<std::thread> &ts) { ts.size(); }
void start(std::vector<std::thread> &ts) { ts.emplace_back(work); }
void startAndJoinAll(std::vector<std::thread> &ts) {
  for (auto &t : ts)
    t = std::thread(work);
  for (auto &t : ts)
    t.join();
}
std::vector<std::thread> startAll(int n) {
  std::vector<std::thread> ts;
  for (int i = 0; i < n; ++i)
    ts.emplace_back(work);
  return ts;
}

void helpers() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  joinAll(ts);
  std::vector<std::thread> us;
  us.emplace_back(work);
  joinEach(us);
  std::vector<std::thread> vs;
  vs.emplace_back(work);
  joinRange(vs.begin(), vs.end());
  std::thread array[4];
  for (auto &t : array)
    t = std::thread(work);
  joinArray(array, 4);
}
void unknown() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  elsewhere(ts);
}
void moved() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  sink(std::move(ts));
  std::vector<std::thread> us;
  us.emplace_back(work);
  Global = std::move(us);
  std::vector<std::thread> vs;
  vs.emplace_back(work);
  Global.swap(vs);
  std::vector<std::thread> ws;
  ws.emplace_back(work);
  std::move(ws.begin(), ws.end(), std::back_inserter(Global));
}
std::vector<std::thread> returned() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  return ts;
}
void startedByAHelper() {
  std::vector<std::thread> ts;
  start(ts);
  joinAll(ts);
  auto us = startAll(4);
  joinAll(us);
  std::vector<std::thread> vs(4);
  while (ready())
    startAndJoinAll(vs);
}
void lambdas() {
  std::vector<std::thread> ts;
  auto add = [&] { ts.emplace_back(work); };
  add();
  auto join = [&] {
    for (auto &t : ts)
      t.join();
  };
  join();
}
void alias() {
  std::vector<std::thread> ts;
  auto &us = ts;
  us.emplace_back(work);
  for (auto &t : us)
    t.join();
}
void elementsMovedOut() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  std::thread t = std::move(ts.back());
  ts.pop_back();
  t.join();
  std::list<std::thread> us;
  us.emplace_back(work);
  for (auto &u : us)
    Global.push_back(std::move(u));
}
void detached() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  for (auto &t : ts)
    t.detach();
}
void joinedWhereItWasAdded() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  ts.back().join();
  std::vector<std::thread> us;
  us.emplace_back(work).join();
}
void joinedInBatches(int n) {
  std::vector<std::thread> ts;
  for (int i = 0; i < n; ++i) {
    ts.emplace_back(work);
    if (ts.size() == 4) {
      for (auto &t : ts)
        t.join();
      ts.clear();
    }
  }
  for (auto &t : ts)
    t.join();
}
void onlyWhenNotEmpty() {
  std::vector<std::thread> ts;
  if (ready())
    ts.emplace_back(work);
  if (!ts.empty())
    ts.front().join();
}
void correlated(bool parallel) {
  std::vector<std::thread> ts;
  if (parallel)
    ts.emplace_back(work);
  if (parallel)
    joinAll(ts);
}
void optionals() {
  std::optional<std::thread> t;
  t.emplace(work);
  t->join();
  std::optional<std::thread> u;
  if (ready())
    u = std::thread(work);
  if (u)
    u->join();
}
struct JoinsAll {
  std::vector<std::thread> &Threads;
  ~JoinsAll() {
    for (auto &t : Threads)
      if (t.joinable())
        t.join();
  }
};
void guarded() {
  std::vector<std::thread> ts;
  JoinsAll guard{ts};
  ts.emplace_back(work);
  if (ready())
    return;
  work();
}
struct Group {
  std::vector<std::thread> Threads;
  void add() { Threads.emplace_back(work); }
  ~Group() { joinAll(Threads); }
};
void inAClass() {
  Group g;
  g.add();
  g.Threads.emplace_back(work);
}
#if __cplusplus >= 202002L
void ranges() {
  std::vector<std::thread> ts(4);
  for (auto &t : ts)
    t = std::thread(work);
  std::ranges::for_each(ts, &std::thread::join);
  std::vector<std::jthread> us;
  for (int i : std::views::iota(0, 4))
    us.emplace_back(work);
}
#endif

//===--- Reported ---------------------------------------------------------===//

void onlyCounted() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  ts.emplace_back(work);
  count(ts);
}
void startedByAHelperAndForgotten() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'ts' goes out of scope here
  start(ts);
}
void returnedAndForgotten() {
  auto ts = startAll(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'ts' goes out of scope here
}
void optionalForgotten() {
  std::optional<std::thread> t;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  t.emplace(work);
}
