//===--- dispatch.h - mock of Grand Central Dispatch ------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian 12 has no package of libdispatch. It declares what
// checks/api/dispatch.yaml names, for C and C++.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_DISPATCH
#define LEASH_MOCK_DISPATCH

#include <stdint.h>

#define DISPATCH_TIME_NOW (0ull)
#define DISPATCH_TIME_FOREVER (~0ull)

#ifdef __cplusplus
extern "C" {
#endif

typedef uint64_t dispatch_time_t;
typedef struct dispatch_semaphore_s *dispatch_semaphore_t;

dispatch_semaphore_t dispatch_semaphore_create(intptr_t value);
intptr_t dispatch_semaphore_wait(dispatch_semaphore_t dsema,
                                 dispatch_time_t timeout);
intptr_t dispatch_semaphore_signal(dispatch_semaphore_t dsema);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_DISPATCH
