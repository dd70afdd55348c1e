//===--- Promise.h - mock of Folly -----------------------------*- C++ -*-===//
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

#include <folly/futures/Future.h>

namespace folly {

class exception_wrapper;

template <class T> class Promise {
public:
  SemiFuture<T> getSemiFuture();
  Future<T> getFuture();
  void setException(exception_wrapper Error);
  template <class M> void setValue(M &&Value);
  void setTry(Try<T> &&Value);
  template <class F> void setWith(F &&Function);
};

} // namespace folly
