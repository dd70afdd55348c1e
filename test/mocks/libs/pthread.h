//===--- pthread.h - a mock of the header -------------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_PTHREAD
#define LEASH_MOCK_PTHREAD

// glibc's own, for <sys/types.h> declares them, too. A pthread_t is a number.
#include <bits/pthreadtypes.h>

#ifdef __cplusplus
extern "C" {
#endif

struct timespec;

enum { PTHREAD_CREATE_JOINABLE, PTHREAD_CREATE_DETACHED };
#define PTHREAD_CREATE_JOINABLE PTHREAD_CREATE_JOINABLE
#define PTHREAD_CREATE_DETACHED PTHREAD_CREATE_DETACHED
#define PTHREAD_MUTEX_INITIALIZER                                              \
  {                                                                            \
    { 0 }                                                                      \
  }
#define PTHREAD_COND_INITIALIZER                                               \
  {                                                                            \
    { 0 }                                                                      \
  }

int pthread_create(pthread_t *, const pthread_attr_t *, void *(*)(void *),
                   void *);
int pthread_join(pthread_t, void **);
int pthread_tryjoin_np(pthread_t, void **);
int pthread_timedjoin_np(pthread_t, void **, const struct timespec *);
int pthread_detach(pthread_t);
int pthread_cancel(pthread_t);
int pthread_kill(pthread_t, int);
pthread_t pthread_self(void);
void pthread_exit(void *) __attribute__((__noreturn__));
void pthread_testcancel(void);

int pthread_attr_init(pthread_attr_t *);
int pthread_attr_destroy(pthread_attr_t *);
int pthread_attr_setdetachstate(pthread_attr_t *, int);

int pthread_mutex_lock(pthread_mutex_t *);
int pthread_mutex_unlock(pthread_mutex_t *);
int pthread_cond_wait(pthread_cond_t *, pthread_mutex_t *);
int pthread_cond_timedwait(pthread_cond_t *, pthread_mutex_t *,
                           const struct timespec *);
int pthread_cond_signal(pthread_cond_t *);
int pthread_cond_broadcast(pthread_cond_t *);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_PTHREAD
