/* leash-unjoined-thread in C: handles in structs, globals and helpers. */
// RUN: %check %s leash-unjoined-thread -std=c99-or-later -mocks
#include <pthread.h>
#include <stdlib.h>

void *work(void *);
int ready(void);

//===--- Helpers ----------------------------------------------------------===//

static void join(pthread_t t) { pthread_join(t, NULL); }
static void joinByPointer(pthread_t *t) { pthread_join(*t, NULL); }
static void joinAll(pthread_t *ts, int n) {
  for (int i = 0; i < n; i++)
    pthread_join(ts[i], NULL);
}
static void onlyKills(pthread_t t) { pthread_kill(t, 9); }
static int start(pthread_t *t) { return pthread_create(t, NULL, work, NULL); }
static void startAndJoin(pthread_t *t) {
  if (pthread_create(t, NULL, work, NULL) == 0)
    pthread_join(*t, NULL);
}
static pthread_t startAndReturn(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  return t;
}

void helpers(void) {
  pthread_t t, u, ts[4];
  pthread_create(&t, NULL, work, NULL);
  join(t);
  pthread_create(&u, NULL, work, NULL);
  joinByPointer(&u);
  for (int i = 0; i < 4; i++)
    pthread_create(&ts[i], NULL, work, NULL);
  joinAll(ts, 4);
}
int startedByAHelper(void) {
  pthread_t t;
  if (start(&t))
    return -1;
  join(t);
  pthread_t u = startAndReturn();
  join(u);
  pthread_t v;
  startAndJoin(&v);
  return 0;
}
void killedByAHelper(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  pthread_create(&t, NULL, work, NULL);
  onlyKills(t);
}
void startedByAHelperAndForgotten(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  start(&t);
}
void returnedAndForgotten(void) {
  pthread_t t = startAndReturn();
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}

//===--- Structs ----------------------------------------------------------===//

struct server {
  pthread_t thread;
  int up;
};
int serverStart(struct server *s) {
  int rc = pthread_create(&s->thread, NULL, work, s);
  s->up = !rc;
  return rc;
}
void serverStop(struct server *s) {
  if (s->up) {
    pthread_join(s->thread, NULL);
    s->up = 0;
  }
}
struct forgetful {
  pthread_t thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread member 'thread' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:10: note: the thread starts here
};
int forgetfulStart(struct forgetful *f) {
  return pthread_create(&f->thread, NULL, work, f);
}
struct stopped {
  pthread_t thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread member 'thread' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:3: note: the thread starts here
  volatile int stop;
};
void stoppedStart(struct stopped *s) {
  pthread_create(&s->thread, NULL, work, s);
}
void stoppedStop(struct stopped *s) {
  s->stop = 1;
  pthread_cancel(s->thread);
}
typedef struct {
  pthread_t thread;
} handedOut;
pthread_t *handOut(handedOut *h) {
  pthread_create(&h->thread, NULL, work, h);
  return &h->thread;
}
struct copied {
  pthread_t thread;
};
void copiedStart(struct copied *c) {
  pthread_create(&c->thread, NULL, work, c);
}
pthread_t copiedThread(struct copied *c) { return c->thread; }
struct letGo {
  pthread_t thread;
};
void letGoStart(struct letGo *l) {
  pthread_create(&l->thread, NULL, work, l);
  pthread_detach(l->thread);
}
struct nested {
  struct {
    pthread_t thread;
  } reader, *writer;
};
void nestedStart(struct nested *n) {
  pthread_create(&n->reader.thread, NULL, work, n);
  pthread_create(&n->writer->thread, NULL, work, n);
}
void nestedStop(struct nested *n) {
  pthread_join(n->reader.thread, NULL);
  pthread_join(n->writer->thread, NULL);
}
struct viaLocal {
  pthread_t thread;
};
void viaLocalStart(struct viaLocal *v) {
  pthread_t t;
  if (pthread_create(&t, NULL, work, v) == 0)
    v->thread = t;
}
void viaLocalStop(struct viaLocal *v) {
  pthread_t t = v->thread;
  pthread_join(t, NULL);
}
void elsewhere(pthread_t);
struct handedOn {
  pthread_t thread;
};
void handedOnStart(struct handedOn *h) {
  pthread_create(&h->thread, NULL, work, h);
  elsewhere(h->thread);
}

//===--- Globals and statics: their life does not end here ----------------===//

static pthread_t Global;
static void joinAtExit(void) { pthread_join(Global, NULL); }
int startGlobal(void) {
  int rc = pthread_create(&Global, NULL, work, NULL);
  if (!rc)
    atexit(joinAtExit);
  return rc;
}
static pthread_t Forgotten;
int startForgotten(void) {
  return pthread_create(&Forgotten, NULL, work, NULL);
}
void startStatic(void) {
  static pthread_t t;
  pthread_create(&t, NULL, work, NULL);
}
