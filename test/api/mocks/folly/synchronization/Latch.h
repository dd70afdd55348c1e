//===--- Latch.h - mock of Folly -------------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian has no package of Folly. It declares what
// checks/api/folly.yaml names, in the places and with the arguments that Folly
// had in August 2026.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <chrono>
#include <cstddef>

namespace folly {

class Latch {
public:
  void count_down(std::ptrdiff_t Count = 1) noexcept;
  void wait() noexcept;
  bool try_wait() noexcept;
  bool try_wait_for(std::chrono::milliseconds Limit) noexcept;
  bool try_wait_until(std::chrono::steady_clock::time_point Limit) noexcept;
  void arrive_and_wait(std::ptrdiff_t Count = 1) noexcept;
};

} // namespace folly
