// The real headers of the standard library, in every standard.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -hosts=tidy,leash-tidy -- -- -Wno-unused

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <queue>
#include <string>
#include <tuple>
#include <vector>

int work();
void log(const std::string &Text);
bool more();

struct Pool {
  template <typename F> std::future<int> submit(F &&Task);
  std::future<int> post(std::function<int()> Task);
};
std::future<int> start(int N) { return std::async(std::launch::async, work); }
std::future<std::string> fetch(const std::string &Name);
template <typename F> std::future<int> submit(F &&Task);

void flagged(int N) {
  std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(std::launch::async, log, std::string("x"));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  (void)std::async([] {});
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::ignore = std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(work).share();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  start(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'start' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-17]]:40: note: the future is made here
  fetch("name");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'fetch' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
  std::async(std::launch::deferred, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its task is deferred and never runs [leash-discarded-future]
  std::future<int> Last;
  for (int I = 0; I < N; ++I)
    Last = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
  std::shared_future<int> Shared;
  while (more())
    Shared = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
  std::future<void> Unused = std::async(std::launch::async, [] {});
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: future 'Unused' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

std::future<int> fromPromise() {
  std::promise<int> P;
  auto F = P.get_future();
  P.set_value(1);
  return F;
}

// The best-known thread pool on GitHub, in short.
class ThreadPool {
public:
  template <class F, class... Args>
  auto enqueue(F &&Function, Args &&...Arguments)
      -> std::future<decltype(Function(Arguments...))> {
    using Result = decltype(Function(Arguments...));
    auto Task = std::make_shared<std::packaged_task<Result()>>(
        std::bind(std::forward<F>(Function), std::forward<Args>(Arguments)...));
    std::future<Result> Answer = Task->get_future();
    {
      std::unique_lock<std::mutex> Lock(Mutex);
      Tasks.emplace([Task]() { (*Task)(); });
    }
    Condition.notify_one();
    return Answer;
  }

private:
  std::queue<std::function<void()>> Tasks;
  std::mutex Mutex;
  std::condition_variable Condition;
};

// Reading the next batch beside the writing of the last one.
bool read(std::string &Batch);
void pipeline() {
  std::future<void> Writing;
  std::string Batch;
  while (read(Batch)) {
    if (Writing.valid())
      Writing.get();
    Writing = std::async(std::launch::async, log, Batch);
  }
}
int prefetch(int N) {
  int Sum = 0;
  std::future<int> Next = std::async(work);
  for (int I = 0; I < N; ++I) {
    Sum += Next.get();
    if (I + 1 < N)
      Next = std::async(work);
  }
  return Sum;
}

std::future<int> silent(Pool &P, std::function<int()> Function) {
  std::async(work).get();
  std::async(work).wait();
  std::async(work).wait_for(std::chrono::seconds(1));
  std::async(work).share().get();
  P.submit(work);
  P.submit(Function);
  P.submit(std::ref(Function));
  P.submit(std::bind(work));
  P.submit(std::mem_fn(&Pool::post));
  P.submit(std::packaged_task<int()>(work));
  P.post(work);
  P.post([] { return 1; });
  P.post(std::bind(work));
  submit(work);
  submit(Function);
  submit(std::ref(Function));
  submit(std::bind(work));
  submit(std::mem_fn(&Pool::post));
  submit(std::packaged_task<int()>(work));
  fromPromise();
  ThreadPool Workers;
  Workers.enqueue(work);
  Workers.enqueue([](int N) { return N; }, 1);
  std::vector<std::future<int>> Vector;
  Vector.push_back(std::async(work));
  Vector.emplace_back(std::async(work));
  std::deque<std::shared_future<int>> Deque;
  Deque.push_back(std::async(work));
  std::map<int, std::future<int>> Map;
  Map[1] = std::async(work);
  Map.emplace(2, std::async(work));
  for (int I = 0; I < 3; ++I)
    Map[I] = std::async(work);
  for (auto &One : Vector)
    One = std::async(work);
  auto Pair = std::make_pair(1, std::async(work));
  auto Boxed = std::make_shared<std::future<int>>(std::async(work));
  std::future<int> Turn;
  while (more()) {
    if (Turn.valid())
      Turn.wait();
    Turn = std::async(work);
  }
  auto Raii = std::async(work);
  log("beside it");
  return std::async(work);
}
