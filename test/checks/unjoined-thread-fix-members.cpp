// The fix-its of leash-unjoined-thread for members: a join at the end of the
// destructor, or a call of the method that joins.
//
// RUN: %check %s leash-unjoined-thread -std=c++14-or-later -mocks -fix
// RUN: %check %s leash-unjoined-thread -std=c++14,c++20 -mocks -fix -check-suffix=,STRICT -- "--config={CheckOptions: [{key: leash-unjoined-thread.RequireDestructor, value: true}]}" -- -DSTRICT
#include <boost/thread/thread.hpp>
#include <thread>

void work();

class AsksToStop {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:27: note: the thread starts here
  bool Stop = false;
public:
  void start() { Thread = std::thread(work); }
  ~AsksToStop() {
    Stop = true;
  }
};
// CHECK-FIXES: {{^}}  ~AsksToStop() {
// CHECK-FIXES-NEXT: {{^}}    Stop = true;
// CHECK-FIXES-NEXT: {{^}}  if (Thread.joinable()) Thread.join(); }
class Empty {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
  ~Empty() {}
};
// CHECK-FIXES: {{^}}  ~Empty() {if (Thread.joinable()) Thread.join(); }
class OutOfLine {
  std::thread Reader;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Reader' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Reader = std::thread(work); }
  ~OutOfLine();
};
OutOfLine::~OutOfLine() {
  work();
}
// CHECK-FIXES: {{^}}  work();
// CHECK-FIXES-NEXT: {{^}}if (Reader.joinable()) Reader.join(); }
class Boosts {
  boost::thread Worker;
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread member 'Worker' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Worker = boost::thread(work); }
  ~Boosts() { work(); }
};
// CHECK-FIXES: {{^}}  ~Boosts() { work(); if (Worker.joinable()) Worker.join(); }

#ifdef STRICT
class Stopped {
  std::thread Thread;
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:15: warning: thread member 'Thread' is not joined by the destructor of 'Stopped' [leash-unjoined-thread]
  // CHECK-MESSAGES-STRICT: :[[@LINE+3]]:17: note: it is joined here, in 'stop', which the destructor does not call
public:
  void start() { Thread = std::thread(work); }
  void stop() { Thread.join(); }
  ~Stopped() { work(); }
};
// CHECK-FIXES-STRICT: {{^}}  ~Stopped() { work(); stop(); }
#endif
