// The stories that Leash starts from, 4. Job scheduler, in C: for each job a
// thread ticks for ever and starts another one at every tick.
//
// RUN: %check %s "leash-*" -std=c99-or-later
#define _GNU_SOURCE
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>
#include <unistd.h>

struct job {
  unsigned every;
  void *(*run)(void *);
};

/*===--- Leaky ------------------------------------------------------------===*/

static void *tickForEver(void *data) {
  struct job *job = data;
  for (;;) {
    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
    // CHECK-MESSAGES: :[[@LINE+14]]:7: note: the thread starts here
    pthread_t run;
    sleep(job->every);
    if (pthread_create(&run, NULL, job->run, job) == 0)
      pthread_detach(run);
      // CHECK-MESSAGES: :[[@LINE-2]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the loop is here
      // CHECK-MESSAGES: :[[@LINE-3]]:7: warning: thread 'run' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      // CHECK-MESSAGES: :[[@LINE-5]]:9: note: the thread starts here
  }
  return NULL;
}
int add(struct job *job) {
  pthread_t ticker;
  if (pthread_create(&ticker, NULL, tickForEver, job) != 0)
    return -1;
  pthread_detach(ticker);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 'ticker' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: the thread starts here
  return 0;
}

/* The same with an attribute. */
int addDetached(struct job *job) {
  pthread_t ticker;
  pthread_attr_t detached;
  pthread_attr_init(&detached);
  pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
  int error = pthread_create(&ticker, &detached, tickForEver, job);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the thread starts detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the attribute is set here
  pthread_attr_destroy(&detached);
  return error;
}

/* The ticks are waited for, by a ticker that nobody can end. */
static void *tickInTurn(void *data) {
  struct job *job = data;
  for (;;) {
    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
    // CHECK-MESSAGES: :[[@LINE+11]]:7: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE+12]]:10: note: this join hangs
    pthread_t run;
    sleep(job->every);
    if (pthread_create(&run, NULL, job->run, job) == 0)
      pthread_join(run, NULL);
  }
  return NULL;
}
int runForEver(struct job *job) {
  pthread_t ticker;
  if (pthread_create(&ticker, NULL, tickInTurn, job) != 0)
    return -1;
  return pthread_join(ticker, NULL);
}

/*===--- Repaired ---------------------------------------------------------===*/

enum { Slots = 8 };

struct scheduler {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  bool stopping;
  int running;
  struct job *job;
  pthread_t ticker;
};

static void *runOne(void *data) {
  struct scheduler *s = data;
  s->job->run(s->job);
  pthread_mutex_lock(&s->mutex);
  s->running--;
  pthread_cond_broadcast(&s->changed);
  pthread_mutex_unlock(&s->mutex);
  return NULL;
}

/* A slot for each run, tried before it starts; asleep with a limit, and woken
   to stop. */
static void *tick(void *data) {
  struct scheduler *s = data;
  pthread_mutex_lock(&s->mutex);
  while (!s->stopping) {
    pthread_t run;
    struct timespec next = {time(NULL) + s->job->every, 0};
    pthread_cond_timedwait(&s->changed, &s->mutex, &next);
    if (s->stopping || s->running >= Slots)
      continue;
    if (pthread_create(&run, NULL, runOne, s) != 0)
      continue;
    pthread_detach(run);
    s->running++;
  }
  pthread_mutex_unlock(&s->mutex);
  return NULL;
}
int scheduler_start(struct scheduler *s) {
  return pthread_create(&s->ticker, NULL, tick, s);
}
void scheduler_stop(struct scheduler *s) {
  pthread_mutex_lock(&s->mutex);
  s->stopping = true;
  pthread_cond_broadcast(&s->changed);
  pthread_mutex_unlock(&s->mutex);
  pthread_join(s->ticker, NULL);
  pthread_mutex_lock(&s->mutex);
  while (s->running > 0)
    pthread_cond_wait(&s->changed, &s->mutex);
  pthread_mutex_unlock(&s->mutex);
}
