// leash-unjoined-thread and members that are one thread and that something
// here closes.
//
// RUN: %check %s leash-unjoined-thread -std=c++17-or-later -mocks
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

void work();
bool ready();
void helper(std::thread &);

//===--- By the destructor ------------------------------------------------===//

struct InTheDestructor {
  std::thread Thread{work};
  ~InTheDestructor() {
    if (Thread.joinable())
      Thread.join();
  }
};
struct InTheDestructorOutOfLine {
  std::thread Thread{work};
  ~InTheDestructorOutOfLine();
};
InTheDestructorOutOfLine::~InTheDestructorOutOfLine() { Thread.join(); }
struct ByAMethodOfIt {
  std::thread Thread;
  void start() { Thread = std::thread(work); }
  void stop() {
    if (Thread.joinable())
      Thread.join();
  }
  ~ByAMethodOfIt() { stop(); }
};
struct ByThis {
  std::thread Thread{work};
  ~ByThis() { this->Thread.join(); }
};
struct ByAlias {
  std::thread Thread{work};
  ~ByAlias() {
    auto &t = Thread;
    t.join();
  }
};
struct ByLambda {
  std::thread Thread{work};
  ~ByLambda() {
    auto join = [this] { Thread.join(); };
    join();
  }
};
struct ByDetach {
  std::thread Thread{work};
  ~ByDetach() { Thread.detach(); }
};
struct BySwap {
  std::mutex Mutex;
  std::thread Thread;
  void start() { Thread = std::thread(work); }
  void stop() {
    std::thread t;
    {
      std::unique_lock<std::mutex> lock(Mutex);
      t.swap(Thread);
    }
    if (t.joinable())
      t.join();
  }
  ~BySwap() { stop(); }
};
struct ByExchange {
  std::thread Thread{work};
  ~ByExchange() {
    auto t = std::exchange(Thread, std::thread());
    if (t.joinable())
      t.join();
  }
};
struct ByMove {
  std::thread Thread{work};
  ~ByMove() {
    std::thread t(std::move(Thread));
    t.join();
  }
};
void joinIt(std::thread &t) { t.join(); }
void joinThem(std::thread &t, std::thread &u) {
  t.join();
  u.join();
}
struct ByAHelper {
  std::thread Thread{work};
  std::thread Other{work};
  ~ByAHelper() { joinThem(Thread, Other); }
};
struct ByAHelperElsewhere {
  std::thread Thread{work};
  ~ByAHelperElsewhere() { helper(Thread); }
};
struct ByAStaticHelper {
  std::thread Thread{work};
  static void stop(ByAStaticHelper &self) { self.Thread.join(); }
  ~ByAStaticHelper() { stop(*this); }
};
struct InALoopOverBoth {
  std::thread Reader{work}, Writer{work};
  ~InALoopOverBoth() {
    for (std::thread *t : {&Reader, &Writer})
      if (t->joinable())
        t->join();
  }
};
struct InATryBlock {
  std::thread Thread{work};
  ~InATryBlock() {
    try {
      Thread.join();
    } catch (...) {
    }
  }
};

//===--- By a base, a derived class, a member -----------------------------===//

struct Base {
  std::thread Thread;
  virtual ~Base() {
    if (Thread.joinable())
      Thread.join();
  }
};
struct StartsTheBases : Base {
  void start() { Thread = std::thread(work); }
};
struct Unjoined {
  std::thread Thread;
};
struct DerivedJoins : Unjoined {
  void start() { Thread = std::thread(work); }
  ~DerivedJoins() { Thread.join(); }
};
template <typename T> struct Joining {
  ~Joining() { static_cast<T *>(this)->stop(); }
};
struct Crtp : Joining<Crtp> {
  std::thread Thread{work};
  void stop() { Thread.join(); }
};
template <typename T> struct Runnable {
  std::thread Thread;
  void start() { Thread = std::thread([this] { static_cast<T *>(this)->run(); }); }
  ~Runnable() { Thread.join(); }
};
struct Runs : Runnable<Runs> {
  void run();
};
struct JoinGuard {
  std::thread &Thread;
  explicit JoinGuard(std::thread &t) : Thread(t) {}
  ~JoinGuard() {
    if (Thread.joinable())
      Thread.join();
  }
};
struct ByAMember {
  std::thread Thread{work};
  JoinGuard Guard{Thread};
};
struct ByAMemberFromTheList {
  std::thread Thread;
  JoinGuard Guard;
  ByAMemberFromTheList() : Thread(work), Guard(Thread) {}
};
struct JoinsOthers {
  std::vector<std::thread *> Threads;
  void add(std::thread &t) { Threads.push_back(&t); }
  ~JoinsOthers() {
    for (auto *t : Threads)
      t->join();
  }
};
struct Registered {
  std::thread Thread{work};
  Registered(JoinsOthers &j) { j.add(Thread); }
};

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
