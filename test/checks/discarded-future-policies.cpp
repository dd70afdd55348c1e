// What a launch policy changes.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- -- -Wno-unused

#include <future>

int work();
void log();
bool more();

void flagged(std::launch Given) {
  std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(std::launch::async, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(std::launch::async | std::launch::deferred, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(Given, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, or if the policy defers the task, it never runs [leash-discarded-future]
  // A deferred task has nobody to run it.
  std::async(std::launch::deferred, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its task is deferred and never runs [leash-discarded-future]
  (void)std::async(std::launch::deferred, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'std::async' call is discarded: its task is deferred and never runs [leash-discarded-future]
  {
    auto F = std::async(std::launch::deferred, work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its task is deferred and never runs [leash-discarded-future]
  }
  {
    auto F = std::async(Given, work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: future 'F' dies unused at the end of this scope: its destructor waits for the task, or if the policy defers the task, it never runs [leash-discarded-future]
  }
  std::future<int> F;
  while (more())
    F = std::async(std::launch::deferred, work);
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: its task is deferred and never runs [leash-discarded-future]
}

// A user's constant of that name is not the policy.
namespace mine {
enum class launch { deferred };
int deferred(launch);
} // namespace mine
void flaggedArgument() {
  std::async(mine::deferred, mine::launch::deferred);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

using std::launch;
void flaggedUsing() {
  std::async(launch::deferred, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its task is deferred and never runs [leash-discarded-future]
}

// A constant is as good as its value.
constexpr std::launch Lazily = std::launch::deferred;
constexpr std::launch AtOnce = std::launch::async;
void flaggedConstants() {
  std::async(Lazily, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its task is deferred and never runs [leash-discarded-future]
  std::async(AtOnce, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(std::launch::async | std::launch::async, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

// Lazy evaluation: the value is asked for when it is needed.
int lazy(bool B) {
  auto Value = std::async(std::launch::deferred, work);
  log();
  return B ? Value.get() : 0;
}
int once() { return std::async(std::launch::deferred, work).get(); }
std::future<int> kept() { return std::async(std::launch::deferred, work); }
