// leash-unjoined-thread and macros: the user's are reported where they are
// used, a library's not at all.
//
// RUN: %check %s leash-unjoined-thread -std=c++11-or-later -mocks -- -- -isystem %S/Inputs/unjoined-thread-system
#include <library.h>
#include <pthread.h>
#include <thread>

void work();
void *body(void *);
bool ready();

#define THREAD std::thread
#define START(name) std::thread name(work)
#define START_AND_JOIN(name)                                                   \
  std::thread name(work);                                                      \
  name.join()
#define JOIN(name) (name).join()
#define JOIN_IF(name)                                                          \
  do {                                                                         \
    if ((name).joinable())                                                     \
      (name).join();                                                           \
  } while (0)
#define RETURN_IF(condition)                                                   \
  if (condition)                                                               \
    return
#define RUN                                                                    \
  do {                                                                         \
    std::thread t(work);                                                       \
  } while (0)
#define CHECK(call)                                                            \
  if ((call) != 0)                                                             \
    return -1

//===--- Reported ---------------------------------------------------------===//

void typeFromAMacro() {
  THREAD t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void declaredByAMacro() {
  START(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void wholeLifeInAMacro() {
  RUN;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:3: note: 't' goes out of scope here
}
void returnsInAMacro() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: the function returns here
  RETURN_IF(ready());
  t.join();
}
int checkedByAMacro() {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+3]]:5: note: the function returns here
  CHECK(pthread_create(&t, nullptr, body, nullptr));
  if (ready())
    return -1;
  pthread_join(t, nullptr);
  return 0;
}
void argumentOfALibrarysMacro() {
  LIBRARY_EVALUATE(std::thread t(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
// The failed requirement leaves the function, and the thread with it.
void returnsInALibrarysMacro() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: the function returns here
  LIBRARY_REQUIRE(ready());
  t.join();
}

//===--- Silent -----------------------------------------------------------===//

void joinedByAMacro() {
  START(t);
  JOIN(t);
  START(u);
  JOIN_IF(u);
  START_AND_JOIN(v);
}
int checkedAndJoined() {
  pthread_t t;
  CHECK(pthread_create(&t, nullptr, body, nullptr));
  pthread_join(t, nullptr);
  return 0;
}
// Written in the library: the user cannot mend it.
void librarys() {
  LIBRARY_START(work);
  library::start();
  library::start(work);
}
void joinedByALibrarysMacro() {
  std::thread t(work);
  LIBRARY_JOIN(t);
}
void expectedInBetween() {
  std::thread t(work);
  LIBRARY_EXPECT(ready());
  t.join();
}
void requiredBeforeAndAfter() {
  LIBRARY_REQUIRE(ready());
  std::thread t(work);
  t.join();
  LIBRARY_REQUIRE(ready());
}
void assertedInBetween() {
  std::thread t(work);
  LIBRARY_ASSERT(ready());
  t.join();
}
