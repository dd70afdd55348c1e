//===--- ctpl_stl.h - mock of CTPL ------------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian has no package of CTPL. It declares what
// checks/api/ctpl.yaml names, as release 0.0.2 does.
//
//===----------------------------------------------------------------------===//

#pragma once

namespace ctpl {

class thread_pool {
public:
  thread_pool();
  explicit thread_pool(int Threads);
  ~thread_pool();
  void stop(bool IsWait = false);
};

} // namespace ctpl
