// leash-unbounded-spawn in headers: reported where it is written, in the user's
// headers alone.
//
// RUN: %check %s leash-unbounded-spawn -std=c++14-or-later -mocks -headers -- -- -isystem %S/Inputs/unbounded-spawn-system
#include "Inputs/unbounded-spawn.h"
#include "Inputs/unbounded-spawn.h"
#include <library.h>

void uses(const std::vector<int> &items) {
  serveInHeader(items);
  startInHeader();
  library::startForEver(work);
  library::serveAll(items, serve);
  while (true)
    startInHeader();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'startInHeader' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: Inputs/unbounded-spawn.h:12:3: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}

// clang-tidy prints the headers' last.
// CHECK-MESSAGES: Inputs/unbounded-spawn.h:17:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
// CHECK-MESSAGES: Inputs/unbounded-spawn.h:16:3: note: the loop is here
// CHECK-MESSAGES: Inputs/unbounded-spawn.h:25:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
// CHECK-MESSAGES: Inputs/unbounded-spawn.h:23:5: note: the loop is here
