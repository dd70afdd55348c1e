// leash-endless-worker: loops on a flag that nothing changes.
//
// RUN: %check %s leash-endless-worker -std=c++17-or-later

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

void work();
bool keepGoing();
void fill(bool &);
void look(const bool &);

//===--- Copies -----------------------------------------------------------===//

void captured() {
  bool Running = true;
  std::thread Worker([Running] {
    while (Running)
      work();
  });
  Running = false;
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-6]]:5: warning: 'Running' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-8]]:23: note: 'Running' is copied here
// CHECK-MESSAGES: :[[@LINE-9]]:15: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: this join hangs

void capturedNot() {
  bool Stop = false;
  std::thread Worker([=] {
    while (!Stop)
      work();
  });
  Stop = true;
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-6]]:5: warning: 'Stop' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:13: note: 'Stop' is copied here
// CHECK-MESSAGES: :[[@LINE-9]]:15: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: this join hangs

void initCapture() {
  bool Stop = false;
  std::thread Worker([Quit = Stop] {
    while (!Quit)
      work();
  });
  Stop = true;
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-6]]:5: warning: 'Quit' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-8]]:23: note: 'Quit' is copied here
// CHECK-MESSAGES: :[[@LINE-9]]:15: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: this join hangs

static void byValue(bool Running) {
  while (Running)
    work();
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: 'Running' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-5]]:26: note: 'Running' is copied here
// CHECK-MESSAGES: :[[@LINE+4]]:15: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE+5]]:10: note: this join hangs
void parameter() {
  bool Running = true;
  std::thread Worker(byValue, Running);
  Running = false;
  Worker.join();
}

// A spawn copies its arguments, whatever they are bound to.
static void byConstReference(const bool &Running) {
  while (Running)
    work();
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: 'Running' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-5]]:42: note: 'Running' is copied here
// CHECK-MESSAGES: :[[@LINE+4]]:15: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE+5]]:10: note: this join hangs
void reference() {
  bool Running = true;
  std::thread Worker(byConstReference, Running);
  Running = false;
  Worker.join();
}

enum class State { Idle, Running, Stopped };
static void byState(State S) {
  while (S != State::Stopped)
    work();
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: 'S' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-5]]:27: note: 'S' is copied here
// CHECK-MESSAGES: :[[@LINE+1]]:23: note: the thread starts here
void state(State S) { std::thread(byState, S).detach(); }

// A functor is copied as a whole.
struct Functor {
  bool Running = true;
  void operator()() {
    while (Running)
      work();
  }
  void stop() { Running = false; }
};
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: 'Running' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE+5]]:22: note: 'Running' is copied here
// CHECK-MESSAGES: :[[@LINE+4]]:15: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE+5]]:10: note: this join hangs
void functor() {
  Functor F;
  std::thread Worker(F);
  F.stop();
  Worker.join();
}

// So is *this.
class Starred {
public:
  void start() {
    Worker = std::thread([*this] {
      while (Running)
        work();
    });
  }
  void stop() {
    Running = false;
    Worker.join();
  }
  Starred(const Starred &Other) : Running(Other.Running) {}

private:
  bool Running = true;
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-14]]:7: warning: 'Running' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-16]]:27: note: 'Running' is copied here
// CHECK-MESSAGES: :[[@LINE-17]]:14: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-11]]:12: note: this join hangs

// A value that is read once.
class ReadsOnce {
public:
  ReadsOnce() : Worker([this] { run(); }) {}
  ~ReadsOnce() {
    Running = false;
    Worker.join();
  }

private:
  void run() {
    bool Goes = Running;
    while (Goes)
      work();
  }
  std::atomic<bool> Running{true};
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-6]]:5: warning: 'Goes' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-8]]:10: note: 'Goes' is copied here
// CHECK-MESSAGES: :[[@LINE-17]]:17: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-15]]:12: note: this join hangs

// The copy is handed on by value.
class HandsOn {
public:
  HandsOn() : Worker([this] { turn(Running); }) {}
  ~HandsOn() {
    Running = false;
    Worker.join();
  }

private:
  static void turn(bool Goes) {
    do
      work();
    while (Goes);
  }
  std::atomic<bool> Running{true};
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-7]]:5: warning: 'Goes' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-9]]:25: note: 'Goes' is copied here
// CHECK-MESSAGES: :[[@LINE-17]]:15: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-15]]:12: note: this join hangs

//===--- Not copies, or copies that change --------------------------------===//

void byReference() {
  std::atomic<bool> Running{true};
  std::thread Worker([&Running] {
    while (Running)
      work();
  });
  Running = false;
  Worker.join();
}
static void byRef(const std::atomic<bool> &Running) {
  while (Running)
    work();
}
void refWrapper() {
  std::atomic<bool> Running{true};
  std::thread Worker(byRef, std::ref(Running));
  Running = false;
  Worker.join();
}
void constRef() {
  bool Running = true;
  std::thread Worker(byConstReference, std::cref(Running));
  Running = false;
  Worker.join();
}
void mutableCopy() {
  bool Running = true;
  std::thread([Running]() mutable {
    while (Running)
      Running = keepGoing();
  }).detach();
}
void copyGivenAway() {
  bool Running = true;
  std::thread([Running]() mutable {
    while (Running)
      fill(Running);
  }).detach();
}
static void changes(bool Running) {
  while (Running) {
    work();
    if (!keepGoing())
      Running = false;
  }
}
void parameterChanges() { std::thread(changes, true).detach(); }
static void once(bool Again) {
  do
    work();
  while (Again);
}
void notAgain() { std::thread(once, false).detach(); }
void copyWithExit() {
  bool Running = true;
  std::thread([Running] {
    while (Running)
      if (!keepGoing())
        break;
  }).detach();
}
void copyAndCall() {
  bool Running = true;
  std::thread([Running] {
    while (Running && keepGoing())
      work();
  }).detach();
}
struct SharedFunctor {
  std::atomic<bool> Running{true};
  void operator()() {
    while (Running)
      work();
  }
};
void functorByReference() {
  SharedFunctor F;
  std::thread Worker(std::ref(F));
  F.Running = false;
  Worker.join();
}
struct SelfMade {
  bool Running = true;
  void operator()() {
    while (Running)
      Running = keepGoing();
  }
};
void selfMade() { std::thread(SelfMade()).detach(); }
struct Published {
  bool Running = true;
  void operator()();
  static Published *Last;
};
void Published::operator()() {
  Last = this;
  while (Running)
    work();
}
void published() { std::thread(Published()).detach(); }
struct Pointing {
  std::atomic<bool> *Running;
  void operator()() {
    while (*Running)
      work();
  }
};
void pointing(std::atomic<bool> *Running) {
  std::thread(Pointing{Running}).detach();
}

//===--- Flags that nobody sets -------------------------------------------===//

class NeverSet {
public:
  NeverSet() : Worker(&NeverSet::run, this) {}
  ~NeverSet() { Worker.join(); }
  void stop() {} // forgotten

private:
  void run() {
    while (!Stop)
      work();
  }
  std::atomic<bool> Stop{false};
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-6]]:5: warning: nothing ever sets 'Stop' to true: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-13]]:16: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-13]]:24: note: this join hangs

// It is only ever set to what it is.
class SetToTrue {
public:
  void start() {
    Running = true;
    Worker = std::thread([this] {
      while (Running.load())
        work();
    });
  }
  void stop() { Worker.join(); }

private:
  std::atomic<bool> Running{false};
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-10]]:7: warning: nothing ever sets 'Running' to false: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-12]]:14: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-8]]:24: note: this join hangs

class Asked {
public:
  Asked() : Worker([this] { run(); }) {}
  ~Asked() { Worker.join(); }
  bool isRunning() const { return Running; }

private:
  void run() {
    while (isRunning())
      work();
  }
  volatile bool Running = true;
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-6]]:5: warning: nothing ever sets 'Running' to false: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-13]]:13: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-13]]:21: note: this join hangs

class Stateful {
public:
  Stateful() { Worker = std::thread([this] { run(); }); }
  ~Stateful() { Worker.join(); }
  void pause() { Current = State::Idle; }

private:
  void run() {
    while (Current != State::Stopped)
      work();
  }
  State Current = State::Running;
  std::thread Worker;
};
// CHECK-MESSAGES: :[[@LINE-6]]:5: warning: nothing ever sets 'Current' to a value that ends the loop: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-13]]:25: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-13]]:24: note: this join hangs

static std::atomic<bool> Quit{false};
void fileLocal() {
  std::thread([] {
    while (!Quit)
      work();
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: nothing ever sets 'Quit' to true: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here

namespace {
volatile int Going = 1;
}
void unnamedSpace() {
  std::thread([] {
    while (Going)
      work();
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: nothing ever sets 'Going' to 0: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here

void localByReference() {
  std::atomic<bool> Stop{false};
  std::thread Worker([&] {
    while (!Stop)
      work();
  });
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing ever sets 'Stop' to true: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-4]]:10: note: this join hangs

//===--- Flags that somebody sets, or may ---------------------------------===//

class IsSet {
public:
  IsSet() : Worker(&IsSet::run, this) {}
  ~IsSet() {
    Stop.store(true, std::memory_order_release);
    Worker.join();
  }

private:
  void run() {
    while (!Stop.load(std::memory_order_acquire))
      work();
  }
  std::atomic<bool> Stop{false};
  std::thread Worker;
};
class SetElsewhere {
public:
  SetElsewhere() : Worker([this] { run(); }) {}
  void stop(); // not visible

private:
  void run() {
    while (!Stop)
      work();
  }
  std::atomic<bool> Stop{false};
  std::thread Worker;
};
class HasFriend {
public:
  HasFriend() : Worker([this] { run(); }) {}

private:
  friend class Supervisor;
  void run() {
    while (!Stop)
      work();
  }
  std::atomic<bool> Stop{false};
  std::thread Worker;
};
class HandsOut {
public:
  HandsOut() : Worker([this] { run(); }) {}
  std::atomic<bool> &flag() { return Stop; }

private:
  void run() {
    while (!Stop)
      work();
  }
  std::atomic<bool> Stop{false};
  std::thread Worker;
};
class TakesAddress {
public:
  TakesAddress() : Worker([this] { run(); }) {}
  bool *flag() { return &Stop; }

private:
  void run() {
    while (!Stop)
      work();
  }
  bool Stop = false;
  std::thread Worker;
};
class PassesOn {
public:
  PassesOn() : Worker([this] { run(); }) {}
  void poke() { fill(Stop); }

private:
  void run() {
    while (!Stop)
      work();
  }
  bool Stop = false;
  std::thread Worker;
};
class PublicFlag {
public:
  PublicFlag() : Worker([this] { run(); }) {}
  std::atomic<bool> Stop{false};

private:
  void run() {
    while (!Stop)
      work();
  }
  std::thread Worker;
};
class SetByValue {
public:
  SetByValue() : Worker([this] { run(); }) {}
  void set(bool Value) { Stop = Value; }

private:
  void run() {
    while (!Stop)
      work();
  }
  bool Stop = false;
  std::thread Worker;
};
class NestedSets {
public:
  NestedSets() : Worker([this] { run(); }) {}
  struct Guard {
    NestedSets &Of;
    ~Guard() { Of.Stop = true; }
  };

private:
  void run() {
    while (!Stop)
      work();
  }
  bool Stop = false;
  std::thread Worker;
};
class NeverBegins {
public:
  NeverBegins() : Worker([this] { run(); }) {}

private:
  void run() {
    do
      work();
    while (Again);
  }
  bool Again = false;
  std::thread Worker;
};

static std::atomic<bool> Ends{false};
void endsIt() { Ends = true; }
void fileLocalSet() {
  std::thread([] {
    while (!Ends)
      work();
  }).detach();
}
std::atomic<bool> Everybodys{false};
void global() {
  std::thread([] {
    while (!Everybodys)
      work();
  }).detach();
}
void localSet() {
  std::atomic<bool> Stop{false};
  std::thread Worker([&] {
    while (!Stop)
      work();
  });
  work();
  Stop = true;
  Worker.join();
}
void localGivenAway(void (*Register)(std::atomic<bool> &)) {
  std::atomic<bool> Stop{false};
  Register(Stop);
  std::thread Worker([&] {
    while (!Stop)
      work();
  });
  Worker.join();
}
void callersFlag(std::atomic<bool> &Stop) {
  std::thread Worker([&] {
    while (!Stop)
      work();
  });
  Worker.join();
}
void conditionVariable() {
  std::thread([] {
    while (bool Goes = keepGoing())
      look(Goes);
  }).detach();
}
