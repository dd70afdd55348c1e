// leash-endless-worker: stop tokens.
//
// RUN: %check %s leash-endless-worker -std=c++20-or-later

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

void work();
int next();
void obeys(std::stop_token);

//===--- A token that nobody reads ----------------------------------------===//

void unnamed() {
  std::jthread Worker([](std::stop_token) {
    while (true)
      work();
  });
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: the task never reads the stop token that it is given, and nothing leaves this loop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-6]]:41: note: the stop token comes in here
// CHECK-MESSAGES: :[[@LINE-7]]:16: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-4]]:1: note: the destructor of 'Worker' joins here, and hangs

void unread() {
  std::jthread Worker([](std::stop_token Token) {
    for (;;)
      work();
  });
  Worker.request_stop();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: the task never reads the stop token that it is given, and nothing leaves this loop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:42: note: the stop token comes in here
// CHECK-MESSAGES: :[[@LINE-8]]:16: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-4]]:1: note: the destructor of 'Worker' joins here, and hangs

void silenced() {
  std::jthread Worker([](std::stop_token Token) {
    (void)Token;
    for (;;)
      work();
  });
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: the task never reads the stop token that it is given, and nothing leaves this loop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:42: note: the stop token comes in here
// CHECK-MESSAGES: :[[@LINE-8]]:16: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-4]]:1: note: the destructor of 'Worker' joins here, and hangs

static void deaf(int Times, std::stop_token) {
  while (true)
    work();
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: the task never reads the stop token that it is given, and nothing leaves this loop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE+4]]:42: note: the stop token comes in here
// CHECK-MESSAGES: :[[@LINE+3]]:16: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE+3]]:1: note: the destructor of 'Worker' joins here, and hangs
void handedOn() {
  std::jthread Worker([](std::stop_token Token) { deaf(3, Token); });
}

class Watcher {
public:
  void watch(std::stop_token Token) {
    while (true)
      std::this_thread::sleep_for(std::chrono::seconds(1));
  }

private:
  std::jthread Thread{[this](std::stop_token Token) {
    watch(std::move(Token));
  }};
};
// CHECK-MESSAGES: :[[@LINE-9]]:5: warning: the task never reads the stop token that it is given, and nothing leaves this loop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-5]]:46: note: the stop token comes in here
// CHECK-MESSAGES: :[[@LINE-6]]:22: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-7]]:16: note: the destructor of 'Thread' joins here, and hangs

// Even main waits for it at its end.
int main() {
  std::jthread Worker([](std::stop_token) {
    while (true)
      work();
  });
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: the task never reads the stop token that it is given, and nothing leaves this loop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-6]]:41: note: the stop token comes in here
// CHECK-MESSAGES: :[[@LINE-7]]:16: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-4]]:1: note: the destructor of 'Worker' joins here, and hangs

// No token at all: request_stop() tells nobody.
void withoutToken() {
  std::jthread Worker([] {
    while (true)
      work();
  });
  Worker.request_stop();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:16: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-3]]:1: note: the destructor of 'Worker' joins here, and hangs

//===--- Tokens that are read ---------------------------------------------===//

void reads() {
  std::jthread Worker([](std::stop_token Token) {
    while (!Token.stop_requested())
      work();
  });
}
void leaves() {
  std::jthread Worker([](std::stop_token Token) {
    while (true) {
      if (Token.stop_requested())
        return;
      work();
    }
  });
}
void readsInCall() {
  std::jthread Worker([](std::stop_token Token) {
    while (true)
      obeys(Token);
  });
}
static bool step(std::stop_token Token) {
  work();
  return !Token.stop_requested();
}
void readsInVisibleCall() {
  std::jthread Worker([](std::stop_token Token) {
    while (step(Token))
      work();
  });
}
void callback() {
  std::jthread Worker([](std::stop_token Token) {
    bool Stop = false;
    std::stop_callback Tell(Token, [&Stop] { Stop = true; });
    while (!Stop)
      work();
  });
}
void waits() {
  std::mutex Mutex;
  std::condition_variable_any Wake;
  bool Kicked = false;
  std::jthread Worker([&](std::stop_token Token) {
    std::unique_lock Lock(Mutex);
    while (Wake.wait(Lock, Token, [&] { return Kicked; }))
      Kicked = false;
  });
}
void captured() {
  std::stop_source Source;
  std::jthread Worker([Token = Source.get_token()] {
    while (true)
      if (Token.stop_requested())
        break;
  });
}
void finite() {
  std::jthread Worker([](std::stop_token) {
    for (int I = 0; I < 3; ++I)
      work();
  });
}
