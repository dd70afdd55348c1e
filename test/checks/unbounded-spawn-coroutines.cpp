// leash-unbounded-spawn in coroutines: a loop that awaits the next event is as
// unlimited as one that blocks for it.
//
// RUN: %check %s leash-unbounded-spawn -std=c++20-or-later -- -- -Wno-unused
#include <coroutine>
#include <semaphore>
#include <thread>
#include <utility>
#include <vector>

void work();
void serve(int);

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception() {}
    void return_void() {}
  };
};
template <typename T> struct Awaitable {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const;
  T await_resume() const;
};
struct Acceptor {
  Awaitable<int> accept();
};
struct Timer {
  Awaitable<void> tick();
};

//===--- Reported ---------------------------------------------------------===//

Task listens(Acceptor &acceptor) {
  while (true) {
    int fd = co_await acceptor.accept();
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
Task listensForEver(Acceptor &acceptor) {
  for (;;) {
    int fd = co_await acceptor.accept();
    if (fd < 0)
      co_return;
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
  }
}
Task ticks(Timer &timer, const bool &stop) {
  while (!stop) {
    co_await timer.tick();
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
Task overData(std::vector<int> items) {
  for (int each : items) {
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  }
  co_return;
}
Task inALambda(Acceptor &acceptor) {
  auto loop = [&acceptor]() -> Task {
    while (true) {
      int fd = co_await acceptor.accept();
      std::thread(serve, fd).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the loop is here
    }
  };
  co_await std::suspend_always();
  loop();
}

//===--- Silent -----------------------------------------------------------===//

Task joins(Acceptor &acceptor) {
  while (true) {
    int fd = co_await acceptor.accept();
    std::thread client(serve, fd);
    client.join();
  }
}
std::counting_semaphore<> Slots(8);
Task limited(Acceptor &acceptor) {
  while (true) {
    int fd = co_await acceptor.accept();
    Slots.acquire();
    std::thread([fd] {
      serve(fd);
      Slots.release();
    }).detach();
  }
}
Task leaves(Acceptor &acceptor) {
  while (true) {
    int fd = co_await acceptor.accept();
    if (fd < 0)
      continue;
    std::thread(serve, fd).detach();
    co_return;
  }
}
Task constant(Timer &timer) {
  for (int i = 0; i < 4; ++i) {
    co_await timer.tick();
    std::thread(work).detach();
  }
}
