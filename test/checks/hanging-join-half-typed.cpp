// leash-hanging-join in code that is being typed: a wake-up may be in what does
// not compile.
//
// RUN: %check %s leash-hanging-join -std=c++17-or-later -expect-errors
#include <condition_variable>
#include <mutex>
#include <thread>

class Poller {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};
  void wake() {
    Wake.notify
  }

public:
  ~Poller() {
    Stop = true;
    Worker.join();
  }
};

class Typed {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  ~Typed() {
    Stop = true;
    unknown(Wake);
    Worker.join();
  }
};

class Task {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock
  }};

public:
  ~Task() {
    Stop = true;
    Worker.join();
  }
};

void unfinished() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker([&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  });
  Stop = true;
  Worker.join();
