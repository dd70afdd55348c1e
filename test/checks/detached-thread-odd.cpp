// Shapes that fuzzing and reviews brought up.
//
// RUN: %check %s leash-detached-thread -std=c++17 -mocks
// RUN: %check %s leash-detached-thread -std=c++20 -mocks -check-suffix=,CXX20 -- -- -DCXX20
// RUN: %check %s leash-detached-thread -std=c++23 -mocks -check-suffix=,CXX23,CXX20 -- -- -DCXX20
#include <atomic>
#include <future>
#include <memory>
#include <thread>

void work();
void other();
extern int Mode;

// The initialiser of a local with a dependent type is a bare list.
template <typename T> std::future<T> startsTask(T (*f)()) {
  std::packaged_task<T()> task(f);
  auto result = task.get_future();
  std::thread(std::move(task)).detach();
  return result;
}
template <typename F> void startsCopy(F f) {
  F copy(f);
  std::thread(copy).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

// A break that leaves the switch leaves no loop.
void switches() {
  std::thread([] {
    while (true)
      switch (Mode) {
      case 0:
        work();
        break;
      default:
        other();
      }
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-11]]:3: note: the thread starts here
  std::thread([] {
    while (true)
      switch (Mode) {
      case 0:
        work();
        break;
      default:
        return;
      }
  }).detach();
}

// The bases of an aggregate are initialised before its fields.
struct Base {
  int Number;
};
struct Fulfils : Base {
  std::promise<void> &Done;
  void operator()() { Done.set_value(); }
};
void aggregate() {
  std::promise<void> done;
  std::thread(Fulfils{{1}, done}).detach();
  done.get_future().wait();
}

// The local belongs to the function that starts the thread.
class Starts {
public:
  void start() {
    int local = 0;
    Thread = std::thread([&local] { ++local; });
  }
  void stop() {
    Thread.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 'Thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-5]]:14: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-6]]:28: note: its task refers to 'local', which dangles once 'start' returns
  }

private:
  std::thread Thread;
};

// Functions that ask each other: each is looked at once.
bool asksFirst(int n);
bool asksSecond(int n) { return n > 0 && (asksFirst(n - 1) || asksFirst(n - 2)); }
bool asksFirst(int n) { return n > 1 && (asksSecond(n - 1) || asksSecond(n - 2)); }
void asks() {
  std::thread([] {
    while (asksFirst(9))
      work();
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the thread starts here
}

#ifdef CXX20
// What is only asked about does not start.
template <typename T> void requiresOnly(T t) {
  if constexpr (requires { std::thread(t).detach(); })
    work();
}
#if __cplusplus > 202002L
void constantly() {
  if !consteval {
    std::thread(work).detach();
    // CHECK-MESSAGES-CXX23: :[[@LINE-1]]:23: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
}
#endif
void forCxx20() {
  std::thread(work).detach();
  // CHECK-MESSAGES-CXX20: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
#endif

// A property of the task's own copy is no flag.
struct Frame {
  enum class Format { Bgra, Other };
  struct Description {
    Format Pixels;
  };
  const Description &description() const;
};
void ownProperty(Frame frame) {
  std::thread([frame] {
    if (frame.description().Pixels != Frame::Format::Bgra)
      return;
    work();
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here
}
void sharedProperty(std::shared_ptr<std::atomic<bool>> stop) {
  std::thread([stop] {
    if (*stop)
      return;
    work();
  }).detach();
}
