// leash-endless-worker and coroutines: what a task waits for there may end it.
//
// RUN: %check %s leash-endless-worker -std=c++20-or-later -- -- -Wno-unused

#include <coroutine>
#include <thread>

void work();
int next();

struct Job {
  struct promise_type {
    Job get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
static Job waits() {
  while (true) {
    co_await std::suspend_always();
    work();
  }
}
static Job ends() {
  while (true)
    if (next())
      co_return;
}
void silent() {
  std::jthread Worker(waits);
  std::jthread Other([] { ends(); });
}

// The task itself is none.
void starts() {
  std::jthread Worker([] {
    waits();
    while (true)
      work();
  });
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:16: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-3]]:1: note: the destructor of 'Worker' joins here, and hangs
