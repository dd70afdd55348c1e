// leash-unjoined-thread with the real Boost.Thread, its guards and scopes.
//
// REQUIRES: boost-headers
// RUN: %check %s leash-unjoined-thread -std=c++11,c++17
#include <boost/bind/bind.hpp>
#include <boost/make_shared.hpp>
#include <boost/scope_exit.hpp>
#include <boost/scoped_ptr.hpp>
#include <boost/shared_ptr.hpp>
#include <boost/thread.hpp>
#include <boost/thread/scoped_thread.hpp>
#include <boost/thread/thread_guard.hpp>

void work();
void workOn(int);
bool ready();

//===--- Reported ---------------------------------------------------------===//

void forgotten() {
  boost::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenBound(int n) {
  boost::thread t(boost::bind(workOn, n));
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenWithAttributes() {
  boost::thread::attributes attributes;
  boost::thread t(attributes, [] { work(); });
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
void owned() {
  boost::scoped_ptr<boost::thread> t(new boost::thread(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: thread 't' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
class Member {
  boost::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread member 'Thread' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:14: note: the thread starts here
public:
  Member() : Thread(work) {}
};
class Shared {
  boost::shared_ptr<boost::thread> Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: thread member 'Thread' is never joined: its destructor detaches it silently [leash-unjoined-thread]
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
void moved() {
  boost::thread t(work);
  boost::thread u(boost::move(t));
  u.join();
  boost::thread v(work), w;
  w.swap(v);
  w.join();
}
boost::thread returned() {
  boost::thread t(work);
  return boost::move(t);
}
void guarded() {
  boost::thread t(work);
  boost::thread_guard<> guard(t);
}
void scoped() {
  boost::scoped_thread<> t((boost::thread(work)));
  boost::strict_scoped_thread<boost::interrupt_and_join_if_joinable> u(
      (boost::thread(work)));
  boost::scoped_thread<> v(work);
}
void scopeExit() {
  boost::thread t(work);
  BOOST_SCOPE_EXIT_ALL(&t) { t.join(); };
  if (ready())
    return;
  work();
}
void group() {
  boost::thread_group group;
  group.create_thread(work);
  group.add_thread(new boost::thread(work));
  group.join_all();
}
void shared() {
  boost::shared_ptr<boost::thread> t = boost::make_shared<boost::thread>(work);
  t->join();
}
class JoinedMember {
  boost::thread Thread;
public:
  JoinedMember() : Thread(boost::bind(&JoinedMember::run, this)) {}
  ~JoinedMember() {
    Thread.interrupt();
    Thread.join();
  }
  void run();
};
class JoinedOwned {
  boost::shared_ptr<boost::thread> Thread;
public:
  void start() { Thread.reset(new boost::thread(work)); }
  void stop() {
    if (Thread) {
      Thread->join();
      Thread.reset();
    }
  }
};
