// The stories that Leash starts from, as far as letting threads go is their
// fault: what leaks is reported, what repairs it is not.
//
// RUN: %check %s "leash-*" -std=c++20-or-later -mocks
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

struct Event {
  std::string Name;
};
struct Request {
  Event event() const;
};
struct Response {
  void ok();
};
void post(const Event &);
void post(const Event &, std::chrono::milliseconds limit);

//===--- 1. Analytics per request -----------------------------------------===//

namespace analytics {

void handleLeaky(const Request &request, Response &response) {
  Event event = request.event();
  std::thread([event] { post(event); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:41: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  response.ok();
}

void handleLeakyAndDangling(const Request &request, Response &response) {
  Event event = request.event();
  std::thread([&] { post(event); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:37: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:26: note: its task refers to 'event', which dangles once 'handleLeakyAndDangling' returns
  response.ok();
}

// Ten workers and a queue that drops when it is full.
class Poster {
public:
  Poster() {
    for (int i = 0; i < 10; ++i)
      Workers.emplace_back([this](std::stop_token stop) { run(stop); });
  }
  bool offer(Event event);

private:
  bool take(Event &event, std::stop_token stop);
  void run(std::stop_token stop) {
    Event event;
    while (!stop.stop_requested())
      if (take(event, stop))
        post(event, 100ms);
  }
  std::vector<std::jthread> Workers;
};
void handleRepaired(Poster &poster, const Request &request,
                    Response &response) {
  (void)poster.offer(request.event());
  response.ok();
}

} // namespace analytics

//===--- 2. WebSocket pumps -----------------------------------------------===//

struct Socket {
  bool read(std::string &message);
  bool read(std::string &message, std::chrono::seconds limit);
  void ping();
  void close();
};
void use(const std::string &);

namespace pumps {

void upgradeLeaky(std::shared_ptr<Socket> socket) {
  std::thread([socket] {
    std::string message;
    while (socket->read(message))
      use(message);
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here
  std::thread([socket] {
    for (;;) {
      // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
      socket->ping();
      std::this_thread::sleep_for(30s);
    }
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-9]]:3: note: the thread starts here
}

// One stop for both; either side's end stops the other.
void upgradeRepaired(std::shared_ptr<Socket> socket) {
  auto stop = std::make_shared<std::atomic<bool>>(false);
  std::thread([socket, stop] {
    std::string message;
    while (!*stop && socket->read(message, 60s))
      use(message);
    *stop = true;
  }).detach();
  std::thread([socket, stop] {
    while (!*stop) {
      socket->ping();
      std::this_thread::sleep_for(1s);
    }
    socket->close();
  }).detach();
}

void upgradeJoined(Socket &socket) {
  std::jthread writer([&socket](std::stop_token stop) {
    while (!stop.stop_requested())
      socket.ping();
  });
  std::string message;
  while (socket.read(message, 60s))
    use(message);
  writer.request_stop();
}

} // namespace pumps

//===--- 4. Job scheduler -------------------------------------------------===//

struct Job {
  std::chrono::seconds Every;
  std::function<void()> Run;
};

namespace scheduler {

class Leaky {
public:
  void add(Job job) {
    std::thread([job] {
      for (;;) {
        // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
        // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the thread starts here
        std::this_thread::sleep_for(job.Every);
        std::thread(job.Run).detach();
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
        // CHECK-MESSAGES: :[[@LINE-6]]:7: note: the loop is here
        // CHECK-MESSAGES: :[[@LINE-3]]:30: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      }
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-12]]:5: note: the thread starts here
  }
};

class Repaired {
public:
  void add(Job job) {
    started();
    std::thread([this, job] {
      std::unique_lock<std::mutex> lock(Mutex);
      while (!Changed.wait_for(lock, job.Every, [this] { return Stopping; }))
        tick(job);
      finished();
    }).detach();
  }
  void stop() {
    std::unique_lock<std::mutex> lock(Mutex);
    Stopping = true;
    Changed.notify_all();
    Changed.wait(lock, [this] { return Running == 0; });
  }

private:
  void tick(const Job &job) {
    if (!Slots.try_acquire())
      return;
    started();
    std::thread([this, run = job.Run] {
      run();
      Slots.release();
      finished();
    }).detach();
  }
  void started() { ++Running; }
  void finished() {
    std::lock_guard<std::mutex> lock(Mutex);
    --Running;
    Changed.notify_all();
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  std::counting_semaphore<8> Slots{8};
  bool Stopping = false;
  int Running = 0;
};

} // namespace scheduler

//===--- 7. Shapes that leak, and shapes that do not ----------------------===//

namespace shapes {

std::string get(const std::string &url);
void process(int item);

void nobodyCoordinates() {
  std::thread([] { process(1); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void noLimit(std::string url) {
  std::thread([url] { use(get(url)); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:41: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void onePerItem(const std::vector<int> &items) {
  for (int item : items)
    std::thread(process, item).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-3]]:32: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void noWayOut() {
  std::thread([] {
    while (true)
      process(0);
      // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the thread starts here
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the thread starts here
}

void consultsItsStop(std::stop_token stop) {
  std::thread([stop] {
    while (!stop.stop_requested())
      process(0);
  }).detach();
}
void underADeadline() {
  auto end = std::chrono::steady_clock::now() + 5s;
  std::thread([end] {
    while (std::chrono::steady_clock::now() < end)
      process(0);
  }).detach();
}
void aSemaphoreAroundEach(const std::vector<int> &items) {
  std::counting_semaphore<4> slots(4);
  for (int item : items) {
    slots.acquire();
    std::thread([item, &slots] {
      process(item);
      slots.release();
    }).detach();
  }
  for (int i = 0; i < 4; ++i)
    slots.acquire();
}
void aCounterThatIsWaitedFor() {
  std::atomic<int> left{0};
  for (int part = 0; part < 4; ++part) {
    ++left;
    std::thread([part, &left] {
      process(part);
      --left;
      left.notify_one();
    }).detach();
  }
  for (int n; (n = left.load()) != 0;)
    left.wait(n);
}
// They are waited for, but by then there are as many as there are items.
void aCounterOfAsManyAsItTakes(const std::vector<int> &items) {
  std::atomic<int> left{0};
  for (int item : items) {
    ++left;
    std::thread([item, &left] {
      // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
      process(item);
      --left;
      left.notify_one();
    }).detach();
  }
  for (int n; (n = left.load()) != 0;)
    left.wait(n);
}

} // namespace shapes
