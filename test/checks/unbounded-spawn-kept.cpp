// leash-unbounded-spawn: what becomes of the thread. Whoever keeps the handles
// limits nothing, whoever waits in the same turn does.
//
// RUN: %check %s leash-unbounded-spawn -std=c++14-or-later -mocks
#include <chrono>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <pthread.h>
#include <sys/socket.h>
#include <thread>
#include <utility>
#include <vector>

void work();
void serve(int);
int compute(int);
bool ready();
void *run(void *);
int nextClient();

//===--- Let go -----------------------------------------------------------===//

void detached() {
  while (true)
    std::thread(serve, nextClient()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void detachedLater() {
  while (true) {
    std::thread client(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    work();
    client.detach();
  }
}
void detachedWhereItIsInit() {
  while (true) {
    auto client = std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    client.detach();
  }
}
void pthreads(void *data) {
  while (true) {
    pthread_t thread;
    pthread_create(&thread, nullptr, run, data);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void pthreadsDetached(void *data) {
  while (true) {
    pthread_t thread;
    if (pthread_create(&thread, nullptr, run, data) == 0)
      pthread_detach(thread);
      // CHECK-MESSAGES: :[[@LINE-2]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
  }
}
void pthreadsWithAttribute(void *data) {
  pthread_attr_t detached;
  pthread_attr_init(&detached);
  pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
  for (;;) {
    pthread_t thread;
    pthread_create(&thread, &detached, run, data);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void nobodysPointer() {
  while (true)
    new std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void pointerDetached() {
  while (true) {
    auto *client = new std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    client->detach();
    delete client;
  }
}
// Joined in some turns only.
void joinedSometimes() {
  while (true) {
    std::thread client(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    if (ready())
      client.join();
    else
      client.detach();
  }
}

//===--- Kept -------------------------------------------------------------===//

void inAContainer() {
  std::vector<std::thread> clients;
  while (true)
    clients.emplace_back(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void pushedBack() {
  std::vector<std::thread> clients;
  while (true)
    clients.push_back(std::thread(serve, nextClient()));
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void movedIn() {
  std::list<std::thread> clients;
  while (true) {
    std::thread client(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    clients.push_back(std::move(client));
  }
}
void smartPointers() {
  std::vector<std::unique_ptr<std::thread>> clients;
  while (true)
    clients.push_back(std::make_unique<std::thread>(serve, nextClient()));
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void newInAContainer() {
  std::vector<std::thread *> clients;
  while (true)
    clients.push_back(new std::thread(serve, nextClient()));
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void inAMap() {
  std::map<int, std::thread> clients;
  while (true) {
    int fd = nextClient();
    clients[fd] = std::thread(serve, fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
std::vector<std::thread> Global;
void inAGlobal() {
  while (true)
    Global.emplace_back(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void ofTheCaller(std::vector<std::thread> &clients) {
  while (true)
    clients.emplace_back(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
// Joined in the end, when as many of them run as there were clients.
class Server {
public:
  void run() {
    while (!Stop) {
      int fd = nextClient();
      Clients.emplace_back(serve, fd);
      // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the loop is here
    }
  }
  ~Server() {
    Stop = true;
    for (auto &each : Clients)
      each.join();
  }

private:
  volatile bool Stop = false;
  std::vector<std::thread> Clients;
};
void futures() {
  std::vector<std::future<void>> results;
  while (true)
    results.push_back(std::async(std::launch::async, serve, nextClient()));
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void futuresEmplaced() {
  std::vector<std::future<int>> results;
  for (;;)
    results.emplace_back(std::async(compute, nextClient()));
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void futureMovedIn() {
  std::vector<std::future<int>> results;
  while (true) {
    auto result = std::async(std::launch::async, compute, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    results.push_back(std::move(result));
  }
}

//===--- Waited for after the loop ----------------------------------------===//

void joinedAfterTheLoop(const std::vector<int> &items) {
  std::vector<std::thread> threads;
  for (int each : items)
    threads.emplace_back(serve, each);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  for (auto &each : threads)
    each.join();
}
int gottenAfterTheLoop(const std::vector<int> &items) {
  std::vector<std::future<int>> results;
  for (int each : items)
    results.push_back(std::async(std::launch::async, compute, each));
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  int sum = 0;
  for (auto &each : results)
    sum += each.get();
  return sum;
}
void pthreadsJoinedAfterTheLoop(std::vector<void *> &items) {
  std::vector<pthread_t> threads(items.size());
  for (std::size_t i = 0; i < items.size(); ++i)
    pthread_create(&threads[i], nullptr, run, items[i]);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  for (pthread_t each : threads)
    pthread_join(each, nullptr);
}
// Its keeper's destructor joins the threads, and not in the turn.
struct Joiner {
  std::vector<std::thread> &Threads;
  ~Joiner() {
    for (auto &each : Threads)
      each.join();
  }
};
void joinedByAGuard(const std::vector<int> &items) {
  std::vector<std::thread> threads;
  Joiner joiner{threads};
  for (int each : items)
    threads.emplace_back(serve, each);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}

//===--- Silent: waited for in the turn -----------------------------------===//

void joinedInTheTurn() {
  while (true) {
    std::thread client(serve, nextClient());
    work();
    client.join();
  }
}
void joinedAtOnce() {
  while (true)
    std::thread(serve, nextClient()).join();
}
void joinedWhileJoinable(const std::vector<int> &items) {
  for (int each : items) {
    std::thread t(serve, each);
    if (t.joinable())
      t.join();
  }
}
void joinAll(std::vector<std::thread> &threads) {
  for (auto &each : threads)
    each.join();
}
void innerContainer() {
  while (true) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back(work);
    for (auto &each : threads)
      each.join();
  }
}
void innerContainerAndHelper() {
  std::vector<std::thread> threads;
  while (true) {
    threads.emplace_back(serve, nextClient());
    threads.emplace_back(work);
    joinAll(threads);
    threads.clear();
  }
}
void guardInTheTurn() {
  while (true) {
    std::vector<std::thread> threads;
    Joiner joiner{threads};
    threads.emplace_back(serve, nextClient());
    threads.emplace_back(work);
  }
}
void pthreadJoined(void *data) {
  while (true) {
    pthread_t thread;
    if (pthread_create(&thread, nullptr, run, data))
      continue;
    work();
    pthread_join(thread, nullptr);
  }
}
void pointerJoined() {
  while (true) {
    std::unique_ptr<std::thread> client(new std::thread(serve, nextClient()));
    client->join();
  }
}
// The one of the turn before is joined first.
void joinedInTheNextTurn() {
  std::thread last;
  while (true) {
    if (last.joinable())
      last.join();
    last = std::thread(serve, nextClient());
  }
}
class Restarted {
public:
  void run() {
    while (ready()) {
      stop();
      Worker = std::thread(work);
    }
  }
  void stop() {
    if (Worker.joinable())
      Worker.join();
  }
  ~Restarted() { stop(); }

private:
  std::thread Worker;
};

void futureOfTheTurn() {
  while (true) {
    auto result = std::async(std::launch::async, compute, nextClient());
    work();
  }
}
int gottenInTheTurn() {
  int sum = 0;
  while (ready()) {
    auto result = std::async(std::launch::async, compute, nextClient());
    work();
    sum += result.get();
  }
  return sum;
}
void gottenAtOnce() {
  while (true)
    std::async(std::launch::async, serve, nextClient()).get();
}
// Its destructor waits: leash-discarded-future says so.
void discarded(const std::vector<int> &items) {
  for (int each : items)
    std::async(std::launch::async, serve, each);
  while (true)
    (void)std::async(std::launch::async, serve, nextClient());
}
void overwritten() {
  std::future<void> last;
  while (true)
    last = std::async(std::launch::async, serve, nextClient());
}
// It starts when somebody asks for it.
void deferred(const std::vector<int> &items) {
  std::vector<std::future<int>> results;
  for (int each : items)
    results.push_back(std::async(std::launch::deferred, compute, each));
}
void promised() {
  while (true) {
    std::promise<void> promise;
    auto done = promise.get_future();
    std::thread([&promise] {
      work();
      promise.set_value();
    }).detach();
    done.wait();
  }
}

//===--- Silent: once -----------------------------------------------------===//

void leftAtOnce() {
  while (true) {
    if (!ready())
      continue;
    std::thread(work).detach();
    break;
  }
}
bool returns(const std::vector<int> &items) {
  for (int each : items)
    if (each == 0) {
      std::thread(serve, each).detach();
      return true;
    }
  return false;
}
std::thread returnsTheThread() {
  for (;;)
    if (ready())
      return std::thread(work);
}
void throws() {
  while (true) {
    if (ready()) {
      std::thread(work).detach();
      throw 1;
    }
    work();
  }
}
void once() {
  bool started = false;
  while (true) {
    if (!started) {
      started = true;
      std::thread(work).detach();
    }
    serve(nextClient());
  }
}
std::once_flag Once;
void callOnce() {
  while (true) {
    std::call_once(Once, [] { std::thread(work).detach(); });
    serve(nextClient());
  }
}
void functionStatic() {
  while (true) {
    static std::thread worker(work);
    serve(nextClient());
  }
}
class OneWorker {
public:
  void run() {
    while (ready()) {
      if (!Worker.joinable())
        Worker = std::thread(work);
      serve(nextClient());
    }
  }
  void runThroughAPointer() {
    while (ready()) {
      if (!Pointer)
        Pointer = std::make_unique<std::thread>(work);
      serve(nextClient());
    }
  }
  ~OneWorker();

private:
  std::thread Worker;
  std::unique_ptr<std::thread> Pointer;
};
// One for each key.
void lookedUpFirst() {
  std::map<int, std::thread> workers;
  while (true) {
    int key = nextClient();
    if (workers.find(key) == workers.end())
      workers.emplace(key, std::thread(serve, key));
  }
}
void lookedUpInAVariable() {
  std::map<int, std::thread> workers;
  while (true) {
    int key = nextClient();
    auto found = workers.find(key);
    if (found != workers.end())
      continue;
    workers[key] = std::thread(serve, key);
  }
}

//===--- Silent: somebody else's ------------------------------------------===//

void keep(std::thread);
void keepReference(std::thread &);
struct Registry {
  void add(std::thread &&);
};
void handedOn(Registry &registry) {
  while (true) {
    keep(std::thread(serve, nextClient()));
    registry.add(std::thread(serve, nextClient()));
    std::thread t(serve, nextClient());
    keepReference(t);
  }
}
// It only makes the task.
void notStarted(const std::vector<int> &items) {
  std::vector<std::function<void()>> tasks;
  for (int each : items)
    tasks.push_back([each] { std::thread(serve, each).detach(); });
}

//===--- Reported: one variable for all, and let go each time -------------===//

void reused() {
  std::thread client;
  while (true) {
    client = std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    client.detach();
  }
}

//===--- Silent: what the constructor filled ------------------------------===//

class Contexts {
public:
  explicit Contexts(int count) {
    for (int i = 0; i < count; ++i)
      Ports.push_back(i);
  }
  void run() {
    std::vector<std::thread> threads;
    for (int port : Ports)
      threads.emplace_back(serve, port);
    for (auto &each : threads)
      each.join();
  }

private:
  std::vector<int> Ports;
};
