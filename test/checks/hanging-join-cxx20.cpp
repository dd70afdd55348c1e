// RUN: %check %s leash-hanging-join -std=c++20-or-later

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <latch>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <thread>
#include <vector>

void work();

// --- Flagged: the destructor of a jthread joins ------------------------------

// It requests a stop, but the wait knows no token.
class Jobs {
  std::mutex Mutex;
  std::condition_variable NotEmpty;
  std::deque<int> Items;
  std::jthread Worker{[this](std::stop_token Token) {
    while (!Token.stop_requested()) {
      std::unique_lock Lock(Mutex);
      NotEmpty.wait(Lock, [this] { return !Items.empty(); });
      Items.pop_front();
    }
  }};

public:
  void put(int Item) {
    std::lock_guard Lock(Mutex);
    Items.push_back(Item);
    NotEmpty.notify_one();
  }
};
// CHECK-MESSAGES: :[[@LINE-15]]:16: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'NotEmpty': its destructor, which joins, hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-13]]:16: note: its task waits here

class ManyJobs {
  std::mutex Mutex;
  std::condition_variable NotEmpty;
  std::deque<int> Items;
  std::vector<std::jthread> Workers;

public:
  ManyJobs() {
    for (int I = 0; I < 4; ++I)
      Workers.emplace_back([this](std::stop_token Token) {
        while (!Token.stop_requested()) {
          std::unique_lock Lock(Mutex);
          NotEmpty.wait(Lock, [this] { return !Items.empty(); });
          Items.pop_front();
        }
      });
  }
  ~ManyJobs() {
    for (auto &Worker : Workers)
      Worker.request_stop();
  }
  void put(int Item) {
    std::lock_guard Lock(Mutex);
    Items.push_back(Item);
    NotEmpty.notify_one();
  }
};
// CHECK-MESSAGES: :[[@LINE-23]]:29: warning: a thread of 'Workers' is asked to end, but nothing wakes it from its wait for 'NotEmpty': its destructor, which joins, hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-19]]:7: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-17]]:20: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-10]]:3: note: the destructor of 'Workers' joins here

void never() {
  std::mutex Mutex;
  std::condition_variable Ready;
  bool IsReady = false;
  std::jthread Worker([&] {
    std::unique_lock Lock(Mutex);
    Ready.wait(Lock, [&] { return IsReady; });
    work();
  });
  work();
}
// CHECK-MESSAGES: :[[@LINE-7]]:16: warning: thread 'Worker' waits for 'Ready', and nothing ever wakes it: its destructor, which joins, hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-6]]:11: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-3]]:1: note: the destructor of 'Worker' joins here

class Requested {
  std::mutex Mutex;
  std::condition_variable Wake;
  std::jthread Worker{[this](std::stop_token Token) {
    std::unique_lock Lock(Mutex);
    while (!Token.stop_requested())
      Wake.wait(Lock);
  }};

public:
  void wake() { Wake.notify_one(); }
  ~Requested() {
    Worker.request_stop();
    Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-14]]:22: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:12: note: its task waits here

// --- Flagged: atomics, semaphores, latches -----------------------------------

class Waiting {
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    Stop.wait(false);
    work();
  }};

public:
  ~Waiting() {
    Stop = true;
    Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Stop': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-12]]:21: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:10: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake

class Permits {
  std::counting_semaphore<> Items{0};
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop) {
      Items.acquire();
      work();
    }
  }};

public:
  void post() { Items.release(); }
  ~Permits() {
    Stop = true;
    Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Items': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-15]]:21: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-14]]:13: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake

void gate() {
  std::latch Start(1);
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([&Start] {
      Start.wait();
      work();
    });
  for (auto &Worker : Workers)
    Worker.join();
  Start.count_down();
}
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: a thread of 'Workers' waits for 'Start', which is signalled only after the join: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-9]]:5: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:13: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-5]]:9: note: 'Start' is signalled here, too late

// --- Not flagged -------------------------------------------------------------

class BoundedPool {
  std::mutex Mutex;
  std::condition_variable_any Wake;
  std::deque<std::function<void()>> Jobs;
  std::vector<std::jthread> Workers;
  void run(std::stop_token Token) {
    for (;;) {
      std::function<void()> Job;
      {
        std::unique_lock Lock(Mutex);
        Wake.wait(Lock, Token, [&] { return !Jobs.empty(); });
        if (Jobs.empty())
          return;
        Job = std::move(Jobs.front());
        Jobs.pop_front();
      }
      Job();
    }
  }

public:
  explicit BoundedPool(unsigned Count) {
    for (unsigned I = 0; I < Count; ++I)
      Workers.emplace_back([this](std::stop_token Token) { run(Token); });
  }
  bool submit(std::function<void()> Job) {
    {
      std::lock_guard Lock(Mutex);
      Jobs.push_back(std::move(Job));
    }
    Wake.notify_one();
    return true;
  }
};

class Poller {
  std::mutex Mutex;
  std::condition_variable_any Wake;
  bool Kicked = false;
  std::jthread Worker{[this](std::stop_token Token) {
    std::unique_lock Lock(Mutex);
    while (Wake.wait(Lock, Token, [&] { return Kicked; }))
      Kicked = false;
  }};

public:
  void kick() {
    {
      std::lock_guard Lock(Mutex);
      Kicked = true;
    }
    Wake.notify_one();
  }
};

class WithStopCallback {
  std::mutex Mutex;
  std::condition_variable Wake;
  std::jthread Worker{[this](std::stop_token Token) {
    std::stop_callback OnStop(Token, [this] { Wake.notify_all(); });
    std::unique_lock Lock(Mutex);
    while (!Token.stop_requested())
      Wake.wait(Lock);
  }};
};

class WokenByDestructor {
  std::mutex Mutex;
  std::condition_variable Wake;
  std::jthread Worker{[this](std::stop_token Token) {
    std::unique_lock Lock(Mutex);
    while (!Token.stop_requested())
      Wake.wait(Lock);
  }};

public:
  ~WokenByDestructor() {
    Worker.request_stop();
    Wake.notify_all();
  }
};

class StoppedByUser {
  std::mutex Mutex;
  std::condition_variable Wake;
  std::jthread Worker{[this](std::stop_token Token) {
    std::unique_lock Lock(Mutex);
    while (!Token.stop_requested())
      Wake.wait(Lock);
  }};

public:
  void stop() {
    Worker.request_stop();
    Wake.notify_all();
  }
};

class Notified {
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    Stop.wait(false);
    work();
  }};

public:
  ~Notified() {
    Stop = true;
    Stop.notify_one();
    Worker.join();
  }
};

class Released {
  std::counting_semaphore<> Items{0};
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop) {
      Items.acquire();
      work();
    }
  }};

public:
  ~Released() {
    Stop = true;
    Items.release();
    Worker.join();
  }
};

// The semaphore limits; whoever has a permit gives it back.
void limited(const std::vector<std::function<void()>> &Jobs) {
  std::counting_semaphore<> Slots(4);
  std::vector<std::jthread> Workers;
  for (auto &Job : Jobs) {
    Slots.acquire();
    Workers.emplace_back([&Slots, &Job] {
      struct Return {
        std::counting_semaphore<> &Slots;
        ~Return() { Slots.release(); }
      } Return{Slots};
      Job();
    });
  }
}

void permits() {
  std::counting_semaphore<> Slots(4);
  std::jthread Worker([&Slots] {
    Slots.acquire();
    work();
  });
}

void started() {
  std::latch Start(1);
  std::vector<std::jthread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([&Start] {
      Start.wait();
      work();
    });
  Start.count_down();
}
