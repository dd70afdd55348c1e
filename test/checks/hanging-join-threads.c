// leash-hanging-join in C11: <threads.h>.
//
// RUN: %check %s leash-hanging-join -std=c11-or-later
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <threads.h>
#include <time.h>

struct worker {
  mtx_t mutex;
  cnd_t wake;
  atomic_bool stop;
  int jobs;
  thrd_t thread;
};

static int run(void *arg) {
  struct worker *w = arg;
  mtx_lock(&w->mutex);
  while (!atomic_load(&w->stop)) {
    while (w->jobs == 0)
      cnd_wait(&w->wake, &w->mutex);
    w->jobs--;
  }
  mtx_unlock(&w->mutex);
  return 0;
}

int worker_start(struct worker *w) {
  cnd_init(&w->wake);
  mtx_init(&w->mutex, mtx_plain);
  return thrd_create(&w->thread, run, w);
}

void worker_add(struct worker *w) {
  mtx_lock(&w->mutex);
  w->jobs++;
  cnd_signal(&w->wake);
  mtx_unlock(&w->mutex);
}

void worker_stop(struct worker *w) {
  atomic_store(&w->stop, true);
  thrd_join(w->thread, NULL);
  cnd_destroy(&w->wake);
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: thread 'thread' is asked to end, but nothing wakes it from its wait for 'wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-16]]:10: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-27]]:7: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: this asks the task to end, but it only looks once it is awake

// Too late.
static mtx_t mutex;
static cnd_t ready;
static bool is_ready;
static int wait_ready(void *arg) {
  (void)arg;
  mtx_lock(&mutex);
  while (!is_ready)
    cnd_wait(&ready, &mutex);
  mtx_unlock(&mutex);
  return 0;
}
void late(void) {
  thrd_t thread;
  if (thrd_create(&thread, wait_ready, NULL) != thrd_success)
    return;
  thrd_join(thread, NULL);
  is_ready = true;
  cnd_broadcast(&ready);
}
// CHECK-MESSAGES: :[[@LINE-4]]:3: warning: thread 'thread' waits for 'ready', which is signalled only after the join: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-7]]:7: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-14]]:5: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-5]]:3: note: 'ready' is signalled here, too late

// Not flagged: woken, or with a limit.
struct woken {
  mtx_t mutex;
  cnd_t wake;
  atomic_bool stop;
  thrd_t thread;
};
static int run_woken(void *arg) {
  struct woken *w = arg;
  mtx_lock(&w->mutex);
  while (!atomic_load(&w->stop))
    cnd_wait(&w->wake, &w->mutex);
  mtx_unlock(&w->mutex);
  return 0;
}
void woken(struct woken *w) {
  thrd_create(&w->thread, run_woken, w);
  atomic_store(&w->stop, true);
  cnd_broadcast(&w->wake);
  thrd_join(w->thread, NULL);
}

struct timed {
  mtx_t mutex;
  cnd_t wake;
  atomic_bool stop;
  thrd_t thread;
};
static int run_timed(void *arg) {
  struct timed *t = arg;
  struct timespec until = {0, 0};
  mtx_lock(&t->mutex);
  while (!atomic_load(&t->stop))
    cnd_timedwait(&t->wake, &t->mutex, &until);
  mtx_unlock(&t->mutex);
  return 0;
}
void timed(struct timed *t) {
  thrd_create(&t->thread, run_timed, t);
  atomic_store(&t->stop, true);
  thrd_join(t->thread, NULL);
}
