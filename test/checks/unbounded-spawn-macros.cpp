// leash-unbounded-spawn and macros: the user's are reported where they are
// used, a library's not at all.
//
// RUN: %check %s leash-unbounded-spawn -std=c++11-or-later -mocks -- -- -isystem %S/Inputs/unbounded-spawn-system
#include <library.h>
#include <thread>
#include <vector>

void work();
void serve(int);
int nextClient();

#define START(f) std::thread(f).detach()
#define FOREVER for (;;)
#define EACH(type, name, range) for (type name : range)
#define SERVE_ALL(range)                                                       \
  do {                                                                         \
    for (int each : range)                                                     \
      std::thread(serve, each).detach();                                       \
  } while (false)
#define CLIENTS 8
#define IS_FULL(n) ((n) >= CLIENTS)

void spawns() {
  while (true) {
    serve(nextClient());
    START(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void loops() {
  FOREVER
    std::thread(serve, nextClient()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void both(const std::vector<int> &items) {
  EACH(int, each, items)
    START([each] { serve(each); });
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
// The loop, the spawn and both of their ends are one place.
void whole(const std::vector<int> &items) {
  SERVE_ALL(items);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE-2]]:3: note: the loop is here
}

void constant() {
  for (int i = 0; i < CLIENTS; ++i)
    START(work);
  int few[] = {1, 2, 3};
  SERVE_ALL(few);
}
int Running;
void limited() {
  FOREVER {
    int fd = nextClient();
    if (IS_FULL(Running))
      continue;
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
  }
}

// Written in the library: the user cannot mend it.
void librarys(const std::vector<int> &items) {
  LIBRARY_SERVE_ALL(items, serve);
  library::serveAll(items, serve);
  while (true)
    library::start(work);
}
