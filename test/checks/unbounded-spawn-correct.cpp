// leash-unbounded-spawn is silent on what is right: ways to own, join and limit
// threads as careful C++11 to C++17 code has them.
//
// RUN: %check %s leash-unbounded-spawn -std=c++17-or-later
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void w();
bool cond();

//===--- Who owns a thread ------------------------------------------------===//

struct JoinsInDestructor {
  std::thread t{w};
  ~JoinsInDestructor() {
    if (t.joinable())
      t.join();
  }
};
struct JoinsInStop {
  std::thread t;
  void start() { t = std::thread(w); }
  void stop() {
    if (t.joinable())
      t.join();
  }
  ~JoinsInStop() { stop(); }
};
struct AllKinds {
  std::unique_ptr<std::thread> p;
  std::shared_ptr<std::thread> s;
  std::optional<std::thread> o;
  std::map<int, std::thread> m;
  std::list<std::thread> l;
  std::thread *raw = nullptr;
  void start() {
    p = std::make_unique<std::thread>(w);
    s = std::make_shared<std::thread>(w);
    o.emplace(w);
    m.emplace(1, w);
    m[2] = std::thread(w);
    l.emplace_back(w);
    raw = new std::thread(w);
  }
  ~AllKinds() {
    if (p && p->joinable())
      p->join();
    if (s)
      s->join();
    if (o)
      o->join();
    for (auto &kv : m)
      kv.second.join();
    while (!l.empty()) {
      l.back().join();
      l.pop_back();
    }
    if (raw) {
      raw->join();
      delete raw;
    }
  }
};
std::thread make() { return std::thread(w); }
void sink(std::thread t) { t.join(); }
void out(std::thread &slot) { slot = std::thread(w); }
struct Pair {
  std::thread a, b;
};
Pair makePair() { return {std::thread(w), std::thread(w)}; }
void moves() {
  std::thread t = make();
  sink(std::move(t));
  std::thread s;
  out(s);
  s.join();
  auto [a, b] = makePair();
  a.join();
  b.join();
  std::thread j([x = make()]() mutable { x.join(); });
  j.join();
}
void temporaries() {
  std::thread(w).join();
  std::thread{w}.detach();
  make().join();
}
// The same in an endless loop, each waited for in its turn.
void movesAgain() {
  while (cond())
    moves();
  while (true) {
    std::thread t = make();
    sink(std::move(t));
    make().join();
  }
}

//===--- A number of threads ----------------------------------------------===//

template <class C> void joinAll(C &c) {
  for (auto &t : c)
    t.join();
  c.clear();
}
void containers() {
  std::vector<std::thread> v;
  for (int i = 0; i < 4; ++i)
    v.push_back(std::thread(w));
  joinAll(v);
  for (int i = 0; i < 4; ++i)
    v.emplace_back(w);
  std::for_each(v.begin(), v.end(), std::mem_fn(&std::thread::join));
  v.clear();
  while (v.size() < 4)
    v.emplace_back(w);
  while (!v.empty()) {
    v.back().join();
    v.pop_back();
  }
  std::thread arr[2];
  for (auto &t : arr)
    t = std::thread(w);
  std::for_each(std::begin(arr), std::end(arr),
                [](std::thread &t) { t.join(); });
}
void futures() {
  std::vector<std::future<void>> fs;
  for (int i = 0; i < 3; ++i)
    fs.push_back(std::async(std::launch::async, w));
  for (auto &x : fs)
    x.get();
  { auto g = std::async(std::launch::async, w); } // waits here
  std::packaged_task<void()> task(w);
  auto result = task.get_future();
  std::thread(std::move(task)).detach();
  result.wait();
}
struct JoinAll {
  std::vector<std::thread> &v;
  ~JoinAll() {
    for (auto &t : v)
      if (t.joinable())
        t.join();
  }
};
void guarded(unsigned n) {
  std::vector<std::thread> v;
  JoinAll j{v};
  for (unsigned i = 0; i < n; ++i)
    v.emplace_back(w);
}

//===--- Let go on purpose ------------------------------------------------===//

void run_command(std::string);
struct Session : std::enable_shared_from_this<Session> {
  void loop();
  void start() {
    std::thread([self = shared_from_this()] { self->loop(); }).detach();
  }
};
void notify(const std::string &cmd) { std::thread(run_command, cmd).detach(); }
class Background {
  std::mutex m;
  std::condition_variable cv;
  std::deque<std::function<void()>> q;
  bool started = false;
  void run() {
    for (;;) {
      std::function<void()> f;
      {
        std::unique_lock<std::mutex> l(m);
        cv.wait(l, [this] { return !q.empty(); });
        f = std::move(q.front());
        q.pop_front();
      }
      f();
    }
  }

public:
  static Background &get() {
    static Background *b = new Background;
    return *b;
  }
  void schedule(std::function<void()> f) {
    std::lock_guard<std::mutex> l(m);
    if (!started) {
      started = true;
      std::thread(&Background::run, this).detach();
    }
    q.push_back(std::move(f));
    cv.notify_one();
  }
};
void schedules(const std::vector<int> &items) {
  for (int each : items)
    Background::get().schedule([each] { (void)each; });
}

//===--- A bounded pool with a bounded queue ------------------------------===//

class BoundedPool {
  std::mutex m_;
  std::condition_variable cv_;
  std::deque<std::function<void()>> q_;
  const std::size_t cap_;
  bool closed_ = false;
  std::vector<std::thread> ts_;
  void run() {
    std::unique_lock<std::mutex> lk(m_);
    for (;;) {
      cv_.wait(lk, [this] { return closed_ || !q_.empty(); });
      if (q_.empty())
        return;
      std::function<void()> job = std::move(q_.front());
      q_.pop_front();
      lk.unlock();
      job();
      lk.lock();
    }
  }
  void close() noexcept {
    {
      std::lock_guard<std::mutex> lk(m_);
      closed_ = true;
    }
    cv_.notify_all();
    for (auto &t : ts_)
      if (t.joinable())
        t.join();
  }

public:
  BoundedPool(unsigned n, std::size_t cap) : cap_(cap) {
    try {
      for (unsigned i = 0; i < n; ++i)
        ts_.emplace_back(&BoundedPool::run, this);
    } catch (...) {
      close();
      throw;
    }
  }
  ~BoundedPool() { close(); }
  bool try_submit(std::function<void()> f) {
    {
      std::lock_guard<std::mutex> lk(m_);
      if (closed_ || q_.size() >= cap_)
        return false;
      q_.push_back(std::move(f));
    }
    cv_.notify_one();
    return true;
  }
};
void submits(BoundedPool &pool, const std::vector<int> &items) {
  for (int each : items)
    if (!pool.try_submit([each] { (void)each; }))
      w(); // dropped
}

//===--- A semaphore around each start ------------------------------------===//

struct Sem {
  std::mutex m;
  std::condition_variable cv;
  int n;
  explicit Sem(int k) : n(k) {}
  void acquire() {
    std::unique_lock<std::mutex> l(m);
    cv.wait(l, [this] { return n > 0; });
    --n;
  }
  void release() {
    {
      std::lock_guard<std::mutex> l(m);
      ++n;
    }
    cv.notify_one();
  }
};
struct Release {
  Sem &s;
  ~Release() { s.release(); }
};
void runAll(const std::vector<std::function<void()>> &jobs) {
  Sem slots(4);
  std::vector<std::thread> ts;
  JoinAll j{ts};
  for (auto &job : jobs) {
    slots.acquire();
    try {
      ts.emplace_back([&slots, &job] {
        Release r{slots};
        job();
      });
    } catch (...) {
      slots.release();
      throw;
    }
  }
}

//===--- Consumers of a closable channel ----------------------------------===//

template <class T> class Chan {
  std::mutex m_;
  std::condition_variable put_, get_;
  std::deque<T> q_;
  std::size_t cap_;
  bool closed_ = false;

public:
  explicit Chan(std::size_t cap) : cap_(cap) {}
  bool push(T v) {
    std::unique_lock<std::mutex> lk(m_);
    put_.wait(lk, [&] { return closed_ || q_.size() < cap_; });
    if (closed_)
      return false;
    q_.push_back(std::move(v));
    get_.notify_one();
    return true;
  }
  std::optional<T> pop() {
    std::unique_lock<std::mutex> lk(m_);
    get_.wait(lk, [&] { return closed_ || !q_.empty(); });
    if (q_.empty())
      return std::nullopt;
    std::optional<T> r(std::move(q_.front()));
    q_.pop_front();
    put_.notify_one();
    return r;
  }
  void close() {
    {
      std::lock_guard<std::mutex> lk(m_);
      closed_ = true;
    }
    put_.notify_all();
    get_.notify_all();
  }
};
int sumParallel(int items) {
  Chan<int> c(8);
  std::mutex m;
  int total = 0;
  std::vector<std::thread> consumers;
  for (int i = 0; i < 3; ++i)
    consumers.emplace_back([&] {
      while (auto v = c.pop()) {
        std::lock_guard<std::mutex> lk(m);
        total += *v;
      }
    });
  std::thread producer([&] {
    for (int i = 1; i <= items; ++i)
      if (!c.push(i))
        return;
  });
  producer.join();
  c.close();
  for (auto &t : consumers)
    t.join();
  return total;
}

//===--- Tickers ----------------------------------------------------------===//

class Ticker {
  std::mutex m_;
  std::condition_variable cv_;
  bool stop_ = false;
  std::thread t_;

public:
  Ticker(std::chrono::milliseconds p, std::function<void()> f)
      : t_([this, p, f] {
          std::unique_lock<std::mutex> lk(m_);
          while (!cv_.wait_for(lk, p, [this] { return stop_; })) {
            lk.unlock();
            f();
            lk.lock();
          }
        }) {}
  ~Ticker() {
    {
      std::lock_guard<std::mutex> lk(m_);
      stop_ = true;
    }
    cv_.notify_all();
    t_.join();
  }
};
// The job of a tick is skipped where the last ones are not done.
class Scheduler {
  std::mutex m_;
  std::condition_variable changed_;
  bool stop_ = false;
  int active_ = 0;
  static constexpr int Max = 4;
  std::thread t_;
  void run(std::function<void()> job) {
    std::unique_lock<std::mutex> lk(m_);
    while (!changed_.wait_for(lk, std::chrono::seconds(1),
                              [this] { return stop_; })) {
      if (active_ >= Max)
        continue;
      ++active_;
      std::thread([this, job] {
        job();
        std::lock_guard<std::mutex> lk(m_);
        --active_;
        changed_.notify_all();
      }).detach();
    }
    changed_.wait(lk, [this] { return active_ == 0; });
  }

public:
  explicit Scheduler(std::function<void()> job)
      : t_([this, job] { run(job); }) {}
  ~Scheduler() {
    {
      std::lock_guard<std::mutex> lk(m_);
      stop_ = true;
    }
    changed_.notify_all();
    t_.join();
  }
};
