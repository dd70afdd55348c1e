// How to say that it is meant: NOLINT, [[maybe_unused]], asking the future.
//
// RUN: %check %s leash-discarded-future -std=c++17-or-later -mocks -- -- -Wno-unused

#include <future>

int work();
void log();
bool more();

void meant() {
  std::async(work); // NOLINT(leash-discarded-future): its turn comes before ours
  // NOLINTNEXTLINE(leash-discarded-future)
  std::async(work);
  // NOLINTBEGIN(leash-*)
  (void)std::async(work);
  auto Ignored = std::async(work);
  // NOLINTEND(leash-*)
  std::async(work); // NOLINT
  [[maybe_unused]] auto Joined = std::async(work);
}
void asked() {
  std::async(work).get();
  std::async(work).wait();
}

void notMeant() {
  std::async(work); /* NOLINT(leash-detached-thread) */
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  (void)std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  auto Unused = std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
