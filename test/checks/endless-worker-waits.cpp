// leash-endless-worker: loops that wait, in every turn, for what nobody
// signals. Where somebody joins the thread, leash-hanging-join speaks.
//
// RUN: %check %s leash-endless-worker -std=c++17-or-later

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

void work();
void poke(std::condition_variable &);

class Forgotten {
public:
  Forgotten() {
    std::thread([this] { run(); }).detach();
  }
  void stop() {
    std::lock_guard<std::mutex> Lock(Mutex);
    Stop = true;
  }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      Wake.wait(Lock);
      work();
    }
  }
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
};
// CHECK-MESSAGES: :[[@LINE-9]]:5: warning: nothing ever ends this loop's wait for 'Wake': it never looks whether it is to end, and its task waits until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-20]]:5: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-10]]:12: note: its task waits here

class ForgottenPredicate {
public:
  void start() {
    std::thread([this] {
      for (;;) {
        std::unique_lock<std::mutex> Lock(Mutex);
        while (!Ready)
          Wake.wait(Lock);
        if (Stop)
          return;
        work();
      }
    }).detach();
  }
  void stop() { Stop = true; }

private:
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  bool Stop = false;
};
// CHECK-MESSAGES: :[[@LINE-18]]:7: warning: nothing ever ends this loop's wait for 'Wake': it never looks whether it is to end, and its task waits until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-20]]:5: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-17]]:16: note: its task waits here

// It is woken, but nothing ever asks it to end: that is the loop's.
class OnlyKicked {
public:
  OnlyKicked() : Worker([this] { run(); }) {}
  ~OnlyKicked() { Worker.join(); }
  void kick() { Wake.notify_one(); }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      Wake.wait(Lock);
      work();
    }
  }
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-10]]:5: warning: nothing ever sets 'Stop' to true: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-18]]:18: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-18]]:26: note: this join hangs

//===--- Silent -----------------------------------------------------------===//

class Notified {
public:
  Notified() {
    std::thread([this] { run(); }).detach();
  }
  void stop() {
    std::lock_guard<std::mutex> Lock(Mutex);
    Stop = true;
    Wake.notify_all();
  }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      Wake.wait(Lock);
      work();
    }
  }
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
};
class HandedOn {
public:
  HandedOn() {
    std::thread([this] { run(); }).detach();
  }
  void stop() {
    Stop = true;
    poke(Wake);
  }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      Wake.wait(Lock);
      work();
    }
  }
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
};
class Limited {
public:
  Limited() {
    std::thread([this] { run(); }).detach();
  }
  void stop() { Stop = true; }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      Wake.wait_for(Lock, std::chrono::seconds(1));
      work();
    }
  }
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
};
class Sometimes {
public:
  Sometimes() {
    std::thread([this] { run(); }).detach();
  }
  void stop() { Stop = true; }
  void setIdle(bool Value) { Idle = Value; }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      if (Idle)
        Wake.wait(Lock);
      work();
    }
  }
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Idle = false;
  bool Stop = false;
};
class Ready {
public:
  Ready() {
    std::thread([this] { run(); }).detach();
  }
  void stop() { Stop = true; }
  void open() { IsOpen = true; }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      Wake.wait(Lock, [this] { return IsOpen; });
      work();
    }
  }
  std::mutex Mutex;
  std::condition_variable Wake;
  bool IsOpen = false;
  bool Stop = false;
};
// leash-hanging-join's.
class NeverReady {
public:
  NeverReady() : Worker([this] { run(); }) {}
  ~NeverReady() { Worker.join(); }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!IsReady)
      Wake.wait(Lock);
    work();
  }
  std::mutex Mutex;
  std::condition_variable Wake;
  bool IsReady = false;
  std::thread Worker;
};
void localNeverReady() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool IsReady = false;
  std::thread Worker([&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!IsReady)
      Wake.wait(Lock);
  });
  Worker.join();
}
class Joined {
public:
  Joined() : Worker([this] { run(); }) {}
  ~Joined() {
    Stop = true;
    Worker.join();
  }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      Wake.wait(Lock);
      work();
    }
  }
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker;
};
