// leash-unjoined-thread in headers: reported where it is written, in the
// user's headers alone.
//
// RUN: %check %s leash-unjoined-thread -std=c++14-or-later -mocks -headers
#include "Inputs/unjoined-thread.h"
#include "Inputs/unjoined-thread.h"

void uses() {
  forgottenInHeader();
  leftInHeader(work);
  leftInHeader([] { work(); });
}
void usesTheMacro() {
  START_FROM_HEADER(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void usesTheFactory() {
  std::thread t = startedInHeader();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void startsThePublicOne(PublicInHeader &p) { p.start(); }

// clang-tidy prints the headers' last.
// CHECK-MESSAGES: Inputs/unjoined-thread.h:12:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
// CHECK-MESSAGES: Inputs/unjoined-thread.h:13:1: note: 't' goes out of scope here
// CHECK-MESSAGES: Inputs/unjoined-thread.h:16:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
// CHECK-MESSAGES: Inputs/unjoined-thread.h:17:7: note: this condition is true
// CHECK-MESSAGES: Inputs/unjoined-thread.h:18:5: note: the function returns here
// CHECK-MESSAGES: Inputs/unjoined-thread.h:27:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
// CHECK-MESSAGES: Inputs/unjoined-thread.h:24:27: note: the thread starts here
