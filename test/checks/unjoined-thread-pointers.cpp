// leash-unjoined-thread: members that point at a thread. The one who has the
// thread joins it.
//
// RUN: %check %s leash-unjoined-thread -std=c++11-or-later -mocks
#include <memory>
#include <thread>
#include <vector>

void work();

//===--- Reported ---------------------------------------------------------===//

class MadeHere {
  std::thread *Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread member 'Thread' is never joined: nobody can join it any more [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:31: note: the thread starts here

public:
  void start() { Thread = new std::thread(work); }
};

//===--- Silent -----------------------------------------------------------===//

class ByConstructor {
  std::thread *Thread;

public:
  explicit ByConstructor(std::thread *thread) : Thread(thread) {}
  void start() { *Thread = std::thread(work); }
};
class BySetter {
  std::thread *Thread = nullptr;

public:
  void set(std::thread *thread) { Thread = thread; }
  void start() { *Thread = std::thread(work); }
};
class ByReference {
  std::thread &Thread;

public:
  explicit ByReference(std::thread &thread) : Thread(thread) {}
  void start() { Thread = std::thread(work); }
};
struct Aggregate {
  std::thread *Thread;
  void start() { *Thread = std::thread(work); }
};
class Container {
  std::vector<std::thread> *Threads;

public:
  explicit Container(std::vector<std::thread> *threads) : Threads(threads) {}
  void start() { Threads->emplace_back(work); }
};
class SharedContainer {
  std::shared_ptr<std::vector<std::thread>> Threads;

public:
  explicit SharedContainer(std::shared_ptr<std::vector<std::thread>> threads)
      : Threads(threads) {}
  void start() { Threads->emplace_back(work); }
};
