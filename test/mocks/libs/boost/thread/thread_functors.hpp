//===--- boost/thread/thread_functors.hpp - a mock --------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_BOOST_THREAD_THREAD_FUNCTORS
#define LEASH_MOCK_BOOST_THREAD_THREAD_FUNCTORS

namespace boost {

struct join_if_joinable {
  template <typename Thread> void operator()(Thread &T) {
    if (T.joinable())
      T.join();
  }
};

} // namespace boost

#endif // LEASH_MOCK_BOOST_THREAD_THREAD_FUNCTORS
