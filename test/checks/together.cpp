// Twenty typical shapes with all checks on: who reports what. The rows are
// those of docs/usage/who-reports-what.md, each with its repaired twin, which
// is silent. together.c has the rows that look different in C.
//
// RUN: %check %s "leash-*" -std=c++20-or-later -mocks
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <curl/curl.h>
#include <deque>
#include <functional>
#include <future>
#include <httplib.h>
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

struct Item {
  int Id;
};

void work();
void process(const Item &);
void handle(const RdKafka::Message &);
void serve(int client);
void use(const char *, long);
bool failed();
bool nextItem(Item &);
bool sendItem(int client, const Item &);

//===--- Row 1: a thread that is started and let go -----------------------===//

void fireAndForget() {
  std::thread(work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void fireAndForgetRepaired() {
  std::jthread background(work);
  work();
}

//===--- Row 2: a detached thread per connection --------------------------===//

void acceptLoop(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    std::thread(serve, client).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-3]]:32: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
}

void acceptLoopRepaired(int listener) {
  std::counting_semaphore<64> slots(64);
  while (!failed()) {
    int client = accept(listener, nullptr, nullptr);
    slots.acquire();
    std::thread([client, &slots] {
      serve(client);
      slots.release();
    }).detach();
  }
  for (int i = 0; i < 64; ++i)
    slots.acquire();
}

//===--- Row 3: a future that is thrown away ------------------------------===//

void discards() {
  std::async(std::launch::async, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

void discardsRepaired() {
  auto done = std::async(std::launch::async, work);
  work();
  done.get();
}

//===--- Row 4: a future that is thrown away in a loop --------------------===//

void discardsEach(const std::vector<Item> &items) {
  for (const Item &item : items)
    std::async(std::launch::async, process, item);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

void discardsEachRepaired(const std::vector<Item> &items) {
  std::vector<std::future<void>> running;
  for (const Item &item : items) {
    running.push_back(std::async(std::launch::async, process, item));
    if (running.size() < 8)
      continue;
    for (auto &each : running)
      each.get();
    running.clear();
  }
}

//===--- Row 5: a thread that one path does not join ----------------------===//

void joinsOnOnePath() {
  std::thread worker(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'worker' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (failed())
    return;
  worker.join();
}

void joinsOnOnePathRepaired() {
  std::thread worker(work);
  if (failed()) {
    worker.join();
    return;
  }
  worker.join();
}

//===--- Row 6: a member that nobody joins --------------------------------===//

class NeverJoins {
public:
  void start() { Worker = std::thread(work); }

private:
  std::thread Worker;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Worker' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE-5]]:27: note: the thread starts here
};

class NeverJoinsRepaired {
public:
  ~NeverJoinsRepaired() {
    if (Worker.joinable())
      Worker.join();
  }
  void start() { Worker = std::thread(work); }

private:
  std::thread Worker;
};

//===--- Row 7: threads in a container that nobody joins ------------------===//

void joinsNone() {
  std::vector<std::thread> workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of 'workers' are never joined: their destructors call std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'workers' goes out of scope here
  for (int i = 0; i < 4; ++i)
    workers.emplace_back(work);
}

void joinsNoneRepaired() {
  std::vector<std::thread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back(work);
  for (auto &each : workers)
    each.join();
}

//===--- Row 8: a thread per element, all joined after the loop -----------===//

void oneEach(const std::vector<Item> &items) {
  std::vector<std::thread> workers;
  for (const Item &item : items)
    workers.emplace_back(process, item);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  for (auto &each : workers)
    each.join();
}

void oneEachRepaired(const std::vector<Item> &items) {
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    workers.emplace_back([&] {
      for (std::size_t mine; (mine = next++) < items.size();)
        process(items[mine]);
    });
  for (auto &each : workers)
    each.join();
}

//===--- Row 9: a pool on every call --------------------------------------===//

class Pool {
public:
  explicit Pool(int count) {
    while (count--)
      Workers.emplace_back([this] { run(); });
  }
  ~Pool() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Stopping = true;
    }
    Changed.notify_all();
    for (auto &each : Workers)
      each.join();
  }
  void post(std::function<void()> job) {
    std::lock_guard<std::mutex> lock(Mutex);
    Jobs.push_back(std::move(job));
    Changed.notify_one();
  }

private:
  void run() {
    while (true) {
      std::function<void()> job;
      {
        std::unique_lock<std::mutex> lock(Mutex);
        Changed.wait(lock, [this] { return Stopping || !Jobs.empty(); });
        if (Jobs.empty())
          return;
        job = std::move(Jobs.front());
        Jobs.pop_front();
      }
      job();
    }
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Stopping = false;
  std::deque<std::function<void()>> Jobs;
  std::vector<std::thread> Workers;
};

void poolPerCall() {
  auto *pool = new Pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->post(work);
}

void poolPerCallRepaired() {
  Pool pool(4);
  pool.post(work);
}

//===--- Row 10: a worker without a way out, joined -----------------------===//

class JoinsForEver {
public:
  ~JoinsForEver() { Worker.join(); }

private:
  void run() {
    while (true) {
      // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE+6]]:21: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE-7]]:28: note: this join hangs
      work();
      std::this_thread::sleep_for(1s);
    }
  }
  std::thread Worker{[this] { run(); }};
};

class JoinsForEverRepaired {
public:
  ~JoinsForEverRepaired() {
    Stop = true;
    Worker.join();
  }

private:
  void run() {
    while (!Stop) {
      work();
      std::this_thread::sleep_for(1s);
    }
  }
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] { run(); }};
};

//===--- Row 11: a worker without a way out, detached ---------------------===//

void detachesForEver() {
  std::thread([] {
    while (true)
      work();
      // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the thread starts here
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the thread starts here
}

void detachesForEverRepaired(std::shared_ptr<std::atomic<bool>> stop) {
  std::thread([stop] {
    while (!*stop)
      work();
  }).detach();
}

//===--- Row 12: a stop token that nobody reads ---------------------------===//

class IgnoresToken {
  std::jthread Worker{[](std::stop_token) {
    while (true)
      work();
      // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: the task never reads the stop token that it is given, and nothing leaves this loop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-4]]:41: note: the stop token comes in here
      // CHECK-MESSAGES: :[[@LINE-5]]:22: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE-6]]:16: note: the destructor of 'Worker' joins here, and hangs
  }};
};

class IgnoresTokenRepaired {
  std::jthread Worker{[](std::stop_token stop) {
    while (!stop.stop_requested())
      work();
  }};
};

//===--- Row 13: a copy of the flag ---------------------------------------===//

void copiesFlag() {
  bool stop = false;
  std::thread worker([stop] {
    while (!stop)
      work();
      // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: 'stop' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-4]]:23: note: 'stop' is copied here
      // CHECK-MESSAGES: :[[@LINE-5]]:15: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE+3]]:10: note: this join hangs
  });
  stop = true;
  worker.join();
}

void copiesFlagRepaired() {
  std::atomic<bool> stop{false};
  std::thread worker([&stop] {
    while (!stop)
      work();
  });
  stop = true;
  worker.join();
}

//===--- Row 14: a flag is set, and nobody wakes the worker ---------------===//

class NeverWakes {
public:
  ~NeverWakes() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Stopping = true;
    }
    Worker.join();
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Changed': this join hangs [leash-hanging-join]
    // CHECK-MESSAGES: :[[@LINE+22]]:21: note: the task starts here
    // CHECK-MESSAGES: :[[@LINE+13]]:15: note: its task waits here
    // CHECK-MESSAGES: :[[@LINE-6]]:7: note: this asks the task to end, but it only looks once it is awake
  }
  void put(const Item &item) {
    std::lock_guard<std::mutex> lock(Mutex);
    Items.push_back(item);
    Changed.notify_one();
  }

private:
  void run() {
    std::unique_lock<std::mutex> lock(Mutex);
    while (!Stopping) {
      Changed.wait(lock, [this] { return Stopping || !Items.empty(); });
      Items.clear();
    }
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Stopping = false;
  std::deque<Item> Items;
  std::thread Worker{[this] { run(); }};
};

class NeverWakesRepaired {
public:
  ~NeverWakesRepaired() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Stopping = true;
    }
    Changed.notify_all();
    Worker.join();
  }
  void put(const Item &item) {
    std::lock_guard<std::mutex> lock(Mutex);
    Items.push_back(item);
    Changed.notify_one();
  }

private:
  void run() {
    std::unique_lock<std::mutex> lock(Mutex);
    while (!Stopping) {
      Changed.wait(lock, [this] { return Stopping || !Items.empty(); });
      Items.clear();
    }
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Stopping = false;
  std::deque<Item> Items;
  std::thread Worker{[this] { run(); }};
};

//===--- Row 15: a detached reader without a time limit -------------------===//

void detachedReader() {
  std::thread([] {
    char buffer[256];
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    long count;
    while ((count = recv(fd, buffer, sizeof buffer, 0)) > 0)
      use(buffer, count);
      // CHECK-MESSAGES: :[[@LINE-2]]:21: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
      // CHECK-MESSAGES: :[[@LINE-7]]:3: note: runs in the thread started here
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-10]]:3: note: the thread starts here
}

void detachedReaderRepaired() {
  std::thread reader([] {
    char buffer[256];
    timeval limit = {60, 0};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    long count;
    while ((count = recv(fd, buffer, sizeof buffer, 0)) > 0)
      use(buffer, count);
  });
  reader.join();
}

//===--- Row 16: a transfer without a time limit --------------------------===//

void transfers() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "http://analytics/events");
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}

void transfersRepaired() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "http://analytics/events");
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 10000L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

//===--- Row 17: a thread per message, read without a limit ---------------===//

void consumes(RdKafka::KafkaConsumer &kafka) {
  while (true) {
    RdKafka::Message *message = kafka.consume(-1);
    // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
    std::thread([message] { handle(*message); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-3]]:50: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
}

void consumesRepaired(RdKafka::KafkaConsumer &kafka) {
  std::vector<std::thread> workers;
  while (!failed()) {
    RdKafka::Message *message = kafka.consume(100);
    workers.emplace_back([message] { handle(*message); });
    if (workers.size() < 50)
      continue;
    for (auto &each : workers)
      each.join();
    workers.clear();
  }
  for (auto &each : workers)
    each.join();
}

//===--- Row 18: a detached thread per request ----------------------------===//

void routes(httplib::Server &server) {
  server.Post("/events", [](const httplib::Request &, httplib::Response &) {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the function is registered here
    // CHECK-MESSAGES: :[[@LINE-3]]:23: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  });
}

void routesRepaired(httplib::Server &server, Pool &pool) {
  server.Post("/events",
              [&pool](const httplib::Request &, httplib::Response &) {
                pool.post(work);
              });
}

//===--- Row 19: a generator whose consumer has left ----------------------===//

class Channel {
public:
  bool put(const Item &item) {
    std::unique_lock<std::mutex> lock(Mutex);
    Changed.wait(lock, [this] { return Closed || Items.size() < 16; });
    if (Closed)
      return false;
    Items.push_back(item);
    Changed.notify_all();
    return true;
  }
  bool take(Item &item) {
    std::unique_lock<std::mutex> lock(Mutex);
    Changed.wait(lock, [this] { return Closed || !Items.empty(); });
    if (Items.empty())
      return false;
    item = Items.front();
    Items.pop_front();
    Changed.notify_all();
    return true;
  }
  void close() {
    std::lock_guard<std::mutex> lock(Mutex);
    Closed = true;
    Changed.notify_all();
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  std::deque<Item> Items;
  bool Closed = false;
};

bool streams(int client) {
  Channel channel;
  std::jthread generator([&channel] {
    Item item;
    while (nextItem(item) && channel.put(item)) {
      // CHECK-MESSAGES: :[[@LINE-1]]:38: warning: 'streams' can leave without closing 'channel': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
      // CHECK-MESSAGES: :[[@LINE-4]]:16: note: the task starts here
      // CHECK-MESSAGES: :[[@LINE+7]]:10: note: the loop goes on
      // CHECK-MESSAGES: :[[@LINE+7]]:9: note: this condition is true
      // CHECK-MESSAGES: :[[@LINE+7]]:7: note: this return leaves 'channel' open
    }
    channel.close();
  });
  Item item;
  while (channel.take(item))
    if (!sendItem(client, item))
      return false;
  return true;
}

bool streamsRepaired(int client) {
  Channel channel;
  std::jthread generator([&channel] {
    Item item;
    while (nextItem(item) && channel.put(item)) {
    }
    channel.close();
  });
  Item item;
  while (channel.take(item))
    if (!sendItem(client, item)) {
      channel.close();
      return false;
    }
  return true;
}

//===--- Row 20: a thread per tick ----------------------------------------===//

class Ticks {
public:
  ~Ticks() {
    Stop = true;
    Timer.join();
  }

private:
  void run() {
    while (!Stop) {
      std::this_thread::sleep_for(1s);
      std::thread(work).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the loop is here
      // CHECK-MESSAGES: :[[@LINE-3]]:25: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    }
  }
  std::atomic<bool> Stop{false};
  std::thread Timer{[this] { run(); }};
};

class TicksRepaired {
public:
  ~TicksRepaired() {
    Stop = true;
    Timer.join();
    for (int i = 0; i < 4; ++i)
      Slots.acquire();
  }

private:
  void run() {
    while (!Stop) {
      std::this_thread::sleep_for(1s);
      if (!Slots.try_acquire())
        continue;
      std::thread([this] {
        work();
        Slots.release();
      }).detach();
    }
  }
  std::atomic<bool> Stop{false};
  std::counting_semaphore<4> Slots{4};
  std::thread Timer{[this] { run(); }};
};
