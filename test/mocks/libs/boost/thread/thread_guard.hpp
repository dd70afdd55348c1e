//===--- boost/thread/thread_guard.hpp - a mock of the header ---*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_BOOST_THREAD_THREAD_GUARD
#define LEASH_MOCK_BOOST_THREAD_THREAD_GUARD

#include <boost/thread/thread.hpp>
#include <boost/thread/thread_functors.hpp>

namespace boost {

template <typename CallableThread = join_if_joinable, typename Thread = thread>
class thread_guard {
  Thread &Held;

public:
  explicit thread_guard(Thread &T) noexcept : Held(T) {}
  ~thread_guard() { CallableThread()(Held); }
};

} // namespace boost

#endif // LEASH_MOCK_BOOST_THREAD_THREAD_GUARD
