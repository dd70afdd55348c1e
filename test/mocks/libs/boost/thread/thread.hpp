//===--- boost/thread/thread.hpp - a mock of the header -----------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_BOOST_THREAD_THREAD
#define LEASH_MOCK_BOOST_THREAD_THREAD

#include <chrono>
#include <utility>

namespace boost {

namespace chrono {
using std::chrono::milliseconds;
using std::chrono::seconds;
} // namespace chrono

class thread_attributes;

class thread {
public:
  class id {};
  using native_handle_type = unsigned long;

  thread() noexcept;
  template <typename F, typename = std::__not_same<F, thread>>
  explicit thread(F &&) {}
  template <typename F, typename A1, typename... A> thread(F, A1, A...) {}
  thread(thread &&) noexcept;
  thread(const thread &) = delete;
  ~thread() {
    // Version 2 of the interface is the default.
#if defined BOOST_THREAD_VERSION && BOOST_THREAD_VERSION >= 3
    if (joinable())
      std::terminate();
#else
    detach();
#endif
  }
  thread &operator=(thread &&) noexcept;

  void swap(thread &) noexcept;
  bool joinable() const noexcept;
  void join();
  template <typename R, typename P>
  bool try_join_for(const std::chrono::duration<R, P> &);
  bool timed_join(long);
  void detach();
  void interrupt();
  bool interruption_requested() const noexcept;
  id get_id() const noexcept;
  native_handle_type native_handle();
  static unsigned hardware_concurrency() noexcept;
};

template <typename T> void swap(T &, T &);

class thread_group {
public:
  thread_group();
  ~thread_group();
  template <typename F> thread *create_thread(F) { return nullptr; }
  void add_thread(thread *);
  void remove_thread(thread *);
  void join_all();
  void interrupt_all();
};

namespace this_thread {
void interruption_point();
bool interruption_requested() noexcept;
void yield() noexcept;
template <typename R, typename P>
void sleep_for(const std::chrono::duration<R, P> &);
} // namespace this_thread

} // namespace boost

#endif // LEASH_MOCK_BOOST_THREAD_THREAD
