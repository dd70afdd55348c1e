/* leash-unjoined-thread: tasks that hand over their own handle, and tasks that
 * never end, in C. */
// RUN: %check %s leash-unjoined-thread,leash-unclosed-pool -std=c99-or-later -mocks
#include <pthread.h>
#include <stddef.h>

struct pool {
  pthread_t last;
  int count, some;
  pthread_mutex_t mutex;
};
void step(void);

/* Each task joins the one that ended before it. */
static void leave(struct pool *p) {
  pthread_t before;
  int some;
  pthread_mutex_lock(&p->mutex);
  before = p->last;
  some = p->some;
  p->last = pthread_self();
  p->some = 1;
  pthread_mutex_unlock(&p->mutex);
  if (some)
    pthread_join(before, NULL);
}
static void *run(void *arg) {
  step();
  leave(arg);
  return NULL;
}
int start_one(struct pool *p) {
  pthread_t t;
  int failed = pthread_create(&t, NULL, run, p);
  if (!failed)
    p->count++;
  return failed;
}
void start_all(struct pool *p) {
  pthread_t t;
  while (p->count < 4)
    if (pthread_create(&t, NULL, run, p) == 0)
      p->count++;
    else
      break;
}
void finish(struct pool *p) {
  if (p->some)
    pthread_join(p->last, NULL);
}

/* To join this one would take for ever; its loop is another check's. */
static void *tick(void *arg) {
  for (;;)
    step();
  return arg;
}
void start_ticking(int n) {
  pthread_t t;
  for (int i = 0; i < n; i++)
    pthread_create(&t, NULL, tick, NULL);
  pthread_create(&t, NULL, tick, NULL);
}

/* This one compares, and gives its own handle to nobody. */
static long known;
static void *tell(void *arg) {
  long me = (long)pthread_self();
  step();
  return me == known ? arg : NULL;
}
void start_telling(void) {
  pthread_t t;
  pthread_create(&t, NULL, tell, NULL);
}
// CHECK-MESSAGES: :[[@LINE-3]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-3]]:1: note: 't' goes out of scope here
