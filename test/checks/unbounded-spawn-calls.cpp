// leash-unbounded-spawn: a loop that calls a function that starts a thread and
// does not wait for it. The report is at the call, the loop is to be mended.
//
// RUN: %check %s leash-unbounded-spawn -std=c++14-or-later -mocks
#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <pthread.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

void work();
void handle(int);
void *run(void *);
bool ready();

//===--- Reported ---------------------------------------------------------===//

void serve(int fd) {
  std::thread(handle, fd).detach();
}
void acceptLoop(int s) {
  while (true)
    serve(accept(s, nullptr, nullptr));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'serve' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}
void overData(const std::vector<int> &items) {
  for (int each : items)
    serve(each);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'serve' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-13]]:3: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}
// Two levels deep: the call in the loop is the one.
void admit(int fd) {
  if (fd < 0)
    return;
  serve(fd);
}
void twoLevels(int s) {
  int fd;
  while ((fd = accept(s, nullptr, nullptr)) >= 0) {
    admit(fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'admit' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-27]]:3: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void *cLike(void *);
void inC(void *data) {
  pthread_t thread;
  pthread_create(&thread, nullptr, run, data);
}
void callsC(void *data) {
  for (;;)
    inC(data);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'inC' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}

std::vector<std::thread> Clients;
void keep(int fd) {
  Clients.push_back(std::thread(handle, fd));
}
void keeps(int s) {
  for (;;)
    keep(accept(s, nullptr, nullptr));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'keep' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:21: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}
void into(std::vector<std::thread> &threads, int fd) {
  threads.push_back(std::thread(handle, fd));
}
void fillsItsOwn(const std::vector<int> &items) {
  std::vector<std::thread> threads;
  for (int each : items)
    into(threads, each);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'into' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:21: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  for (auto &each : threads)
    each.join();
}
std::vector<std::future<void>> Results;
void later(int item) {
  Results.push_back(std::async(std::launch::async, handle, item));
}
void tasks(const std::vector<int> &items) {
  for (int each : items)
    later(each);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'later' starts a task and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:21: note: the task starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}

class Server {
public:
  void run() {
    while (!Stop) {
      int fd = accept(Socket, nullptr, nullptr);
      start(fd);
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'start' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE+7]]:5: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE-5]]:5: note: the loop is here
    }
  }

private:
  void start(int fd) {
    std::thread([this, fd] {
      handle(fd);
      work();
    }).detach();
  }
  std::atomic<bool> Stop{false};
  int Socket = -1;
};
class Session {
public:
  explicit Session(int fd) : Fd(fd) {}
  void begin() {
    Fd = -1;
    std::thread(work).detach();
  }

private:
  int Fd;
};
void objects(int s) {
  while (true) {
    auto session = std::make_shared<Session>(accept(s, nullptr, nullptr));
    session->begin();
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'begin' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-11]]:5: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
  }
}
class Connection {
public:
  explicit Connection(int fd) { std::thread(handle, fd).detach(); }
};
void constructors(int s) {
  while (true) {
    Connection connection(accept(s, nullptr, nullptr));
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'Connection' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:33: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
struct Starter {
  static void once(int fd) { std::thread(handle, fd).detach(); }
};
void staticMethods(int s) {
  while (true)
    Starter::once(accept(s, nullptr, nullptr));
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'once' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:30: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}

// A lambda is a function, too.
void lambdas(int s) {
  auto start = [](int fd) { std::thread(handle, fd).detach(); };
  while (true)
    start(accept(s, nullptr, nullptr));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'start' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:29: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}
void lambdaCalledAtOnce(int s) {
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    [fd] {
      std::thread(handle, fd).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
    }();
  }
}
// Its own loop is limited, the one around it is not.
void startFour() {
  for (int i = 0; i < 4; ++i)
    std::thread(work).detach();
}
void fourASecond() {
  while (true) {
    sleep(1);
    startFour();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'startFour' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:5: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
  }
}
// The loop of the callee is the one that nobody limits.
void startAll(const std::vector<int> &items) {
  for (int each : items)
    std::thread(handle, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void callsOnce(const std::vector<int> &items) { startAll(items); }

//===--- Silent: the callee waits -----------------------------------------===//

void joins(int fd) {
  std::thread t(handle, fd);
  work();
  t.join();
}
void gets(int fd) { std::async(std::launch::async, handle, fd).get(); }
void waitsForItsFuture(int fd) {
  auto done = std::async(std::launch::async, handle, fd);
  work();
}
void calleesWait(int s) {
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    joins(fd);
    gets(fd);
    waitsForItsFuture(fd);
  }
}
void twoThreads() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i)
    threads.emplace_back(work);
  for (auto &each : threads)
    each.join();
}
void again() {
  for (;;)
    twoThreads();
}
// The caller gets the handle and joins.
std::thread makes(int fd) { return std::thread(handle, fd); }
void joinsWhatItGets(int s) {
  while (true) {
    std::thread t = makes(accept(s, nullptr, nullptr));
    work();
    t.join();
  }
}
std::future<void> promises(int fd) {
  return std::async(std::launch::async, handle, fd);
}
void waitsForWhatItGets(int s) {
  while (true) {
    auto done = promises(accept(s, nullptr, nullptr));
    done.wait();
  }
}

//===--- Silent: somebody limits ------------------------------------------===//

std::atomic<int> Running{0};
void limited(int fd) {
  if (Running >= 8) {
    close(fd);
    return;
  }
  ++Running;
  std::thread([fd] {
    handle(fd);
    --Running;
  }).detach();
}
void calleeLimits(int s) {
  while (true)
    limited(accept(s, nullptr, nullptr));
}
void callerLimits(int s) {
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    if (Running >= 8)
      continue;
    ++Running;
    serve(fd);
  }
}
void constantCaller() {
  for (int i = 0; i < 4; ++i)
    serve(i);
  serve(0);
  startFour();
}
void configuredCaller(int n) {
  for (int i = 0; i < n; ++i)
    serve(i);
}
void leavesAtOnce() {
  while (true) {
    if (ready()) {
      serve(0);
      break;
    }
    work();
  }
}

//===--- Silent: once -----------------------------------------------------===//

class Background {
public:
  static Background &get() {
    static Background *It = new Background;
    return *It;
  }
  void schedule(int item) {
    if (!Started) {
      Started = true;
      std::thread(&Background::drain, this).detach();
    }
    Last = item;
  }

private:
  void drain();
  bool Started = false;
  int Last = 0;
};
void schedules(int s) {
  while (true)
    Background::get().schedule(accept(s, nullptr, nullptr));
}
std::once_flag Once;
void ensureStarted() {
  std::call_once(Once, [] { std::thread(work).detach(); });
}
void ensures() {
  while (true) {
    ensureStarted();
    work();
  }
}
std::thread &worker() {
  static std::thread It(work);
  return It;
}
void asks() {
  while (true)
    if (!worker().joinable())
      return;
}

//===--- Silent: not to be known ------------------------------------------===//

void elsewhere(int);
class Handler {
public:
  virtual ~Handler();
  virtual void start(int fd) { std::thread(handle, fd).detach(); }
};
void notVisible(int s, Handler &handler, std::function<void(int)> callback,
                void (*pointer)(int)) {
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    elsewhere(fd);
    handler.start(fd);
    callback(fd);
    pointer(fd);
  }
}
// The object's own threads: it is leash-unclosed-pool that looks at them.
class Pool {
public:
  Pool() {
    for (int i = 0; i < 2; ++i)
      Workers.emplace_back(work);
  }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
};
void poolOfTheTurn() {
  while (true) {
    Pool pool;
    work();
  }
}
// Nobody calls it in a loop.
void notInALoop() { serve(0); }
// It is named, and called by somebody else.
using Callback = void (*)(int);
void named(std::vector<Callback> &callbacks) {
  for (;;)
    callbacks.push_back(serve);
}
