// leash-unbounded-spawn: semaphores, catalogued ones and those of the user's
// own, which are known by what they do.
//
// RUN: %check %s leash-unbounded-spawn -std=c++20-or-later -mocks
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <semaphore.h>
#include <semaphore>
#include <thread>
#include <vector>

void work();
void serve(int);
void refuse(int);
int nextClient();

// As Qt declares it.
class QSemaphore {
public:
  explicit QSemaphore(int n = 0);
  ~QSemaphore();
  void acquire(int n = 1);
  bool tryAcquire(int n = 1);
  bool tryAcquire(int n, int timeout);
  void release(int n = 1);
};

std::counting_semaphore<8> Slots(8);

//===--- Silent: a permit for each thread ---------------------------------===//

void acquired() {
  while (true) {
    int fd = nextClient();
    Slots.acquire();
    std::thread([fd] {
      serve(fd);
      Slots.release();
    }).detach();
  }
}
void acquiredBeforeTheClient() {
  while (true) {
    Slots.acquire();
    int fd = nextClient();
    std::thread([fd] {
      serve(fd);
      Slots.release();
    }).detach();
  }
}
void triedAndSkipped() {
  while (true) {
    int fd = nextClient();
    if (!Slots.try_acquire()) {
      refuse(fd);
      continue;
    }
    std::thread([fd] {
      serve(fd);
      Slots.release();
    }).detach();
  }
}
void triedAndStarted() {
  while (true) {
    int fd = nextClient();
    if (Slots.try_acquire())
      std::thread([fd] {
        serve(fd);
        Slots.release();
      }).detach();
    else
      refuse(fd);
  }
}
void triedForAWhile() {
  while (true) {
    int fd = nextClient();
    if (!Slots.try_acquire_for(std::chrono::seconds(1)))
      continue;
    std::thread([fd] {
      serve(fd);
      Slots.release();
    }).detach();
  }
}
void acquiredForData(const std::vector<int> &items) {
  std::counting_semaphore<> slots(4);
  std::vector<std::jthread> threads;
  for (int each : items) {
    slots.acquire();
    threads.emplace_back([&slots, each] {
      serve(each);
      slots.release();
    });
  }
}
void throughAPointer(std::shared_ptr<std::counting_semaphore<>> slots) {
  while (true) {
    slots->acquire();
    std::thread([slots] {
      serve(nextClient());
      slots->release();
    }).detach();
  }
}
void acquiredInTheCondition(sem_t *slots) {
  while (sem_wait(slots) == 0)
    std::thread([slots] {
      work();
      sem_post(slots);
    }).detach();
}
void triedInTheCondition(sem_t *slots) {
  while (true) {
    int fd = nextClient();
    if (sem_trywait(slots) != 0) {
      refuse(fd);
      continue;
    }
    std::thread([slots, fd] {
      serve(fd);
      sem_post(slots);
    }).detach();
  }
}
void qt(QSemaphore &slots) {
  while (true) {
    slots.acquire();
    std::thread([&slots] {
      serve(nextClient());
      slots.release();
    }).detach();
  }
}
void qtTried(QSemaphore &slots) {
  for (;;) {
    int fd = nextClient();
    if (!slots.tryAcquire(1, 100))
      continue;
    std::thread([&slots, fd] {
      serve(fd);
      slots.release();
    }).detach();
  }
}
class Scheduler {
public:
  void run() {
    while (!Stop) {
      work();
      if (!Permits.try_acquire())
        continue; // the jobs are slow: this tick is left out
      std::thread([this] {
        work();
        Permits.release();
      }).detach();
    }
  }

private:
  std::atomic<bool> Stop{false};
  std::counting_semaphore<> Permits{4};
};

//===--- Silent: a semaphore of one's own ---------------------------------===//

class Permits {
public:
  explicit Permits(int n) : Free(n) {}
  void take() {
    std::unique_lock<std::mutex> lock(Mutex);
    Changed.wait(lock, [this] { return Free > 0; });
    --Free;
  }
  void giveBack() {
    std::scoped_lock lock(Mutex);
    ++Free;
    Changed.notify_one();
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  int Free;
};
void ownSemaphore(Permits &permits) {
  while (true) {
    permits.take();
    std::thread([&permits] {
      serve(nextClient());
      permits.giveBack();
    }).detach();
  }
}
class LoopingPermits {
public:
  void enter() {
    std::unique_lock<std::mutex> lock(Mutex);
    while (Used >= Max)
      Changed.wait(lock);
    ++Used;
  }
  void leave() {
    std::scoped_lock lock(Mutex);
    --Used;
    Changed.notify_one();
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  int Used = 0;
  const int Max = 8;
};
void ownSemaphoreWithALoop(const std::vector<int> &items) {
  LoopingPermits permits;
  std::vector<std::jthread> threads;
  for (int each : items) {
    permits.enter();
    threads.emplace_back([&permits, each] {
      serve(each);
      permits.leave();
    });
  }
}
// A guard takes it, and the task gets the guard.
class Permit {
public:
  explicit Permit(Permits &from) : From(from) { From.take(); }
  ~Permit() { From.giveBack(); }

private:
  Permits &From;
};
void ownGuard(Permits &permits) {
  while (true) {
    auto permit = std::make_shared<Permit>(permits);
    std::thread([permit] { serve(nextClient()); }).detach();
  }
}

//===--- Silent: a helper waits -------------------------------------------===//

void waitForASlot() { Slots.acquire(); }
void visibleHelper() {
  while (true) {
    waitForASlot();
    std::thread([] {
      serve(nextClient());
      Slots.release();
    }).detach();
  }
}
bool slotIsFree() { return Slots.try_acquire(); }
void visiblePredicate() {
  while (true) {
    int fd = nextClient();
    if (!slotIsFree())
      continue;
    std::thread([fd] {
      serve(fd);
      Slots.release();
    }).detach();
  }
}
// Out of sight: it may well count.
class Limiter {
public:
  bool tryTake();
  void giveBack();
};
void predicateOutOfSight(Limiter &limiter) {
  while (true) {
    int fd = nextClient();
    if (!limiter.tryTake()) {
      refuse(fd);
      continue;
    }
    std::thread([&limiter, fd] {
      serve(fd);
      limiter.giveBack();
    }).detach();
  }
}

//===--- Reported: too late -----------------------------------------------===//

void onlyInTheTask() {
  while (true) {
    int fd = nextClient();
    std::thread([fd] {
      Slots.acquire();
      serve(fd);
      Slots.release();
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-5]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-6]]:13: note: the task acquires 'Slots' only once it runs, which is too late to limit how many start
  }
}
void onlyInTheTaskOfEach(const std::vector<int> &items) {
  std::counting_semaphore<> slots(4);
  std::vector<std::jthread> threads;
  for (int each : items)
    threads.emplace_back([&slots, each] {
      slots.acquire();
      serve(each);
      slots.release();
    });
    // CHECK-MESSAGES: :[[@LINE-5]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-6]]:13: note: the task acquires 'slots' only once it runs, which is too late to limit how many start
}
void onlyInTheFunction(int fd) {
  Slots.acquire();
  serve(fd);
  Slots.release();
}
void onlyInTheTasksFunction() {
  while (true)
    std::thread(onlyInTheFunction, nextClient()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-9]]:9: note: the task acquires 'Slots' only once it runs, which is too late to limit how many start
}
void onlyInTheTaskInC(sem_t *slots) {
  while (true) {
    int fd = nextClient();
    std::thread([slots, fd] {
      sem_wait(slots);
      serve(fd);
      sem_post(slots);
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-5]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-6]]:7: note: the task acquires 'slots' only once it runs, which is too late to limit how many start
  }
}

//===--- Reported: no limit -----------------------------------------------===//

// Given back, never taken.
void onlyReleased() {
  while (true) {
    int fd = nextClient();
    std::thread([fd] {
      serve(fd);
      Slots.release();
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-4]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
  }
}
// Once, before all of the turns.
void acquiredBeforeTheLoop() {
  Slots.acquire();
  while (true)
    std::thread(serve, nextClient()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void acquiredInTheOtherBranch() {
  while (true) {
    int fd = nextClient();
    if (fd == 0) {
      Slots.acquire();
      serve(fd);
      Slots.release();
    } else {
      std::thread(serve, fd).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-9]]:3: note: the loop is here
    }
  }
}
// The lock is free again long before the thread ends.
std::mutex Mutex;
void onlyALock() {
  while (true) {
    std::scoped_lock lock(Mutex);
    std::thread(serve, nextClient()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
// It waits for a client, not for a slot.
std::condition_variable Came;
std::vector<int> Clients;
void waitsForWork() {
  while (true) {
    std::unique_lock<std::mutex> lock(Mutex);
    Came.wait(lock, [] { return !Clients.empty(); });
    int fd = Clients.back();
    Clients.pop_back();
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
  }
}
void skipsWithoutAQuestionAboutSlots() {
  while (true) {
    int fd = nextClient();
    if (fd < 0)
      continue;
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
  }
}
