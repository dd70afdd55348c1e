// RUN: %check %s leash-hanging-join -std=c++17-or-later

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

void work();

// The destructor sets the flag, and does not wake.
class Poller {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  bool Kicked = false;
  std::thread Worker{&Poller::run, this};

  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      Wake.wait(Lock, [this] { return Kicked || Stop; });
      Kicked = false;
      work();
    }
  }

public:
  ~Poller() {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Stop = true;
    }
    if (Worker.joinable())
      Worker.join();
  }
  void kick() {
    std::lock_guard<std::mutex> Lock(Mutex);
    Kicked = true;
    Wake.notify_one();
  }
};
// CHECK-MESSAGES: :[[@LINE-8]]:14: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-27]]:21: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-23]]:12: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-14]]:7: note: this asks the task to end, but it only looks once it is awake

// An atomic flag, in a method that stops.
class Consumer {
  std::mutex Mutex;
  std::condition_variable NotEmpty;
  std::deque<int> Items;
  std::atomic<bool> Running{true};
  std::vector<std::thread> Workers;

  void run() {
    while (Running) {
      std::unique_lock<std::mutex> Lock(Mutex);
      while (Items.empty())
        NotEmpty.wait(Lock);
      Items.pop_front();
    }
  }

public:
  Consumer() {
    for (int I = 0; I < 4; ++I)
      Workers.emplace_back([this] { run(); });
  }
  void put(int Item) {
    std::lock_guard<std::mutex> Lock(Mutex);
    Items.push_back(Item);
    NotEmpty.notify_one();
  }
  void stop() {
    Running = false;
    for (auto &Worker : Workers)
      Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:14: warning: a thread of 'Workers' is asked to end, but nothing wakes it from its wait for 'NotEmpty': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-14]]:7: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-23]]:18: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-8]]:5: note: this asks the task to end, but it only looks once it is awake

// Nobody ever notifies.
class Starter {
  std::mutex Mutex;
  std::condition_variable Ready;
  bool IsReady = false;
  std::thread Worker;

public:
  Starter()
      : Worker([this] {
          std::unique_lock<std::mutex> Lock(Mutex);
          Ready.wait(Lock, [this] { return IsReady; });
          work();
        }) {}
  ~Starter() { Worker.join(); }
};
// CHECK-MESSAGES: :[[@LINE-2]]:23: warning: thread 'Worker' waits for 'Ready', and nothing ever wakes it: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-8]]:9: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:17: note: its task waits here

// The promise comes after the join.
void promiseTooLate() {
  std::promise<int> Answer;
  std::thread Reader([&Answer] {
    int Value = Answer.get_future().get();
    (void)Value;
    work();
  });
  Reader.join();
  Answer.set_value(42);
}
// CHECK-MESSAGES: :[[@LINE-3]]:10: warning: thread 'Reader' waits for 'Answer', which is signalled only after the join: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-9]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:37: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: 'Answer' is signalled here, too late

// The promise is never kept.
void promiseNever() {
  std::promise<void> Go;
  std::future<void> Gone = Go.get_future();
  std::thread Reader([&] {
    Gone.wait();
    work();
  });
  work();
  Reader.join();
}
// CHECK-MESSAGES: :[[@LINE-2]]:10: warning: thread 'Reader' waits for 'Go', and nothing ever wakes it: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-8]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-8]]:10: note: its task waits here

// The order is wrong.
class Late {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker;

public:
  void start() {
    Worker = std::thread([this] {
      std::unique_lock<std::mutex> Lock(Mutex);
      while (!Stop)
        Wake.wait(Lock);
    });
  }
  ~Late() {
    Worker.join();
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Stop = true;
    }
    Wake.notify_all();
  }
};
// CHECK-MESSAGES: :[[@LINE-8]]:12: warning: thread 'Worker' waits for 'Wake', which is signalled only after the join: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-16]]:14: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-14]]:14: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-6]]:10: note: 'Wake' is signalled here, too late

// A queue of one's own that only waits for items.
class Queue {
  std::mutex Mutex;
  std::condition_variable NotEmpty;
  std::deque<int> Items;

public:
  void push(int Item) {
    std::lock_guard<std::mutex> Lock(Mutex);
    Items.push_back(Item);
    NotEmpty.notify_one();
  }
  int pop() {
    std::unique_lock<std::mutex> Lock(Mutex);
    NotEmpty.wait(Lock, [this] { return !Items.empty(); });
    int Item = Items.front();
    Items.pop_front();
    return Item;
  }
};

class Logger {
  Queue Lines;
  std::atomic<bool> Stop{false};
  std::thread Writer{[this] {
    while (!Stop.load()) {
      int Line = Lines.pop();
      (void)Line;
      work();
    }
  }};

public:
  void log(int Line) { Lines.push(Line); }
  ~Logger() {
    Stop.store(true);
    Writer.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Writer' is asked to end, but nothing wakes it from its wait for 'NotEmpty': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-16]]:21: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-27]]:14: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake

// The destructor of an asynchronous future waits, too.
class Background {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::future<void> Task;

public:
  Background() {
    Task = std::async(std::launch::async, [this] {
      std::unique_lock<std::mutex> Lock(Mutex);
      while (!Stop) {
        Wake.wait(Lock);
        work();
      }
    });
  }
  ~Background() {
    std::lock_guard<std::mutex> Lock(Mutex);
    Stop = true;
  }
};
// CHECK-MESSAGES: :[[@LINE-17]]:21: warning: the task of 'Task' is asked to end, but nothing wakes it from its wait for 'Wake': its destructor, which waits for the task, hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-14]]:12: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:14: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: this asks the task to end, but it only looks once it is awake
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: the destructor of 'Task' joins here

void localFuture() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  auto Task = std::async(std::launch::async, [&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    Wake.wait(Lock, [&] { return Ready; });
  });
  work();
}
// CHECK-MESSAGES: :[[@LINE-6]]:8: warning: the task of 'Task' waits for 'Wake', and nothing ever wakes it: its destructor, which waits for the task, hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-3]]:1: note: the destructor of 'Task' joins here

void waitedFuture() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  auto Task = std::async(std::launch::async, [&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    Wake.wait(Lock, [&] { return Ready; });
    return 1;
  });
  Ready = true;
  int Value = Task.get();
  Wake.notify_all();
  (void)Value;
}
// CHECK-MESSAGES: :[[@LINE-4]]:20: warning: the task of 'Task' waits for 'Wake', which is signalled only after the join: this call hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-11]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-10]]:10: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-8]]:3: note: this asks the task to end, but it only looks once it is awake
// CHECK-MESSAGES: :[[@LINE-7]]:8: note: 'Wake' is signalled here, too late

void futures() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  std::vector<std::future<void>> Tasks;
  for (int I = 0; I < 4; ++I)
    Tasks.push_back(std::async(std::launch::async, [&] {
      std::unique_lock<std::mutex> Lock(Mutex);
      Wake.wait(Lock, [&] { return Ready; });
    }));
  work();
}
// CHECK-MESSAGES: :[[@LINE-8]]:34: warning: the task of a future of 'Tasks' waits for 'Wake', and nothing ever wakes it: its destructor, which waits for the task, hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-7]]:21: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-6]]:12: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-4]]:1: note: the destructor of 'Tasks' joins here
