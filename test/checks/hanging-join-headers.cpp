// leash-hanging-join in headers.
//
// RUN: %check %s leash-hanging-join -std=c++17-or-later -headers
#include "Inputs/hanging-join.h"

Inline One;
Open Two;
Generic<int> Three;

void Declared::run() {
  std::unique_lock<std::mutex> Lock(Mutex);
  while (!Stop)
    Wake.wait(Lock);
}
void Declared::start() { Worker = std::thread(&Declared::run, this); }
Declared::~Declared() {
  Stop = true;
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-2]]:10: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-6]]:35: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:10: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this asks the task to end, but it only looks once it is awake

void Half::run() {
  std::unique_lock<std::mutex> Lock(Mutex);
  while (!Stop)
    Wake.wait(Lock);
}
void Half::start() { Worker = std::thread(&Half::run, this); }
Half::~Half() {
  Stop = true;
  Worker.join();
}

// CHECK-MESSAGES: Inputs/hanging-join.h:23:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: Inputs/hanging-join.h:13:21: note: the task starts here
// CHECK-MESSAGES: Inputs/hanging-join.h:16:12: note: its task waits here
// CHECK-MESSAGES: Inputs/hanging-join.h:22:5: note: this asks the task to end, but it only looks once it is awake
