// leash-detached-thread with Strict: a thread that can be stopped or is waited
// for is reported, too, and the message says what is left to be wished for.
//
// RUN: %check %s leash-detached-thread -std=c++20-or-later -mocks -check-suffix=STRICT -- "--config={CheckOptions: [{key: leash-detached-thread.Strict, value: true}]}"
// RUN: %check %s leash-detached-thread -std=c++20-or-later -mocks -check-suffix=DEFAULT -- "--config={CheckOptions: [{key: leash-detached-thread.Strict, value: false}]}"
// RUN: %check %s leash-detached-thread -std=c++20-or-later -mocks -check-suffix=DEFAULT
#include <atomic>
#include <latch>
#include <memory>
#include <stop_token>
#include <thread>
#include <unistd.h>

void work();
void elsewhere(std::stop_token);
std::atomic<bool> Stop;

void neither() {
  std::thread(work).detach();
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES-DEFAULT: :[[@LINE-2]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void cancellable(std::stop_token token) {
  std::thread([] { while (!Stop) work(); }).detach();
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:45: warning: this thread is detached: it can be asked to stop, but nobody waits for its end [leash-detached-thread]
  std::thread([token] { while (!token.stop_requested()) work(); }).detach();
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:68: warning: this thread is detached: it can be asked to stop, but nobody waits for its end [leash-detached-thread]
  std::thread(elsewhere, token).detach();
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:33: warning: this thread is detached: it can be asked to stop, but nobody waits for its end [leash-detached-thread]
}

void coordinated() {
  std::latch done(1);
  std::thread([&done] { work(); done.count_down(); }).detach();
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:55: warning: this thread is detached: what it signals is waited for, but not its end [leash-detached-thread]
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:17: note: its task refers to 'done', which dangles once 'coordinated' returns
  done.wait();
}

class Worker {
public:
  void start() { Thread = std::thread([this] { while (!Done) work(); }); }
  void stop() {
    Done = true;
    Thread.detach();
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:12: warning: thread 'Thread' is detached: it can be asked to stop, but nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES-STRICT: :[[@LINE-5]]:27: note: the thread starts here
    // CHECK-MESSAGES-STRICT: :[[@LINE-6]]:40: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }

private:
  bool Done = false;
  std::thread Thread;
};

// Strict is no reason to report what lets go of itself, or is meant to live as
// long as the process.
void lifetime() {
  std::thread([] { while (true) pause(); }).detach();
}
struct Self {
  std::thread Thread;
  void leave() {
    if (Thread.get_id() == std::this_thread::get_id())
      Thread.detach();
  }
};
void meant() {
  std::thread([] { while (!Stop) work(); }).detach(); // NOLINT(leash-detached-thread)
}
