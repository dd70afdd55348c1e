// leash-unjoined-thread and members that another method joins, that somebody
// else gave, or that live behind a pointer.
//
// RUN: %check %s leash-unjoined-thread -std=c++17-or-later -mocks
#include <functional>
#include <memory>
#include <thread>
#include <utility>

void work();
bool ready();

//===--- By another method ------------------------------------------------===//

struct ByStop {
  std::thread Thread;
  void start() { Thread = std::thread(work); }
  void stop() { Thread.join(); }
};
struct ByWait {
  ByWait() : Thread(work) {}
  void wait() {
    if (Thread.joinable())
      Thread.join();
  }
private:
  std::thread Thread;
};
struct ByMoveAssignment {
  std::thread Thread;
  ByMoveAssignment() : Thread(work) {}
  ByMoveAssignment(ByMoveAssignment &&) = default;
  ByMoveAssignment &operator=(ByMoveAssignment &&other) {
    if (Thread.joinable())
      Thread.join();
    Thread = std::move(other.Thread);
    return *this;
  }
  ~ByMoveAssignment() {
    if (Thread.joinable())
      Thread.join();
  }
};
struct ByAFreeFunction {
  std::thread Thread;
  void start() { Thread = std::thread(work); }
};
void stop(ByAFreeFunction &s) { s.Thread.join(); }
struct ByAFriend {
  void start() { Thread = std::thread(work); }
private:
  std::thread Thread;
  friend void stop(ByAFriend &s);
};
void stop(ByAFriend &s) { s.Thread.join(); }
class ByAFriendClass {
  std::thread Thread{work};
  friend class Stops;
};
class Stops {
  void stop(ByAFriendClass &s) { s.Thread.join(); }
};
struct InTheSameMethod {
  std::thread Thread;
  void run() {
    Thread = std::thread(work);
    work();
    Thread.join();
  }
};
struct InItsOwner {
  struct Part {
    std::thread Thread{work};
  } One, Two;
  ~InItsOwner() {
    One.Thread.join();
    Two.Thread.join();
  }
};
struct InItsOwnersLoop {
  struct Part {
    std::thread Thread;
  } Parts[4];
  void start() {
    for (auto &p : Parts)
      p.Thread = std::thread(work);
  }
  ~InItsOwnersLoop() {
    for (auto &p : Parts)
      p.Thread.join();
  }
};
void aggregate() {
  struct Both {
    std::thread Reader, Writer;
  };
  Both b{std::thread(work), std::thread(work)};
  b.Reader.join();
  b.Writer.join();
}

//===--- Given by somebody else -------------------------------------------===//

class Given {
  std::thread Thread;
public:
  explicit Given(std::thread t) : Thread(std::move(t)) {}
};
class GivenLater {
  std::thread Thread;
public:
  void set(std::thread &&t) { Thread = std::move(t); }
};
class GivenByReference {
  std::thread &Thread;
public:
  explicit GivenByReference(std::thread &t) : Thread(t) {}
  void start() { Thread = std::thread(work); }
};
class GivenPointer {
  std::thread *Thread;
public:
  explicit GivenPointer(std::thread *t) : Thread(t) {}
};
std::thread elsewhere();
class MadeElsewhere {
  std::thread Thread = elsewhere();
};

//===--- Behind a pointer -------------------------------------------------===//

struct Pimpl {
  struct Impl {
    std::thread Thread;
    void start() { Thread = std::thread(work); }
    ~Impl() { Thread.join(); }
  };
  std::unique_ptr<Impl> I;
};
struct PimplJoinedByItsOwner {
  struct Impl {
    std::thread Thread{work};
  };
  std::unique_ptr<Impl> I;
  ~PimplJoinedByItsOwner() { I->Thread.join(); }
};
struct PimplUnjoined {
  struct Impl {
    std::thread Thread;
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:29: note: the thread starts here
    void start() { Thread = std::thread(work); }
  };
  std::unique_ptr<Impl> I;
  void start() { I->start(); }
};
struct PimplStartedByItsOwner {
  struct Impl {
    std::thread Thread;
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+3]]:30: note: the thread starts here
  };
  std::unique_ptr<Impl> I;
  void start() { I->Thread = std::thread(work); }
};
struct PimplIncomplete {
  struct Impl;
  std::unique_ptr<Impl> I;
  void start();
  ~PimplIncomplete();
};
struct PimplIncomplete::Impl {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:45: note: the thread starts here
};
void PimplIncomplete::start() { I->Thread = std::thread(work); }
PimplIncomplete::~PimplIncomplete() {}

struct PimplComplete {
  struct Impl;
  std::unique_ptr<Impl> I;
  void start();
  ~PimplComplete();
};
struct PimplComplete::Impl {
  std::thread Thread;
};
void PimplComplete::start() { I->Thread = std::thread(work); }
PimplComplete::~PimplComplete() { I->Thread.join(); }

//===--- Templates --------------------------------------------------------===//

template <typename F> class Task {
  F Body;
  std::thread Thread;
public:
  explicit Task(F f) : Body(f), Thread(Body) {}
  ~Task() { Thread.join(); }
};
template <typename F> class UnjoinedTask {
  F Body;
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:41: note: the thread starts here
public:
  explicit UnjoinedTask(F f) : Body(f), Thread(Body) {}
};
template <typename T> struct NeverInstantiated {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:27: note: the thread starts here
  void start() { Thread = std::thread(work); }
};
template <typename T> struct JoinedInATemplate {
  T Value;
  std::thread Thread;
  void start() { Thread = std::thread(work); }
  ~JoinedInATemplate() {
    if (Thread.joinable())
      Thread.join();
  }
};
void instantiate() {
  Task<void (*)()> t(work);
  UnjoinedTask<void (*)()> u(work);
  JoinedInATemplate<int> j;
  j.start();
}
