// leash-unbounded-spawn and the ranges of C++20.
//
// LLVM 14 and 15 do not understand the views of libstdc++ 12.
// REQUIRES: llvm-at-least-16
// RUN: %check %s leash-unbounded-spawn -std=c++20-or-later
#include <algorithm>
#include <array>
#include <ranges>
#include <thread>
#include <vector>

void serve(int);

void rangesForEach(std::vector<int> &items) {
  std::ranges::for_each(items, [](int each) {
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:16: note: the loop is here
  });
}
void views(int n) {
  for (int each : std::views::iota(0, 4))
    std::thread(serve, each).detach();
  for (int each : std::views::iota(0, n))
    std::thread(serve, each).detach();
  auto range = std::views::iota(0, 8);
  std::vector<std::jthread> threads;
  for (int each : range)
    threads.emplace_back(serve, each);
}
void constantRange() {
  std::array<int, 2> ports{80, 443};
  std::ranges::for_each(ports,
                        [](int port) { std::thread(serve, port).detach(); });
}
