// leash-endless-worker: what the task is, and who it belongs to.
//
// RUN: %check %s leash-endless-worker -std=c++14-or-later

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <signal.h>
#include <thread>
#include <unistd.h>
#include <vector>

void work();
int next();

//===--- Callables --------------------------------------------------------===//

static void byBind(int) {
  while (true)
    work();
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE+1]]:16: note: the thread starts here
void bound() { std::thread(std::bind(byBind, 3)).detach(); }

class Bound {
public:
  void start() { Worker = std::thread(std::bind(&Bound::run, this)); }
  void stop() { Worker.join(); }

private:
  void run() {
    while (true)
      work();
  }
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-11]]:27: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-11]]:24: note: this join hangs

struct Functor {
  void operator()() const {
    while (true)
      work();
  }
};
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE+1]]:18: note: the thread starts here
void functor() { std::thread(Functor()).detach(); }

void function() {
  std::function<void()> Run = [] {
    while (true)
      work();
  };
  std::thread(Run).detach();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here

void functionLater() {
  std::function<void()> Run;
  Run = [] {
    while (true)
      work();
  };
  std::thread([Run] { Run(); }).detach();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here

class Kept {
public:
  Kept() {
    Run = [] {
      while (true)
        work();
    };
    Worker = std::thread(Run);
  }
  ~Kept() { Worker.join(); }

private:
  std::function<void()> Run;
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-11]]:7: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-9]]:14: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-8]]:20: note: this join hangs

class Called {
public:
  Called() : Run([] {
      for (;;)
        work();
    }), Worker([this] { Run(); }) {}
  ~Called() { Worker.join(); }

private:
  std::function<void()> Run;
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-9]]:7: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-8]]:9: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-8]]:22: note: this join hangs

void packaged() {
  std::packaged_task<void()> Run([] {
    while (true)
      work();
  });
  std::thread(std::move(Run)).detach();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here

template <typename F> static void guarded(F Run) {
  work();
  Run();
}
void wrapped() {
  std::thread([] {
    guarded([] {
      while (true)
        work();
    });
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-5]]:7: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-8]]:3: note: the thread starts here

void named() {
  auto Run = [] {
    while (true)
      work();
  };
  std::thread(Run).detach();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here

//===--- Callables that are not known -------------------------------------===//

class Several {
public:
  Several(bool Quick) {
    Run = [] {
      while (true)
        work();
    };
    if (Quick)
      Run = [] { work(); };
    Worker = std::thread(Run);
  }
  ~Several() { Worker.join(); }

private:
  std::function<void()> Run;
  std::thread Worker;
};
class GivenFromOutside {
public:
  void set(std::function<void()> Other) { Run = std::move(Other); }
  void start() {
    Run = [] {
      while (true)
        work();
    };
    Worker = std::thread(Run);
  }
  ~GivenFromOutside() { Worker.join(); }

private:
  std::function<void()> Run;
  std::thread Worker;
};
class SetOutOfSight {
public:
  void set();
  void start() {
    Run = [] {
      while (true)
        work();
    };
    Worker = std::thread([this] { Run(); });
  }
  ~SetOutOfSight() { Worker.join(); }

private:
  std::function<void()> Run;
  std::thread Worker;
};
void anything(std::function<void()> Run) { std::thread(Run).detach(); }
// Nobody calls it.
void notCalled() {
  std::thread([] {
    auto Idle = [] {
      while (true)
        work();
    };
    (void)Idle;
    work();
  }).detach();
}

//===--- The process's own ------------------------------------------------===//

// Signals are served as long as the process lives.
void signals(sigset_t *Set) {
  std::thread([Set] {
    for (;;) {
      int Number;
      sigwait(Set, &Number);
      work();
    }
  }).detach();
  std::thread([] {
    while (true)
      pause();
  }).detach();
}

class Leaked {
public:
  static Leaked &instance() {
    static Leaked *It = new Leaked;
    return *It;
  }

private:
  Leaked() {
    std::thread([this] { run(); }).detach();
  }
  void run() {
    while (true)
      Ticks = Ticks + 1;
  }
  int Ticks = 0;
};

// Destroyed at the end of the process, while the thread runs on.
class Destroyed {
public:
  static Destroyed &instance() {
    static Destroyed It;
    return It;
  }

private:
  Destroyed() {
    std::thread([this] { run(); }).detach();
  }
  void run() {
    while (true)
      Ticks = Ticks + 1;
  }
  int Ticks = 0;
};
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-9]]:5: note: the thread starts here

//===--- main -------------------------------------------------------------===//

static std::atomic<bool> Stop{false};
static void started() {
  while (true)
    work();
}
static void flagged() {
  while (!Stop)
    work();
}
static void copied(bool Running) {
  while (Running)
    work();
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: 'Running' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-5]]:25: note: 'Running' is copied here
// CHECK-MESSAGES: :[[@LINE+20]]:15: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE+24]]:9: note: this join hangs
static void startMore() {
  std::thread([] {
    while (true)
      work();
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here
int main() {
  std::thread One(started);
  std::thread Two(flagged);
  std::vector<std::thread> Many;
  for (int I = 0; I < 4; ++I)
    Many.emplace_back([] {
      while (true)
        work();
    });
  bool Running = true;
  std::thread Three(copied, Running);
  startMore();
  Running = false;
  One.join();
  Two.join();
  Three.join();
  for (auto &T : Many)
    T.join();
}
