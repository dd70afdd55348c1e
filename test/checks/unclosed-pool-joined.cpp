// leash-unclosed-pool: each kind of member that holds more than one thread, joined
// in each way.
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

//===--- Joined -----------------------------------------------------------===//

#define STARTS(Class, ...)                                                     \
  struct Class {                                                               \
    ~Class();                                                                  \
    void start();                                                              \
    __VA_ARGS__ Workers;                                                       \
  }
STARTS(RangeFor, std::vector<std::thread>);
void RangeFor::start() { Workers.emplace_back(work); }
RangeFor::~RangeFor() {
  for (auto &each : Workers)
    each.join();
}
STARTS(Index, std::deque<std::thread>);
void Index::start() { Workers.push_back(std::thread(work)); }
Index::~Index() {
  for (std::size_t i = 0; i < Workers.size(); ++i)
    Workers[i].join();
}
STARTS(Iterator, std::list<std::thread>);
void Iterator::start() { Workers.emplace_back(work); }
Iterator::~Iterator() {
  for (auto it = Workers.begin(); it != Workers.end(); ++it)
    it->join();
}
STARTS(WhileNotEmpty, std::list<std::thread>);
void WhileNotEmpty::start() { Workers.emplace_back(work); }
WhileNotEmpty::~WhileNotEmpty() {
  while (!Workers.empty()) {
    Workers.back().join();
    Workers.pop_back();
  }
}
STARTS(ArrayAt, std::array<std::thread, 2>);
void ArrayAt::start() { Workers[0] = std::thread(work); }
ArrayAt::~ArrayAt() {
  for (std::thread &each : Workers)
    if (each.joinable())
      each.join();
}
STARTS(MapValues, std::map<int, std::thread>);
void MapValues::start() { Workers.emplace(1, work); }
MapValues::~MapValues() {
  for (auto &each : Workers)
    each.second.join();
}
STARTS(MapBinding, std::map<int, std::thread>);
void MapBinding::start() { Workers[1] = std::thread(work); }
MapBinding::~MapBinding() {
  for (auto &[id, thread] : Workers)
    thread.join();
}
STARTS(MapFind, std::map<int, std::thread>);
void MapFind::start() { Workers[1] = std::thread(work); }
MapFind::~MapFind() {
  auto it = Workers.find(1);
  if (it != Workers.end())
    it->second.join();
}
STARTS(UniquePointers, std::vector<std::unique_ptr<std::thread>>);
void UniquePointers::start() { Workers.push_back(std::make_unique<std::thread>(work)); }
UniquePointers::~UniquePointers() {
  for (auto &each : Workers)
    each->join();
}
STARTS(RawPointers, std::vector<std::thread *>);
void RawPointers::start() { Workers.push_back(new std::thread(work)); }
RawPointers::~RawPointers() {
  for (std::thread *each : Workers) {
    each->join();
    delete each;
  }
}
STARTS(Optionals, std::array<std::optional<std::thread>, 2>);
void Optionals::start() { Workers[0].emplace(work); }
Optionals::~Optionals() {
  for (auto &each : Workers)
    if (each)
      each->join();
}
struct PthreadArray {
  PthreadArray() {
    for (auto &each : Workers)
      pthread_create(&each, nullptr, run, this);
  }
  ~PthreadArray() {
    for (int i = 0; i < 4; ++i)
      pthread_join(Workers[i], nullptr);
  }
  pthread_t Workers[4];
};
struct Detaches {
  void start() {
    Workers.emplace_back(work);
    Workers.back().detach();
  }
  std::vector<std::thread> Workers;
};

//===--- Types whose destructors join -------------------------------------===//

#if __cplusplus >= 202002L
struct Jthreads {
  void start() {
    Workers.emplace_back(work);
    Named["a"] = std::jthread(work);
    Owned.push_back(std::make_unique<std::jthread>(work));
  }
  std::vector<std::jthread> Workers;
  std::map<std::string, std::jthread> Named;
  std::vector<std::unique_ptr<std::jthread>> Owned;
};
#endif

class Joining {
public:
  explicit Joining(std::thread thread) : Thread(std::move(thread)) {}
  Joining(Joining &&) = default;
  ~Joining() {
    if (Thread.joinable())
      Thread.join();
  }

private:
  std::thread Thread;
};
struct OwnJoiningType {
  void start() {
    Workers.emplace_back(std::thread(work));
    Workers.push_back(Joining(std::thread(work)));
  }
  std::vector<Joining> Workers;
};
