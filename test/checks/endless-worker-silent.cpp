// leash-endless-worker: what looks endless and is not, or may not be.
//
// RUN: %check %s leash-endless-worker -std=c++17-or-later
#include <atomic>
#include <functional>
#include <istream>
#include <memory>
#include <mutex>
#include <thread>
#include <tuple>
#include <utility>

void work();
int next();
struct Stopped {};
static void check() {
  if (next())
    throw Stopped();
}

//===--- Ways out in odd places -------------------------------------------===//

void inIncrement() {
  std::thread([] {
    for (;; check())
      work();
  }).detach();
}
void inStatementExpression() {
  std::thread([] {
    while (true)
      (void)__extension__({
        if (next())
          return;
        1;
      });
  }).detach();
}
void inConstructor() {
  struct Checked {
    Checked() { check(); }
  };
  std::thread([] {
    while (true)
      Checked();
  }).detach();
}
void inOperator() {
  struct Step {
    Step &operator++() {
      check();
      return *this;
    }
  };
  std::thread([] {
    Step S;
    while (true)
      ++S;
  }).detach();
}
void inInnerLoop() {
  std::thread([] {
    while (true)
      for (int I = 0; I < 3; ++I)
        switch (next()) {
        case 1:
          return;
        default:
          break;
        }
  }).detach();
}
void inCycle();
static void even(int);
static void odd(int Value) {
  if (Value > 0)
    even(Value - 1);
}
static void even(int Value) {
  if (Value > 0)
    odd(Value - 1);
  check();
}
void inRecursion() {
  std::thread([] {
    while (true)
      odd(next());
  }).detach();
  std::thread([] {
    while (true)
      even(next());
  }).detach();
}
void inBoundCallable(void (*Run)(std::function<void()>)) {
  std::thread([Run] {
    while (true)
      Run(std::bind(check));
  }).detach();
}
static void thrower() noexcept { check(); }
void inNoexcept() {
  std::thread([] {
    while (true)
      thrower();
  }).detach();
}

//===--- Flags that others reach ------------------------------------------===//

struct Shared {
  std::atomic<bool> Stop{false};
  int Turns = 0;
};
void pointer(Shared *S) {
  std::thread([S] {
    while (!S->Stop)
      work();
  }).detach();
}
void sharedPointer() {
  auto S = std::make_shared<Shared>();
  std::thread([S] {
    while (!S->Stop)
      work();
  }).detach();
}
void binding() {
  static std::pair<bool, int> State;
  auto &[Stop, Turns] = State;
  std::thread([&Turns = Turns] {
    auto &[Halt, Count] = State;
    while (!Halt)
      Count = Turns;
  }).detach();
  Stop = true;
}
void aliased() {
  bool Stop = false;
  bool &Alias = Stop;
  std::thread Worker([&] {
    while (!Stop)
      work();
  });
  Alias = true;
  Worker.join();
}
void changedByLambda() {
  std::thread([] {
    bool Done = false;
    auto Finish = [&Done] { Done = true; };
    while (!Done)
      Finish();
  }).detach();
}
void changedThroughPointer() {
  std::thread([] {
    bool Done = false;
    bool *Where = &Done;
    while (!Done)
      *Where = next() != 0;
  }).detach();
}
void changedByCall(std::istream &In) {
  std::thread([&In] {
    bool Done = false;
    while (!Done)
      In >> Done;
  }).detach();
}

//===--- Private flags that are set in odd ways ---------------------------===//

class Exchanged {
public:
  Exchanged() : Worker([this] { run(); }) {}
  void stop() { std::exchange(Stop, true); }

private:
  void run() {
    while (!Stop)
      work();
  }
  bool Stop = false;
  std::thread Worker;
};
class Or {
public:
  Or() : Worker([this] { run(); }) {}
  void stop() { Stop |= true; }

private:
  void run() {
    while (!Stop)
      work();
  }
  bool Stop = false;
  std::thread Worker;
};
class Swapped {
public:
  Swapped() : Worker([this] { run(); }) {}
  void stop(bool &Other) { std::swap(Stop, Other); }

private:
  void run() {
    while (!Stop)
      work();
  }
  bool Stop = false;
  std::thread Worker;
};
class Flag {
public:
  Flag() : Worker([this] { run(); }) {}
  void stop() { Stop.test_and_set(); }

private:
  void run() {
    while (!Stop.test_and_set())
      Stop.clear();
  }
  std::atomic_flag Stop = ATOMIC_FLAG_INIT;
  std::thread Worker;
};
class ByReference {
public:
  ByReference() : Worker([this] { run(); }) {}
  void stop() { flag() = true; }

private:
  bool &flag() { return Stop; }
  void run() {
    while (!Stop)
      work();
  }
  bool Stop = false;
  std::thread Worker;
};
class Base {
public:
  Base() : Worker([this] { run(); }) {}
  virtual ~Base() = default;

protected:
  void setStop() { Stop = true; }

private:
  void run() {
    while (!Stop)
      work();
  }
  std::atomic<bool> Stop{false};
  std::thread Worker;
};
class VirtualQuestion {
public:
  VirtualQuestion() : Worker([this] { run(); }) {}
  virtual bool goesOn() const { return true; }

private:
  void run() {
    while (goesOn())
      work();
  }
  std::thread Worker;
};
class VisibleFriend {
public:
  VisibleFriend() : Worker([this] { run(); }) {}

private:
  friend void stopIt(VisibleFriend &Other) { Other.Stop = true; }
  void run() {
    while (!Stop)
      work();
  }
  bool Stop = false;
  std::thread Worker;
};
class Counted {
public:
  Counted() : Worker([this] { run(); }) {}

private:
  void run() {
    while (Left > 0)
      --Left;
  }
  int Left = 10;
  std::thread Worker;
};
class Bits {
public:
  Bits() : Worker([this] { run(); }) {}
  void stop() { Stop = 1; }

private:
  void run() {
    while (!Stop)
      work();
  }
  unsigned Stop : 1;
  std::thread Worker;
};
class ConstantSetting {
public:
  explicit ConstantSetting(bool Forever) : Forever(Forever) {
    Worker = std::thread([this] { run(); });
  }

private:
  void run() {
    do
      work();
    while (Forever);
  }
  const bool Forever;
  std::thread Worker;
};
thread_local bool OfThread = false;
void ofThread() {
  std::thread([] {
    while (!OfThread)
      work();
  }).detach();
}
