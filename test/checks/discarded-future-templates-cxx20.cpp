// RUN: %check %s leash-discarded-future -std=c++20-or-later -mocks -- -- -Wno-unused

#include <future>
#include <vector>

int work();
void log();

template <typename... F> void fold(F... Tasks) {
  (std::async(Tasks), ...);
  // CHECK-MESSAGES: :[[@LINE-1]]:4: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
template <typename F> void branch(F Task) {
  if constexpr (sizeof(F) > 1)
    std::async(Task);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  else
    std::async(Task).get();
}
template <typename F>
  requires requires(F Task) { std::async(Task); }
void constrained(F Task) {
  std::async(Task);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
void abbreviated(auto Task) {
  std::async(Task);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  auto Lambda = []<typename T>(T Inner) { std::async(Inner); };
  // CHECK-MESSAGES: :[[@LINE-1]]:43: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
template <typename F>
concept Startable = requires(F Task) { std::async(Task); };

void statements(const std::vector<int> &Items, bool B) {
  for (std::async(work); int Item : Items)
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    log();
  if (B) [[likely]]
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  else [[unlikely]]
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  for (auto F = std::async(work); int Item : Items)
    log();
}

void instantiate() {
  fold(work, work);
  branch(work);
  constrained(work);
  abbreviated(work);
}
