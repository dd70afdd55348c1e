// leash-detached-thread: every way of letting a thread go, and what is shown.
//
// RUN: %check %s leash-detached-thread -std=c++11-or-later -mocks
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void work();
void workOn(int);
void workOnAll(const std::vector<int> &);
bool cond();
void log(const char *);

//===--- A local ----------------------------------------------------------===//

void local() {
  std::thread t(work);
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
}

void localWithArguments(int n) {
  std::thread t(workOn, n);
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
}

void shortBodyIsNoExcuse() {
  std::thread([] { log("x"); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void ifJoinable() {
  std::thread t(work);
  if (t.joinable())
    t.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-4]]:15: note: the thread starts here
}

void onOnePathOnly(bool wait) {
  std::thread t(work);
  if (wait)
    t.join();
  else
    t.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-6]]:15: note: the thread starts here
}

void assignedLater() {
  std::thread t;
  if (cond())
    t = std::thread(work);
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:9: note: the thread starts here
}

void bracesAndParentheses() {
  std::thread t{work};
  ((t)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
}

void movedFirst() {
  std::thread a(work);
  std::thread b = std::move(a);
  b.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 'b' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-4]]:15: note: the thread starts here
}

void movedAway() {
  std::thread a(work);
  std::move(a).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread 'a' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
}

void throughReference() {
  std::thread a(work);
  std::thread &r = a;
  r.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 'r' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-4]]:15: note: the thread starts here
}

void throughPointer() {
  std::thread a(work);
  std::thread *p = &a;
  p->detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: thread 'p' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-4]]:15: note: the thread starts here
  (*p).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 'a' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-7]]:15: note: the thread starts here
}

//===--- A temporary ------------------------------------------------------===//

void temporary() {
  std::thread(work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread{work}.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  (std::thread(work)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void manyLines(int n) {
  std::thread(
      [n] {
        workOn(n);
      })
      .detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here
}

std::thread make();
std::thread makeHere() { return std::thread(work); }

void fromFunctions() {
  make().detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  makeHere().detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-7]]:33: note: the thread starts here
  auto t = makeHere();
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-11]]:33: note: the thread starts here
}

//===--- Handles that came from elsewhere ---------------------------------===//
// The detaching is the evidence, wherever the thread was started.

void parameter(std::thread t) {
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void referenceParameter(std::thread &t) {
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void pointerParameter(std::thread *t) {
  t->detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

std::thread global;
void letGlobalGo() {
  global.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 'global' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- new --------------------------------------------------------------===//

void unkept() {
  new std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nobody keeps the pointer to this new thread: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  (void)new std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: nobody keeps the pointer to this new thread: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void unkeptBranch() {
  if (cond())
    new std::thread([] { work(); });
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: nobody keeps the pointer to this new thread: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void detachedAndLeaked() {
  (new std::thread(work))->detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void newKept() {
  std::thread *t = new std::thread(work);
  t->detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:24: note: the thread starts here
  delete t;
}

std::thread *returned() { return new std::thread(work); }
void takes(std::thread *);
void handedOn() { takes(new std::thread(work)); }
std::thread *Kept;
void kept() { Kept = new std::thread(work); }
void notStarted() { new std::thread; }
void notStartedEither() { new std::thread(); }
void smart() {
  std::unique_ptr<std::thread> t(new std::thread(work));
  t->join();
}
void joinedAtOnce() { (new std::thread(work))->join(); }
void placed(void *memory) { takes(::new std::thread(work)); }

void smartDetached() {
  std::unique_ptr<std::thread> t(new std::thread(work));
  t->detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:38: note: the thread starts here
  auto s = std::make_shared<std::thread>(work);
  s->detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: thread 's' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:12: note: the thread starts here
}

//===--- Members ----------------------------------------------------------===//

class Reporter {
public:
  void start() { Thread = std::thread(&Reporter::run, this); }
  void stop() {
    Thread.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 'Thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-4]]:27: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-5]]:55: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }

private:
  void run() { work(); }
  std::thread Thread;
};

class Destroyed {
public:
  Destroyed() : Thread([this] { work(); }) {}
  ~Destroyed() {
    if (Thread.joinable())
      Thread.detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: thread 'Thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      // CHECK-MESSAGES: :[[@LINE-5]]:17: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE-6]]:25: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }

private:
  std::thread Thread;
};

class Initialised {
public:
  ~Initialised() {
    Thread.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 'Thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE+4]]:21: note: the thread starts here
  }

private:
  std::thread Thread{work};
};

//===--- Containers -------------------------------------------------------===//

void container() {
  std::vector<std::thread> v;
  for (int i = 0; i < 4; ++i)
    v.emplace_back(work);
  for (auto &t : v)
    t.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the thread starts here
}

void containerOfMoved() {
  std::vector<std::thread> v;
  v.push_back(std::thread(work));
  v.back().detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a thread of 'v' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
  v[0].detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: a thread of 'v' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-6]]:15: note: the thread starts here
}

void array() {
  std::thread a[2];
  a[0] = std::thread(work);
  a[0].detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: a thread of 'a' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the thread starts here
}

class Fan {
public:
  void start() { Threads.emplace_back(work); }
  ~Fan() {
    for (auto &t : Threads)
      t.detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      // CHECK-MESSAGES: :[[@LINE-5]]:18: note: the thread starts here
  }

private:
  std::vector<std::thread> Threads;
};

//===--- The notes: what dangles ------------------------------------------===//

void byReference() {
  int count = 0;
  std::thread([&] { ++count; }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:23: note: its task refers to 'count', which dangles once 'byReference' returns
}

void byNamedReference() {
  int count = 0, total = 0;
  std::thread t([&count, &total] { total += count; });
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-4]]:19: note: its task refers to 'count', which dangles once 'byNamedReference' returns
  // CHECK-MESSAGES: :[[@LINE-5]]:27: note: its task refers to 'total', which dangles once 'byNamedReference' returns
}

void byCopy(int n) {
  std::thread([n] { workOn(n); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void ofReference(int &n) {
  // n is the caller's; it need not dangle here.
  std::thread([&n] { ++n; }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void increment(int &);
void incrementBehind(int *);
void byRef() {
  int n = 0;
  std::thread(increment, std::ref(n)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:26: note: its task refers to 'n', which dangles once 'byRef' returns
  std::thread(incrementBehind, &n).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:32: note: its task refers to 'n', which dangles once 'byRef' returns
}

void ofStatic() {
  static int n = 0;
  std::thread([&] { ++n; }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread(increment, std::ref(n)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

struct Session : std::enable_shared_from_this<Session> {
  void run();
  void bare() {
    std::thread([this] { run(); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:18: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }
  void implicit() {
    std::thread([=] { run(); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:23: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }
  void method() {
    std::thread(&Session::run, this).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:38: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:32: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }
  void bound() {
    std::thread(std::bind(&Session::run, this)).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:49: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:42: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }
  // The object outlives its thread; the thread is still nobody's.
  void shared() {
    std::thread(&Session::run, shared_from_this()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:52: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
  void sharedByCapture() {
    auto self = shared_from_this();
    std::thread([self] { self->run(); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
  void sharedWithThis() {
    auto self = shared_from_this();
    std::thread([this, self] { run(); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
};

void onLocalObject() {
  Session s;
  std::thread(&Session::run, &s).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:34: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:30: note: its task refers to 's', which dangles once 'onLocalObject' returns
}

//===--- Callables --------------------------------------------------------===//

struct Functor {
  void operator()() const { work(); }
};
void functors() {
  std::thread(Functor()).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread{Functor{}}.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  Functor f;
  std::thread(std::ref(f)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:15: note: its task refers to 'f', which dangles once 'functors' returns
}

void wrapped() {
  std::function<void()> f = [] { work(); };
  std::thread(f).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread(std::move(f)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void pointers(void (*f)(), std::function<void()> g) {
  std::thread(f).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread(g).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread(&work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void named() {
  auto body = [] { work(); };
  std::thread t(body);
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
}

//===--- Lambdas in lambdas -----------------------------------------------===//

void nested() {
  auto start = [] {
    std::thread([] { work(); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  };
  start();
  std::thread outer([] {
    std::thread inner([] { work(); });
    inner.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: thread 'inner' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-3]]:17: note: the thread starts here
  });
  outer.join();
}

//===--- In odd places ----------------------------------------------------===//

static bool Started = (std::thread(work).detach(), true);
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]

struct AtConstruction {
  bool Started = (std::thread([this] { Started = true; }).detach(), true);
  // CHECK-MESSAGES: :[[@LINE-1]]:59: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:32: note: its task uses 'this', and nothing keeps the object alive until the thread ends
};

bool inExpression() {
  return cond() && (std::thread(work).detach(), true);
  // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void inLoop() {
  for (;;) {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
}

//===--- Not threads ------------------------------------------------------===//

struct Buffer {
  void detach();
  std::thread *thread();
};
struct Pointer {
  Buffer *detach();
};
void namesakes(Buffer b, Pointer p) {
  b.detach();
  p.detach()->detach();
}
void detach(std::thread &);
void helper(std::thread &t) { detach(t); }

//===--- Closed or handed on ----------------------------------------------===//

void joined() {
  std::thread t(work);
  t.join();
}
void handed(std::thread t);
void handsOn() {
  std::thread t(work);
  handed(std::move(t));
}

//===--- Meant ------------------------------------------------------------===//

void meant() {
  std::thread(work).detach(); // NOLINT(leash-detached-thread): ends with the process.
  // NOLINTNEXTLINE(leash-detached-thread)
  std::thread(work).detach();
  std::thread(work).detach(); // NOLINT
  std::thread(work).detach(); // NOLINT(leash-discarded-future)
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
