// The limits that the page of leash-detached-thread names.
//
// RUN: %check %s leash-detached-thread -std=c++17 -mocks
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

void work();

//===--- Missed ------------------------------------------------------------===//

// Any flag counts, whatever it was meant for.
bool Enabled;
void anyFlag() {
  std::thread([] {
    if (!Enabled)
      return;
    for (;;)
      work();
  }).detach();
}

// Nothing ever sets it.
class NeverSet {
public:
  void start() { std::thread([this] { while (!Done) work(); }).detach(); }

private:
  bool Done = false;
};

// Nobody calls the method that waits.
class NeverDrained {
public:
  void start() { std::thread([this] { work(); finished(); }).detach(); }
  void drain() {
    std::unique_lock<std::mutex> lock(M);
    Changed.wait(lock);
  }

private:
  void finished() { Changed.notify_all(); }
  std::mutex M;
  std::condition_variable Changed;
};

// The queue asks whether it is closed; the task does not care.
class Channel {
public:
  bool pop(int &out) {
    std::unique_lock<std::mutex> lock(M);
    while (!Closed && Empty)
      Changed.wait(lock);
    out = 1;
    return !Closed;
  }

private:
  std::mutex M;
  std::condition_variable Changed;
  bool Closed = false;
  bool Empty = true;
};
void ignoresTheAnswer(Channel &channel) {
  std::thread([&channel] {
    for (int i;;)
      channel.pop(i);
  }).detach();
}

void throughPointerToMethod(std::thread &t) { (t.*(&std::thread::detach))(); }

//===--- False alarms ------------------------------------------------------===//

// Its body, in another file, may well read a global flag.
void elsewhere();
void bodyElsewhere() {
  std::thread(elsewhere).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void callback(std::function<void()> done) {
  std::thread([done] { work(); done(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:43: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

long read(int, char *, unsigned long);
void pipe(int fd) {
  std::thread([fd] {
    char c;
    for (;;) {
      if (read(fd, &c, 1) == 1 && c == 'q')
        return;
      work();
    }
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-9]]:3: note: the thread starts here
}
