// leash-detached-thread in C: POSIX threads.
//
// RUN: %check %s leash-detached-thread -std=c99-or-later -- -- -D_GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

void work(void);
void report(const char *);
void *elsewhere(void *);
bool cond(void);

static void *body(void *arg) {
  work();
  return arg;
}

static volatile sig_atomic_t Stop;
static int PlainStop;
static void *polite(void *arg) {
  while (!Stop)
    work();
  return arg;
}
static void *politeByInt(void *arg) {
  while (!PlainStop)
    work();
  return arg;
}
static void *endless(void *arg) {
  (void)arg;
  for (;;)
    work();
}

/*===--- pthread_detach ---------------------------------------------------===*/

void detaches(void) {
  pthread_t t;
  pthread_create(&t, NULL, body, NULL);
  pthread_detach(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
}

int checked(void) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, body, NULL);
  if (rc != 0)
    return rc;
  if (pthread_detach(t) != 0)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-5]]:12: note: the thread starts here
    report("cannot detach");
  return 0;
}

void inCondition(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, endless, NULL) == 0)
    (void)pthread_detach(t);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-3]]:7: note: the thread starts here
}

void invisible(void *data) {
  pthread_t t;
  pthread_create(&t, NULL, elsewhere, data);
  pthread_detach(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
}

void parameter(pthread_t t) {
  pthread_detach(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void pointer(pthread_t *t) {
  pthread_detach(*t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

struct server {
  pthread_t thread;
  pthread_t workers[4];
  bool stop;
};
static void *serve(void *arg) {
  struct server *s = arg;
  while (!s->stop)
    work();
  return NULL;
}
static void *serveForEver(void *arg) {
  struct server *s = arg;
  while (true) {
    if (s->stop)
      report("stopping is for others");
    work();
  }
}
void startServer(struct server *s) {
  pthread_create(&s->thread, NULL, serve, s);
  pthread_detach(s->thread);
}
struct other {
  pthread_t thread;
};
void startOther(struct other *o, struct server *s) {
  pthread_create(&o->thread, NULL, serveForEver, s);
  pthread_detach(o->thread);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 'thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
}

void array(void) {
  pthread_t ts[4];
  for (int i = 0; i < 4; i++)
    pthread_create(&ts[i], NULL, body, NULL);
  for (int i = 0; i < 4; i++)
    pthread_detach(ts[i]);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread of 'ts' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the thread starts here
}

void local(void) {
  int count = 0;
  pthread_t t;
  pthread_create(&t, NULL, body, &count);
  pthread_detach(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-4]]:34: note: its task refers to 'count', which dangles once 'local' returns
}

void heap(void) {
  int *count = malloc(sizeof *count);
  pthread_t t;
  pthread_create(&t, NULL, body, count);
  pthread_detach(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
}

/*===--- Stopped ----------------------------------------------------------===*/

void stops(void) {
  pthread_t t;
  pthread_create(&t, NULL, polite, NULL);
  pthread_detach(t);
  pthread_create(&t, NULL, politeByInt, NULL);
  pthread_detach(t);
}

static pthread_t Cancelled;
void startsCancelled(void) {
  pthread_create(&Cancelled, NULL, endless, NULL);
  pthread_detach(Cancelled);
}
void cancels(void) { pthread_cancel(Cancelled); }

static void *testsCancel(void *arg) {
  for (;;) {
    work();
    pthread_testcancel();
  }
  return arg;
}
void testing(void) {
  pthread_t t;
  pthread_create(&t, NULL, testsCancel, NULL);
  pthread_detach(t);
}

static void *untilDeadline(void *arg) {
  time_t end = *(time_t *)arg;
  while (time(NULL) < end)
    work();
  return NULL;
}
void deadline(time_t *end) {
  pthread_t t;
  pthread_create(&t, NULL, untilDeadline, end);
  pthread_detach(t);
}

/*===--- Waited for -------------------------------------------------------===*/

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t Changed = PTHREAD_COND_INITIALIZER;
static int Running;
static void *counted(void *arg) {
  work();
  pthread_mutex_lock(&Lock);
  Running--;
  pthread_cond_signal(&Changed);
  pthread_mutex_unlock(&Lock);
  return arg;
}
void startsCounted(void) {
  pthread_t t;
  pthread_mutex_lock(&Lock);
  Running++;
  pthread_mutex_unlock(&Lock);
  pthread_create(&t, NULL, counted, NULL);
  pthread_detach(t);
}
void waitsForCounted(void) {
  pthread_mutex_lock(&Lock);
  while (Running > 0)
    pthread_cond_wait(&Changed, &Lock);
  pthread_mutex_unlock(&Lock);
}

static void *posts(void *arg) {
  work();
  sem_post(arg);
  return NULL;
}
void semaphore(void) {
  sem_t done;
  pthread_t t;
  sem_init(&done, 0, 0);
  pthread_create(&t, NULL, posts, &done);
  pthread_detach(t);
  sem_wait(&done);
}
void semaphoreWithLimit(const struct timespec *until) {
  sem_t done;
  pthread_t t;
  sem_init(&done, 0, 0);
  pthread_create(&t, NULL, posts, &done);
  pthread_detach(t);
  sem_timedwait(&done, until);
}
void semaphoreForgotten(void) {
  sem_t done;
  pthread_t t;
  sem_init(&done, 0, 0);
  pthread_create(&t, NULL, posts, &done);
  pthread_detach(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-4]]:35: note: its task refers to 'done', which dangles once 'semaphoreForgotten' returns
}

struct job {
  sem_t done;
  int input;
};
static void *runs(void *arg) {
  struct job *j = arg;
  j->input++;
  sem_post(&j->done);
  return NULL;
}
void waitsForJob(struct job *j) {
  pthread_t t;
  pthread_create(&t, NULL, runs, j);
  pthread_detach(t);
  sem_wait(&j->done);
}

/*===--- Attributes -------------------------------------------------------===*/

void detachedAttribute(void) {
  pthread_attr_t attr;
  pthread_t t;
  pthread_attr_init(&attr);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  pthread_create(&t, &attr, body, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the thread starts detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the attribute is set here
  pthread_attr_destroy(&attr);
}

int detachedAttributeInCondition(void) {
  pthread_attr_t attr;
  pthread_t t;
  if (pthread_attr_init(&attr) ||
      pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED))
    return -1;
  return pthread_create(&t, &attr, endless, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the thread starts detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: the attribute is set here
}

void setBackToJoinable(void) {
  pthread_attr_t attr;
  pthread_t t;
  pthread_attr_init(&attr);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_JOINABLE);
  pthread_create(&t, &attr, body, NULL);
  pthread_join(t, NULL);
}

void setAfterwards(void) {
  pthread_attr_t attr;
  pthread_t t;
  pthread_attr_init(&attr);
  pthread_create(&t, &attr, body, NULL);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  pthread_join(t, NULL);
}

void attributeFromElsewhere(const pthread_attr_t *attr) {
  pthread_t t;
  pthread_create(&t, attr, body, NULL);
}
static pthread_attr_t Shared;
void setsShared(void) {
  pthread_attr_setdetachstate(&Shared, PTHREAD_CREATE_DETACHED);
}
void usesShared(void) {
  pthread_t t;
  pthread_create(&t, &Shared, body, NULL);
}

void stateFromElsewhere(int state) {
  pthread_attr_t attr;
  pthread_t t;
  pthread_attr_init(&attr);
  pthread_attr_setdetachstate(&attr, state);
  pthread_create(&t, &attr, body, NULL);
}

void reinitialised(void) {
  pthread_attr_t attr;
  pthread_t t;
  pthread_attr_init(&attr);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  pthread_attr_destroy(&attr);
  pthread_attr_init(&attr);
  pthread_create(&t, &attr, body, NULL);
  pthread_join(t, NULL);
}

void otherAttribute(void) {
  pthread_attr_t one, other;
  pthread_t t;
  pthread_attr_init(&one);
  pthread_attr_init(&other);
  pthread_attr_setdetachstate(&other, PTHREAD_CREATE_DETACHED);
  pthread_create(&t, &one, body, NULL);
  pthread_join(t, NULL);
}

void detachedOnRequest(bool detached) {
  pthread_attr_t attr;
  pthread_t t;
  pthread_attr_init(&attr);
  if (detached)
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  pthread_create(&t, &attr, body, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the thread starts detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the attribute is set here
}

void detachedAttributeStops(void) {
  pthread_attr_t attr;
  pthread_t t;
  pthread_attr_init(&attr);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  pthread_create(&t, &attr, polite, NULL);
}

void detachedTwice(void) {
  pthread_attr_t attr;
  pthread_t t;
  pthread_attr_init(&attr);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  pthread_create(&t, &attr, body, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the thread starts detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the attribute is set here
  pthread_create(&t, &attr, polite, NULL);
  pthread_create(&t, &attr, endless, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the thread starts detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the attribute is set here
}

/*===--- The thread itself ------------------------------------------------===*/

static void *detachesItself(void *arg) {
  pthread_detach(pthread_self());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the thread detaches itself: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  work();
  return arg;
}
static void *detachesItselfLater(void *arg) {
  pthread_t self = pthread_self();
  pthread_detach(self);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the thread detaches itself: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  return arg;
}
static void *detachesItselfAndStops(void *arg) {
  pthread_detach(pthread_self());
  while (!Stop)
    work();
  return arg;
}
static void *detachesItselfAndSignals(void *arg) {
  pthread_detach(pthread_self());
  work();
  pthread_mutex_lock(&Lock);
  Running--;
  pthread_cond_signal(&Changed);
  pthread_mutex_unlock(&Lock);
  return arg;
}
void startsThem(void) {
  pthread_t t;
  pthread_create(&t, NULL, detachesItself, NULL);
  pthread_create(&t, NULL, detachesItselfLater, NULL);
  pthread_create(&t, NULL, detachesItselfAndStops, NULL);
  pthread_create(&t, NULL, detachesItselfAndSignals, NULL);
}

/* A thread that takes itself out of the pool: joining here would deadlock. */
static pthread_t Pool[4];
void leavesPool(int i) {
  if (pthread_equal(Pool[i], pthread_self()))
    pthread_detach(Pool[i]);
  else
    pthread_join(Pool[i], NULL);
}

/*===--- The process's own ------------------------------------------------===*/

static void *handlesSignals(void *arg) {
  sigset_t *set = arg;
  for (;;) {
    int signal;
    sigwait(set, &signal);
    work();
  }
}
void startsSignalThread(sigset_t *set) {
  pthread_t t;
  pthread_create(&t, NULL, handlesSignals, set);
  pthread_detach(t);
}

/*===--- Joined or meant --------------------------------------------------===*/

void joins(void) {
  pthread_t t;
  pthread_create(&t, NULL, body, NULL);
  pthread_join(t, NULL);
}
void meant(void) {
  pthread_t t;
  pthread_create(&t, NULL, body, NULL);
  pthread_detach(t); /* NOLINT(leash-detached-thread): a few milliseconds. */
}

/*===--- The ways of old C ------------------------------------------------===*/

struct context {
  pthread_t thread;
  pthread_attr_t attr;
  pthread_mutex_t lock;
  int quit;
  unsigned flags;
  int level;
  void (*run)(void *);
  int (*alive)(void *);
};
enum { QUIT = 4 };
int should_stop(void);

static void *exits(void *arg) {
  work();
  pthread_exit(arg);
}
static void *copiesUnderLock(void *arg) {
  struct context *c = arg;
  for (;;) {
    int quit;
    pthread_mutex_lock(&c->lock);
    quit = c->quit;
    pthread_mutex_unlock(&c->lock);
    if (quit)
      break;
    work();
  }
  return NULL;
}
static void *asksFunction(void *arg) {
  while (!should_stop())
    work();
  return arg;
}
static void *asksPointer(void *arg) {
  struct context *c = arg;
  while (c->alive(c))
    work();
  return NULL;
}
static void *asksBit(void *arg) {
  struct context *c = arg;
  while (!(c->flags & QUIT))
    work();
  return NULL;
}
static void *asksLevel(void *arg) {
  struct context *c = arg;
  while (c->level > 0)
    work();
  return NULL;
}
static void *runsPointer(void *arg) {
  struct context *c = arg;
  c->run(c);
  free(c);
  return NULL;
}
static void *countsToTen(void *arg) {
  int i;
  for (i = 0; i < 10; i++)
    work();
  return arg;
}
void oldC(struct context *c) {
  pthread_t t1, t2, t3, t4, t5, t6, t7, t8;
  pthread_create(&t1, NULL, copiesUnderLock, c);
  pthread_detach(t1);
  pthread_create(&t2, NULL, asksFunction, c);
  pthread_detach(t2);
  pthread_create(&t3, NULL, asksPointer, c);
  pthread_detach(t3);
  pthread_create(&t4, NULL, asksBit, c);
  pthread_detach(t4);
  pthread_create(&t5, NULL, asksLevel, c);
  pthread_detach(t5);
  pthread_create(&t6, NULL, exits, c);
  pthread_detach(t6);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't6' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
  pthread_create(&t7, NULL, runsPointer, c);
  pthread_detach(t7);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't7' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
  pthread_create(&t8, NULL, countsToTen, c);
  pthread_detach(t8);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't8' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
}

#define CREATE(t, f, a)                                                        \
  (pthread_create((t), NULL, (f), (a)) ? abort() : (void)0)
#define DETACH(t) pthread_detach(t)
void throughMacros(struct context *c) {
  CREATE(&c->thread, runsPointer, c);
  DETACH(c->thread);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 'thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the thread starts here
}
void attributeInStruct(struct context *c) {
  pthread_attr_init(&c->attr);
  pthread_attr_setdetachstate(&c->attr, PTHREAD_CREATE_DETACHED);
  pthread_create(&c->thread, &c->attr, runsPointer, c);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the thread starts detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the attribute is set here
}

static int create(pthread_t *t, void *(*f)(void *), void *arg) {
  return pthread_create(t, NULL, f, arg);
}
void throughHelper(struct context *c) {
  pthread_t t, other;
  create(&t, asksFunction, c);
  pthread_detach(t);
  create(&other, runsPointer, c);
  pthread_detach(other);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 'other' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
