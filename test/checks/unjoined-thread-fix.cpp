// The fix-its of leash-unjoined-thread: a std::thread that is only ever joined
// becomes a std::jthread, which joins by itself.
//
// RUN: %check %s leash-unjoined-thread -std=c++20-or-later -mocks -fix
#include <thread>
#include <utility>

void work();
void workOn(int);
bool ready();
namespace threads = std;

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
void otherSpelling() {
  threads::thread c(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: thread 'c' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'c' goes out of scope here
}
// CHECK-FIXES: {{^  }}threads::jthread c(work);
using namespace std;
void noQualifier() {
  thread d(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 'd' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'd' goes out of scope here
}
// CHECK-FIXES: {{^  }}jthread d(work);
