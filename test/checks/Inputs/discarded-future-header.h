//===--- discarded-future-header.h - a header of the user's ---------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DISCARDED_FUTURE_HEADER_H
#define DISCARDED_FUTURE_HEADER_H

#include <future>

int job();

inline void drops() {
  std::async(job);
}

template <typename F> void dropsTemplate(F Task) {
  std::async(Task);
}

inline std::future<int> start() {
  return std::async(job);
}

template <typename T> struct Starter {
  std::future<int> start(T Task) { return std::async(Task); }
  void drop(T Task) { start(Task); }
};

std::future<int> startElsewhere();

// Silent twins.
inline void waits() { std::async(job).get(); }
template <typename F> std::future<int> hands(F Task) {
  return std::async(Task);
}

#endif // DISCARDED_FUTURE_HEADER_H
