// RUN: %check %s leash-hanging-join -std=c++17-or-later

// What speaks for a join: each is a correct twin of a flagged one.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
void work();

// --- Woken before the join ---------------------------------------------------

class Poller {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Kicked = false, Stop = false;
  std::thread Worker;
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    for (;;) {
      Wake.wait(Lock, [this] { return Kicked || Stop; });
      if (Stop)
        return;
      Kicked = false;
    }
  }

public:
  Poller() : Worker(&Poller::run, this) {}
  ~Poller() {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Stop = true;
    }
    Wake.notify_all();
    Worker.join();
  }
};

class InMethod {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};
  void requestStop() {
    std::lock_guard<std::mutex> Lock(Mutex);
    Stop = true;
    Wake.notify_one();
  }

public:
  ~InMethod() {
    requestStop();
    if (Worker.joinable())
      Worker.join();
  }
};

struct OnExit {
  std::function<void()> Do;
  ~OnExit() { Do(); }
};

void guarded() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker([&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  });
  Stop = true;
  {
    OnExit Guard{[&] { Wake.notify_all(); }};
    work();
  }
  Worker.join();
}

// By the caller of the function that joins.
class TwoSteps {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};
  void finish() {
    Stop = true;
    Worker.join();
  }

public:
  ~TwoSteps() {
    Stop = true;
    Wake.notify_all();
    finish();
  }
};

// By a task that ends.
class Pair {
  std::mutex Mutex;
  std::condition_variable Wake;
  std::atomic<bool> Stop{false};
  std::thread Producer{[this] {
    while (!Stop)
      work();
    Wake.notify_all();
  }};
  std::thread Consumer{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  ~Pair() {
    Stop = true;
    Producer.join();
    Consumer.join();
  }
};

// By a callback.
void onQuit(std::function<void()>);
class WithCallback {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  WithCallback() {
    onQuit([this] { Wake.notify_all(); });
  }
  ~WithCallback() {
    Stop = true;
    Worker.join();
  }
};

// --- A limit -----------------------------------------------------------------

class Ticker {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait_for(Lock, 1s);
  }};

public:
  ~Ticker() {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Stop = true;
    }
    Worker.join();
  }
};

// --- The user stops it first -------------------------------------------------

class Stopped {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  void stop() {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Stop = true;
    }
    Wake.notify_all();
  }
  ~Stopped() { Worker.join(); }
};

// --- Not all is visible ------------------------------------------------------

class Elsewhere {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  void other();
  ~Elsewhere() {
    Stop = true;
    Worker.join();
  }
};

void wakeUp(std::condition_variable &Wake);
void handedOut() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker([&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  });
  Stop = true;
  wakeUp(Wake);
  Worker.join();
}

struct Shared {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
};
void end(Shared &);
void ownerHandedOut() {
  Shared State;
  std::thread Worker([&] {
    std::unique_lock<std::mutex> Lock(State.Mutex);
    while (!State.Stop)
      State.Wake.wait(Lock);
  });
  State.Stop = true;
  end(State);
  Worker.join();
}

void taskElsewhere(std::condition_variable &);
void hiddenTask() {
  std::condition_variable Wake;
  std::thread Worker(taskElsewhere, std::ref(Wake));
  Worker.join();
}

// A parameter is its caller's.
void parameter(std::mutex &Mutex, std::condition_variable &Wake, bool &Stop) {
  std::thread Worker([&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  });
  Stop = true;
  Worker.join();
}

// So is what other files can see.
std::mutex GlobalMutex;
std::condition_variable GlobalWake;
bool GlobalStop;
void global() {
  std::thread Worker([] {
    std::unique_lock<std::mutex> Lock(GlobalMutex);
    while (!GlobalStop)
      GlobalWake.wait(Lock);
  });
  GlobalStop = true;
  Worker.join();
}

class Session {
public:
  virtual ~Session();
  virtual void onStop();
};
class Overridable : Session {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker;
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }

public:
  void start() { Worker = std::thread(&Overridable::run, this); }
  void stop() {
    Stop = true;
    onStop();
    Worker.join();
  }
};

// --- A loop without a way out is another defect ------------------------------

class Endless {
  std::mutex Mutex;
  std::condition_variable Wake;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (true) {
      Wake.wait(Lock);
      work();
    }
  }};

public:
  ~Endless() { Worker.join(); }
};

// --- Promises, latches, queues ----------------------------------------------

void promiseKept() {
  std::promise<void> Go;
  std::thread Reader([&] {
    Go.get_future().wait();
    work();
  });
  Go.set_value();
  Reader.join();
}

void keep(std::promise<void> Given);
void promiseGiven() {
  std::promise<void> Go;
  auto Gone = Go.get_future();
  std::thread Reader([&] { Gone.wait(); });
  keep(std::move(Go));
  Reader.join();
}

void promiseDies() {
  std::future<void> Gone;
  std::thread Reader;
  {
    std::promise<void> Go;
    Gone = Go.get_future();
    Reader = std::thread([&] { Gone.wait(); });
  }
  Reader.join();
}

template <class T> class Channel {
  std::mutex Mutex;
  std::condition_variable NotFull, NotEmpty;
  std::deque<T> Items;
  std::size_t Capacity;
  bool Closed = false;

public:
  explicit Channel(std::size_t Capacity) : Capacity(Capacity) {}
  bool push(T Item) {
    std::unique_lock Lock(Mutex);
    NotFull.wait(Lock, [&] { return Closed || Items.size() < Capacity; });
    if (Closed)
      return false;
    Items.push_back(std::move(Item));
    NotEmpty.notify_one();
    return true;
  }
  std::optional<T> pop() {
    std::unique_lock Lock(Mutex);
    NotEmpty.wait(Lock, [&] { return Closed || !Items.empty(); });
    if (Items.empty())
      return std::nullopt;
    std::optional<T> Item(std::move(Items.front()));
    Items.pop_front();
    NotFull.notify_one();
    return Item;
  }
  void close() {
    {
      std::lock_guard Lock(Mutex);
      Closed = true;
    }
    NotFull.notify_all();
    NotEmpty.notify_all();
  }
};

int sum(int Count) {
  Channel<int> Numbers(8);
  std::mutex Mutex;
  int Total = 0;
  std::vector<std::thread> Consumers;
  for (int I = 0; I < 3; ++I)
    Consumers.emplace_back([&] {
      while (auto Number = Numbers.pop()) {
        std::lock_guard Lock(Mutex);
        Total += *Number;
      }
    });
  std::thread Producer([&] {
    for (int I = 1; I <= Count; ++I)
      if (!Numbers.push(I))
        return;
  });
  Producer.join();
  Numbers.close();
  for (auto &Consumer : Consumers)
    Consumer.join();
  return Total;
}

// A last job.
class Sentinel {
  std::mutex Mutex;
  std::condition_variable NotEmpty;
  std::deque<int> Items;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop) {
      std::unique_lock<std::mutex> Lock(Mutex);
      NotEmpty.wait(Lock, [this] { return !Items.empty(); });
      if (Items.front() < 0)
        return;
      Items.pop_front();
    }
  }};
  void push(int Item) {
    std::lock_guard<std::mutex> Lock(Mutex);
    Items.push_back(Item);
    NotEmpty.notify_one();
  }

public:
  ~Sentinel() {
    Stop = true;
    push(-1);
    Worker.join();
  }
};

// A local channel that the function also fills.
class Lines {
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
void localChannel(int Count) {
  Lines Channel;
  std::atomic<bool> Stop{false};
  std::thread Reader([&] {
    while (!Stop)
      Channel.pop();
  });
  for (int I = 0; I < Count; ++I)
    Channel.push(I);
  Stop = true;
  Reader.join();
}

// A pool that joins its workers when it cannot start all of them.
class Pool {
  std::mutex Mutex;
  std::condition_variable Wake;
  std::deque<std::function<void()>> Jobs;
  bool Closed = false;
  std::vector<std::thread> Workers;
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    for (;;) {
      Wake.wait(Lock, [this] { return Closed || !Jobs.empty(); });
      if (Jobs.empty())
        return;
      auto Job = std::move(Jobs.front());
      Jobs.pop_front();
      Lock.unlock();
      Job();
      Lock.lock();
    }
  }
  void close() noexcept {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Closed = true;
    }
    Wake.notify_all();
    for (auto &Worker : Workers)
      if (Worker.joinable())
        Worker.join();
  }

public:
  explicit Pool(unsigned Count) {
    try {
      for (unsigned I = 0; I < Count; ++I)
        Workers.emplace_back(&Pool::run, this);
    } catch (...) {
      close();
      throw;
    }
  }
  ~Pool() { close(); }
  bool submit(std::function<void()> Job) {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      if (Closed)
        return false;
      Jobs.push_back(std::move(Job));
    }
    Wake.notify_one();
    return true;
  }
};

// A future that is not kept by std::async does not wait when it dies.
class FromPromise {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  std::promise<void> Done;
  std::future<void> Gone = Done.get_future();
  std::thread Worker{[this] {
    Done.set_value();
  }};

public:
  ~FromPromise() {
    Gone.wait();
    Worker.join();
  }
};

// Deferred, it never starts.
void deferred() {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Ready = false;
  auto Task = std::async(std::launch::deferred, [&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    Wake.wait(Lock, [&] { return Ready; });
  });
  work();
}

// Handed on, it dies elsewhere.
std::future<void> handedOn(std::condition_variable &Wake, std::mutex &Mutex) {
  auto Task = std::async(std::launch::async, [&] {
    std::unique_lock<std::mutex> Lock(Mutex);
    Wake.wait(Lock);
  });
  return Task;
}
