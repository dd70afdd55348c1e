// leash-unjoined-thread and RequireDestructor: a join in another method is no
// longer enough.
//
// RUN: %check %s leash-unjoined-thread -std=c++14-or-later -mocks -check-suffix=OFF
// RUN: %check %s leash-unjoined-thread -std=c++14-or-later -mocks -- "--config={CheckOptions: [{key: leash-unjoined-thread.RequireDestructor, value: true}]}"
#include <memory>
#include <thread>
#include <utility>

void work();

class Server {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is not joined by the destructor of 'Server' [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:17: note: it is joined here, in 'stop', which the destructor does not call
public:
  void start() { Thread = std::thread(work); }
  void stop() { Thread.join(); }
};
class Defaulted {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is not joined by the destructor of 'Defaulted' [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+6]]:7: note: it is joined here, in 'wait', which the destructor does not call
public:
  Defaulted() : Thread(work) {}
  ~Defaulted() = default;
  void wait() {
    if (Thread.joinable())
      Thread.join();
  }
};
class Empty {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is not joined by the destructor of 'Empty' [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:17: note: it is joined here, in 'stop', which the destructor does not call
public:
  void start() { Thread = std::thread(work); }
  void stop() { Thread.join(); }
  ~Empty() { work(); }
};
class Owned {
  std::unique_ptr<std::thread> Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: thread member 'Thread' is not joined by the destructor of 'Owned' [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:17: note: it is joined here, in 'stop', which the destructor does not call
public:
  void start() { Thread = std::make_unique<std::thread>(work); }
  void stop() { Thread->join(); }
};
class ByFunction {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is not joined by the destructor of 'ByFunction' [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+5]]:28: note: it is joined here, in 'stop', which the destructor does not call
public:
  void start() { Thread = std::thread(work); }
  friend void stop(ByFunction &f);
};
void stop(ByFunction &f) { f.Thread.join(); }

//===--- The destructor does it -------------------------------------------===//

class Direct {
  std::thread Thread{work};
public:
  ~Direct() { Thread.join(); }
};
class ThroughStop {
  std::thread Thread{work};
public:
  void stop() { Thread.join(); }
  ~ThroughStop() { stop(); }
};
class ThroughTwo {
  std::thread Thread{work};
public:
  void join() { Thread.join(); }
  void stop() { join(); }
  ~ThroughTwo() { stop(); }
};
class ThroughALambda {
  std::thread Thread{work};
public:
  ~ThroughALambda() {
    auto join = [this] { Thread.join(); };
    join();
  }
};
class Base {
protected:
  std::thread Thread;
public:
  virtual void stop() { Thread.join(); }
  virtual ~Base() { stop(); }
};
class Derived : public Base {
public:
  void start() { Thread = std::thread(work); }
};

//===--- Nobody can tell --------------------------------------------------===//

class Elsewhere {
  std::thread Thread{work};
public:
  void stop() { Thread.join(); }
  ~Elsewhere();
};
void tidyUp(void *);
class CallsElsewhere {
  std::thread Thread{work};
public:
  void stop() { Thread.join(); }
  ~CallsElsewhere() { tidyUp(this); }
};
class CallsAMethodElsewhere {
  std::thread Thread{work};
  void shutDown();
public:
  void stop() { Thread.join(); }
  ~CallsAMethodElsewhere() { shutDown(); }
};
class NeverStarted {
  std::thread Thread;
public:
  void stop() { Thread.join(); }
};
class Given {
  std::thread Thread;
public:
  explicit Given(std::thread t) : Thread(std::move(t)) {}
  void stop() { Thread.join(); }
};

//===--- Nothing joins it: as ever ----------------------------------------===//

class Never {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:27: note: the thread starts here
  // CHECK-MESSAGES-OFF: :[[@LINE-3]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES-OFF: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
};
