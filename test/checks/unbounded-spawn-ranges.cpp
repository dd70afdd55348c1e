// leash-unbounded-spawn and the ranges of C++20.
//
// Clang 15 and older cannot parse the ranges of libstdc++.
// REQUIRES: llvm-at-least-16
// RUN: %check %s leash-unbounded-spawn -std=c++20-or-later
#include <array>
#include <ranges>
#include <thread>
#include <utility>
#include <vector>

void serve(int);
int nextClient();

//===--- Reported ---------------------------------------------------------===//

void numbersWithoutAnEnd() {
  for (int each : std::views::iota(0))
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void variableWithoutAnEnd() {
  auto numbers = std::views::iota(1);
  for (int each : numbers) {
    std::thread(serve, each + nextClient()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  }
}
void unreachableEnd() {
  for (int each : std::views::iota(0, std::unreachable_sentinel))
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void data(const std::vector<int> &items) {
  for (int each : items | std::views::drop(1))
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of a range [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}

//===--- Silent -----------------------------------------------------------===//

void numbers(int n) {
  for (int each : std::views::iota(0, 4))
    std::thread(serve, each).detach();
  for (int each : std::views::iota(0, n))
    std::thread(serve, each).detach();
  auto some = std::views::iota(0, n);
  for (int each : some)
    std::thread(serve, each).detach();
}
void soMany(const std::vector<int> &items) {
  for (int each : std::views::iota(0) | std::views::take(4))
    std::thread(serve, each).detach();
  for (int each : items | std::views::take(4))
    std::thread(serve, each).detach();
}
void left() {
  for (int each : std::views::iota(0)) {
    if (each < nextClient())
      continue;
    std::thread(serve, each).detach();
    break;
  }
}
void joined() {
  for (int each : std::views::iota(0)) {
    std::jthread server(serve, each);
  }
}
