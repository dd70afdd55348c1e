// leash-endless-worker and macros: reported at the expansion.
//
// RUN: %check %s leash-endless-worker -std=c++11-or-later -check-suffix= -- -- -isystem %S/Inputs/endless-worker-system

#include <forever.h>
#include <thread>

void work();
int next();

#define FOREVER while (true)
#define LOOP(body)                                                             \
  for (;;) {                                                                   \
    body;                                                                      \
  }
#define START(body) std::thread([] { LOOP(body) }).detach()
#define CHECK_NOT(value)                                                       \
  if (value)                                                                   \
  return

void words() {
  std::thread([] {
    FOREVER work();
  }).detach();
  std::thread([] {
    LOOP(work())
  }).detach();
  START(work());
}
// CHECK-MESSAGES: :[[@LINE-7]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-9]]:3: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-6]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-8]]:3: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-6]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]

// A library's word for it.
void libraryWord() {
  std::thread([] {
    forever {
      work();
    }
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: the thread starts here

// All of the loop is a library's.
void libraryLoop() {
  std::thread([] {
    SERVE_FOREVER(work)
  }).detach();
}

void leaves() {
  std::thread([] {
    FOREVER {
      CHECK_NOT(next());
      work();
    }
  }).detach();
  std::thread([] {
    LOOP(if (next()) break)
  }).detach();
  std::thread([] {
    forever {
      if (next())
        return;
    }
  }).detach();
}
