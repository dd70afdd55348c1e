// leash-unbounded-spawn is silent on what is right: C++20.
//
// RUN: %check %s leash-unbounded-spawn -std=c++20-or-later
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <latch>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

void w();

void latched() {
  std::latch done(3);
  for (int i = 0; i < 3; ++i)
    std::thread([&done] {
      w();
      done.count_down();
    }).detach();
  done.wait();
}
std::jthread makes() {
  std::jthread t(w);
  return t;
}
void stopsWhatItGets() {
  auto t = makes();
  t.request_stop();
}

class BoundedPool {
  std::mutex m_;
  std::condition_variable_any cv_;
  std::deque<std::function<void()>> q_;
  const std::size_t cap_;
  std::vector<std::jthread> ts_;
  void run(std::stop_token st) {
    for (;;) {
      std::function<void()> job;
      {
        std::unique_lock lk(m_);
        cv_.wait(lk, st, [&] { return !q_.empty(); });
        if (q_.empty())
          return;
        job = std::move(q_.front());
        q_.pop_front();
      }
      job();
    }
  }

public:
  BoundedPool(unsigned n, std::size_t cap) : cap_(cap) {
    ts_.reserve(n);
    for (unsigned i = 0; i < n; ++i)
      ts_.emplace_back([this](std::stop_token st) { run(st); });
  }
  bool try_submit(std::function<void()> f) {
    {
      std::lock_guard lk(m_);
      if (q_.size() >= cap_)
        return false;
      q_.push_back(std::move(f));
    }
    cv_.notify_one();
    return true;
  }
};

class Poller {
  std::mutex m_;
  std::condition_variable_any cv_;
  bool kick_ = false;
  std::jthread t_{[this](std::stop_token st) {
    std::unique_lock lk(m_);
    while (cv_.wait(lk, st, [&] { return kick_; })) {
      kick_ = false;
      w();
    }
  }};

public:
  void kick() {
    {
      std::lock_guard lk(m_);
      kick_ = true;
    }
    cv_.notify_one();
  }
};

// At most four are alive; a guard in the task gives the permit back.
void runAll(const std::vector<std::function<void()>> &jobs) {
  std::counting_semaphore<> slots(4);
  std::vector<std::jthread> ts;
  for (auto &j : jobs) {
    slots.acquire();
    try {
      ts.emplace_back([&slots, &j] {
        struct R {
          std::counting_semaphore<> &s;
          ~R() { s.release(); }
        } r{slots};
        j();
      });
    } catch (...) {
      slots.release();
      throw;
    }
  }
}
// A tick that finds no permit is left out.
class Scheduler {
  std::mutex m_;
  std::condition_variable_any cv_;
  std::counting_semaphore<4> slots_{4};
  std::jthread t_;

public:
  Scheduler(std::chrono::milliseconds period, std::function<void()> job)
      : t_([this, period, job](std::stop_token st) {
          std::unique_lock lk(m_);
          while (!cv_.wait_for(lk, st, period,
                               [&] { return st.stop_requested(); })) {
            if (!slots_.try_acquire())
              continue;
            std::thread([this, job] {
              job();
              slots_.release();
            }).detach();
          }
          for (int i = 0; i < 4; ++i)
            slots_.acquire();
        }) {}
};
