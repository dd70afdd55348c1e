//===--- boost/thread/scoped_thread.hpp - a mock of the header --*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_BOOST_THREAD_SCOPED_THREAD
#define LEASH_MOCK_BOOST_THREAD_SCOPED_THREAD

#include <boost/thread/thread.hpp>
#include <boost/thread/thread_functors.hpp>

namespace boost {

template <typename CallableThread = join_if_joinable, typename Thread = thread>
class strict_scoped_thread {
  Thread Held;

public:
  template <typename F, typename... A,
            typename = std::__not_same<F, strict_scoped_thread>>
  explicit strict_scoped_thread(F &&, A &&...) {}
  ~strict_scoped_thread() { CallableThread()(Held); }
};

template <typename CallableThread = join_if_joinable, typename Thread = thread>
class scoped_thread {
  Thread Held;

public:
  scoped_thread() noexcept;
  template <typename F, typename... A,
            typename = std::__not_same<F, scoped_thread>>
  explicit scoped_thread(F &&, A &&...) {}
  scoped_thread(scoped_thread &&) noexcept;
  ~scoped_thread() { CallableThread()(Held); }
  bool joinable() const noexcept;
  void join();
  void detach();
  void interrupt();
};

} // namespace boost

#endif // LEASH_MOCK_BOOST_THREAD_SCOPED_THREAD
