// leash-detached-thread in C11: <threads.h>.
//
// RUN: %check %s leash-detached-thread -std=c11-or-later
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <threads.h>
#include <time.h>

void work(void);
int elsewhere(void *);

static int body(void *arg) {
  (void)arg;
  work();
  return 0;
}

void detaches(void) {
  thrd_t t;
  thrd_create(&t, body, NULL);
  thrd_detach(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
}

void invisible(void *data) {
  thrd_t t;
  if (thrd_create(&t, elsewhere, data) == thrd_success)
    thrd_detach(t);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-3]]:7: note: the thread starts here
}

static int detachesItself(void *arg) {
  (void)arg;
  thrd_detach(thrd_current());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the thread detaches itself: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  work();
  return 0;
}
void startsIt(void) {
  thrd_t t;
  thrd_create(&t, detachesItself, NULL);
}

static atomic_bool Stop;
static atomic_int Phase;
static atomic_flag Keep = ATOMIC_FLAG_INIT;
static _Atomic(int) Number;
static int untilStop(void *arg) {
  (void)arg;
  while (!atomic_load(&Stop))
    work();
  return 0;
}
static int untilPhase(void *arg) {
  (void)arg;
  while (Phase == 0)
    work();
  return 0;
}
static int untilFlag(void *arg) {
  (void)arg;
  while (atomic_flag_test_and_set(&Keep))
    work();
  return 0;
}
static int untilNumber(void *arg) {
  (void)arg;
  for (;;) {
    if (atomic_load_explicit(&Number, memory_order_acquire))
      return 0;
    work();
  }
}
static int untilGiven(void *arg) {
  atomic_bool *stop = arg;
  while (!atomic_load(stop))
    work();
  return 0;
}
static int neverStops(void *arg) {
  (void)arg;
  for (;;) {
    if (atomic_load(&Stop))
      work();
  }
}
void cancellable(void) {
  thrd_t t;
  thrd_create(&t, untilStop, NULL);
  thrd_detach(t);
}
void cancellableByPhase(void) {
  thrd_t t;
  thrd_create(&t, untilPhase, NULL);
  thrd_detach(t);
}
void cancellableByFlag(void) {
  thrd_t t;
  thrd_create(&t, untilFlag, NULL);
  thrd_detach(t);
}
void cancellableByNumber(void) {
  thrd_t t;
  thrd_create(&t, untilNumber, NULL);
  thrd_detach(t);
}
void cancellableByArgument(atomic_bool *stop) {
  thrd_t t;
  thrd_create(&t, untilGiven, stop);
  thrd_detach(t);
  thrd_create(&t, elsewhere, &Stop);
  thrd_detach(t);
}
void notCancellable(void) {
  thrd_t t;
  thrd_create(&t, neverStops, NULL);
  thrd_detach(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
}

static mtx_t Lock;
static cnd_t Changed;
static bool Done;
static int signals(void *arg) {
  (void)arg;
  work();
  mtx_lock(&Lock);
  Done = true;
  cnd_signal(&Changed);
  mtx_unlock(&Lock);
  return 0;
}
void coordinated(void) {
  thrd_t t;
  thrd_create(&t, signals, NULL);
  thrd_detach(t);
  mtx_lock(&Lock);
  while (!Done)
    cnd_wait(&Changed, &Lock);
  mtx_unlock(&Lock);
}

static atomic_int Running;
static int counts(void *arg) {
  (void)arg;
  work();
  atomic_fetch_sub(&Running, 1);
  return 0;
}
void counted(void) {
  thrd_t t;
  atomic_fetch_add(&Running, 1);
  thrd_create(&t, counts, NULL);
  thrd_detach(t);
}
void drains(void) {
  while (atomic_load(&Running) > 0)
    thrd_yield();
}

static atomic_int Unread;
static int countsForNobody(void *arg) {
  (void)arg;
  work();
  atomic_fetch_sub(&Unread, 1);
  return 0;
}
void countedForNobody(void) {
  thrd_t t;
  atomic_fetch_add(&Unread, 1);
  thrd_create(&t, countsForNobody, NULL);
  thrd_detach(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
}

void joins(void) {
  thrd_t t;
  thrd_create(&t, body, NULL);
  thrd_join(t, NULL);
}
