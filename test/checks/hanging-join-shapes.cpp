// RUN: %check %s leash-hanging-join -std=c++17-or-later

// Templates, macros, owners of owners, and where the code stands.

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

void work();

// A template is flagged once, however often it is instantiated.
template <class T> class Box {
  std::mutex Mutex;
  std::condition_variable Full;
  std::deque<T> Items;
  bool Stop = false;
  std::thread Worker;
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      Full.wait(Lock);
      work();
    }
  }

public:
  Box() : Worker([this] { run(); }) {}
  ~Box() {
    Stop = true;
    Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Full': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-7]]:11: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-14]]:12: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake
Box<int> A;
Box<long> B;

// Behind a pointer to an implementation.
class Front {
public:
  Front();
  ~Front();

private:
  struct Impl;
  std::unique_ptr<Impl> Self;
};

struct Front::Impl {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::unique_ptr<std::thread> Worker;
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }
};

Front::Front() : Self(std::make_unique<Impl>()) {
  Self->Worker = std::make_unique<std::thread>([this] { Self->run(); });
}
Front::~Front() {
  {
    std::lock_guard<std::mutex> Lock(Self->Mutex);
    Self->Stop = true;
  }
  Self->Worker->join();
}
// CHECK-MESSAGES: :[[@LINE-2]]:17: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-10]]:18: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-16]]:12: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake

// A helper sets the flag, another one joins.
class Helpers {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::vector<std::thread> Workers;
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    for (;;) {
      Wake.wait(Lock);
      if (stopped())
        break;
    }
  }
  bool stopped() const { return Stop; }
  void setStop() {
    std::lock_guard<std::mutex> Lock(Mutex);
    Stop = true;
  }

public:
  void start() {
    for (int I = 0; I < 4; ++I)
      Workers.push_back(std::thread(&Helpers::run, this));
  }
  void wake() { Wake.notify_one(); }
  ~Helpers() {
    setStop();
    for (std::size_t I = 0; I < Workers.size(); ++I)
      Workers[I].join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:18: warning: a thread of 'Workers' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-10]]:25: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-25]]:12: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-18]]:5: note: this asks the task to end, but it only looks once it is awake

// Swapped out under a lock, joined outside of it.
class Swapped {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker;

public:
  void start() {
    Worker = std::thread([this] {
      std::unique_lock<std::mutex> Lock(Mutex);
      Wake.wait(Lock, [this] { return Stop; });
    });
  }
  void stop() {
    std::thread Old = std::move(Worker);
    Stop = true;
    Old.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:9: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-12]]:14: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-11]]:12: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake

// In a macro, at the expansion.
#define JOIN(T) (T).join()
void inMacro() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  std::thread Worker([&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Ready)
      Wake.wait(Lock);
  });
  JOIN(Worker);
}
// CHECK-MESSAGES: :[[@LINE-2]]:3: warning: thread 'Worker' waits for 'Wake', and nothing ever wakes it: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-8]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-6]]:12: note: its task waits here

// A functor.
struct Waiter {
  std::mutex &Mutex;
  std::condition_variable &Wake;
  bool &Ready;
  void operator()() {
    std::unique_lock<std::mutex> Lock(Mutex);
    Wake.wait(Lock, [this] { return Ready; });
  }
};
void functor() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  std::thread Worker(Waiter{Mutex, Wake, Ready});
  Ready = true;
  Worker.join();
}

// A free function as the task, given references.
void waitFor(std::mutex &Mutex, std::condition_variable &Wake, bool &Ready) {
  std::unique_lock<std::mutex> Lock(Mutex);
  Wake.wait(Lock, [&] { return Ready; });
}
void freeFunction() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  std::thread Worker(waitFor, std::ref(Mutex), std::ref(Wake), std::ref(Ready));
  Ready = true;
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-2]]:10: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-5]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:8: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this asks the task to end, but it only looks once it is awake

// A local structure.
void localState() {
  struct {
    std::mutex Mutex;
    std::condition_variable Wake;
    bool Ready = false;
  } State;
  std::thread Worker([&State] {
    std::unique_lock<std::mutex> Lock(State.Mutex);
    State.Wake.wait(Lock, [&State] { return State.Ready; });
  });
  State.Ready = true;
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-2]]:10: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-8]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:16: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this asks the task to end, but it only looks once it is awake

// The destructor asks, a helper joins.
class ByHelper {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};
  void joinAll() {
    if (Worker.joinable())
      Worker.join();
  }

public:
  void wake() { Wake.notify_one(); }
  ~ByHelper() {
    Stop = true;
    joinAll();
  }
};
// CHECK-MESSAGES: :[[@LINE-10]]:14: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-18]]:21: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-16]]:12: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake

// --- Not flagged -------------------------------------------------------------

// It holds from the start.
void readyAtOnce() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  Ready = true;
  std::thread Worker([&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    Wake.wait(Lock, [&] { return Ready; });
  });
  Worker.join();
}

// Only joined when the task says that it is done.
class Finished {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false, Done = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    Wake.wait(Lock, [this] { return Stop; });
    Done = true;
  }};

public:
  ~Finished() {
    Stop = true;
    if (Done)
      Worker.join();
    else
      Worker.detach();
  }
};

// The joining function wakes it in another of its waits.
class TwoWaits {
  std::mutex Mutex;
  std::condition_variable Full, Empty;
  std::deque<int> Items;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop) {
      Full.wait(Lock, [this] { return Stop || !Items.empty(); });
      Empty.wait(Lock, [this] { return Items.size() < 8; });
    }
  }};

public:
  void take() { Empty.notify_one(); }
  ~TwoWaits() {
    Stop = true;
    Full.notify_one();
    Worker.join();
  }
};

// A loop around the join and the wake-up.
void turns(int Count) {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  std::thread Worker;
  for (int I = 0; I < Count; ++I) {
    if (I > 0)
      Worker.join();
    else
      Worker = std::thread([&] {
        std::unique_lock<std::mutex> Lock(Mutex);
        Wake.wait(Lock, [&] { return Ready; });
      });
    Ready = true;
    Wake.notify_all();
  }
}

// What a derived class does first.
class Base {
protected:
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  virtual ~Base() {
    Stop = true;
    Worker.join();
  }
};
class Derived : public Base {
public:
  ~Derived() override { Wake.notify_all(); }
};

// A friend may do anything.
class Befriended {
  friend class Stranger;
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  ~Befriended() {
    Stop = true;
    Worker.join();
  }
};

// An accessor hands it out.
class Lends {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  std::condition_variable &wake() { return Wake; }
  ~Lends() {
    Stop = true;
    Worker.join();
  }
};

// A template that nobody instantiates.
template <class T> class Never {
  std::mutex Mutex;
  T Wake;
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
  ~Never() {
    Stop = true;
    Worker.join();
  }
};
