// leash-endless-worker in templates: once, wherever it is written.
//
// RUN: %check %s leash-endless-worker -std=c++17-or-later

#include <atomic>
#include <thread>

void work();
int next();

// Instantiated, and more than once.
template <typename T> class Poller {
public:
  Poller() : Worker([this] { run(); }) {}
  ~Poller() { Worker.join(); }

private:
  void run() {
    while (true)
      Value = T(next());
  }
  T Value{};
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-6]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-12]]:14: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-12]]:22: note: this join hangs
Poller<int> Ints;
Poller<long> Longs;

// Never instantiated.
template <typename T> void start(T Work) {
  std::thread([Work] {
    while (true)
      Work();
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here

// A flag of a template.
template <typename T> class Flagged {
public:
  Flagged() : Worker([this] { run(); }) {}
  ~Flagged() { Worker.join(); }

private:
  void run() {
    while (!Quit)
      Value = T(next());
  }
  T Value{};
  std::atomic<bool> Quit{false};
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-7]]:5: warning: nothing ever sets 'Quit' to true: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-13]]:15: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-13]]:23: note: this join hangs
Flagged<int> One;
Flagged<long> Two;

// What a template gives to a task by value.
template <typename T> static void turn(T Goes) {
  while (Goes)
    work();
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: 'Goes' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-5]]:42: note: 'Goes' is copied here
// CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
void turns() {
  std::thread(turn<bool>, true).detach();
  std::thread([] { turn(1); }).detach();
}

//===--- Silent -----------------------------------------------------------===//

template <typename T> class Stopped {
public:
  Stopped() : Worker([this] { run(); }) {}
  ~Stopped() {
    this->Stop = true;
    Worker.join();
  }
  template <typename U> void stopFrom(U &) { Stop = true; }

private:
  void run() {
    while (!Stop)
      Value = T(next());
  }
  T Value{};
  std::atomic<bool> Stop{false};
  std::thread Worker;
};
Stopped<int> Three;

template <typename T> class StoppedByTemplate {
public:
  StoppedByTemplate() : Worker([this] { run(); }) {}
  ~StoppedByTemplate() { Worker.join(); }
  template <typename U> void stop(U Other) { Other.Stop = true; }

private:
  void run() {
    while (!Stop)
      Value = T(next());
  }
  T Value{};
  std::atomic<bool> Stop{false};
  std::thread Worker;
};
StoppedByTemplate<int> Four;

template <typename T> void leaves(T Work) {
  std::thread([Work] {
    while (true)
      if (!Work())
        break;
  }).detach();
}
template <typename T> void maybeFlag(T Flag) {
  std::thread([&Flag] {
    while (Flag)
      work();
  }).detach();
}
struct Failure {};
template <typename T> void fail(T) { throw Failure(); }
template <typename T> void throwsByOverload(T Value) {
  std::thread([Value] {
    while (true)
      fail(Value);
  }).detach();
}
void fails() { throwsByOverload(3); }
