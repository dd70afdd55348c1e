//===--- threads.h - a mock of the header -------------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_THREADS
#define LEASH_MOCK_THREADS

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned long thrd_t;
typedef int (*thrd_start_t)(void *);
typedef struct {
  int opaque;
} mtx_t;
typedef struct {
  int opaque;
} cnd_t;
enum { thrd_success, thrd_busy, thrd_error, thrd_nomem, thrd_timedout };

int thrd_create(thrd_t *, thrd_start_t, void *);
int thrd_join(thrd_t, int *);
int thrd_detach(thrd_t);
int thrd_sleep(const struct timespec *, struct timespec *);
void thrd_exit(int) __attribute__((__noreturn__));

int mtx_lock(mtx_t *);
int mtx_unlock(mtx_t *);
int cnd_wait(cnd_t *, mtx_t *);
int cnd_signal(cnd_t *);
int cnd_broadcast(cnd_t *);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_THREADS
