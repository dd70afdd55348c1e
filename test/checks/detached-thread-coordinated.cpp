// A thread that somebody waits for, though nobody joins it, may be let go.
//
// RUN: %check %s leash-detached-thread -std=c++20-or-later -mocks
#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>

void work();
int compute();
bool cond();

//===--- Latches, semaphores, barriers ------------------------------------===//

void latch() {
  std::latch done(1);
  std::thread([&done] { work(); done.count_down(); }).detach();
  done.wait();
}
void latchArrives() {
  std::latch done(2);
  std::thread([&] { work(); done.arrive_and_wait(); }).detach();
  done.arrive_and_wait();
}
void semaphore() {
  std::binary_semaphore done(0);
  std::thread([&done] { work(); done.release(); }).detach();
  done.acquire();
}
void semaphoreWithLimit() {
  std::counting_semaphore<4> done(0);
  std::thread([&done] { work(); done.release(); }).detach();
  (void)done.try_acquire_for(std::chrono::seconds(1));
}
void barrier() {
  std::barrier<> both(2);
  std::thread([&both] { work(); (void)both.arrive(); }).detach();
  both.arrive_and_wait();
}
void many(int n) {
  std::latch done(n);
  for (int i = 0; i < n; ++i)
    std::thread([&done] { work(); done.count_down(); }).detach();
  done.wait();
}
void inAHelper(std::latch &done) { work(); done.count_down(); }
void asArgument() {
  std::latch done(1);
  std::thread(inAHelper, std::ref(done)).detach();
  done.wait();
}
void invisible(std::latch &);
void toInvisible() {
  std::latch done(1);
  std::thread(invisible, std::ref(done)).detach();
  done.wait();
}
void onHeap() {
  auto done = std::make_shared<std::latch>(1);
  std::thread([done] { work(); done->count_down(); }).detach();
  done->wait();
}

// The twins: signalled and not waited for, or waited for and not signalled.
void latchForgotten() {
  std::latch done(1);
  std::thread([&done] { work(); done.count_down(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:55: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:17: note: its task refers to 'done', which dangles once 'latchForgotten' returns
}
void latchNotSignalled() {
  std::latch done(1);
  std::thread([&done] { work(); (void)done; }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:48: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:17: note: its task refers to 'done', which dangles once 'latchNotSignalled' returns
  done.wait();
}
void semaphoreForgotten() {
  std::binary_semaphore done(0);
  std::thread([&done] { work(); done.release(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:52: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:17: note: its task refers to 'done', which dangles once 'semaphoreForgotten' returns
}
void otherLatch() {
  std::latch one(1), other(1);
  std::thread([&one] { work(); one.count_down(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:53: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:17: note: its task refers to 'one', which dangles once 'otherLatch' returns
  other.wait();
}
// Acquired by the thread itself: nobody else waits.
void waitsForItself() {
  std::binary_semaphore mine(1);
  std::thread([&mine] { mine.acquire(); work(); mine.release(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:68: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:17: note: its task refers to 'mine', which dangles once 'waitsForItself' returns
}
// A lock is released; that tells nobody that the task is over.
std::mutex Mutex;
void locks() {
  std::thread([] { std::lock_guard<std::mutex> lock(Mutex); work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:72: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::lock_guard<std::mutex> lock(Mutex);
}

//===--- Promises and futures ---------------------------------------------===//

int promise() {
  std::promise<int> p;
  auto f = p.get_future();
  std::thread([&p] { p.set_value(compute()); }).detach();
  return f.get();
}
int promiseMoved() {
  std::promise<int> p;
  std::future<int> f = p.get_future();
  std::thread([p = std::move(p)]() mutable {
    p.set_value(compute());
  }).detach();
  return f.get();
}
void fulfil(std::promise<int> p) { p.set_value(compute()); }
int promiseAsArgument() {
  std::promise<int> p;
  std::future<int> f = p.get_future();
  std::thread(fulfil, std::move(p)).detach();
  return f.get();
}
std::future<int> returned() {
  auto p = std::make_shared<std::promise<int>>();
  auto f = p->get_future();
  std::thread([p] { p->set_value(compute()); }).detach();
  return f;
}
std::future<int> returnedAtOnce() {
  auto p = std::make_shared<std::promise<int>>();
  std::thread([p] { p->set_value(compute()); }).detach();
  return p->get_future();
}
void waitsForAWhile() {
  std::promise<void> p;
  auto f = p.get_future();
  std::thread([p = std::move(p)]() mutable { work(); p.set_value(); }).detach();
  if (f.wait_for(std::chrono::seconds(1)) == std::future_status::timeout)
    work();
}
void takes(std::future<void>);
void handsOn() {
  std::promise<void> p;
  auto f = p.get_future();
  std::thread([p = std::move(p)]() mutable { work(); p.set_value(); }).detach();
  takes(std::move(f));
}
void packaged() {
  std::packaged_task<int()> task(compute);
  auto f = task.get_future();
  std::thread(std::move(task)).detach();
  f.wait();
}
std::future<int> packagedReturned() {
  std::packaged_task<int()> task([] { return compute(); });
  auto f = task.get_future();
  std::thread(std::move(task)).detach();
  return f;
}

// The twins: nobody takes the future, or nobody keeps it.
void promiseAlone() {
  auto p = std::make_shared<std::promise<int>>();
  std::thread([p] { p->set_value(compute()); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:49: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void futureDropped() {
  std::promise<int> p;
  auto f = p.get_future();
  std::thread([p = std::move(p)]() mutable {
    p.set_value(compute());
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the thread starts here
}
void packagedAlone() {
  std::packaged_task<int()> task(compute);
  std::thread(std::move(task)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void packagedDropped() {
  std::packaged_task<int()> task(compute);
  auto f = task.get_future();
  std::thread(std::move(task)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- Condition variables and counters ---------------------------------===//

void condition() {
  std::mutex m;
  std::condition_variable cv;
  bool done = false;
  std::thread([&] {
    work();
    std::lock_guard<std::mutex> lock(m);
    done = true;
    cv.notify_one();
  }).detach();
  std::unique_lock<std::mutex> lock(m);
  cv.wait(lock, [&] { return done; });
}
void conditionWithLimit() {
  std::mutex m;
  std::condition_variable cv;
  bool done = false;
  std::thread([&] { work(); done = true; cv.notify_all(); }).detach();
  std::unique_lock<std::mutex> lock(m);
  cv.wait_for(lock, std::chrono::seconds(1), [&] { return done; });
}

class WaitGroup {
public:
  void add() { std::lock_guard<std::mutex> lock(M); ++N; }
  void done() { std::lock_guard<std::mutex> lock(M); --N; CV.notify_all(); }
  void wait() {
    std::unique_lock<std::mutex> lock(M);
    CV.wait(lock, [this] { return N == 0; });
  }

private:
  std::mutex M;
  std::condition_variable CV;
  int N = 0;
};
void group() {
  WaitGroup group;
  for (int i = 0; i < 3; ++i) {
    group.add();
    std::thread([&group] { work(); group.done(); }).detach();
  }
  group.wait();
}

// Waiting in the destructor.
class Waits {
public:
  void start() {
    ++Running;
    std::thread([this] { work(); finish(); }).detach();
  }
  ~Waits() {
    std::unique_lock<std::mutex> lock(M);
    CV.wait(lock, [this] { return Running == 0; });
  }

private:
  void finish() {
    std::lock_guard<std::mutex> lock(M);
    --Running;
    CV.notify_all();
  }
  std::mutex M;
  std::condition_variable CV;
  int Running = 0;
};
class WaitsInAMethod {
public:
  void start() { std::thread([this] { work(); Done.count_down(); }).detach(); }
  ~WaitsInAMethod() { drain(); }

private:
  void drain() { Done.wait(); }
  std::latch Done{1};
};
class Guard {
public:
  explicit Guard(std::latch &l) : L(l) {}
  ~Guard() { L.count_down(); }

private:
  std::latch &L;
};
void signalsFromGuard() {
  std::latch done(1);
  std::thread([&done] { Guard guard(done); work(); }).detach();
  done.wait();
}
// The twin: the destructor waits for nothing.
class Forgets {
public:
  void start() { std::thread([this] { work(); Done.count_down(); }).detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:69: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:31: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  ~Forgets() { work(); }

private:
  std::latch Done{1};
};
class Notifies {
public:
  void start() { std::thread([this] { work(); CV.notify_all(); }).detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:67: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:31: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  ~Notifies() {}

private:
  std::condition_variable CV;
};

//===--- Atomics ----------------------------------------------------------===//

void spins() {
  std::atomic<bool> done{false};
  std::thread([&done] { work(); done = true; }).detach();
  while (!done)
    std::this_thread::yield();
}
void spinsOnCounter() {
  std::atomic<int> running{0};
  for (int i = 0; i < 4; ++i) {
    running.fetch_add(1);
    std::thread([&running] { work(); running.fetch_sub(1); }).detach();
  }
  while (running.load() > 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
}
void waitsOnAtomic() {
  std::atomic<int> left{1};
  std::thread([&left] { work(); --left; left.notify_one(); }).detach();
  left.wait(1);
}
class Counts {
public:
  void start() {
    ++Running;
    std::thread([this] { work(); --Running; }).detach();
  }
  ~Counts() {
    while (Running)
      std::this_thread::yield();
  }

private:
  std::atomic<int> Running{0};
};
// The twin: counted, and nobody looks.
class Miscounts {
public:
  void start() {
    ++Running;
    std::thread([this] { work(); --Running; }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:48: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:18: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }
  ~Miscounts() {}

private:
  std::atomic<int> Running{0};
};
void setsAndLeaves() {
  static std::atomic<bool> done{false};
  std::thread([] { work(); done = true; }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:44: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- The signal is somebody else's ------------------------------------===//

void callersLatch(std::latch &done) {
  std::thread([&done] { work(); done.count_down(); }).detach();
}
void callersPromise(std::shared_ptr<std::promise<int>> p) {
  std::thread([p] { p->set_value(compute()); }).detach();
}
extern std::latch Elsewhere;
void othersLatch() {
  std::thread([] { work(); Elsewhere.count_down(); }).detach();
}
static std::latch Mine(1);
void mine() {
  std::thread([] { work(); Mine.count_down(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:50: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
static std::latch Awaited(1);
void awaited() {
  std::thread([] { work(); Awaited.count_down(); }).detach();
}
void awaits() { Awaited.wait(); }

//===--- Classes of the user's --------------------------------------------===//

class CountDown {
public:
  explicit CountDown(int n) : N(n) {}
  void down() {
    std::lock_guard<std::mutex> lock(M);
    if (--N == 0)
      CV.notify_all();
  }
  void await() {
    std::unique_lock<std::mutex> lock(M);
    while (N)
      CV.wait(lock);
  }

private:
  std::mutex M;
  std::condition_variable CV;
  int N;
};
struct AwaitAtEnd {
  CountDown &C;
  ~AwaitAtEnd() { C.await(); }
};
void awaitHere(CountDown &c) { c.await(); }
void awaitElsewhere(CountDown &c);

void ownLatch() {
  CountDown c(1);
  std::thread([&c] { work(); c.down(); }).detach();
  c.await();
}
void ownLatchOnHeap() {
  auto c = std::make_shared<CountDown>(1);
  std::thread([c] { work(); c->down(); }).detach();
  c->await();
}
void awaitedByGuard() {
  CountDown c(1);
  AwaitAtEnd guard{c};
  std::thread([&c] { work(); c.down(); }).detach();
}
void awaitedByHelper() {
  CountDown c(1);
  std::thread([&c] { work(); c.down(); }).detach();
  awaitHere(c);
}
void awaitedElsewhere() {
  CountDown c(1);
  std::thread([&c] { work(); c.down(); }).detach();
  awaitElsewhere(c);
}

// Methods that are not visible: one may signal, the other may wait.
class OutOfSight {
public:
  void down();
  void await();
};
void mayAwait() {
  OutOfSight c;
  std::thread([&c] { work(); c.down(); }).detach();
  c.await();
}
void nobodyAwaits() {
  OutOfSight c;
  std::thread([&c] { work(); c.down(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:43: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:17: note: its task refers to 'c', which dangles once 'nobodyAwaits' returns
}

// A callback of the caller's is no signal that anybody can see.
void callsBack(std::function<void(int)> done) {
  std::thread([done] { done(compute()); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:44: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- Futures that are kept --------------------------------------------===//

void collected() {
  std::vector<std::future<int>> futures;
  for (int i = 0; i < 3; ++i) {
    std::packaged_task<int()> task(compute);
    futures.push_back(task.get_future());
    std::thread(std::move(task)).detach();
  }
  for (auto &f : futures)
    f.get();
}
void collectedFromLambda() {
  std::vector<std::future<int>> futures;
  for (int i = 0; i < 3; ++i) {
    std::packaged_task<int()> task(compute);
    futures.push_back(task.get_future());
    std::thread([task = std::move(task)]() mutable { task(); }).detach();
  }
  for (auto &f : futures)
    f.get();
}
class HasBoth {
public:
  void start() { std::thread([this] { work(); Done.set_value(); }).detach(); }
  ~HasBoth() { Future.wait(); }

private:
  std::promise<void> Done;
  std::future<void> Future = Done.get_future();
};
class HasFuture {
public:
  void start() {
    std::promise<void> p;
    Future = p.get_future();
    std::thread([p = std::move(p)]() mutable {
      work();
      p.set_value();
    }).detach();
  }
  ~HasFuture() { Future.wait(); }

private:
  std::future<void> Future;
};
class HasPromise {
public:
  void start() { std::thread([this] { work(); Done.set_value(); }).detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:68: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:31: note: its task uses 'this', and nothing keeps the object alive until the thread ends

private:
  std::promise<void> Done;
};
