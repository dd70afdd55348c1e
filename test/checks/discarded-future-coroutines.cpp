// RUN: %check %s leash-discarded-future -std=c++20-or-later -- -- -Wno-unused

#include <coroutine>
#include <future>

int work();
void log();
bool more();

// Makes std::future the result of a coroutine, by a promise.
template <typename R, typename... A>
struct std::coroutine_traits<std::future<R>, A...> {
  struct promise_type : std::promise<R> {
    std::future<R> get_return_object() { return this->get_future(); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception() {
      this->set_exception(std::current_exception());
    }
    template <typename T> void return_value(T &&Value) { this->set_value(Value); }
  };
};
template <typename R> struct Waiting {
  std::future<R> F;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  R await_resume() { return F.get(); }
};
template <typename R> Waiting<R> operator co_await(std::future<R> F) {
  return {std::move(F)};
}

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception() {}
    void return_void() {}
    template <typename T> std::suspend_never yield_value(T &&) { return {}; }
  };
};

std::future<int> value() { co_return 1; }
std::future<int> handsOn() { co_return co_await std::async(work); }
std::future<int> inside() {
  auto Start = [] { return std::async(work); };
  co_return co_await Start();
}
std::future<int> elsewhere();
std::future<int> start() { return std::async(work); }

Task flagged() {
  std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  (void)std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  co_await value();
  start();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'start' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-10]]:35: note: the future is made here
  elsewhere();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'elsewhere' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
  std::future<int> Last;
  while (more())
    Last = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
  {
    auto Unused = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: future 'Unused' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  co_await std::suspend_never();
}

Task silent() {
  // A coroutine's future comes from its promise and does not wait.
  value();
  handsOn();
  inside();
  co_await std::async(work);
  co_await elsewhere();
  co_yield std::async(work);
  auto Kept = start();
  co_await value();
  std::future<int> Last;
  while (more()) {
    Last = std::async(work);
    co_await std::move(Last);
  }
  while (more()) {
    Last = std::async(work);
    co_return;
  }
}
