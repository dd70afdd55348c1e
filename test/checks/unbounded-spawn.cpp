// leash-unbounded-spawn: the loops. What becomes of the thread is always the
// same here: it is detached, or kept in a container that outlives the turn.
//
// RUN: %check %s leash-unbounded-spawn -std=c++11-or-later -mocks -hosts=tidy,leash-tidy
#include <algorithm>
#include <array>
#include <atomic>
#include <dirent.h>
#include <initializer_list>
#include <list>
#include <poll.h>
#include <stdio.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

void work();
void serve(int);
bool ready();
std::vector<int> load();
void collect(std::vector<int> &);

//===--- Loops that never end by themselves -------------------------------===//

void whileTrue(int s) {
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void whileOne(int s) {
  while (1) {
    int fd = accept(s, nullptr, nullptr);
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void forEver(int s) {
  for (;;)
    std::thread([s] { serve(accept(s, nullptr, nullptr)); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void forTrue() {
  for (int i = 0; true; ++i)
    std::thread(serve, i).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void doWhileTrue(int s) {
  do {
    int fd = accept(s, nullptr, nullptr);
    std::thread t(serve, fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    t.detach();
  } while (true);
}
// A way out when the socket fails limits nothing.
void leavesOnError(int s) {
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    if (fd < 0)
      break;
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
  }
}
void eachSecond() {
  for (;;) {
    sleep(1);
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
// A constant number of them, without end.
void innerLoop() {
  while (true) {
    sleep(1);
    for (int i = 0; i < 4; ++i)
      std::thread(work).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
  }
}
void severalInOneLoop(int s) {
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    if (fd > 0)
      std::thread(work).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the loop is here
  }
}
void inATask(int s) {
  std::thread acceptor([s] {
    while (true) {
      int fd = accept(s, nullptr, nullptr);
      std::thread(serve, fd).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the loop is here
    }
  });
  acceptor.join();
}

//===--- Loops that events drive ------------------------------------------===//

void acceptLoop(int s) {
  int fd;
  while ((fd = accept(s, nullptr, nullptr)) >= 0)
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void acceptFor(int s) {
  for (int fd; (fd = accept(s, nullptr, nullptr)) != -1;)
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void recvLoop(int fd) {
  char buffer[512];
  while (recv(fd, buffer, sizeof buffer, 0) > 0)
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void readLoop(int fd) {
  char c;
  while (read(fd, &c, 1) == 1) {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  }
}
void getlineLoop(FILE *in) {
  char *line = nullptr;
  size_t size = 0;
  while (getline(&line, &size, in) != -1)
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void pollLoop(pollfd *fds, nfds_t count) {
  while (poll(fds, count, -1) > 0)
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void readdirLoop(DIR *folder) {
  while (readdir(folder))
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void readdirKept(DIR *folder) {
  while (dirent *entry = readdir(folder)) {
    int first = entry->d_name[0];
    std::thread(serve, first).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void doWhileRead(int fd) {
  char c = 0;
  do {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  } while (read(fd, &c, 1) == 1);
}
class Cursor {
public:
  bool next(int &item);
};
void nextLoop(Cursor &cursor) {
  int item;
  while (cursor.next(item))
    std::thread(serve, item).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
class Consumer {
public:
  bool consume(int &message, int milliseconds);
};
void consumeLoop(Consumer &consumer) {
  int message;
  while (consumer.consume(message, 100))
    std::thread(serve, message).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}

//===--- Loops that run until they are told to stop -----------------------===//

bool Stop;
std::atomic<bool> StopAtomic;
volatile bool StopVolatile;
void plainFlag(int s) {
  while (!Stop)
    std::thread(serve, accept(s, nullptr, nullptr)).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void atomicFlag(int s) {
  while (!StopAtomic.load()) {
    int fd = accept(s, nullptr, nullptr);
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void volatileFlag() {
  for (; !StopVolatile; sleep(1))
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void flagByReference(std::atomic<bool> &running, int s) {
  do {
    std::thread(serve, accept(s, nullptr, nullptr)).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  } while (running);
}
class Server {
public:
  void run() {
    while (Running) {
      int fd = accept(Socket, nullptr, nullptr);
      std::thread(serve, fd).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the loop is here
    }
  }
  void stop() { Running = false; }

private:
  std::atomic<bool> Running{true};
  int Socket = -1;
};

//===--- Loops over data --------------------------------------------------===//

struct Node {
  int Value;
  Node *Next;
};
void linkedList(Node *head) {
  for (Node *p = head; p; p = p->Next)
    std::thread(serve, p->Value).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop walks along a list [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void linkedListInAWhile(Node *p) {
  while (p != nullptr) {
    std::thread(serve, p->Value).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop walks along a list [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    p = p->Next;
  }
}

void parameter(const std::vector<int> &items) {
  for (int each : items)
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void parameterByValue(std::list<int> items) {
  for (int each : items) {
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  }
}
struct Request {
  std::vector<int> Parts;
};
void field(const Request &request) {
  for (const int &part : request.Parts)
    std::thread([part] { serve(part); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'Parts' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void localFromACall() {
  std::vector<int> items = load();
  for (int each : items)
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void localFilledElsewhere() {
  std::vector<int> items;
  collect(items);
  for (int each : items)
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void localThatGrows(int fd) {
  std::vector<int> items{1, 2};
  char c;
  while (read(fd, &c, 1) == 1)
    items.push_back(c);
  for (int each : items)
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void noName() {
  for (int each : load())
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of a range [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void iterators(std::vector<int> &items) {
  for (auto i = items.begin(); i != items.end(); ++i)
    std::thread(serve, *i).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void iteratorsWithAnEnd(std::list<int> &items) {
  for (auto i = items.begin(), end = items.end(); i != end; ++i)
    std::thread(serve, *i).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void index(const std::vector<int> &items) {
  for (std::size_t i = 0; i < items.size(); ++i)
    std::thread(serve, items[i]).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void indexInAWhile(const std::vector<int> &items) {
  std::size_t i = 0;
  while (i < items.size())
    std::thread(serve, items[i++]).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void indexThroughAVariable(const std::vector<int> &items) {
  const std::size_t n = items.size();
  for (std::size_t i = 0; i != n; ++i)
    std::thread(serve, items[i]).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void indexThroughACast(const std::vector<int> &items) {
  int n = static_cast<int>(items.size());
  for (int i = 0; i < n; ++i)
    std::thread(serve, items[i]).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void indexInTheInitialisation(const std::vector<int> &items) {
  for (std::size_t i = 0, n = items.size(); i < n; ++i)
    std::thread(serve, items[i]).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void forEach(std::vector<int> &items) {
  std::for_each(items.begin(), items.end(), [](int each) {
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:8: note: the loop is here
  });
}
// Its own loop is limited, the one around it is not.
void batches() {
  while (ready()) {
    std::vector<int> batch = load();
    std::vector<std::thread> threads;
    for (int each : batch)
      threads.emplace_back(serve, each);
      // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'batch' [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the loop is here
    for (auto &each : threads)
      each.join();
  }
}
class Scanner {
public:
  void scan() {
    for (int each : Targets)
      std::thread(serve, each).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'Targets' [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the loop is here
  }
  void add(int target) { Targets.push_back(target); }

private:
  std::vector<int> Targets;
};

//===--- Silent: somebody limits the turns --------------------------------===//

struct Config {
  int Workers;
};
enum { Count = 8 };
constexpr int Threads = 3;

void constant() {
  for (int i = 0; i < 4; ++i)
    std::thread(work).detach();
  for (int i = Count; i > 0; --i)
    std::thread(work).detach();
  for (int i = 0; i != Threads; i++)
    std::thread(work).detach();
  int n = 4;
  while (n--)
    std::thread(work).detach();
  int i = 0;
  do {
    std::thread(work).detach();
  } while (++i < 10);
}
void configured(int n, const Config &config, unsigned count) {
  for (int i = 0; i < n; ++i)
    std::thread(work).detach();
  for (int i = 0; i < config.Workers; ++i)
    std::thread(work).detach();
  for (unsigned i = 0; i != count; ++i)
    std::thread(work).detach();
  int i = 0;
  while (i < n) {
    std::thread(work).detach();
    ++i;
  }
  while (n--)
    std::thread(work).detach();
  while (count > 0) {
    std::thread(work).detach();
    --count;
  }
}
int workersWanted();
void configuredElsewhere() {
  const int n = workersWanted();
  for (int i = 0; i < n; ++i)
    std::thread(work).detach();
  for (int i = 0; i < workersWanted(); ++i)
    std::thread(work).detach();
}
int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i) {
    char *name = argv[i];
    std::thread([name] { puts(name); }).detach();
  }
  pause();
}
void hardware() {
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    std::thread(work).detach();
  unsigned n = std::thread::hardware_concurrency();
  if (n == 0)
    n = 2;
  for (unsigned i = 0; i < n; ++i)
    std::thread(work).detach();
}
// Whichever comes first: the data ends, or the number is reached.
void capped(const std::vector<int> &items, int max) {
  for (std::size_t i = 0; i < items.size() && i < 4; ++i)
    std::thread(serve, items[i]).detach();
  int started = 0;
  for (int each : items) {
    if (started++ == max)
      break;
    std::thread(serve, each).detach();
  }
}
// A part for each of a number of threads.
void parts(const std::vector<int> &items, std::size_t threads) {
  std::size_t part = (items.size() + threads - 1) / threads;
  for (std::size_t i = 0; i < items.size(); i += part)
    std::thread([&items, i] { serve(items[i]); }).detach();
}

void constantSizes(std::array<int, 3> ports) {
  for (int port : ports)
    std::thread(serve, port).detach();
  for (std::size_t i = 0; i < ports.size(); ++i)
    std::thread(serve, ports[i]).detach();
  int local[] = {80, 443};
  for (int port : local)
    std::thread(serve, port).detach();
  for (int port : {80, 443, 8080})
    std::thread(serve, port).detach();
  std::initializer_list<int> list = {80, 443};
  for (int port : list)
    std::thread(serve, port).detach();
  std::for_each(ports.begin(), ports.end(),
                [](int port) { std::thread(serve, port).detach(); });
}
const std::vector<int> Ports{80, 443};
void constantVectors() {
  for (int port : Ports)
    std::thread(serve, port).detach();
  static const std::vector<int> more{8080, 8443};
  for (int port : more)
    std::thread(serve, port).detach();
  std::vector<int> local{1, 2, 3};
  for (int each : local)
    std::thread(serve, each).detach();
  for (std::size_t i = 0; i < local.size(); ++i)
    std::thread(serve, local[i]).detach();
  for (auto i = local.begin(); i != local.end(); ++i)
    std::thread(serve, *i).detach();
}
struct Worker {
  int Number;
  std::thread Thread;
};
void sizedByANumber(unsigned n) {
  std::vector<Worker> workers(n);
  for (auto &worker : workers)
    worker.Thread = std::thread(work);
  for (auto &worker : workers)
    worker.Thread.join();
  std::vector<int> seeds(n, 1);
  for (int seed : seeds)
    std::thread(serve, seed).detach();
}

void handlesThemselves(unsigned n) {
  std::vector<std::thread> threads(n);
  for (auto &each : threads)
    each = std::thread(work);
  for (auto &each : threads)
    each.join();
  for (std::size_t i = 0; i < threads.size(); ++i)
    threads[i] = std::thread(work);
  for (auto i = threads.begin(); i != threads.end(); ++i)
    i->join();
}
void untilThereAreEnough(unsigned n) {
  std::vector<std::thread> threads;
  while (threads.size() < n)
    threads.emplace_back(work);
  for (auto &each : threads)
    each.join();
}
class Pool {
public:
  explicit Pool(unsigned n) : Workers(n) {
    for (auto &each : Workers)
      each = std::thread(work);
  }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
};
// A listener for each of its own addresses.
class Listeners {
public:
  explicit Listeners(std::vector<int> sockets)
      : Sockets(static_cast<std::vector<int> &&>(sockets)) {}
  void start() {
    for (int socket : Sockets)
      Threads.emplace_back(serve, socket);
  }
  ~Listeners() {
    for (auto &each : Threads)
      each.join();
  }

private:
  std::vector<int> Sockets;
  std::vector<std::thread> Threads;
};

//===--- Silent: no spawn in the turn -------------------------------------===//

void noSpawn(int s) {
  std::thread acceptor([s] {
    while (true)
      serve(accept(s, nullptr, nullptr));
  });
  acceptor.join();
  while (true) {
    // Nobody calls it here.
    auto starts = [] { std::thread(work).detach(); };
    (void)starts;
    sleep(1);
  }
}
void noThread() {
  while (ready()) {
    std::thread empty;
    std::thread other(static_cast<std::thread &&>(empty));
  }
}
void condition() {
  while (false)
    std::thread(work).detach();
  do {
    std::thread(work).detach();
  } while (false);
}
