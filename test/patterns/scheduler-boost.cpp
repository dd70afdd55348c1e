// The stories that Leash starts from, 4. Job scheduler, with Boost: for each job
// a thread ticks for ever and starts another one at every tick.
//
// REQUIRES: boost-headers
// RUN: %check %s "leash-*" -std=c++17
#include <boost/chrono.hpp>
#include <boost/function.hpp>
#include <boost/thread.hpp>

struct Job {
  boost::chrono::seconds Every;
  boost::function<void()> Run;
};

//===--- Leaky ------------------------------------------------------------===//

// Nobody waits for anything, and nothing ends.
class LetsGo {
public:
  void add(Job job) {
    boost::thread([job] {
      for (;;) {
        boost::this_thread::sleep_for(job.Every);
        boost::thread(job.Run).detach();
      }
    }).detach();
  }
};
// CHECK-MESSAGES: :[[@LINE-7]]:7: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-9]]:5: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-7]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
// CHECK-MESSAGES: :[[@LINE-10]]:7: note: the loop is here
// CHECK-MESSAGES: :[[@LINE-9]]:32: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
// CHECK-MESSAGES: :[[@LINE-8]]:8: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
// CHECK-MESSAGES: :[[@LINE-14]]:5: note: the thread starts here

// Interrupted, the tickers end; what they started is nobody's.
class InterruptsTickersOnly {
public:
  ~InterruptsTickersOnly() {
    Tickers.interrupt_all();
    Tickers.join_all();
  }
  void add(Job job) {
    Tickers.create_thread([job] {
      for (;;) {
        boost::this_thread::sleep_for(job.Every);
        boost::thread(job.Run).detach();
      }
    });
  }

private:
  boost::thread_group Tickers;
};
// CHECK-MESSAGES: :[[@LINE-8]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
// CHECK-MESSAGES: :[[@LINE-11]]:7: note: the loop is here
// CHECK-MESSAGES: :[[@LINE-10]]:32: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]

// The ticks are waited for, by a ticker that nobody interrupts.
class JoinsForEver {
public:
  ~JoinsForEver() { Ticker.join(); }
  void start(Job job) {
    Ticker = boost::thread([job] {
      while (true) {
        boost::this_thread::sleep_for(job.Every);
        boost::thread tick(job.Run);
        tick.join();
      }
    });
  }

private:
  boost::thread Ticker;
};
// CHECK-MESSAGES: :[[@LINE-11]]:7: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-13]]:14: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-16]]:28: note: this join hangs

// The ticker is asleep when it is told to stop: nobody wakes it.
class NeverWakes {
public:
  ~NeverWakes() {
    {
      boost::unique_lock<boost::mutex> lock(Mutex);
      Stopping = true;
    }
    Ticker.join();
  }
  void start() {
    Ticker = boost::thread([this] { run(); });
  }
  void due() {
    boost::unique_lock<boost::mutex> lock(Mutex);
    Due = true;
    Changed.notify_one();
  }

private:
  void run() {
    boost::unique_lock<boost::mutex> lock(Mutex);
    while (!Stopping) {
      while (!Stopping && !Due)
        Changed.wait(lock);
      Due = false;
    }
  }
  boost::mutex Mutex;
  boost::condition_variable Changed;
  bool Stopping = false;
  bool Due = false;
  boost::thread Ticker;
};
// CHECK-MESSAGES: :[[@LINE-26]]:12: warning: thread 'Ticker' is asked to end, but nothing wakes it from its wait for 'Changed': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-24]]:14: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:17: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-31]]:7: note: this asks the task to end, but it only looks once it is awake

//===--- Repaired ---------------------------------------------------------===//

// A slot for each run, tried before it starts; stop() interrupts the tickers,
// and waits for all.
class Scheduler {
public:
  ~Scheduler() { stop(); }
  void add(Job job) {
    Tickers.create_thread([this, job] { tick(job); });
  }
  void stop() {
    Tickers.interrupt_all();
    Tickers.join_all();
    boost::unique_lock<boost::mutex> lock(Mutex);
    while (Running > 0)
      Changed.wait(lock);
  }

private:
  void tick(const Job &job) {
    for (;;) {
      boost::this_thread::sleep_for(job.Every);
      boost::unique_lock<boost::mutex> lock(Mutex);
      if (Running >= 8)
        continue;
      ++Running;
      boost::thread([this, job] {
        job.Run();
        finished();
      }).detach();
    }
  }
  void finished() {
    boost::unique_lock<boost::mutex> lock(Mutex);
    --Running;
    Changed.notify_all();
  }
  boost::mutex Mutex;
  boost::condition_variable Changed;
  int Running = 0;
  boost::thread_group Tickers;
};

// A flag that is set under the lock, and a wait that is woken.
class StoppingScheduler {
public:
  ~StoppingScheduler() {
    {
      boost::unique_lock<boost::mutex> lock(Mutex);
      Stopping = true;
    }
    Changed.notify_all();
    Ticker.join();
  }
  void start(Job job) {
    Ticker = boost::thread([this, job] {
      boost::unique_lock<boost::mutex> lock(Mutex);
      while (!Stopping) {
        if (Changed.wait_for(lock, job.Every) == boost::cv_status::timeout) {
          boost::thread tick(job.Run);
          tick.join();
        }
      }
    });
  }

private:
  boost::mutex Mutex;
  boost::condition_variable Changed;
  bool Stopping = false;
  boost::thread Ticker;
};
