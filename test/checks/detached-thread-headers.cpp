// leash-detached-thread in headers: reported where it is written, in the
// user's headers alone.
//
// RUN: %check %s leash-detached-thread -std=c++14-or-later -mocks -headers
#include "Inputs/detached-thread.h"
#include "Inputs/detached-thread.h"

void uses() {
  startInHeader();
  startTemplateInHeader(work);
  startTemplateInHeader([] { work(); });
  START_FROM_HEADER(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

// clang-tidy prints the headers' last.
// CHECK-MESSAGES: Inputs/detached-thread.h:10:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
// CHECK-MESSAGES: Inputs/detached-thread.h:15:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
// CHECK-MESSAGES: Inputs/detached-thread.h:14:15: note: the thread starts here
