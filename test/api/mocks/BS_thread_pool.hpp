//===--- BS_thread_pool.hpp - mock of BS::thread_pool -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian has no package of BS::thread_pool. It declares what
// checks/api/bs-thread-pool.yaml names, as release 5.0 does.
//
//===----------------------------------------------------------------------===//

#pragma once

namespace BS {

template <unsigned char Flags = 0> class thread_pool {
public:
  explicit thread_pool(unsigned long Threads = 0);
  ~thread_pool() noexcept;
  template <typename F> void detach_task(F &&Task);
  void wait();
};

using light_thread_pool = thread_pool<0>;

} // namespace BS
