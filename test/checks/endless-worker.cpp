// RUN: %check %s leash-endless-worker -std=c++11-or-later

#include <atomic>
#include <cassert>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <exception>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

void work();
int next();
bool keepGoing();
[[noreturn]] void die();

//===--- Nothing leaves the loop ------------------------------------------===//

void whileTrue() {
  std::thread Worker([] {
    while (true)
      work();
  });
  Worker.detach();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the thread starts here

void forEver() {
  std::thread([] {
    for (;;)
      work();
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here

void doWhile() {
  std::thread([] {
    do {
      work();
    } while (1);
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: the thread starts here

void counting() {
  std::thread([] {
    for (int I = 0;; ++I)
      if (next() == I)
        continue;
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: the thread starts here

// A plain function, and what it calls.
static void turn() {
  for (;;)
    work();
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE+5]]:21: note: the thread starts here
static void outer() {
  work();
  turn();
}
void byFunction() { std::thread(outer).detach(); }

// A method, and the join that waits for it.
class Ticker {
public:
  Ticker() : Worker(&Ticker::run, this) {}
  ~Ticker() { Worker.join(); }

private:
  void run() {
    while (true)
      tick();
  }
  void tick() { ++Ticks; }
  std::atomic<int> Ticks{0};
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-7]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-13]]:14: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-13]]:22: note: this join hangs

// An asynchronous task.
void asynchronous() {
  std::future<void> Done = std::async(std::launch::async, [] {
    while (true)
      work();
  });
  Done.wait();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:28: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-4]]:8: note: this call hangs

// Consulting a queue is no way out when nothing ever says that it is closed.
class Pool {
public:
  Pool() {
    for (int I = 0; I < 4; ++I)
      Threads.emplace_back([this] {
        for (;;) {
          std::unique_lock<std::mutex> Lock(Mutex);
          while (Jobs.empty())
            Wake.wait(Lock);
          Jobs.pop_front();
        }
      });
  }
  ~Pool() {
    for (std::thread &T : Threads)
      T.join();
  }

private:
  std::mutex Mutex;
  std::condition_variable Wake;
  std::deque<int> Jobs;
  std::vector<std::thread> Threads;
};
// CHECK-MESSAGES: :[[@LINE-19]]:9: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-21]]:7: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-11]]:9: note: this join hangs

// What a loop or switch inside leaves is that loop or switch.
void inner() {
  std::thread([] {
    while (true) {
      for (int I = 0; I < 3; ++I)
        if (next())
          break;
      switch (next()) {
      case 1:
        break;
      default:
        work();
      }
    }
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-13]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-15]]:3: note: the thread starts here

// What a lambda returns from is the lambda.
void lambdaReturns() {
  std::thread([] {
    while (true) {
      auto Step = [] {
        if (next())
          return;
        work();
      };
      Step();
    }
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-10]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-12]]:3: note: the thread starts here

// Jumping about inside is not leaving.
void jumps() {
  std::thread([] {
    while (true) {
    again:
      if (next())
        goto again;
      work();
    }
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-8]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-10]]:3: note: the thread starts here

// The loop itself catches what it throws.
struct Failure : std::runtime_error {
  Failure() : std::runtime_error("failure") {}
};
static void mayFail() {
  if (next())
    throw Failure();
}
void caughtInside() {
  std::thread([] {
    while (true) {
      try {
        mayFail();
      } catch (const std::exception &) {
        work();
      }
    }
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-9]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-11]]:3: note: the thread starts here

// An assertion is no way out.
void asserts() {
  std::thread([] {
    while (true) {
      assert(next() == 0);
      work();
    }
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-6]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-8]]:3: note: the thread starts here

// Of two loops around each other the inner one is what never ends.
void nested() {
  std::thread([] {
    while (true) {
      work();
      while (true)
        work();
    }
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-5]]:7: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-9]]:3: note: the thread starts here

// However many threads run it.
static void shared() {
  while (true)
    work();
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
void many() {
  std::thread(shared).detach();
  std::thread([] { shared(); }).detach();
}

// What another task throws leaves nothing here.
void spawnsAnother() {
  std::thread([] {
    while (true)
      std::thread([] {
        if (next())
          throw Failure();
      }).detach();
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-7]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-9]]:3: note: the thread starts here


//===--- Something does ---------------------------------------------------===//

void breaks() {
  std::thread([] {
    while (true)
      if (next())
        break;
  }).detach();
}
void returns() {
  std::thread([] {
    for (;;) {
      switch (next()) {
      case 1:
        return;
      default:
        work();
      }
    }
  }).detach();
}
void throws() {
  std::thread([] {
    while (true)
      if (next())
        throw Failure();
  }).detach();
}
void jumpsOut() {
  std::thread([] {
    while (true)
      if (next())
        goto out;
  out:
    work();
  }).detach();
}
void dies() {
  std::thread([] {
    while (true)
      if (next())
        die();
  }).detach();
  std::thread([] {
    while (true)
      if (next())
        std::exit(1);
  }).detach();
  std::thread([] {
    while (true)
      if (next())
        std::terminate();
  }).detach();
}
static void stopHere() {
  work();
  die();
}
static void mayDie() {
  if (next())
    stopHere();
}
void diesDeep() {
  std::thread([] {
    while (true)
      mayDie();
  }).detach();
}
void throwsDeep() {
  std::thread([] {
    while (true)
      mayFail();
  }).detach();
}
void catchesOthers() {
  std::thread([] {
    while (true) {
      try {
        mayFail();
      } catch (const std::logic_error &) {
        work();
      }
    }
  }).detach();
}
void throwsAgain() {
  std::thread([] {
    while (true) {
      try {
        mayFail();
      } catch (...) {
        throw;
      }
    }
  }).detach();
}
void returnsFromHandler() {
  std::thread([] {
    while (true) {
      try {
        work();
      } catch (...) {
        return;
      }
    }
  }).detach();
}
template <typename F> void guarded(F Run) { Run(); }
void hidden(void (*)());
void throughLambdas() {
  std::thread([] {
    while (true)
      guarded([] { mayFail(); });
  }).detach();
  std::thread([] {
    auto Step = [] { mayFail(); };
    while (true)
      guarded(Step);
  }).detach();
  std::thread([] {
    while (true)
      hidden(mayFail);
  }).detach();
}
// Around the loop somebody waits for what comes out of it.
void tries() {
  std::thread([] {
    try {
      while (true)
        work();
    } catch (const std::exception &) {
    }
  }).detach();
}
static void loops() {
  while (true)
    work();
}
void triesAround() {
  std::thread([] {
    try {
      loops();
    } catch (const std::exception &) {
    }
  }).detach();
}

void limited() {
  std::thread([] {
    for (int I = 0; I < 10; ++I)
      work();
    while (keepGoing())
      work();
    for (int I : {1, 2, 3})
      work();
    do
      work();
    while (false);
  }).detach();
}

// The pool's twin.
class ClosablePool {
public:
  ClosablePool() {
    Thread = std::thread([this] {
      for (;;) {
        std::unique_lock<std::mutex> Lock(Mutex);
        Wake.wait(Lock, [this] { return Stop || !Jobs.empty(); });
        if (Stop)
          return;
        Jobs.pop_front();
      }
    });
  }
  ~ClosablePool() {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Stop = true;
    }
    Wake.notify_all();
    Thread.join();
  }

private:
  std::mutex Mutex;
  std::condition_variable Wake;
  std::deque<int> Jobs;
  bool Stop = false;
  std::thread Thread;
};
// A last job.
class SentinelPool {
public:
  void start() {
    Thread = std::thread([this] {
      while (true) {
        int Job = take();
        if (Job < 0)
          break;
        work();
      }
    });
  }

private:
  int take();
  std::thread Thread;
};

// Not the code of a task.
void nobodysTask() {
  while (true)
    work();
}
// A body out of sight.
void outOfSight();
void unknown() { std::thread(outOfSight).detach(); }
// Who is declared never to come back does not.
[[noreturn]] static void server() {
  while (true)
    work();
}
void serves() { std::thread(server).detach(); }

// In main, it is to live as long as the process.
int main() {
  std::thread Worker([] {
    while (true)
      work();
  });
  std::thread(turn).detach();
  Worker.join();
  while (true)
    work();
}
