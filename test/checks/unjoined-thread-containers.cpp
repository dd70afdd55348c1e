// leash-unjoined-thread and local containers of threads, with the real headers.
//
// RUN: %check %s leash-unjoined-thread -std=c++17,c++20
#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <thread>
#include <unordered_map>
#include <vector>

void work();
bool ready();

//===--- Never joined -----------------------------------------------------===//

void vectorEmplaced() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  for (int i = 0; i < 4; ++i)
    ts.emplace_back(work);
}
void vectorPushed() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:16: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'ts' goes out of scope here
  ts.push_back(std::thread(work));
}
void vectorMovedInto() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:15: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  std::thread t(work);
  ts.push_back(std::move(t));
}
void vectorAssigned(int n) {
  std::vector<std::thread> ts(n);
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:9: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  for (auto &t : ts)
    t = std::thread(work);
}
void vectorIndexed(int n) {
  std::vector<std::thread> ts(n);
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:13: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  for (int i = 0; i < n; ++i)
    ts[i] = std::thread(work);
}
void listEmplaced() {
  std::list<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'ts' goes out of scope here
  ts.emplace_back(work);
}
void dequeEmplaced() {
  std::deque<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'ts' goes out of scope here
  ts.emplace_front(work);
}
void mapEmplaced() {
  std::map<int, std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'ts' goes out of scope here
  ts.emplace(1, work);
}
void mapAssigned() {
  std::map<int, std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:11: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'ts' goes out of scope here
  ts[2] = std::thread(work);
}
void unorderedMapEmplaced() {
  std::unordered_map<int, std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'ts' goes out of scope here
  ts.try_emplace(1, work);
}
void builtInArray() {
  std::thread ts[4];
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:9: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  for (auto &t : ts)
    t = std::thread(work);
}
void builtInArrayInitialised() {
  std::thread ts[] = {std::thread(work), std::thread(work)};
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'ts' goes out of scope here
}
void stdArray() {
  std::array<std::thread, 4> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:13: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  for (std::size_t i = 0; i < ts.size(); ++i)
    ts[i] = std::thread(work);
}
void vectorOfOwners() {
  std::vector<std::unique_ptr<std::thread>> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:45: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:16: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'ts' goes out of scope here
  ts.push_back(std::make_unique<std::thread>(work));
}
void vectorOfOwnersEmplaced() {
  std::vector<std::unique_ptr<std::thread>> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:45: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:23: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'ts' goes out of scope here
  ts.emplace_back(new std::thread(work));
}
void vectorOfPointers() {
  std::vector<std::thread *> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of 'ts' are never joined: nobody can join them any more [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:22: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  for (int i = 0; i < 4; ++i)
    ts.push_back(new std::thread(work));
}
void onlyReserved() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+5]]:1: note: 'ts' goes out of scope here
  ts.reserve(4);
  ts.emplace_back(work);
  if (ts.size() > 1)
    work();
}
void cleared() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: it is destroyed here
  ts.emplace_back(work);
  ts.clear();
}

//===--- Not joined on every path -----------------------------------------===//

void earlyReturn() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are not joined on every path: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+5]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the function returns here
  for (int i = 0; i < 4; ++i)
    ts.emplace_back(work);
  if (ready())
    return;
  for (auto &t : ts)
    t.join();
}
void returnInTheSpawningLoop() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are not joined on every path: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:9: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: the function returns here
  for (int i = 0; i < 4; ++i) {
    ts.emplace_back(work);
    if (ready())
      return;
  }
  for (auto &t : ts)
    t.join();
}
void joinedInOneBranch() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are not joined on every path: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+5]]:1: note: 'ts' goes out of scope here
  ts.emplace_back(work);
  if (ready())
    for (auto &t : ts)
      t.join();
}

//===--- Joined -----------------------------------------------------------===//

void rangeFor() {
  std::vector<std::thread> ts;
  for (int i = 0; i < 4; ++i)
    ts.emplace_back(work);
  for (auto &t : ts)
    t.join();
}
void rangeForIfJoinable() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  for (std::thread &t : ts)
    if (t.joinable())
      t.join();
}
void index() {
  std::vector<std::thread> ts;
  for (int i = 0; i < 4; ++i)
    ts.push_back(std::thread(work));
  for (std::size_t i = 0; i < ts.size(); ++i)
    ts[i].join();
}
void indexUpToTheSameCount(int n) {
  std::vector<std::thread> ts;
  for (int i = 0; i < n; ++i)
    ts.push_back(std::thread(work));
  for (int i = 0; i < n; ++i)
    ts.at(i).join();
}
void iterators() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  for (auto it = ts.begin(); it != ts.end(); ++it)
    it->join();
  std::list<std::thread> us;
  us.emplace_back(work);
  for (auto it = us.begin(); it != us.end(); ++it)
    (*it).join();
}
void fromTheBack() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  while (!ts.empty()) {
    ts.back().join();
    ts.pop_back();
  }
  std::deque<std::thread> us;
  us.emplace_back(work);
  while (!us.empty()) {
    us.front().join();
    us.pop_front();
  }
}
void algorithms() {
  std::vector<std::thread> ts;
  ts.emplace_back(work);
  std::for_each(ts.begin(), ts.end(), std::mem_fn(&std::thread::join));
  std::thread us[2];
  for (auto &t : us)
    t = std::thread(work);
  std::for_each(std::begin(us), std::end(us), [](std::thread &t) { t.join(); });
}
void maps() {
  std::map<int, std::thread> ts;
  ts.emplace(1, work);
  for (auto &entry : ts)
    entry.second.join();
  std::unordered_map<int, std::thread> us;
  us[1] = std::thread(work);
  for (auto &[id, t] : us)
    t.join();
  std::map<int, std::thread> vs;
  vs[1] = std::thread(work);
  vs[1].join();
}
void arrays() {
  std::thread ts[2] = {std::thread(work), std::thread(work)};
  ts[0].join();
  ts[1].join();
  std::array<std::thread, 2> us;
  for (auto &t : us)
    t = std::thread(work);
  for (auto &t : us)
    t.join();
}
void pointers() {
  std::vector<std::unique_ptr<std::thread>> ts;
  ts.push_back(std::make_unique<std::thread>(work));
  for (auto &t : ts)
    t->join();
  std::vector<std::thread *> us;
  us.push_back(new std::thread(work));
  for (auto *t : us) {
    t->join();
    delete t;
  }
}
void neverFilled() {
  std::vector<std::thread> ts;
  std::vector<std::thread> us(4);
  std::thread vs[4];
  us.resize(2);
}
