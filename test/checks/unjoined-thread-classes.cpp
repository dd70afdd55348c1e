// leash-unjoined-thread and classes of the user's own around a thread: they
// are asked what they do, or believed.
//
// RUN: %check %s leash-unjoined-thread -std=c++17-or-later -mocks
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();
bool ready();

//===--- Owners -----------------------------------------------------------===//

struct Joining {
  std::thread Thread;
  template <typename F> explicit Joining(F f) : Thread(f) {}
  Joining(Joining &&) = default;
  ~Joining() {
    if (Thread.joinable())
      Thread.join();
  }
};
Joining make() { return Joining(work); }

void joining() {
  Joining j(work);
  auto k = make();
  std::vector<Joining> js;
  js.push_back(make());
  js.emplace_back(work);
  auto p = std::make_unique<Joining>(work);
}

class Handle {
  std::thread Thread;
public:
  explicit Handle(std::thread &&t) : Thread(std::move(t)) {}
  std::thread release() { return std::move(Thread); }
};
void released() {
  std::thread t(work);
  Handle h(std::move(t));
  h.release().join();
}

class Interface {
public:
  virtual ~Interface() = default;
  virtual void run() = 0;
};
class Implementation : public Interface {
  std::thread Thread;
public:
  void run() override { Thread = std::thread(work); }
  ~Implementation() override { Thread.join(); }
};
class Forgetful : public Interface {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:34: note: the thread starts here
public:
  void run() override { Thread = std::thread(work); }
};

//===--- Threads ----------------------------------------------------------===//

class JoiningThread : public std::thread {
public:
  using std::thread::thread;
  ~JoiningThread() {
    if (joinable())
      join();
  }
};
void joiningThreads() {
  JoiningThread t(work);
  auto u = std::make_unique<JoiningThread>(work);
}
class PrivateThread : std::thread {
public:
  template <typename F> explicit PrivateThread(F f) : std::thread(f) {}
  ~PrivateThread() { join(); }
};
void privateThread() { PrivateThread t(work); }
class SameThread : public std::thread {
public:
  using std::thread::thread;
};
void sameThread() {
  SameThread t(work);
  t.join();
}

//===--- Lambdas that own -------------------------------------------------===//

auto returnsAJoin() {
  std::thread t(work);
  return [t = std::move(t)]() mutable { t.join(); };
}
void pointerCapture() {
  std::thread t(work);
  auto finish = [p = &t] { p->join(); };
  finish();
}
void calledAtOnce() {
  std::thread t(work);
  [](std::thread u) { u.join(); }(std::move(t));
}
void joinsTheOther() {
  std::thread t(work);
  std::thread u([&] { t.join(); });
  u.join();
}
void startsOnce() {
  std::thread t;
  auto start = [&t] {
    if (!t.joinable())
      t = std::thread(work);
  };
  start();
  start();
  if (t.joinable())
    t.join();
}

//===--- Odd places -------------------------------------------------------===//

void inAnIf() {
  if (auto t = std::make_unique<std::thread>(work))
    t->join();
}
void inAForHeader() {
  for (auto t = std::thread(work); t.joinable();)
    t.join();
}
void constReference() {
  const std::thread &t = std::thread(work);
  const_cast<std::thread &>(t).join();
}
void swappedWithAParameter(std::thread in) {
  std::thread t(work);
  in.swap(t);
  t.join();
  in.join();
}
void emptiedAfterTheJoin() {
  std::thread t(work);
  t.join();
  t = {};
  t = std::thread();
  t = std::thread(work);
  t.join();
}
template <typename T> std::thread Variable(work);
void variableTemplate() { Variable<int>.join(); }
