// leash-detached-thread and macros: the user's are reported where they are
// used, a library's not at all.
//
// RUN: %check %s leash-detached-thread -std=c++11-or-later -mocks -- -- -isystem %S/Inputs/detached-thread-system
#include <library.h>
#include <thread>

void work();
bool Stop;

#define START(f) std::thread(f).detach()
#define LET_GO(t) (t).detach()
#define DETACH detach()
#define START_TWICE(f)                                                         \
  do {                                                                         \
    std::thread(f).detach();                                                   \
    std::thread(f).detach();                                                   \
  } while (false)
#define RUN_UNTIL(flag) while (!(flag)) work()
#define STOPPED (Stop)

void users() {
  START(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  START([] { work(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread t(work);
  LET_GO(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
  std::thread(work).DETACH;
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // One line, one report.
  START_TWICE(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void stopped() {
  START([] { while (!Stop) work(); });
  START([] { RUN_UNTIL(Stop); });
  std::thread t([] { while (!STOPPED) work(); });
  LET_GO(t);
  std::thread([] { while (!LIBRARY_STOPPED(Stop)) work(); }).detach();
}

// Written in the library: the user cannot mend it.
void librarys() {
  LIBRARY_START(work);
  library::start();
  library::start(work);
}

// Written by the user, between a library's parentheses.
void argument() {
  LIBRARY_EVALUATE(std::thread(work).detach());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  LIBRARY_EVALUATE(std::thread([] { while (!Stop) work(); }).detach());
}
