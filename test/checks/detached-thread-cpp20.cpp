// leash-detached-thread with what C++20 brings: jthread and stop tokens.
//
// RUN: %check %s leash-detached-thread -std=c++20-or-later -mocks
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

void work();
void elsewhere(std::stop_token);

void jthread() {
  std::jthread t(work);
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:16: note: the thread starts here
  std::jthread([] { work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void joins() {
  std::jthread t(work);
}

//===--- Tokens -----------------------------------------------------------===//

void obeys() {
  std::jthread t([](std::stop_token token) {
    while (!token.stop_requested())
      work();
  });
  t.detach();
}
void obeysByBranch(std::stop_token token) {
  std::thread([token] {
    for (;;) {
      if (token.stop_requested())
        return;
      work();
    }
  }).detach();
}
void obeysSource(std::stop_source &source) {
  std::thread([&source] { while (!source.stop_requested()) work(); }).detach();
}
void obeysFromSource() {
  std::stop_source source;
  std::thread([token = source.get_token()] {
    while (!token.stop_requested())
      work();
  }).detach();
}
void obeysCallback(std::stop_token token) {
  std::thread([token] {
    std::atomic<bool> end{false};
    std::stop_callback callback(token, [&end] { end = true; });
    while (!end)
      work();
  }).detach();
}
std::mutex Mutex;
bool Ready;
void obeysByWait(std::stop_token token) {
  std::thread([token] {
    std::condition_variable_any changed;
    std::unique_lock<std::mutex> lock(Mutex);
    while (changed.wait(lock, token, [] { return Ready; }))
      work();
  }).detach();
}
void obeysDeep(std::stop_token token);
static void loop(std::stop_token token) {
  while (!token.stop_requested())
    work();
}
void deep(std::stop_token token) {
  std::thread(loop, token).detach();
  std::thread([token] { loop(token); }).detach();
  std::thread([token] { elsewhere(token); }).detach();
}
// The token is given to a body that is not visible.
void given(std::stop_token token) {
  std::thread(elsewhere, token).detach();
}

// Given, and not obeyed.
void ignores(std::stop_token token) {
  std::thread([token] { for (;;) work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:45: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::jthread([](std::stop_token) { for (;;) work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:58: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread([token] {
    for (;;) {
      if (token.stop_requested())
        work();
    }
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the thread starts here
}

// Stopped from outside, through the handle.
void requested() {
  std::jthread t([](std::stop_token token) {
    while (!token.stop_requested())
      work();
  });
  t.request_stop();
  t.detach();
}

class Service {
public:
  void start() {
    Thread = std::jthread([this](std::stop_token token) { run(token); });
  }
  void leave() { Thread.detach(); }

private:
  void run(std::stop_token token) {
    while (!token.stop_requested())
      work();
  }
  std::jthread Thread;
};
class Deaf {
public:
  void start() {
    Thread = std::jthread([this](std::stop_token token) { run(token); });
  }
  void leave() { Thread.detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: thread 'Thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-4]]:14: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-5]]:28: note: its task uses 'this', and nothing keeps the object alive until the thread ends

private:
  void run(std::stop_token) {
    for (;;)
      work();
  }
  std::jthread Thread;
};
