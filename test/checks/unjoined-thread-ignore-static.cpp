// leash-unjoined-thread and IgnoreStatic: what lives as long as the process is
// still destroyed at its end.
//
// RUN: %check %s leash-unjoined-thread -std=c++14,c++20 -mocks -check-suffix=DEFAULT
// RUN: %check %s leash-unjoined-thread -std=c++14,c++20 -mocks -- "--config={CheckOptions: [{key: leash-unjoined-thread.IgnoreStatic, value: false}]}"
#include <thread>

void work();

class Static {
  std::thread Thread{work};
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  Static() = default;
public:
  static Static &get() {
    static Static it;
    return it;
  }
};
class Leaked {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:14: note: the thread starts here
  Leaked() : Thread(work) {}
public:
  static Leaked &get() {
    static Leaked *it = new Leaked;
    return *it;
  }
};
class Global {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
} TheGlobal;

// Its destructor joins.
class Joined {
  std::thread Thread{work};
public:
  ~Joined() { Thread.join(); }
} TheJoined;

class Ordinary {
  std::thread Thread{work};
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES-DEFAULT: :[[@LINE-2]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
};
