// leash-endless-worker in code that is being typed: the way out may be what
// does not compile yet.
//
// RUN: %check %s leash-endless-worker -std=c++17-or-later -expect-errors
#include <atomic>
#include <thread>

void work();
int next();

void misspelt() {
  std::thread([] {
    while (true) {
      if (next())
        brea;
      work();
    }
  }).detach();
}

void unknownCall() {
  std::thread([] {
    while (true) {
      leaveWhenDone();
      work();
    }
  }).detach();
}

void unknownFlag() {
  std::thread([] {
    while (!Stoped)
      work();
  }).detach();
}

class HalfMethod {
public:
  HalfMethod() : Worker([this] { run(); }) {}
  void stop() {
    Stop.
  }

private:
  void run() {
    while (!Stop)
      work();
  }
  std::atomic<bool> Stop{false};
  std::thread Worker;
};

static void called() {
  if (next())
    throw unknown;
}
void callsBroken() {
  std::thread([] {
    while (true)
      called();
  }).detach();
}

// Errors elsewhere change nothing.
void complete() {
  std::thread([] {
    while (true)
      work();
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here

void unfinished() {
  std::thread([] {
    while (true) {
      work();
      if (next()
