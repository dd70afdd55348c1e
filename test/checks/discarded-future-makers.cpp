// Functions of the user's that return a future.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- -- -Wno-unused

#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <tuple>
#include <utility>

int work();
void log();

// --- The body is visible and makes the future by an asynchronous call --------

std::future<int> direct() { return std::async(work); }
std::future<int> layer() { return direct(); }
std::future<int> variable() {
  auto F = direct();
  log();
  return F;
}
std::future<int> top() { return variable(); }
std::future<int> local() {
  std::future<int> F = std::async(work);
  return F;
}
std::future<int> moved() {
  auto F = std::async(work);
  return std::move(F);
}
std::future<int> assigned(bool B) {
  std::future<int> F;
  if (B)
    F = std::async(work);
  return F;
}
std::future<int> braces() { return {std::async(work)}; }
std::future<int> converted() { return std::future<int>(std::async(work)); }
std::future<int> choice(bool B) {
  return B ? std::async(work) : std::future<int>();
}
std::future<int> early(bool B) {
  if (!B)
    return {};
  try {
    return std::async(work);
  } catch (...) {
    throw;
  }
}
std::shared_future<int> shared() { return std::async(work).share(); }
std::future<int> deferred() {
  return std::async(std::launch::deferred, work);
}
std::future<int> recursive(int N) {
  if (N > 0)
    return recursive(N - 1);
  return std::async(work);
}
using Result = std::future<int>;
Result aliased() { return std::async(work); }
std::future<int> declaredFirst();
static std::future<int> internal(int = 0) { return std::async(work); }

void flagged() {
  direct();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'direct' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-53]]:36: note: the future is made here
  (void)layer();
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future that 'layer' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-56]]:36: note: the future is made here
  static_cast<void>(variable());
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the future that 'variable' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-59]]:36: note: the future is made here
  std::ignore = top();
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the future that 'top' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-62]]:36: note: the future is made here
  local(), log();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'local' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-56]]:24: note: the future is made here
  moved();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'moved' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-55]]:12: note: the future is made here
  assigned(true);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'assigned' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-52]]:9: note: the future is made here
  braces();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'braces' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-52]]:37: note: the future is made here
  converted();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'converted' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-54]]:56: note: the future is made here
  choice(true);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'choice' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-55]]:14: note: the future is made here
  early(true);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'early' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-52]]:12: note: the future is made here
  shared();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'shared' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-50]]:43: note: the future is made here
  deferred();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'deferred' returns is discarded: its task is deferred and never runs [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-51]]:10: note: the future is made here
  recursive(3);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'recursive' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-49]]:10: note: the future is made here
  aliased();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'aliased' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-49]]:27: note: the future is made here
  declaredFirst();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'declaredFirst' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE+5]]:43: note: the future is made here
  internal();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'internal' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-53]]:52: note: the future is made here
}
std::future<int> declaredFirst() { return std::async(work); }

struct Service {
  std::future<int> run() { return std::async(work); }
  virtual std::future<int> runVirtual();
  static std::future<int> make() { return std::async(work); }
  std::future<int> forward() { return run(); }
  std::future<int> outside();
  void all() {
    run();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future that 'run' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    // CHECK-MESSAGES: :[[@LINE-8]]:35: note: the future is made here
    this->forward();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future that 'forward' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    // CHECK-MESSAGES: :[[@LINE-11]]:35: note: the future is made here
    Service::make();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future that 'make' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    // CHECK-MESSAGES: :[[@LINE-12]]:43: note: the future is made here
  }
};
std::future<int> Service::outside() { return std::async(work); }

void methods(Service &S, Service *P, std::unique_ptr<Service> &U) {
  S.run();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'run' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-22]]:35: note: the future is made here
  P->forward();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'forward' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-25]]:35: note: the future is made here
  U->outside();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'outside' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-11]]:46: note: the future is made here
  Service().run();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'run' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-31]]:35: note: the future is made here
}

// A call operator that is visible is a function like any other.
struct Functor {
  std::future<int> operator()() const { return std::async(work); }
};
void callOperators(const Functor &F) {
  auto Start = [] { return std::async(work); };
  Start();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'operator()' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-3]]:28: note: the future is made here
  F();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'operator()' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-9]]:48: note: the future is made here
  Start().get();
  auto Kept = F();
  Kept.wait();
}

// A virtual call runs what is seen only where nothing can override it.
struct Base {
  virtual std::future<int> open() { return std::async(work); }
  virtual std::future<int> last() final { return std::async(work); }
};
struct Leaf final : Base {
  std::future<int> open() override { return std::async(work); }
};
struct Promised : Base {
  std::future<int> open() override {
    std::promise<int> P;
    return P.get_future();
  }
};
void virtualCalls(Base &B, Leaf &L, Promised &P) {
  B.last();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'last' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-14]]:50: note: the future is made here
  L.open();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'open' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-14]]:45: note: the future is made here
  B.Base::open();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'open' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-21]]:44: note: the future is made here
  B.open();
  P.open();
  P.Promised::open();
}
template <typename T> struct Static {
  void run() {
    static_cast<T *>(this)->go();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future that 'go' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    // CHECK-MESSAGES: :[[@LINE+4]]:34: note: the future is made here
  }
};
struct Derived : Static<Derived> {
  std::future<int> go() { return std::async(work); }
};
void staticCall(Derived &D) { D.run(); }

// --- The body is not visible ---------------------------------------------------

std::future<int> unseen();
std::future<void> unseenVoid(int, const char *);
std::shared_future<int> unseenShared();
const std::future<int> unseenConst();
struct Client {
  int other(int);
  std::future<int> call(int Request);
  virtual std::future<int> callVirtual();
  static std::future<int> connect(const char *Host = nullptr);
};
void flaggedUnseen() {
  unseen();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'unseen' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
  unseenVoid(1, "x");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'unseenVoid' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
  unseenShared();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'unseenShared' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
  unseenConst();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'unseenConst' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
  Client::connect();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'connect' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
  auto F = unseen();
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: future 'F' dies unused at the end of this scope: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
}

// A method rather hands a job to its object's executor.
void unseenMethods(Client &C) {
  C.call(1);
  C.callVirtual();
  (void)C.call(2);
  auto F = C.call(3);
}

// Work handed to threads that are there already: what the executor gives back
// does not wait.
template <typename F> std::future<int> enqueue(F &&Task);
std::future<void> post(void (*F)());
std::future<int> invoke(int (Client::*F)(int), Client *C);
std::future<void> schedule(int Priority, const std::function<void()> &F);
struct Pool {
  std::future<void> submit(std::function<void()> F);
  std::future<void> post(void (*F)());
  template <typename F> std::future<int> enqueue(F &&Task);
  std::future<int> task(std::packaged_task<int()> &&Task);
  std::future<int> submit(int Priority, std::function<void()> F);
};
struct Job {
  int operator()() const;
};
struct DerivedJob : Job {};
struct AnyJob {
  template <typename T> int operator()(const T &) const;
  int operator()(int, int) const;
};
struct TemplateJob {
  template <typename... T> int operator()(T &&...) const;
};
std::future<int> runAll(const std::function<int()> &First,
                        const std::function<int()> &Second);
void executors(Pool &P, Client *C, std::function<void()> Function) {
  P.submit([] {});
  P.submit(log);
  P.submit(Function);
  (void)P.submit(std::move(Function));
  P.submit(1, [] {});
  P.post(log);
  P.post(&log);
  P.post([] {});
  P.enqueue(work);
  P.enqueue(&work);
  P.enqueue(Job());
  P.enqueue(DerivedJob());
  P.enqueue(AnyJob());
  P.enqueue(TemplateJob());
  P.enqueue(std::ref(Function));
  P.enqueue(std::bind(work));
  P.task(std::packaged_task<int()>(work));
  enqueue(work);
  enqueue(&work);
  enqueue(Job());
  enqueue(DerivedJob());
  enqueue(AnyJob());
  enqueue(TemplateJob());
  enqueue(Function);
  enqueue(std::ref(Function));
  enqueue(std::bind(work));
  post(log);
  post(&log);
  post([] {});
  invoke(&Client::other, C);
  schedule(1, [] {});
  (void)schedule(1, log);
  runAll(work, work);
  std::ignore = P.submit([] {});
}

// --- The future does not come from an asynchronous call ------------------------

std::future<int> fromPromise() {
  std::promise<int> P;
  return P.get_future();
}
std::future<int> fromTask() {
  std::packaged_task<int()> Task(work);
  auto F = Task.get_future();
  Task();
  return F;
}
std::future<int> ready(int Value) {
  std::promise<int> P;
  P.set_value(1);
  auto F = P.get_future();
  return F;
}
std::future<int> passedOn(std::future<int> F) { return F; }
std::future<int> empty() { return {}; }
std::future<int> throws() { throw 1; }
struct Request {
  std::promise<int> Answer;
  std::future<int> future() { return Answer.get_future(); }
};
std::future<int> layeredPromise() { return fromPromise(); }
// The asynchronous calls inside are somebody else's.
std::future<int> other() {
  auto Start = [] { return std::async(work); };
  std::promise<int> P;
  Start().get();
  P.set_value(std::async(work).get());
  return P.get_future();
}
std::future<int> localClass() {
  struct Starter {
    std::future<int> start() { return std::async(work); }
  };
  std::promise<int> P;
  return P.get_future();
}
// Round in circles, and never an end of it.
std::future<int> ping(int N);
std::future<int> pong(int N) { return ping(N); }
std::future<int> ping(int N) { return pong(N); }
// A thread of its own that nobody's destructor waits for.
std::future<int> ownThread() {
  std::packaged_task<int()> Task(work);
  auto F = Task.get_future();
  std::thread(std::move(Task)).detach();
  return F;
}
// It has waited already.
std::future<int> waited() {
  auto F = std::async(work);
  F.wait();
  return F;
}
void promises(Request &R, std::future<int> F) {
  fromPromise();
  fromTask();
  ready(1);
  passedOn(std::move(F));
  empty();
  throws();
  R.future();
  layeredPromise();
  other();
  localClass();
  ping(1);
  ownThread();
  waited();
}

// --- Not a future by value, or not by name ---------------------------------------

std::future<int> &byReference();
std::future<int> &&byMove();
std::future<int> *byPointer();
std::unique_ptr<std::future<int>> boxed();
std::tuple<std::future<int>, int> pair();
struct Tracked : std::future<int> {};
Tracked tracked();
namespace other_library {
template <typename T> struct future {};
future<int> make();
template <typename F> future<int> async(F);
} // namespace other_library
void otherTypes(std::future<int> (*Pointer)(),
                std::future<int> (Client::*Method)(int), Client &C,
                std::function<std::future<int>()> Function) {
  byReference();
  byMove();
  byPointer();
  *byPointer();
  boxed();
  pair();
  tracked();
  other_library::make();
  other_library::async(work);
  // Who knows what is called?
  Pointer();
  (C.*Method)(1);
  Function();
}

// --- Kept -----------------------------------------------------------------------

std::future<int> kept(Client &C) {
  direct().get();
  C.call(1).wait();
  auto F = layer();
  log();
  F.get();
  std::future<int> G;
  G = unseen();
  return C.call(2);
}
