// leash-unclosed-pool: members that point at rows and containers of threads. The
// one who has them joins them.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks
#include <memory>
#include <thread>
#include <vector>

void work();

//===--- Reported ---------------------------------------------------------===//

class MadeHere {
  std::thread *Threads;
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: threads of member 'Threads' are never joined: nobody can join them any more [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+4]]:31: note: the threads start here

public:
  MadeHere() : Threads(new std::thread[4]) {}
  void start() { Threads[2] = std::thread(work); }
};

//===--- Silent -----------------------------------------------------------===//

class ByConstructor {
  std::thread *Threads;

public:
  explicit ByConstructor(std::thread *threads) : Threads(threads) {}
  void start() { Threads[2] = std::thread(work); }
};
struct Aggregate {
  std::thread *Threads;
  void start() { Threads[2] = std::thread(work); }
};
class Container {
  std::vector<std::thread> *Threads;

public:
  explicit Container(std::vector<std::thread> *threads) : Threads(threads) {}
  void start() { Threads->emplace_back(work); }
};
class ContainerByReference {
  std::vector<std::thread> &Threads;

public:
  explicit ContainerByReference(std::vector<std::thread> &threads)
      : Threads(threads) {}
  void start() { Threads.emplace_back(work); }
};
class SharedContainer {
  std::shared_ptr<std::vector<std::thread>> Threads;

public:
  explicit SharedContainer(std::shared_ptr<std::vector<std::thread>> threads)
      : Threads(threads) {}
  void start() { Threads->emplace_back(work); }
};
