// The fix-its of leash-unjoined-thread: a std::thread that is only ever joined
// becomes a std::jthread, which joins by itself.
//
// RUN: %check %s leash-unjoined-thread -std=c++20-or-later -mocks -fix
#include <thread>
#include <utility>

void work();
void workOn(int);
bool ready();

void declared() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
// CHECK-FIXES: {{^  }}std::jthread t(work);
void withArguments(int n) {
  std::thread u(workOn, n);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'u' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'u' goes out of scope here
}
// CHECK-FIXES: {{^  }}std::jthread u(workOn, n);
void copyInitialised() {
  std::thread v = std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'v' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'v' goes out of scope here
}
// CHECK-FIXES: {{^  }}std::jthread v = std::jthread(work);
void withAuto() {
  auto w = std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 'w' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'w' goes out of scope here
}
// CHECK-FIXES: {{^  }}auto w = std::jthread(work);
void startedLater() {
  std::thread x;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'x' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'x' goes out of scope here
  x = std::thread(work);
}
// CHECK-FIXES: {{^  }}std::jthread x;
// CHECK-FIXES: {{^  }}x = std::jthread(work);
void onAPath() {
  std::thread a(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'a' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  a.join();
}
// CHECK-FIXES: {{^  }}std::jthread a(work);
void usedAsBefore() {
  std::thread b(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'b' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+3]]:5: note: the function returns here
  b.get_id();
  if (ready())
    return;
  if (b.joinable())
    b.join();
}
// CHECK-FIXES: {{^  }}std::jthread b(work);
void looseEnds() {
  std::thread e;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'e' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'e' goes out of scope here
  e = std::thread(workOn, 1);
}
// CHECK-FIXES: {{^  }}std::jthread e;
// CHECK-FIXES: {{^  }}e = std::jthread(workOn, 1);
void braces() {
  std::thread f{work};
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'f' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'f' goes out of scope here
}
// CHECK-FIXES: {{^  }}std::jthread f{work};
void autoWithBraces() {
  auto g = std::thread{work};
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 'g' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'g' goes out of scope here
}
// CHECK-FIXES: {{^  }}auto g = std::jthread{work};
void inALambda() {
  auto run = [] {
    std::thread h(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 'h' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 'h' goes out of scope here
  };
  run();
}
// CHECK-FIXES: {{^    }}std::jthread h(work);
void isConst() {
  const std::thread i(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: thread 'i' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'i' goes out of scope here
}
// CHECK-FIXES: {{^  }}const std::jthread i(work);
