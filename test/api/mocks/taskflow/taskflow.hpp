//===--- taskflow.hpp - mock of Taskflow ------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian has no package of Taskflow. It declares what
// checks/api/taskflow.yaml names, as release 3.10 does.
//
//===----------------------------------------------------------------------===//

#pragma once

namespace tf {

class Executor {
public:
  explicit Executor(unsigned long Workers = 4);
  ~Executor();
  void wait_for_all();
};

} // namespace tf
