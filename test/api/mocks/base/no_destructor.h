//===--- no_destructor.h - mock of Chromium's base -------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian has no package of Chromium's base library. It declares what
// checks/api/chromium.yaml names.
//
//===----------------------------------------------------------------------===//

#pragma once

namespace base {

template <typename T> class NoDestructor {
public:
  T *get();
  const T *get() const;
};

} // namespace base
