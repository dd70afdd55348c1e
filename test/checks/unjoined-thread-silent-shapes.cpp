// leash-unjoined-thread, real headers: ways to own a thread that are all right.
//
// REQUIRES: absl-headers
// REQUIRES: llvm-at-least-16
// RUN: %check %s leash-unjoined-thread -std=c++17,c++20
#include <absl/cleanup/cleanup.h>
#include <algorithm>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>
#if __cplusplus >= 202002L
#include <latch>
#include <ranges>
#endif

void w();

//===--- Members ----------------------------------------------------------===//

struct Destructor {
  std::thread t{w};
  ~Destructor() { if (t.joinable()) t.join(); }
};
struct Stop {
  std::thread t;
  void start() { t = std::thread(w); }
  void stop() { if (t.joinable()) t.join(); }
  ~Stop() { stop(); }
};
struct Base {
  std::thread t;
  virtual ~Base() { if (t.joinable()) t.join(); }
};
struct Derived : Base {
  void start() { t = std::thread(w); }
};
struct Pointers {
  std::unique_ptr<std::thread> p;
  std::shared_ptr<std::thread> s;
  std::optional<std::thread> o;
  std::map<int, std::thread> m;
  std::list<std::thread> l;
  std::thread *raw = nullptr;
  void start() {
    p = std::make_unique<std::thread>(w);
    s = std::make_shared<std::thread>(w);
    o.emplace(w);
    m.emplace(1, w);
    m[2] = std::thread(w);
    l.emplace_back(w);
    raw = new std::thread(w);
  }
  ~Pointers() {
    if (p && p->joinable()) p->join();
    if (s) s->join();
    if (o) o->join();
    for (auto &kv : m) kv.second.join();
    while (!l.empty()) { l.back().join(); l.pop_back(); }
    if (raw) { raw->join(); delete raw; }
  }
};
struct UnderALock {
  std::mutex mx;
  std::thread t;
  void start() { t = std::thread(w); }
  void stop() {
    std::thread x;
    { std::lock_guard<std::mutex> g(mx); x.swap(t); }
    if (x.joinable()) x.join();
  }
  void stop2() {
    auto x = std::exchange(t, {});
    if (x.joinable()) x.join();
  }
  ~UnderALock() { stop(); }
};

//===--- Handed on --------------------------------------------------------===//

std::thread make() { return std::thread(w); }
std::thread make2() { std::thread t(w); return t; }
void sink(std::thread t) { t.join(); }
void out(std::thread &slot) { slot = std::thread(w); }
struct Pair { std::thread a, b; };
Pair makePair() { return {std::thread(w), std::thread(w)}; }
void handedOn() {
  std::thread t = make();
  sink(std::move(t));
  std::thread s;
  out(s);
  s.join();
  auto [a, b] = makePair();
  a.join();
  b.join();
  std::thread j([x = make2()]() mutable { x.join(); });
  j.join();
}
void joinOne(std::thread &t) { if (t.joinable()) t.join(); }
void joinPointer(std::thread *t) { t->join(); }
template <class C> void joinAll(C &c) { for (auto &t : c) t.join(); }
void helpers() {
  std::thread a(w), b(w);
  std::vector<std::thread> v;
  v.emplace_back(w);
  joinOne(a);
  joinPointer(&b);
  joinAll(v);
}
void temporaries() {
  std::thread(w).join();
  std::thread{w}.detach();
  make().join();
}

//===--- Containers -------------------------------------------------------===//

void loops() {
  std::vector<std::thread> v;
  for (int i = 0; i < 4; ++i) v.push_back(std::thread(w));
  for (auto &t : v) t.join();
  v.clear();
  for (int i = 0; i < 4; ++i) v.emplace_back(w);
  std::for_each(v.begin(), v.end(), std::mem_fn(&std::thread::join));
  v.clear();
  for (int i = 0; i < 4; ++i) v.emplace_back(w);
  for (std::size_t i = 0; i < v.size(); ++i) v[i].join();
  v.clear();
  for (int i = 0; i < 4; ++i) v.emplace_back(w);
  for (auto it = v.begin(); it != v.end(); ++it) it->join();
  v.clear();
  for (int i = 0; i < 4; ++i) v.emplace_back(w);
  while (!v.empty()) { v.back().join(); v.pop_back(); }
  std::thread arr[2];
  for (auto &t : arr) t = std::thread(w);
  std::for_each(std::begin(arr), std::end(arr), [](std::thread &t) { t.join(); });
}
// Futures are leash-discarded-future's.
void futures() {
  auto f = std::async(std::launch::async, w);
  f.get();
  std::vector<std::future<void>> fs;
  for (int i = 0; i < 3; ++i) fs.push_back(std::async(std::launch::async, w));
  for (auto &x : fs) x.get();
  { auto g = std::async(std::launch::async, w); }
  std::packaged_task<void()> pt(w);
  auto r = pt.get_future();
  std::thread(std::move(pt)).detach();
  r.wait();
}

//===--- Conditions -------------------------------------------------------===//

void conditional(bool par) {
  std::thread t;
  if (par) t = std::thread(w); else w();
  if (t.joinable()) t.join();
}
int beforeTheStart(int n) {
  if (n == 0) return 0;
  std::thread t(w);
  t.join();
  return n;
}

//===--- Guards -----------------------------------------------------------===//

struct Joiner {
  void operator()(std::thread *t) const { t->join(); delete t; }
};
void cleanup() {
  std::thread t(w);
  absl::Cleanup j = [&t] { t.join(); };
}
void deleter() { std::unique_ptr<std::thread, Joiner> p(new std::thread(w)); }
void sharedDeleter() {
  std::shared_ptr<std::thread> p(new std::thread(w), [](std::thread *t) { t->join(); delete t; });
}

#if __cplusplus >= 202002L
void ranges() {
  std::vector<std::thread> v(4);
  for (auto &t : v) t = std::thread(w);
  std::ranges::for_each(v, &std::thread::join);
}
void joining() {
  auto v = std::views::iota(0, 4);
  std::vector<std::jthread> ts;
  for (int i : v) { (void)i; ts.emplace_back(w); }
}
std::jthread joiningReturned() { std::jthread t(w); return t; }
void stopped() { auto t = joiningReturned(); t.request_stop(); }
void latched() {
  std::latch done(3);
  for (int i = 0; i < 3; ++i)
    std::thread([&done] { w(); done.count_down(); }).detach();
  done.wait();
}
#endif
