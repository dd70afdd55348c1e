// Pools of C++ libraries, as far as unclosed-pool-libraries.cpp needs them.

#ifndef LIBRARIES_HPP
#define LIBRARIES_HPP

#include <functional>
#include <future>

namespace BS {
template <unsigned char Flags = 0> class thread_pool {
public:
  explicit thread_pool(unsigned long = 0);
  ~thread_pool() noexcept;
  template <typename F> void detach_task(F &&) {}
  void wait();
};
using light_thread_pool = thread_pool<0>;
} // namespace BS

namespace ctpl {
class thread_pool {
public:
  explicit thread_pool(int);
  ~thread_pool();
  void push(std::function<void(int)>);
  void stop(bool wait = false);
};
} // namespace ctpl

namespace tf {
class Executor {
public:
  explicit Executor(unsigned long = 4);
  ~Executor();
  void silent_async(std::function<void()>);
  void wait_for_all();
};
} // namespace tf

namespace folly {
class Executor {
public:
  virtual ~Executor();
  virtual void add(std::function<void()>) = 0;
};
class ThreadPoolExecutor : public Executor {
public:
  ~ThreadPoolExecutor();
  void stop();
  void join();
};
class CPUThreadPoolExecutor : public ThreadPoolExecutor {
public:
  explicit CPUThreadPoolExecutor(unsigned long);
  ~CPUThreadPoolExecutor();
  void add(std::function<void()>) override;
};
} // namespace folly

namespace httplib {
class TaskQueue {
public:
  virtual ~TaskQueue() = default;
  virtual bool enqueue(std::function<void()>) = 0;
  virtual void shutdown() = 0;
};
class ThreadPool final : public TaskQueue {
public:
  explicit ThreadPool(unsigned long);
  ~ThreadPool() override = default;
  bool enqueue(std::function<void()>) override;
  void shutdown() override;
};
} // namespace httplib

namespace Poco {
class Runnable;
class ThreadPool {
public:
  ThreadPool(int minimum = 2, int maximum = 16);
  ~ThreadPool();
  void start(Runnable &);
  void joinAll();
  void stopAll();
  static ThreadPool &defaultPool();
};
} // namespace Poco

#endif
