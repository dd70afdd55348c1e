// leash-unjoined-thread and members that are one thread and that something
// here closes.
//
// RUN: %check %s leash-unjoined-thread -std=c++17-or-later -mocks
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

void work();
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
struct ByPointer {
  std::thread Thread{work};
  ~ByPointer() {
    auto *p = &Thread;
    p->join();
  }
};
struct ByBinding {
  std::thread Bound{work};
};
void stop(ByBinding &b) {
  auto &[t] = b;
  t.join();
}
struct ByCopy {
  std::shared_ptr<std::thread> Thread = std::make_shared<std::thread>(work);
  void stop() {
    auto copy = Thread;
    auto join = [copy] { copy->join(); };
    join();
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
