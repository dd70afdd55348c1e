// RUN: %check %s leash-abandoned-channel -std=c++11-or-later

#include <thread>

// Each sentence of docs/checks/abandoned-channel.md that says "flagged" or "not
// flagged" is a test here. This one is red until the check says something.
void example() {
  std::thread T([] {});
  T.join();
}
// CHECK-MESSAGES: :[[@LINE-3]]:15: warning: what is not done: what happens [leash-abandoned-channel]
