//===--- discarded-future-system.h - a header that is not the user's ------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma GCC system_header

#include <future>

#define SYSTEM_START(Task) std::async(Task)
#define SYSTEM_START_AND_DROP(Task) (void)std::async(Task)
#define SYSTEM_DROP(X) (void)(X)
#define SYSTEM_GET(X) (X).get()

namespace vendor {

int job();

inline void drops() { std::async(job); }
template <typename F> void dropsLater(F Task) { std::async(Task); }

// Who knows what the future of a library does when it dies?
std::future<int> request(int);
inline std::future<int> start() { return std::async(job); }
template <typename F> std::future<int> startLater(F Task) {
  return std::async(Task);
}

} // namespace vendor
