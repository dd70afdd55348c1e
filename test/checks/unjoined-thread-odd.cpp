// leash-unjoined-thread, real headers: what people write, and what is all
// right.
//
// RUN: %check %s leash-unjoined-thread -std=c++17,c++20
#include <algorithm>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

void work();
bool ready();

//===--- In other objects -------------------------------------------------===//

void pair() {
  auto p = std::make_pair(std::thread(work), 1);
  p.first.join();
}
void tuple() {
  auto t = std::make_tuple(std::thread(work), 1);
  std::get<0>(t).join();
}
void fieldOfALocal() {
  struct {
    std::thread Thread;
  } s;
  s.Thread = std::thread(work);
  s.Thread.join();
}
void localThatJoins() {
  struct Joins {
    std::thread Thread;
    ~Joins() { Thread.join(); }
  } s;
  s.Thread = std::thread(work);
}
struct Returned {
  std::thread Thread;
  int Number;
};
void stop(Returned &r) { r.Thread.join(); }
Returned fieldOfAResult() {
  Returned r;
  r.Thread = std::thread(work);
  r.Number = 1;
  return r;
}
Returned *fieldOnTheHeap() {
  auto *r = new Returned;
  r->Thread = std::thread(work);
  return r;
}
struct Task {
  std::thread Thread;
  void run() { Thread = std::thread(work); }
  void join() {
    if (Thread.joinable())
      Thread.join();
  }
};
void tasks() {
  std::vector<Task> ts(4);
  for (auto &t : ts)
    t.run();
  for (auto &t : ts)
    t.join();
}

//===--- Arrays and ranges ------------------------------------------------===//

void ownedArray(int n) {
  std::unique_ptr<std::thread[]> ts(new std::thread[n]);
  for (int i = 0; i < n; ++i)
    ts[i] = std::thread(work);
  for (int i = 0; i < n; ++i)
    ts[i].join();
}
void newArray(int n) {
  auto *ts = new std::thread[n];
  for (int i = 0; i < n; ++i)
    ts[i] = std::thread(work);
  for (int i = 0; i < n; ++i)
    ts[i].join();
  delete[] ts;
}
void listOfPointers() {
  std::thread t, u;
  for (auto *p : {&t, &u})
    *p = std::thread(work);
  for (auto *p : {&t, &u})
    p->join();
}
void vectorOfPointers() {
  std::thread t(work);
  std::vector<std::thread *> ps{&t};
  for (auto *p : ps)
    p->join();
}
void vectorOfReferences() {
  std::thread t(work);
  std::vector<std::reference_wrapper<std::thread>> rs;
  rs.push_back(t);
  for (auto &r : rs)
    r.get().join();
}
void vectorOfPairs() {
  std::vector<std::pair<std::thread, int>> ts;
  ts.emplace_back(std::thread(work), 1);
  for (auto &t : ts)
    t.first.join();
}
void vectorsThatMove() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  std::vector<std::thread> us = std::move(ts), vs;
  vs.swap(us);
  for (auto &t : vs)
    t.join();
}
void generated() {
  std::vector<std::thread> ts;
  std::generate_n(std::back_inserter(ts), 4, [] { return std::thread(work); });
  for (auto &t : ts)
    t.join();
}
void transformed() {
  std::vector<std::thread> ts(4);
  std::transform(ts.begin(), ts.end(), ts.begin(),
                 [](std::thread &) { return std::thread(work); });
  for (auto &t : ts)
    t.join();
}
void inserted() {
  std::map<std::thread::id, std::thread> m;
  std::thread t(work);
  m.insert({t.get_id(), std::move(t)});
  for (auto &entry : m)
    entry.second.join();
}
void takenOutOneByOne() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  while (ts.size() > 0) {
    std::thread t = std::move(ts.back());
    ts.pop_back();
    t.join();
  }
}
void noMoreThanTen() {
  std::list<std::thread> ts;
  while (ready()) {
    ts.emplace_back(work);
    if (ts.size() > 10) {
      ts.front().join();
      ts.pop_front();
    }
  }
  for (auto &t : ts)
    t.join();
}
void removed() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  ts.erase(std::remove_if(ts.begin(), ts.end(),
                          [](std::thread &t) {
                            t.join();
                            return true;
                          }),
           ts.end());
}

//===--- Moves ------------------------------------------------------------===//

void movedAndStartedAnew() {
  std::thread t(work), u;
  u = std::move(t);
  t = std::thread(work);
  t.join();
  u.join();
}
void movedFrom() {
  std::thread t(work);
  std::thread u(std::move(t));
  if (t.joinable())
    t.join();
  u.join();
}
void weak() {
  auto t = std::make_shared<std::thread>(work);
  std::weak_ptr<std::thread> w = t;
  t->join();
}
void sharedTwice() {
  auto t = std::make_shared<std::thread>(work);
  auto u = t;
  u->join();
}
void adopted() {
  auto *t = new std::thread(work);
  std::unique_ptr<std::thread> u;
  u.reset(t);
  u->join();
}
std::optional<std::thread> returnedOptional() {
  std::optional<std::thread> t;
  if (ready())
    t.emplace(work);
  return t;
}
