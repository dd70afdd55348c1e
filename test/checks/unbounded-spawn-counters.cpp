// leash-unbounded-spawn: counts of running tasks that are compared with a
// maximum, and batches.
//
// RUN: %check %s leash-unbounded-spawn -std=c++14-or-later -mocks
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <pthread.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

void work();
void serve(int);
int compute(int);
void refuse(int);
int nextClient();
void *run(void *);

constexpr int Max = 64;
std::atomic<int> Running{0};

//===--- Silent: counters -------------------------------------------------===//

void skipsWhenFull() {
  while (true) {
    int fd = nextClient();
    if (Running >= Max) {
      refuse(fd);
      continue;
    }
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
  }
}
void countsInTheTest() {
  while (true) {
    int fd = nextClient();
    if (Running++ >= Max) {
      --Running;
      refuse(fd);
      continue;
    }
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
  }
}
void loads() {
  while (true) {
    int fd = nextClient();
    if (Running.load() < Max) {
      Running.fetch_add(1);
      std::thread([fd] {
        serve(fd);
        Running.fetch_sub(1);
      }).detach();
    }
  }
}
void leavesWhenFull() {
  while (true) {
    int fd = nextClient();
    if (Running == Max)
      return;
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
  }
}
void sleepsWhenFull() {
  while (true) {
    int fd = nextClient();
    while (Running >= Max)
      usleep(1000);
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
  }
}
void capturedCounter(int max) {
  std::atomic<int> active{0};
  while (true) {
    int fd = nextClient();
    if (active >= max)
      continue;
    ++active;
    std::thread([&active, fd] {
      serve(fd);
      --active;
    }).detach();
  }
}
void countInAVariable() {
  while (true) {
    int fd = nextClient();
    int now = Running.load();
    if (now >= Max)
      continue;
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
  }
}
class Server {
public:
  explicit Server(int max) : Limit(max) {}
  void run() {
    while (!Stop) {
      int fd = nextClient();
      if (Active >= Limit) {
        refuse(fd);
        continue;
      }
      ++Active;
      std::thread([this, fd] {
        serve(fd);
        --Active;
      }).detach();
    }
  }
  void runWaiting() {
    while (!Stop) {
      int fd = nextClient();
      {
        std::unique_lock<std::mutex> lock(Mutex);
        while (Active >= Limit)
          Changed.wait(lock);
        ++Active;
      }
      std::thread([this, fd] { client(fd); }).detach();
    }
  }
  void runWaitingForAPredicate() {
    while (!Stop) {
      std::unique_lock<std::mutex> lock(Mutex);
      Changed.wait(lock, [this] { return Active < Limit; });
      ++Active;
      lock.unlock();
      std::thread([this] { client(nextClient()); }).detach();
    }
  }
  void runWaitingForAWhile() {
    while (!Stop) {
      std::unique_lock<std::mutex> lock(Mutex);
      if (!Changed.wait_for(lock, std::chrono::seconds(1),
                            [this] { return Active < Limit; }))
        continue;
      ++Active;
      std::thread([this] { client(nextClient()); }).detach();
    }
  }
  void runWithAHelper() {
    while (!Stop) {
      waitForASlot();
      std::thread([this] { client(nextClient()); }).detach();
    }
  }
  void runWithAPredicate() {
    while (!Stop) {
      int fd = nextClient();
      if (full())
        continue;
      ++Active;
      std::thread([this, fd] { client(fd); }).detach();
    }
  }

private:
  bool full() const { return Active >= Limit; }
  void waitForASlot() {
    std::unique_lock<std::mutex> lock(Mutex);
    Changed.wait(lock, [this] { return Active < Limit; });
    ++Active;
  }
  void client(int fd) {
    serve(fd);
    std::unique_lock<std::mutex> lock(Mutex);
    --Active;
    Changed.notify_one();
  }
  const int Limit;
  std::atomic<int> Active{0};
  std::atomic<bool> Stop{false};
  std::mutex Mutex;
  std::condition_variable Changed;
};

//===--- Silent: batches --------------------------------------------------===//

void joinsWhenThereAreMany(const std::vector<int> &items, std::size_t max) {
  std::vector<std::thread> threads;
  for (int each : items) {
    if (threads.size() >= max) {
      for (auto &thread : threads)
        thread.join();
      threads.clear();
    }
    threads.emplace_back(serve, each);
  }
  for (auto &thread : threads)
    thread.join();
}
void joinsAfterTheSpawn(const std::vector<int> &items) {
  std::vector<std::thread> threads;
  for (int each : items) {
    threads.emplace_back(serve, each);
    if (threads.size() == 8) {
      for (auto &thread : threads)
        thread.join();
      threads.clear();
    }
  }
  for (auto &thread : threads)
    thread.join();
}
int drainsFutures(const std::vector<int> &items) {
  std::vector<std::future<int>> results;
  int sum = 0;
  for (int each : items) {
    results.push_back(std::async(std::launch::async, compute, each));
    if (results.size() == 16) {
      for (auto &result : results)
        sum += result.get();
      results.clear();
    }
  }
  for (auto &result : results)
    sum += result.get();
  return sum;
}
void waitsForTheOldest(const std::vector<int> &items) {
  std::deque<std::future<int>> results;
  for (int each : items) {
    while (results.size() >= 4) {
      results.front().get();
      results.pop_front();
    }
    results.push_back(std::async(std::launch::async, compute, each));
  }
}
void refusesWhenThereAreMany() {
  std::vector<std::thread> threads;
  while (true) {
    int fd = nextClient();
    if (threads.size() >= 100) {
      refuse(fd);
      continue;
    }
    threads.emplace_back(serve, fd);
  }
}
void pthreadBatches(std::vector<void *> &items) {
  pthread_t threads[4];
  int n = 0;
  for (void *each : items) {
    pthread_create(&threads[n++], nullptr, run, each);
    if (n == 4)
      while (n > 0)
        pthread_join(threads[--n], nullptr);
  }
  while (n > 0)
    pthread_join(threads[--n], nullptr);
}
// A ring: the one that had the place before is joined.
void ring(std::vector<int> &items) {
  std::thread threads[8];
  std::size_t i = 0;
  for (int each : items) {
    std::thread &place = threads[i++ % 8];
    if (place.joinable())
      place.join();
    place = std::thread(serve, each);
  }
  for (auto &each : threads)
    if (each.joinable())
      each.join();
}

//===--- Reported ---------------------------------------------------------===//

void nobodyCompares() {
  while (true) {
    int fd = nextClient();
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-4]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the loop is here
  }
}
void report(int);
void onlyReported() {
  while (true) {
    int fd = nextClient();
    report(Running.load());
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-4]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-9]]:3: note: the loop is here
  }
}
// It notes that there are many, and starts one more.
int Late = 0;
void onlyNotes() {
  while (true) {
    int fd = nextClient();
    if (Running >= Max)
      ++Late;
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-4]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-10]]:3: note: the loop is here
  }
}
void noClient() {
  while (true) {
    int fd = nextClient();
    if (fd < 0)
      continue;
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
  }
}
void noClientAndLeaves() {
  while (true) {
    int n = nextClient();
    if (n == 0)
      break;
    std::thread(serve, n).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
  }
}
void noByte(int s) {
  char buffer[64];
  for (;;) {
    ssize_t n = read(s, buffer, sizeof buffer);
    if (n <= 0)
      return;
    std::thread(serve, buffer[0]).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
  }
}
// It asks in the task, which runs already.
void comparedInTheTask() {
  while (true) {
    int fd = nextClient();
    std::thread([fd] {
      if (Running >= Max)
        return;
      ++Running;
      serve(fd);
      --Running;
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-7]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-10]]:3: note: the loop is here
  }
}
// The vector has room for so many, and then grows.
void reserved(const std::vector<int> &items) {
  std::vector<std::thread> threads;
  threads.reserve(8);
  for (int each : items)
    threads.emplace_back(serve, each);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  for (auto &each : threads)
    each.join();
}
// Compared, and nothing comes of it for the spawn.
void cleared(const std::vector<int> &items) {
  std::vector<int> done;
  for (int each : items) {
    if (done.size() >= 8)
      done.clear();
    done.push_back(each);
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
  }
}

//===--- More counts ------------------------------------------------------===//

void onesMore() {
  while (true) {
    int fd = nextClient();
    if (Running + 1 > Max) {
      refuse(fd);
      continue;
    }
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
  }
}
void whatIsFree() {
  while (true) {
    int fd = nextClient();
    int left = Max - Running;
    if (left <= 0)
      continue;
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
  }
}
void asksBefore() {
  while (true) {
    int fd = nextClient();
    const bool full = Running >= Max;
    if (full)
      continue;
    ++Running;
    std::thread([fd] {
      serve(fd);
      --Running;
    }).detach();
  }
}
std::atomic<bool> Busy{false};
void oneAtATime() {
  while (true) {
    int fd = nextClient();
    if (Busy.exchange(true))
      continue;
    std::thread([fd] {
      serve(fd);
      Busy = false;
    }).detach();
  }
}
struct Slot {
  bool Used;
  int Fd;
};
Slot Slots[Max];
Slot *freeSlot() {
  for (int i = 0; i < Max; ++i)
    if (!Slots[i].Used)
      return &Slots[i];
  return nullptr;
}
void slots() {
  while (true) {
    int fd = nextClient();
    Slot *slot = freeSlot();
    if (!slot)
      continue;
    slot->Used = true;
    std::thread([fd, slot] {
      serve(fd);
      slot->Used = false;
    }).detach();
  }
}
