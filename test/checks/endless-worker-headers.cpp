// leash-endless-worker in headers: reported where the loop is written.
//
// RUN: %check %s leash-endless-worker -std=c++14-or-later -headers
#include "Inputs/endless-worker.h"
#include "Inputs/endless-worker.h"

Declared::Declared() : Worker([this] { run(); }) {}
void Declared::run() {
  while (!Stop)
    work();
}

void start() {
  std::thread(loopInHeader).detach();
  std::thread([] {
    LOOP_FOR_EVER work();
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-3]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-5]]:3: note: the thread starts here

// clang-tidy prints the headers' last.
// CHECK-MESSAGES: Inputs/endless-worker.h:10:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-10]]:3: note: the thread starts here
// CHECK-MESSAGES: Inputs/endless-worker.h:21:5: warning: nothing ever sets 'Stop' to true: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: Inputs/endless-worker.h:16:16: note: the thread starts here
// CHECK-MESSAGES: Inputs/endless-worker.h:17:24: note: this join hangs
