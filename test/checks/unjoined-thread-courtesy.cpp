// leash-unjoined-thread: a handle that is kept, and shown to the caller as a
// courtesy. Whoever calls owes it nothing.
//
// RUN: %check %s leash-unjoined-thread,leash-unclosed-pool -std=c++14-or-later -mocks
#include <map>
#include <memory>
#include <thread>
#include <vector>

void work();

class Group {
public:
  std::thread *createShared(int Key) {
    auto Thread = std::make_shared<std::thread>(work);
    Shared[Key] = Thread;
    return Thread.get();
  }
  std::thread *createPlain() {
    std::thread *Thread = new std::thread(work);
    Plain.push_back(Thread);
    return Thread;
  }
  std::thread *createUnique() {
    Unique.push_back(std::make_unique<std::thread>(work));
    return Unique.back().get();
  }
  std::thread &createHere() {
    Here.emplace_back(work);
    return Here.back();
  }
  void join() {
    for (auto &Each : Shared)
      Each.second->join();
    for (auto *Each : Plain) {
      Each->join();
      delete Each;
    }
    for (auto &Each : Unique)
      Each->join();
    for (auto &Each : Here)
      Each.join();
  }

private:
  std::map<int, std::shared_ptr<std::thread>> Shared;
  std::vector<std::thread *> Plain;
  std::vector<std::unique_ptr<std::thread>> Unique;
  std::vector<std::thread> Here;
};

void useGroup(Group &It) {
  It.createShared(1);
  It.createPlain();
  It.createUnique();
  It.createHere();
}

// Nobody keeps what this one returns.
std::thread *createUnkept() { return new std::thread(work); }
void useUnkept() { createUnkept(); }
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: this thread is never joined: nobody can join it any more [leash-unjoined-thread]
