// Where the value of an expression is dropped.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- -- -Wno-unused

#include <future>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

void *operator new(std::size_t, void *) noexcept;

int work();
void log();
bool more();
std::future<void> background();
std::future<int> number();

void casts() {
  void(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  (std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:4: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  ((void)(std::async(work)));
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  (void)static_cast<std::future<int> &&>(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::shared_future<int>(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::future<int>(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::future<int>{std::async(work)};
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(work).share();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::move(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

void commas(bool B) {
  log(), std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(work), std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:21: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  for (std::async(work), log(); B; log(), std::async(work))
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:43: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    log();
  int Value = (std::async(work), 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  B && (std::async(work), true);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  if ((std::async(work), B))
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    log();
  // The comma's value is the future, and it is kept.
  std::future<int> Kept = (log(), std::async(work));
  Kept.get();
}

void conditionals(bool B) {
  B ? std::async(work) : std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:26: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  B ? (void)std::async(work) : log();
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  (void)(B ? number() : std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the future that 'number' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:25: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  (B ? std::async(work) : std::async(work)).get();
  std::future<int> Kept = B ? std::async(work) : std::async(work);
  Kept.get();
}

void bodies(bool B, int N) {
  if (B)
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  else
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  for (int I = 0; I < N; ++I)
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  for (std::async(work); B; std::async(work))
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:29: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    ;
  while (B)
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  do
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  while (B);
  int Items[] = {1, 2};
  for (int Item : Items)
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  switch (N) {
  case 1:
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    break;
  case 2:
  case 3:
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    break;
  default:
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  switch (N)
  case 1:
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
Label:
  std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  try {
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  } catch (...) {
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  }
  {
    {
      std::async(work);
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    }
  }
  return (void)std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

void lambdas() {
  auto L = [] { std::async(work); };
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  [&] { (void)std::async(work); }();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  L();
  // The lambda's return type is a future: what comes of it is the caller's.
  auto Returns = [] { return std::async(work); };
  Returns().get();
}

void statementExpressions() {
  ({
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    log();
  });
  int Value = ({
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    1;
  });
  ({
    log();
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  });
  // Its value is the future.
  int Got = ({ log(); std::async(work); }).get();
  std::future<int> Kept = ({ std::async(work); });
  Kept.wait();
}

struct Members {
  int First = (std::async(work), 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  int Second;
  Members() : Second((std::async(work), 0)) {}
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  ~Members() { std::async(work); }
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  operator bool() const {
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    return true;
  }
};
int Global = (std::async(work), 1);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
int Initialised = [] {
  std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  return 1;
}();
extern "C" void cFunction() { std::async(work); }
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
void local() {
  struct Local {
    void run() { std::async(work); }
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  };
}

// Nothing is called here.
void unevaluated() {
  (void)sizeof(std::async(work));
  (void)noexcept(std::async(work));
  (void)noexcept((std::async(work), 1));
  decltype(std::async(work)) Declared;
  Declared.get();
}

// The future goes somewhere, even if the whole is then dropped.
struct Wrapper {
  explicit Wrapper(std::future<int> F);
};
void sink(std::future<int> F);
void sinkAny(std::shared_future<int> F);
void elsewhere(std::vector<std::future<int>> &All, std::future<int> *Slot) {
  Wrapper(std::async(work));
  Wrapper{std::async(work)};
  sink(std::async(work));
  sink({std::async(work)});
  sinkAny(std::async(work));
  sink(std::move(std::async(work)));
  All.emplace_back(std::async(work));
  All.push_back(std::future<int>(std::async(work)));
  All.back() = std::async(work);
  *Slot = std::async(work);
  std::unique_ptr<std::future<int>>(new std::future<int>(std::async(work)));
  // Never destroyed, so nothing waits: a leak, but not this one.
  new std::future<int>(std::async(work));
  new (Slot) std::future<int>(std::async(work));
  throw std::async(work);
}

// Chained: it is asked something.
void chained() {
  std::async(work).get();
  (std::async(work)).get();
  std::async(work).wait();
  (void)std::async(work).get();
  std::async(work).share().get();
  std::async(work).share().wait();
  std::async(work).wait_for(std::chrono::seconds(1));
  int Value = std::async(work).get() + std::async(work).get();
  background().wait();
}
