//===--- LifoSem.h - mock of Folly -----------------------------*- C++ -*-===//
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
#include <folly/synchronization/SaturatingSemaphore.h>

namespace folly {
namespace detail {

template <typename Handoff, template <typename> class Atom = std::atomic>
struct LifoSemBase {
  bool post();
  void wait();
  bool try_wait();
  bool try_wait_for(std::chrono::milliseconds Limit);
  bool try_wait_until(std::chrono::steady_clock::time_point Limit);
};

} // namespace detail

// The methods are in a base class that depends on the template's arguments.
template <template <typename> class Atom, class BatonType>
struct LifoSemImpl : public detail::LifoSemBase<BatonType, Atom> {};

using LifoSem = LifoSemImpl<std::atomic, SaturatingSemaphore<true>>;

} // namespace folly
