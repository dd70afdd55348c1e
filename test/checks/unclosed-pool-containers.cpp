// leash-unclosed-pool: each kind of member that holds more than one thread, and
// each way to put threads into it.
//
// RUN: %check %s leash-unclosed-pool -std=c++17,c++20
#include <array>
#include <deque>
#include <forward_list>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <pthread.h>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

void work();
void serve(int);
void *run(void *);

//===--- Never joined -----------------------------------------------------===//

struct Vector {
  void start(int n) { Workers.emplace_back(serve, n); }
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:23: note: the threads start here
};

struct PushBack {
  void start(int n) {
    for (int i = 0; i < n; ++i)
      Workers.push_back(std::thread(serve, i));
  }
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-4]]:25: note: the threads start here
};

struct MovedIn {
  void start() {
    std::thread t(work);
    Workers.push_back(std::move(t));
  }
  std::deque<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:17: note: the threads start here
};

struct List {
  void start() { Workers.emplace_front(work); }
  std::list<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:18: note: the threads start here
};

struct Array {
  Array() {
    for (auto &each : Workers)
      each = std::thread(work);
  }
  std::array<std::thread, 4> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-4]]:14: note: the threads start here
};

struct BuiltInArray {
  void start() {
    for (int i = 0; i < 4; ++i)
      Workers[i] = std::thread(serve, i);
  }
  std::thread Workers[4];
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-4]]:20: note: the threads start here
};

struct Map {
  void start(int id) { Workers[id] = std::thread(serve, id); }
  std::map<int, std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:38: note: the threads start here
};

struct MapEmplace {
  void start(const std::string &name) { Workers.emplace(name, work); }
  std::unordered_map<std::string, std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:48: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:41: note: the threads start here
};

struct Unique {
  void start() { Workers.push_back(std::make_unique<std::thread>(work)); }
  std::vector<std::unique_ptr<std::thread>> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:45: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:36: note: the threads start here
};

struct UniqueNew {
  void start() { Workers.emplace_back(new std::thread(work)); }
  std::vector<std::unique_ptr<std::thread>> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:45: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:43: note: the threads start here
};

struct Shared {
  void start() { Workers.push_back(std::make_shared<std::thread>(work)); }
  std::list<std::shared_ptr<std::thread>> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:43: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:36: note: the threads start here
};

struct Pthreads {
  void start() {
    for (int i = 0; i < 4; ++i)
      pthread_create(&Workers[i], nullptr, run, this);
  }
  pthread_t Workers[4];
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: threads of member 'Workers' are never joined: their stacks and statuses stay allocated [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: the threads start here
};

struct PthreadVector {
  explicit PthreadVector(int n) : Workers(n) {
    for (pthread_t &each : Workers)
      pthread_create(&each, nullptr, run, this);
  }
  std::vector<pthread_t> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: threads of member 'Workers' are never joined: their stacks and statuses stay allocated [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: the threads start here
};

struct Initialised {
  std::thread Workers[2] = {std::thread(work), std::thread(work)};
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
};

// All of them are one defect.
struct SeveralStarts {
  SeveralStarts() { Workers.emplace_back(work); }
  void more() { Workers.emplace_back(work); }
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-4]]:21: note: the threads start here
};

// clear() destroys running threads, it does not join them.
struct Cleared {
  void start() { Workers.emplace_back(work); }
  ~Cleared() { Workers.clear(); }
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-4]]:18: note: the threads start here
};

struct Pair {
  void start() { Workers.emplace_back(1, std::thread(work)); }
  std::vector<std::pair<int, std::thread>> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:44: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:42: note: the threads start here
};
