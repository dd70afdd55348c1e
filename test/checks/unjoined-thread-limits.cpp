// What leash-unjoined-thread does not see. Each of these is a missed alarm that
// is accepted; the page says so.
//
// RUN: %check %s leash-unjoined-thread -std=c++11-or-later -mocks
#include <thread>
#include <vector>

void work();
bool ready();
struct Config {
  bool parallel();
};

//===--- Missed -----------------------------------------------------------===//

// The same question is believed to have the same answer.
void sameQuestion() {
  std::thread t;
  if (ready())
    t = std::thread(work);
  if (ready())
    t.join();
}
void sameMethod(Config &c) {
  std::thread t;
  if (c.parallel())
    t = std::thread(work);
  if (c.parallel())
    t.join();
}
// A loop over the container joins them all.
void joinsSome() {
  std::vector<std::thread> ts(4);
  for (auto &t : ts)
    t = std::thread(work);
  for (std::size_t i = 1; i < ts.size(); ++i)
    ts[i].join();
}
void joinsTheReady() {
  std::vector<std::thread> ts(4);
  for (auto &t : ts)
    t = std::thread(work);
  for (auto &t : ts)
    if (ready())
      t.join();
}
// One method closes it, nobody calls that method.
class ClosedByNobody {
  std::thread Thread{work};
public:
  void stop() { Thread.join(); }
};
// A function that joins sometimes.
bool joinsSometimes(std::thread &t) {
  if (!ready())
    return false;
  t.join();
  return true;
}
void believesIt() {
  std::thread t(work);
  joinsSometimes(t);
}
// A lambda that gets the handle by reference counts as joining from where it is
// made, and nobody asks what else it does.
void startedByALambda() {
  std::thread t;
  auto start = [&] { t = std::thread(work); };
  start();
}
void leftBeforeTheCall() {
  std::thread t(work);
  auto join = [&] { t.join(); };
  if (ready())
    return;
  join();
}
// So does an object that gets a reference to the handle.
struct Watcher {
  std::thread &Thread;
  explicit Watcher(std::thread &t) : Thread(t) {}
};
void watched() {
  std::thread t(work);
  Watcher w(t);
}
// A swap into a member is not seen as a start.
class StartedBySwap {
  std::thread Thread;
public:
  void start() {
    std::thread t(work);
    Thread.swap(t);
  }
};
class StartedBySwapOfATemporary {
  std::thread Thread;
public:
  void start() { std::thread(work).swap(Thread); }
};

//===--- Functions that are too large -------------------------------------===//

#define BRANCH if (ready()) work();
#define TEN(x) x x x x x x x x x x
#define HUNDRED(x) TEN(TEN(x))

void large() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  HUNDRED(BRANCH)
}
void tooLarge() {
  std::thread t(work);
  TEN(HUNDRED(BRANCH)) TEN(HUNDRED(BRANCH)) TEN(HUNDRED(BRANCH))
}
