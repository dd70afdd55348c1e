// A variable that is never used and whose declaration ends its scope.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- -- -Wno-unused

#include <future>
#include <utility>
#include <vector>

int work();
void task();
void log();
bool more();
void sink(std::future<int> &F);
std::future<int> start() { return std::async(work); }

void flagged(bool B, int N) {
  {
    auto F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    const auto F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    auto &&F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    const std::future<int> &F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    std::future<int> F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    std::future<int> F(std::async(work));
    // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    std::future<int> F{std::async(work)};
    // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    std::future<int> F = {std::async(work)};
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    std::future<void> F = std::async(std::launch::async, task);
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    std::shared_future<int> F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    auto F = std::async(work).share();
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    auto F = std::move(std::async(work));
    // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    auto F = start();
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    // CHECK-MESSAGES: :[[@LINE-54]]:35: note: the future is made here
  }
  {
    int Count = 0, Total = 1;
    log();
    auto F = (log(), std::async(work));
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  // One variable, one report.
  {
    auto F = B ? std::async(work) : std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  if (B) {
    auto F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  } else {
    auto F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  for (int I = 0; I < N; ++I) {
    auto F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  switch (N) {
  case 1: {
    auto F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  }
  try {
    auto F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  } catch (...) {
  }
  auto L = [] {
    auto F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  };
  L();
  auto Last = std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: future 'Last' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

// More comes after it: the task runs beside that.
void notLast(bool B) {
  {
    auto F = std::async(work);
    log();
  }
  {
    std::future<int> F{std::async(work)};
    log();
  }
  if (B) {
    auto F = std::async(work);
    return;
  }
  auto F = std::async(work);
  log();
}

// Fork and join by scope: the second runs beside the first.
void beside() {
  {
    auto A = std::async(work);
    auto B = std::async(work);
  }
  {
    auto A = std::async(work), B = std::async(work);
  }
}

std::future<int> used(std::vector<std::future<int>> &All) {
  {
    auto F = std::async(work);
    F.get();
  }
  {
    auto F = std::async(work);
    (void)F;
  }
  {
    auto F = std::async(work);
    sink(F);
  }
  {
    auto F = std::async(work);
    All.push_back(std::move(F));
  }
  {
    auto F = std::async(work);
    auto &Alias = F;
  }
  {
    auto F = std::async(work);
    auto L = [&F] { F.get(); };
  }
  auto F = std::async(work);
  return F;
}

// It says that its destructor is wanted.
void meant() {
  {
    [[gnu::unused]] auto F = std::async(work);
  }
  {
    auto F __attribute__((unused)) = std::async(work);
  }
}

// It outlives the scope.
void lives() {
  {
    static auto F = std::async(work);
  }
  {
    thread_local auto F = std::async(work);
  }
  {
    auto *Leaked = new std::future<int>(std::async(work));
  }
}
std::future<int> Global = std::async(work);
static std::future<int> Hidden = std::async(work);
struct Holder {
  std::future<int> Kept = std::async(work);
  std::future<int> Other;
  Holder() : Other(std::async(work)) {}
  explicit Holder(int) : Kept(std::async(work)) {}
};

// No scope of their own, or no future of their own.
void others(bool B, std::future<int> Parameter) {
  for (auto F = std::async(work); more();)
    log();
  {
    std::future<int> Empty;
  }
  {
    auto Moved = std::move(Parameter);
  }
  auto Value = std::async(work).get();
}
