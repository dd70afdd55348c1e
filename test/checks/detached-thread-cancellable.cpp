// A thread that can be asked to stop, and obeys, may be let go.
//
// RUN: %check %s leash-detached-thread -std=c++11-or-later -mocks
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <signal.h>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

void work();
void tick(int);
bool cond();

//===--- Flags ------------------------------------------------------------===//

std::atomic<bool> Stop;
bool PlainStop;
volatile bool VolatileStop;
volatile sig_atomic_t Signalled;
static std::atomic_flag Running = ATOMIC_FLAG_INIT;
enum class State { Running, Stopping };
State Now = State::Running;
std::atomic<State> AtomicNow;
std::atomic<int> Phase;

void flags() {
  std::thread([] { while (!Stop) work(); }).detach();
  std::thread([] { while (!Stop.load()) work(); }).detach();
  std::thread([] {
    while (!Stop.load(std::memory_order_acquire))
      work();
  }).detach();
  std::thread([] { for (; !PlainStop;) work(); }).detach();
  std::thread([] { do work(); while (!VolatileStop); }).detach();
  std::thread([] { while (!Signalled) work(); }).detach();
  std::thread([] { while (Running.test_and_set()) work(); }).detach();
  std::thread([] { while (Now == State::Running) work(); }).detach();
  std::thread([] {
    while (AtomicNow.load() != State::Stopping)
      work();
  }).detach();
  std::thread([] { while (Phase == 0) work(); }).detach();
}

void branches() {
  std::thread([] { for (;;) { if (Stop) break; work(); } }).detach();
  std::thread([] { for (;;) { if (Stop) return; work(); } }).detach();
  std::thread([] { for (;;) { work(); if (Stop || cond()) return; } }).detach();
  std::thread([] {
    while (true) {
      switch (Now) {
      case State::Running:
        work();
        break;
      case State::Stopping:
        return;
      }
    }
  }).detach();
  std::thread([] { while (true) { if (Stop) throw 1; work(); } }).detach();
  std::thread([] {
    while (true) {
      if (Stop)
        goto out;
      work();
    }
  out:;
  }).detach();
  std::thread([] {
    bool go = true;
    while (go) {
      work();
      go = !Stop;
    }
  }).detach();
  std::thread([] { while (true) { bool s = Stop; if (s) return; } }).detach();
}

// The twins: the flag is there, and nothing obeys it.
static bool Written;
void notObeyed() {
  std::thread([] { while (true) { if (Stop) work(); } }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:58: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread([] { while (true) { Written = false; work(); } }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:65: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread([] { bool s = Stop; (void)s; for (;;) work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:64: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread([] { const bool Never = false; while (!Never) work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:72: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread([] { bool mine = false; while (!mine) work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:64: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread([] { for (int i = 0; i < 10; ++i) tick(i); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:61: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void logsOnly() {
  std::thread([] { while (true) { if (Stop) work(); } }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:58: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void copiedFlag(bool stop) {
  // A copy of a flag tells nobody anything.
  std::thread([stop] { while (!stop) work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:49: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void callersFlag(bool &stop, const bool &watched) {
  std::thread([&stop] { while (!stop) work(); }).detach();
  std::thread([&watched] { while (!watched) work(); }).detach();
}

class Worker {
public:
  void start() {
    std::thread([this] { while (!Done) work(); }).detach();
    std::thread(&Worker::run, this).detach();
    std::thread(std::bind(&Worker::run, this)).detach();
    std::thread([this] { run(); }).detach();
    std::thread([this] { while (running()) work(); }).detach();
    std::thread([this] { while (!stopped()) work(); }).detach();
    std::thread([this] { forever(); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:18: note: its task uses 'this', and nothing keeps the object alive until the thread ends
    std::thread(&Worker::forever, this).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:41: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:35: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }
  void stop() { Done = true; }
  bool stopped() const;

private:
  bool running() const { return !Done; }
  void run() {
    while (!Done)
      step();
  }
  void step() { work(); }
  void forever() {
    while (true)
      work();
  }
  std::atomic<bool> Done{false};
};

struct Shared {
  std::atomic<bool> Stop{false};
  bool Plain = false;
};
void shared(std::shared_ptr<Shared> state, Shared *raw, Shared &ref) {
  std::thread([state] { while (!state->Stop) work(); }).detach();
  std::thread([raw] { while (!raw->Plain) work(); }).detach();
  std::thread([&ref] { while (!ref.Plain) work(); }).detach();
}
std::shared_ptr<std::atomic<bool>> givesStop() {
  auto stop = std::make_shared<std::atomic<bool>>(false);
  std::thread([stop] { while (!*stop) work(); }).detach();
  return stop;
}

void loop(std::atomic<bool> &stop) { while (!stop) work(); }
void loopBehind(bool *stop) { while (!*stop) work(); }
void polite(std::atomic<bool> &stop) { loop(stop); }
void asArgument() {
  std::thread(loop, std::ref(Stop)).detach();
  std::thread(loopBehind, &PlainStop).detach();
  std::thread(polite, std::ref(Stop)).detach();
}

// Bodies that are not visible: obeyed, as far as anybody knows.
void elsewhere(std::atomic<bool> &);
void elsewhereBehind(bool *);
void elsewhereState(State *);
void elsewhereValue(bool);
void elsewhereData(int *);
void invisibleBodies() {
  std::thread(elsewhere, std::ref(Stop)).detach();
  std::thread(elsewhereBehind, &PlainStop).detach();
  std::thread(elsewhereState, &Now).detach();
  // By value is no signal; nor is just any address.
  std::thread(elsewhereValue, PlainStop).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread(elsewhereData, new int(0)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

// Deep: the loop is three functions down.
static void third() { while (!Stop) work(); }
static void second() { third(); }
static void first() { second(); }
void deep() { std::thread(first).detach(); }

// A predicate whose body is not visible may ask.
struct Context {
  bool cancelled() const;
  int number() const;
};
void predicates(Context &c) {
  std::thread([&c] { while (!c.cancelled()) work(); }).detach();
  std::thread([] { while (cond()) work(); }).detach();
}

//===--- Deadlines --------------------------------------------------------===//

void deadlines() {
  using Clock = std::chrono::steady_clock;
  auto end = Clock::now() + std::chrono::seconds(5);
  std::thread([end] { while (Clock::now() < end) work(); }).detach();
  std::thread([end] {
    for (;;) {
      auto now = Clock::now();
      if (end < now)
        break;
      work();
    }
  }).detach();
  // Reading the clock for the log is no deadline.
  std::thread([] {
    for (;;) {
      auto now = Clock::now();
      (void)now;
      work();
    }
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the thread starts here
}

//===--- Queues and sentinels ---------------------------------------------===//

struct Job {
  bool Last = false;
  std::function<void()> Run;
  explicit operator bool() const;
};
class JobQueue {
public:
  bool pop(Job &);
  Job take();
};
template <typename T> class Channel {
public:
  bool pop(T &Out) {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Closed && Empty)
      Ready.wait(Lock);
    return !Closed;
  }
  void close() { Closed = true; Ready.notify_all(); }

private:
  std::mutex Mutex;
  std::condition_variable Ready;
  bool Closed = false;
  bool Empty = true;
};
void queues(JobQueue &q, Channel<int> &c, std::shared_ptr<Channel<int>> s) {
  std::thread([&q] { Job j; while (q.pop(j)) j.Run(); }).detach();
  std::thread([&q] {
    for (;;) {
      Job j = q.take();
      if (j.Last)
        return;
      j.Run();
    }
  }).detach();
  std::thread([&q] { while (Job j = q.take()) j.Run(); }).detach();
  std::thread([&c] { int i; while (c.pop(i)) tick(i); }).detach();
  std::thread([s] { int i; while (s->pop(i)) tick(i); }).detach();
  // What comes out of the queue never ends the loop.
  std::thread([&q] { for (;;) { Job j = q.take(); j.Run(); } }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:65: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

// The classic: a condition variable, a flag and a queue.
class Pool {
public:
  void start() {
    std::thread([this] {
      for (;;) {
        std::function<void()> Task;
        {
          std::unique_lock<std::mutex> Lock(Mutex);
          Ready.wait(Lock, [this] { return Closing || HasTask; });
          if (Closing)
            return;
        }
        Task();
      }
    }).detach();
  }

private:
  std::mutex Mutex;
  std::condition_variable Ready;
  bool Closing = false, HasTask = false;
};

//===--- Handles in members, detached in another method -------------------===//

class Ticker {
public:
  void start() { Thread = std::thread([this] { while (!Done) work(); }); }
  void stop() {
    Done = true;
    Thread.detach();
  }

private:
  bool Done = false;
  std::thread Thread;
};

// Two bodies in one member: one of them cannot be stopped.
class Mixed {
public:
  void start() { Thread = std::thread([this] { while (!Done) work(); }); }
  void startOther() { Thread = std::thread([] { work(); }); }
  void stop() { Thread.detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: thread 'Thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-4]]:27: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-5]]:40: note: its task uses 'this', and nothing keeps the object alive until the thread ends

private:
  bool Done = false;
  std::thread Thread;
};

//===--- Callables that are named -----------------------------------------===//

struct Loop {
  std::atomic<bool> &Stop;
  void operator()() const {
    while (!Stop)
      work();
  }
};
struct Endless {
  void operator()() const {
    while (true)
      work();
  }
};
void callables() {
  std::thread(Loop{Stop}).detach();
  Loop l{Stop};
  std::thread(std::ref(l)).detach();
  std::function<void()> f = [] { while (!Stop) work(); };
  std::thread(f).detach();
  auto body = [] { while (!Stop) work(); };
  std::thread(body).detach();
  std::thread([] {
    auto inner = [] {
      while (!Stop)
        work();
    };
    inner();
  }).detach();
  std::thread(Endless()).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- Waits with a limit -----------------------------------------------===//

std::mutex WaitMutex;
std::condition_variable Wake;
void waits(std::shared_future<void> stop, std::function<bool()> go) {
  std::thread([stop] {
    while (stop.wait_for(std::chrono::milliseconds(100)) ==
           std::future_status::timeout)
      work();
  }).detach();
  std::thread([] {
    std::unique_lock<std::mutex> lock(WaitMutex);
    while (
        !Wake.wait_for(lock, std::chrono::seconds(1), [] { return PlainStop; }))
      work();
  }).detach();
  std::thread([] {
    std::unique_lock<std::mutex> lock(WaitMutex);
    for (;;) {
      Wake.wait_for(lock, std::chrono::seconds(1));
      if (PlainStop)
        return;
      work();
    }
  }).detach();
  std::thread([go] { while (go()) work(); }).detach();
}
void ownsItsWait() {
  // Sleeping is no way to be stopped.
  std::thread([] {
    for (;;) {
      std::this_thread::sleep_for(std::chrono::seconds(1));
      work();
    }
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the thread starts here
  std::thread([] {
    std::unique_lock<std::mutex> lock(WaitMutex);
    for (;;) {
      Wake.wait_for(lock, std::chrono::seconds(1), [] { return PlainStop; });
      work();
    }
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the thread starts here
}

// The thread ends with its object.
void weak(std::weak_ptr<Shared> w) {
  std::thread([w] { while (auto s = w.lock()) work(); }).detach();
}

// Reading until the other side ends asks nobody here.
long receive(int, char *, unsigned long);
void reads(int fd) {
  std::thread([fd] { char c; while (receive(fd, &c, 1) > 0) work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:72: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- Plain state under a lock -----------------------------------------===//

std::mutex StateMutex;
int Level;
bool isStopped() {
  std::lock_guard<std::mutex> lock(StateMutex);
  return Level == 2;
}
struct Runner {
  virtual bool keepsRunning() const = 0;
  void start() {
    std::thread([this] {
      while (keepsRunning())
        work();
    }).detach();
  }
};
void plainState(Shared &shared) {
  std::thread([] {
    for (;;) {
      {
        std::lock_guard<std::mutex> lock(StateMutex);
        if (Level == 2)
          return;
      }
      work();
    }
  }).detach();
  std::thread([] { while (!isStopped()) work(); }).detach();
  Shared *p = &shared;
  std::thread([p] { while (!p->Plain) work(); }).detach();
  std::thread([] {
    bool expected = false;
    while (!Stop.compare_exchange_strong(expected, true))
      work();
  }).detach();
}
// Under a lock, and not asked.
void onlyLocks() {
  std::thread([] {
    for (;;) {
      std::lock_guard<std::mutex> lock(StateMutex);
      ++Level;
    }
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the thread starts here
}
void movedFuture(std::future<void> stop) {
  auto shared = std::make_shared<std::future<void>>(std::move(stop));
  std::thread([shared] {
    while (shared->wait_for(std::chrono::milliseconds(0)) !=
           std::future_status::ready)
      work();
  }).detach();
}
