//===--- Baton.h - mock of Folly -------------------------------*- C++ -*-===//
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

#include <atomic>
#include <chrono>

namespace folly {

template <bool MayBlock = true, template <typename> class Atom = std::atomic>
class Baton {
public:
  void post() noexcept;
  void wait() noexcept;
  bool try_wait() noexcept;
  bool try_wait_for(std::chrono::milliseconds Limit) noexcept;
  bool try_wait_until(std::chrono::steady_clock::time_point Limit) noexcept;
  bool timed_wait(std::chrono::milliseconds Limit) noexcept;
};

} // namespace folly
