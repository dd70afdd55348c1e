//===--- ThreadPoolExecutor.h - mock of Folly -------------------*- C++ -*-===//
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

#include <folly/Executor.h>

namespace folly {

class ThreadPoolExecutor : public virtual Executor {
public:
  ~ThreadPoolExecutor() override;
  void stop();
  void join();
};

} // namespace folly
