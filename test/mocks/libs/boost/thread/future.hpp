//===--- boost/thread/future.hpp - a mock of the header -----------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_BOOST_THREAD_FUTURE
#define LEASH_MOCK_BOOST_THREAD_FUTURE

#include <chrono>
#include <utility>

namespace boost {

enum class launch { none = 0, async = 1, deferred = 2, any = 3 };
enum class future_status { ready, timeout, deferred };

namespace detail {
// As in Boost, wait is a member of a base class.
template <typename R> class basic_future {
public:
  bool valid() const noexcept;
  bool is_ready() const noexcept;
  void wait() const;
  template <typename Rep, typename Period>
  future_status wait_for(const std::chrono::duration<Rep, Period> &) const;
};
} // namespace detail

template <typename R> class future : public detail::basic_future<R> {
public:
  future() noexcept;
  future(future &&) noexcept;
  future(const future &) = delete;
  ~future();
  future &operator=(future &&) noexcept;
  R get();
};

template <typename F, typename... A>
future<typename std::__invoke_result<typename std::decay<F>::type,
                                     typename std::decay<A>::type...>::type>
async(launch, F &&, A &&...) {
  return {};
}
template <typename F>
future<typename std::__invoke_result<typename std::decay<F>::type>::type>
async(F &&) {
  return {};
}

} // namespace boost

#endif // LEASH_MOCK_BOOST_THREAD_FUTURE
