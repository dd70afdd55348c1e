//===--- Semaphore.h - mock of Folly ----------------------------*- C++ -*-===//
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

#include <cstddef>

namespace folly {
namespace fibers {

class Semaphore {
public:
  explicit Semaphore(size_t tokenCount);
  Semaphore(const Semaphore &) = delete;
  void signal();
  bool try_wait();
  void wait();
};

} // namespace fibers
} // namespace folly
