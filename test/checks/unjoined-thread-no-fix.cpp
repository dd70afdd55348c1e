// Where a std::jthread would not compile or would do something else, none is
// offered: --fix leaves the file as it is.
//
// RUN: %check %s leash-unjoined-thread -std=c++20-or-later -mocks
// RUN: cp %s %t.cpp
// RUN: %clang_tidy --load=%plugin --config={} --checks=-*,leash-unjoined-thread --fix %t.cpp -- -std=c++20 -nostdinc++ -isystem %source/test/mocks/std -isystem %source/test/mocks/libs
// RUN: diff %s %t.cpp

#include <boost/thread/thread.hpp>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();
bool ready();
void sink(std::thread);
std::thread make() { return std::thread(work); }
void look(std::thread &t) { t.get_id(); }
using Thread = std::thread;
namespace threads = std;
#define START(name) std::thread name(work)

//===--- Not only joined --------------------------------------------------===//

void letGoElsewhere() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  if (ready())
    t.detach();
}
void moved() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  if (ready())
    sink(std::move(t));
}
void movedHere() {
  std::thread t(work);
  std::thread u = std::move(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'u' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'u' goes out of scope here
}
void swapped() {
  std::thread t(work);
  std::thread u;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'u' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'u' goes out of scope here
  u.swap(t);
}
void handedOn() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  look(t);
}
void referredTo() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  std::thread &r = t;
  r.get_id();
}
void pointedAt() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  const std::thread *p = &t;
  p->get_id();
}

//===--- Made elsewhere ---------------------------------------------------===//

void returned() {
  std::thread t = make();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void returnedAuto() {
  auto t = make();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void ofAnAlias() {
  Thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void ofAMacro() {
  START(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void otherSpelling() {
  threads::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void noQualifier() {
  using std::thread;
  thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void twoInOne() {
  std::thread t(work), u(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  sink(std::move(u));
}

//===--- No std::thread ---------------------------------------------------===//

void boosts() {
  boost::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor detaches it silently [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void pointer() {
  std::thread *t = new std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread 't' is never joined: nobody can join it any more [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void owner() {
  std::unique_ptr<std::thread> t(new std::thread(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void container() {
  std::vector<std::thread> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'ts' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'ts' goes out of scope here
  ts.emplace_back(work);
}
template <typename F> void inATemplate(F f) {
  std::thread t(f);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}

//===--- Members ----------------------------------------------------------===//

class NoDestructor {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
};
class DefaultedDestructor {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
  ~DefaultedDestructor() = default;
};
class Owned {
  std::unique_ptr<std::thread> Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::make_unique<std::thread>(work); }
  ~Owned() { work(); }
};
