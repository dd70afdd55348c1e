// leash-unclosed-pool: pools in containers, closed one by one.
//
// RUN: %check %s leash-unclosed-pool -std=c++17,c++20
#include <algorithm>
#include <list>
#include <map>
#include <memory>
#include <queue>
#include <thread>
#include <utility>
#include <vector>

void work();

class Pool {
public:
  explicit Pool(int count = 4) {
    while (count--)
      Workers.emplace_back(work);
  }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
};
class Manual {
public:
  explicit Manual(int count = 4) {
    while (count--)
      Workers.emplace_back(work);
  }
  void close() {
    for (auto &each : Workers)
      each.join();
    Workers.clear();
  }

private:
  std::vector<std::thread> Workers;
};

//===--- Deleted ----------------------------------------------------------===//

class MapValues {
public:
  void add(int id) { All[id] = new Pool; }
  ~MapValues() {
    for (auto &each : All)
      delete each.second;
  }

private:
  std::map<int, Pool *> All;
};
class MapBindings {
public:
  void add(int id) { All[id] = new Pool; }
  ~MapBindings() {
    for (auto &[id, pool] : All)
      delete pool;
  }

private:
  std::map<int, Pool *> All;
};
class MapIterators {
public:
  void add(int id) { All.emplace(id, new Pool); }
  ~MapIterators() {
    for (auto it = All.begin(); it != All.end(); ++it)
      delete it->second;
  }

private:
  std::map<int, Pool *> All;
};
class MapKeys {
public:
  void add(int id) { All[id] = new Pool; }
  void remove(int id) {
    delete All[id];
    All.erase(id);
  }

private:
  std::map<int, Pool *> All;
};
class Indices {
public:
  void add() { All.push_back(new Pool); }
  ~Indices() {
    for (std::size_t i = 0; i < All.size(); ++i)
      delete All[i];
  }

private:
  std::vector<Pool *> All;
};
class Backs {
public:
  void add() { All.push_back(new Pool); }
  ~Backs() {
    while (!All.empty()) {
      delete All.back();
      All.pop_back();
    }
  }

private:
  std::vector<Pool *> All;
};
class Iterators {
public:
  void add() { All.push_back(new Pool); }
  ~Iterators() {
    for (auto it = All.begin(); it != All.end(); ++it)
      delete *it;
  }

private:
  std::list<Pool *> All;
};
class Queue {
public:
  void add() { All.push(new Pool); }
  ~Queue() {
    while (!All.empty()) {
      Pool *pool = All.front();
      All.pop();
      delete pool;
    }
  }

private:
  std::queue<Pool *> All;
};
class BuiltInArray {
public:
  BuiltInArray() {
    for (int i = 0; i < 4; ++i)
      All[i] = new Pool;
  }
  ~BuiltInArray() {
    for (auto *each : All)
      delete each;
  }

private:
  Pool *All[4];
};
class ByAlgorithm {
public:
  void add() { All.push_back(new Pool); }
  ~ByAlgorithm() {
    std::for_each(All.begin(), All.end(), std::default_delete<Pool>());
  }

private:
  std::vector<Pool *> All;
};
void localArray(int n) {
  Pool *all[4];
  for (int i = 0; i < n; ++i)
    all[i] = new Pool;
  for (int i = 0; i < n; ++i)
    delete all[i];
}

//===--- Closed by a method -----------------------------------------------===//

class Values {
public:
  Values() : All(4) {}
  ~Values() {
    for (auto &each : All)
      each.close();
  }

private:
  std::vector<Manual> All;
};
class MapOfValues {
public:
  void add(int id) { All.emplace(id, 4); }
  ~MapOfValues() {
    for (auto &each : All)
      each.second.close();
  }

private:
  std::map<int, Manual> All;
};
class MapOfOwners {
public:
  void add(int id) { All[id] = std::make_unique<Manual>(4); }
  void remove(int id) {
    auto it = All.find(id);
    it->second->close();
    All.erase(it);
  }

private:
  std::map<int, std::unique_ptr<Manual>> All;
};
class MapOfShared {
public:
  void add(int id) {
    auto pool = std::make_shared<Manual>(4);
    All[id] = pool;
  }
  ~MapOfShared() {
    for (auto &each : All) {
      auto pool = each.second;
      pool->close();
    }
  }

private:
  std::map<int, std::shared_ptr<Manual>> All;
};
void localValues() {
  std::vector<Manual> all(3);
  for (auto &each : all)
    each.close();
}
void localOwners() {
  std::vector<std::unique_ptr<Manual>> all;
  all.push_back(std::make_unique<Manual>(1));
  for (auto &each : all)
    each->close();
}

//===--- Not closed -------------------------------------------------------===//

class Cleared {
public:
  void add(int id) { All[id] = new Pool; }
  ~Cleared() { All.clear(); }

private:
  std::map<int, Pool *> All;
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'Pool' pool member 'All' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:36: note: the pool is made here
};
class Counted {
public:
  void add() { All.push_back(new Pool); }
  std::size_t count() const { return All.size(); }

private:
  std::vector<Pool *> All;
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'Pool' pool member 'All' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:34: note: the pool is made here
};
