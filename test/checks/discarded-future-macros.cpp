// In a macro of the user's the report is at the expansion; what only the macro
// of a system header wrote is not reported.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- -- -Wno-unused

#include "Inputs/discarded-future-system.h"
#include <future>

int work();
void log();
bool more();

#define START std::async(work)
#define RUN(Task) std::async(Task)
#define IGNORE(X) (void)(X)
#define STATEMENT(X)                                                           \
  do {                                                                         \
    X;                                                                         \
  } while (0)
#define TWICE(Task)                                                            \
  std::async(Task);                                                            \
  std::async(Task)
#define DECLARE(Name) auto Name = std::async(work)
#define SAME(X) X
#define GET(X) (X).get()
#define LOOP(Last) while (more()) Last = std::async(work)
#define DEFINE(Name) void Name() { std::async(work); }

void flagged() {
  START;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  RUN(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  (void)RUN(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  IGNORE(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  STATEMENT(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  STATEMENT(RUN(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  SAME(std::async)(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  SAME(SAME(std::async(work)));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(SAME(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // One expansion, one report.
  TWICE(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  {
    DECLARE(Unused);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: future 'Unused' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  std::future<int> Last;
  LOOP(Last);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
DEFINE(defined)
// CHECK-MESSAGES: :[[@LINE-1]]:1: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]

std::future<int> silent() {
  START.get();
  RUN(work).wait();
  GET(RUN(work));
  GET(std::async(work));
  DECLARE(Used);
  Used.get();
  std::future<int> Last;
  STATEMENT(Last = std::async(work));
  DECLARE(Returned);
  return Returned;
}

void fromSystemHeaders() {
  SYSTEM_START(work);
  SYSTEM_START_AND_DROP(work);
  SYSTEM_GET(std::async(work));
  // Here the user wrote the call.
  SYSTEM_DROP(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
