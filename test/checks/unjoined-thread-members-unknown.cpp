// leash-unjoined-thread and members that are one thread and that may be closed
// in ways of their own, or out of sight.
//
// RUN: %check %s leash-unjoined-thread -std=c++17-or-later -mocks
#include <memory>
#include <optional>
#include <thread>
#include <utility>

void work();
void helper(std::thread &);

//===--- Kinds of members -------------------------------------------------===//

struct Pointers {
  std::unique_ptr<std::thread> Owned;
  std::shared_ptr<std::thread> Shared;
  std::optional<std::thread> Optional;
  std::thread *Raw = nullptr;
  void start() {
    Owned = std::make_unique<std::thread>(work);
    Shared = std::make_shared<std::thread>(work);
    Optional.emplace(work);
    Raw = new std::thread(work);
  }
  ~Pointers() {
    if (Owned && Owned->joinable())
      Owned->join();
    if (Shared)
      Shared->join();
    if (Optional)
      Optional->join();
    if (Raw) {
      Raw->join();
      delete Raw;
    }
  }
};
struct Joins {
  void operator()(std::thread *t) const {
    t->join();
    delete t;
  }
};
struct ByADeleter {
  std::unique_ptr<std::thread, Joins> Thread{new std::thread(work)};
};
#if __cplusplus >= 202002L
struct JoinsByItself {
  std::jthread Thread{work};
};
#endif
struct NeverStarted {
  std::thread Thread;
};

//===--- Unknown ----------------------------------------------------------===//

// What is not visible may join.
struct Opaque {
  void *Thread;
  void start() { Thread = new std::thread(work); }
};
struct DestructorElsewhere {
  std::thread Thread{work};
  ~DestructorElsewhere();
};
struct DestructorCallsElsewhere {
  std::thread Thread{work};
  void stop();
  ~DestructorCallsElsewhere() { stop(); }
};
struct MethodElsewhere {
  std::thread Thread;
  void start() { Thread = std::thread(work); }
  void stop();
};
struct BaseElsewhere {
  virtual ~BaseElsewhere();
};
class FriendElsewhere {
  std::thread Thread{work};
  friend class Manager;
};
struct HandedOut {
  std::thread &thread() { return Thread; }
  void start() { Thread = std::thread(work); }
private:
  std::thread Thread;
};
struct HandedOutByPointer {
  std::thread *thread() { return &Thread; }
private:
  std::thread Thread{work};
};
struct TakenOut {
  std::thread take() { return std::move(Thread); }
private:
  std::thread Thread{work};
};
struct HandedOutAtConstruction {
  HandedOutAtConstruction() { helper(Thread); }
private:
  std::thread Thread{work};
};
