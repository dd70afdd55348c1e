// What C++17 adds to variables.
//
// RUN: %check %s leash-discarded-future -std=c++17-or-later -mocks -- -- -Wno-unused

#include <future>
#include <utility>

int work();
void log();
bool more();

void flagged() {
  if (bool B = more(); B) {
    auto F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  if constexpr (sizeof(int) > 1) {
    std::future F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  if (std::async(work); more())
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    log();
  switch (std::async(work); more()) {
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  default:
    log();
  }
}

void silent() {
  {
    [[maybe_unused]] auto F = std::async(work);
  }
  {
    [[maybe_unused]] std::future<int> F{std::async(work)};
  }
  // It lives as long as the statement.
  if (auto F = std::async(work); more())
    log();
  switch (auto F = std::async(work); more()) {
  default:
    log();
  }
  {
    auto [F, N] = std::pair<std::future<int>, int>{std::async(work), 1};
  }
  {
    auto L = [F = std::async(work)] {};
  }
}
