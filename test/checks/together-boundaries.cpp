// Where two checks could report and one does, or both have something to mend:
// the second part of docs/usage/who-reports-what.md, with all checks on.
//
// RUN: %check %s "leash-*" -std=c++20-or-later -mocks
#include <atomic>
#include <boost/thread.hpp>
#include <boost/thread/future.hpp>
#include <condition_variable>
#include <deque>
#include <future>
#include <httplib.h>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

struct Job {
  int Id;
};
void work();
void run(Job);
bool failed();
bool late();

// It has no closed state.
class Queue {
public:
  void put(Job job) {
    std::lock_guard<std::mutex> lock(Mutex);
    Jobs.push_back(job);
    Changed.notify_one();
  }
  Job take() {
    std::unique_lock<std::mutex> lock(Mutex);
    Changed.wait(lock, [this] { return !Jobs.empty(); });
    Job job = Jobs.front();
    Jobs.pop_front();
    return job;
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  std::deque<Job> Jobs;
};

//===--- A join that hangs: why? ------------------------------------------===//

// There is no way out, so waking the worker would not help.
class NoWayOut {
public:
  NoWayOut() {
    for (int i = 0; i < 4; ++i)
      Workers.emplace_back([this] {
        for (;;)
          run(Jobs.take());
          // CHECK-MESSAGES: :[[@LINE-2]]:9: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
          // CHECK-MESSAGES: :[[@LINE-4]]:7: note: the thread starts here
          // CHECK-MESSAGES: :[[@LINE+5]]:12: note: this join hangs
      });
  }
  ~NoWayOut() {
    for (auto &each : Workers)
      each.join();
  }

private:
  Queue Jobs;
  std::vector<std::thread> Workers;
};

// There is one that nobody opens.
class NobodySets {
public:
  ~NobodySets() { Worker.join(); }

private:
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop)
      work();
      // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: nothing ever sets 'Stop' to true: this loop and its task run until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-4]]:21: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE-9]]:26: note: this join hangs
  }};
};

// There is one, and the worker does not come to look.
class NobodyWakes {
public:
  ~NobodyWakes() {
    Stop = true;
    Worker.join();
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Changed': this join hangs [leash-hanging-join]
    // CHECK-MESSAGES: :[[@LINE+9]]:21: note: the task starts here
    // CHECK-MESSAGES: :[[@LINE-61]]:13: note: its task waits here
    // CHECK-MESSAGES: :[[@LINE-5]]:5: note: this asks the task to end, but it only looks once it is awake
  }
  void put(Job job) { Jobs.put(job); }

private:
  Queue Jobs;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop)
      run(Jobs.take());
  }};
};

// The other end has left.
void leaves(const std::vector<Job> &jobs) {
  Queue queue;
  std::thread worker([&] {
    for (std::size_t i = 0; i < jobs.size(); ++i)
      run(queue.take());
      // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'leaves' can leave 'queue', which has no closed state: 'take' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
      // CHECK-MESSAGES: :[[@LINE-4]]:15: note: the task starts here
      // CHECK-MESSAGES: :[[@LINE+4]]:3: note: the loop goes on
      // CHECK-MESSAGES: :[[@LINE+4]]:9: note: this condition is true
      // CHECK-MESSAGES: :[[@LINE+7]]:10: note: this waits for the task, with 'queue' still open
  });
  for (const Job &job : jobs) {
    if (failed())
      break;
    queue.put(job);
  }
  worker.join();
}

// No other end could help.
void leavesForEver(const std::vector<Job> &jobs) {
  Queue queue;
  std::thread worker([&] {
    for (;;)
      run(queue.take());
      // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-4]]:15: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE+4]]:10: note: this join hangs
  });
  for (const Job &job : jobs)
    queue.put(job);
  worker.join();
}

//===--- Nobody waits, and nothing ends: two things -----------------------===//

class NobodyJoinsForEver {
public:
  void start() {
    Worker = std::thread([] {
      while (true)
        work();
        // CHECK-MESSAGES: :[[@LINE-2]]:7: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
        // CHECK-MESSAGES: :[[@LINE-4]]:14: note: the thread starts here
    });
  }

private:
  std::thread Worker;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Worker' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE-11]]:14: note: the thread starts here
};

void discardsForEver() {
  std::async(std::launch::async, [] {
    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    while (true)
      work();
      // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the task starts here
  });
}

void detachesToken() {
  std::jthread worker([](std::stop_token) {
    while (true)
      work();
      // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: the task never reads the stop token that it is given, and nothing leaves this loop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-4]]:41: note: the stop token comes in here
      // CHECK-MESSAGES: :[[@LINE-5]]:16: note: the thread starts here
  });
  worker.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 'worker' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-9]]:16: note: the thread starts here
}

//===--- How many at once, and who waits for them? ------------------------===//

// Whoever is thrown away is waited for, one by one.
void discardsPerRequest(httplib::Server &server) {
  server.Get("/", [](const httplib::Request &, httplib::Response &) {
    std::async(std::launch::async, work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  });
}
void overwrites() {
  std::future<void> last;
  while (!failed())
    last = std::async(std::launch::async, work);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
// Boost's future does not wait: two things.
void discardsBoost() {
  while (!failed())
    boost::async(boost::launch::async, work);
    // CHECK-MESSAGES-DAG: :[[@LINE-1]]:5: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES-DAG: :[[@LINE-3]]:3: note: the loop is here
    // CHECK-MESSAGES-DAG: :[[@LINE-3]]:5: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
}

// The program ends at the second turn; there are never many.
void terminates() {
  while (!failed()) {
    std::thread worker(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 'worker' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 'worker' goes out of scope here
  }
}
// Joined in each turn, all is well: one thing.
void joinsOneWay() {
  while (!failed()) {
    std::thread worker(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 'worker' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+2]]:9: note: this condition is true
    // CHECK-MESSAGES: :[[@LINE+2]]:7: note: 'worker' goes out of scope here
    if (late())
      continue;
    worker.join();
  }
}
// A pool that grows, and that nobody closes: two things.
class Grows {
public:
  void start() {
    while (true)
      Workers.emplace_back(work);
      // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the loop is here
  }

private:
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-8]]:7: note: the threads start here
};

// Whoever is woken looks at a copy: nothing but the copy is to be mended.
void looksAtACopy() {
  std::mutex mutex;
  std::condition_variable changed;
  bool stop = false;
  std::thread worker([&mutex, &changed, stop] {
    std::unique_lock<std::mutex> lock(mutex);
    while (!stop)
      // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'stop' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-4]]:41: note: 'stop' is copied here
      // CHECK-MESSAGES: :[[@LINE-5]]:15: note: the thread starts here
      changed.wait(lock);
  });
  stop = true;
  worker.join();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: note: this join hangs
}
