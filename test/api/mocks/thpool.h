//===--- thpool.h - mock of C-Thread-Pool -------------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian has no package of C-Thread-Pool. It declares what
// checks/api/c-thread-pool.yaml names, as its master branch does.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_THPOOL
#define LEASH_MOCK_THPOOL

#ifdef __cplusplus
extern "C" {
#endif

typedef struct thpool_ *threadpool;

threadpool thpool_init(int num_threads);
int thpool_add_work(threadpool, void (*function_p)(void *), void *arg_p);
void thpool_wait(threadpool);
void thpool_destroy(threadpool);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_THPOOL
