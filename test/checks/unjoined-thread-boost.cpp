// leash-unjoined-thread with Boost.Thread: the destructor lets the thread go,
// and says nothing.
//
// RUN: %check %s leash-unjoined-thread -std=c++11,c++17 -mocks
#include <boost/thread.hpp>
#include <memory>
#include <utility>

void work();
void workOn(int);
bool ready();
void elsewhere(boost::thread &);

//===--- Reported ---------------------------------------------------------===//

void forgotten() {
  boost::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenWithArguments(int n) {
  boost::thread t(workOn, n);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void earlyReturn() {
  boost::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is not joined on every path: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  t.join();
}
void temporary() {
  boost::thread{work};
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is never joined: its destructor detaches it silently [leash-unjoined-thread]
}
void onlyInterrupted() {
  boost::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  t.interrupt();
}
void newAndForgotten() {
  boost::thread *t = new boost::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: thread 't' is never joined: nobody can join it any more [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
class Member {
  boost::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread member 'Thread' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = boost::thread(work); }
};
class Owned {
  std::unique_ptr<boost::thread> Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:34: warning: thread member 'Thread' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:35: note: the thread starts here
public:
  void start() { Thread.reset(new boost::thread(work)); }
};

//===--- Silent -----------------------------------------------------------===//

void joined() {
  boost::thread t(work);
  t.join();
}
void joinedIfJoinable() {
  boost::thread t(work);
  if (t.joinable())
    t.join();
}
void joinedWithALimit() {
  boost::thread t(work);
  while (!t.try_join_for(boost::chrono::seconds(1)))
    t.interrupt();
}
void letGo() {
  boost::thread t(work);
  t.detach();
}
void handedOn() {
  boost::thread t(work);
  elsewhere(t);
}
boost::thread returned() { return boost::thread(work); }
void neverStarted() { boost::thread t; }
void group() {
  boost::thread_group group;
  group.create_thread(work);
  group.add_thread(new boost::thread(work));
  group.join_all();
}
void addedToAGroup(boost::thread_group &group) {
  boost::thread *t = new boost::thread(work);
  group.add_thread(t);
}
struct Joined {
  boost::thread Thread;
  void start() { Thread = boost::thread(work); }
  void stop() {
    Thread.interrupt();
    Thread.join();
  }
  ~Joined() { stop(); }
};
