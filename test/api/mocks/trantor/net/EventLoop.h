//===--- EventLoop.h - mock of Drogon ---------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian 12 has no package of Drogon. It declares what
// checks/api/drogon.yaml names, as version 1.9 does.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace trantor {

using Func = std::function<void()>;
using TimerId = uint64_t;

class EventLoop {
public:
  TimerId runAfter(double delay, Func &&cb);
  TimerId runEvery(double interval, const Func &cb);
  TimerId runEvery(double interval, Func &&cb);
  TimerId runEvery(const std::chrono::duration<double> &interval,
                   const Func &cb);
  TimerId runEvery(const std::chrono::duration<double> &interval, Func &&cb);
};

} // namespace trantor
