//===--- Future.h - mock of Folly ------------------------------*- C++ -*-===//
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
#include <folly/Executor.h>

namespace folly {

struct Unit {};
template <class T> class Try {};
class DrivableExecutor;
using HighResDuration = std::chrono::microseconds;

namespace futures {
namespace detail {
template <class T> class FutureBase {
public:
  bool isReady() const;
};
} // namespace detail
} // namespace futures

template <class T> class Future;

template <class T>
class SemiFuture : private futures::detail::FutureBase<T> {
public:
  T get() &&;
  T get(HighResDuration Limit) &&;
  Try<T> getTry() &&;
  SemiFuture<T> &wait() &;
  bool wait(HighResDuration Limit) &&;
  Future<T> via(Executor::KeepAlive<> Where) &&;
};

template <class T> class Future : private futures::detail::FutureBase<T> {
public:
  T get() &&;
  T get(HighResDuration Limit) &&;
  T getVia(DrivableExecutor *Where) &&;
  Try<T> getTry() &&;
  Future<T> &wait() &;
  Future<T> &wait(HighResDuration Limit) &;
  Future<T> via(Executor::KeepAlive<> Where) &&;
  SemiFuture<T> semi() &&;
};

Future<Unit> via(Executor::KeepAlive<> Where);
template <class Func>
auto via(Executor::KeepAlive<> Where, Func &&Function)
    -> Future<decltype(static_cast<Func &&>(Function)())>;

} // namespace folly
