// REQUIRES: boost-headers, tbb-headers
// RUN: %check %s leash-hanging-join -std=c++17

// Boost and oneTBB.

#include <atomic>
#include <boost/thread.hpp>
#include <boost/thread/concurrent_queues/sync_queue.hpp>
#include <oneapi/tbb/concurrent_queue.h>
#include <thread>

void work();

// --- Flagged -----------------------------------------------------------------

class BoundedJobs {
  tbb::concurrent_bounded_queue<int> Jobs;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop) {
      int Job;
      Jobs.pop(Job);
      work();
    }
  }};

public:
  void put(int Job) { Jobs.push(Job); }
  ~BoundedJobs() {
    Stop = true;
    Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Jobs': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-16]]:21: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-14]]:12: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake

class SyncJobs {
  boost::concurrent::sync_queue<int> Jobs;
  std::atomic<bool> Stop{false};
  boost::thread Worker{[this] {
    while (!Stop) {
      int Job = Jobs.pull();
      (void)Job;
    }
  }};

public:
  void put(int Job) { Jobs.push(Job); }
  ~SyncJobs() {
    Stop = true;
    Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Jobs': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-15]]:23: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-14]]:22: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake

class Waiter {
  boost::mutex Mutex;
  boost::condition_variable Wake;
  bool Stop = false;
  boost::thread Worker;
  void run() {
    boost::unique_lock<boost::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }

public:
  void start() { Worker = boost::thread(&Waiter::run, this); }
  void wake() { Wake.notify_one(); }
  ~Waiter() {
    Mutex.lock();
    Stop = true;
    Mutex.unlock();
    Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-10]]:27: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-15]]:12: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-8]]:5: note: this asks the task to end, but it only looks once it is awake

// --- Not flagged -------------------------------------------------------------

class Aborted {
  tbb::concurrent_bounded_queue<int> Jobs;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop) {
      int Job;
      Jobs.pop(Job);
      work();
    }
  }};

public:
  ~Aborted() {
    Stop = true;
    Jobs.abort();
    Worker.join();
  }
};

class LastJob {
  tbb::concurrent_bounded_queue<int> Jobs;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop) {
      int Job;
      Jobs.pop(Job);
      work();
    }
  }};

public:
  ~LastJob() {
    Stop = true;
    Jobs.push(-1);
    Worker.join();
  }
};

class Tried {
  tbb::concurrent_bounded_queue<int> Jobs;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop) {
      int Job;
      if (!Jobs.try_pop(Job))
        continue;
      work();
    }
  }};

public:
  ~Tried() {
    Stop = true;
    Worker.join();
  }
};

class Closed {
  boost::concurrent::sync_queue<int> Jobs;
  std::atomic<bool> Stop{false};
  boost::thread Worker{[this] {
    while (!Stop) {
      int Job = 0;
      Jobs.wait_pull(Job);
    }
  }};

public:
  ~Closed() {
    Stop = true;
    Jobs.close();
    Worker.join();
  }
};

class Interrupted {
  boost::mutex Mutex;
  boost::condition_variable Wake;
  bool Stop = false;
  boost::thread Worker;
  void run() {
    boost::unique_lock<boost::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }

public:
  void start() { Worker = boost::thread(&Interrupted::run, this); }
  ~Interrupted() {
    Stop = true;
    Worker.interrupt();
    Worker.join();
  }
};

class Timed {
  boost::mutex Mutex;
  boost::condition_variable Wake;
  bool Stop = false;
  boost::thread Worker;
  void run() {
    boost::unique_lock<boost::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }

public:
  void start() { Worker = boost::thread(&Timed::run, this); }
  ~Timed() {
    Stop = true;
    if (!Worker.try_join_for(boost::chrono::seconds(1)))
      Worker.detach();
  }
};
