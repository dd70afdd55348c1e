// leash-unclosed-pool in C: structs with arrays of pthread_t, made and
// destroyed by functions.
//
// RUN: %check %s leash-unclosed-pool -std=c99-or-later -mocks
#include "Inputs/unclosed-pool-c.h"
#include <pthread.h>
#include <stdlib.h>

void *run(void *);
int busy(void);

/*===--- Never joined -----------------------------------------------------===*/

struct open {
  int count;
  pthread_t workers[8];
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: threads of member 'workers' are never joined: their stacks and statuses stay allocated [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+5]]:5: note: the threads start here
};
struct open *openCreate(int n) {
  struct open *p = calloc(1, sizeof *p);
  for (; p->count < n; p->count++)
    pthread_create(&p->workers[p->count], NULL, run, p);
  return p;
}
void openDestroy(struct open *p) { free(p); }

struct openPointer {
  int stopping;
  pthread_t *workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: threads of member 'workers' are never joined: their stacks and statuses stay allocated [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+5]]:9: note: the threads start here
};
int openPointerInit(struct openPointer *p, int n) {
  p->workers = malloc(n * sizeof *p->workers);
  for (int i = 0; i < n; i++)
    if (pthread_create(p->workers + i, NULL, run, p))
      return -1;
  return 0;
}
/* It asks them to end, and does not wait for them. */
void openPointerStop(struct openPointer *p) {
  p->stopping = 1;
  free(p->workers);
}


struct nested {
  struct {
    pthread_t workers[2];
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: threads of member 'workers' are never joined: their stacks and statuses stay allocated [leash-unclosed-pool]
    // CHECK-MESSAGES: :[[@LINE+5]]:5: note: the threads start here
  } pool;
};
void nestedInit(struct nested *n) {
  for (int i = 0; i < 2; i++)
    pthread_create(&n->pool.workers[i], NULL, run, n);
}

struct cancelled {
  pthread_t workers[2];
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: threads of member 'workers' are never joined: their stacks and statuses stay allocated [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the threads start here
};
void cancelledInit(struct cancelled *c) {
  pthread_create(&c->workers[0], NULL, run, c);
  pthread_create(&c->workers[1], NULL, run, c);
}
void cancelledStop(struct cancelled *c) {
  pthread_cancel(c->workers[0]);
  pthread_cancel(c->workers[1]);
}

/*===--- Joined -----------------------------------------------------------===*/

struct pool {
  int closed, count;
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  pthread_t workers[];
};
void poolDestroy(struct pool *p) {
  if (!p)
    return;
  pthread_mutex_lock(&p->mutex);
  p->closed = 1;
  pthread_cond_broadcast(&p->changed);
  pthread_mutex_unlock(&p->mutex);
  for (int i = 0; i < p->count; i++)
    pthread_join(p->workers[i], NULL);
  free(p);
}
struct pool *poolCreate(int n) {
  struct pool *p = calloc(1, sizeof *p + n * sizeof p->workers[0]);
  if (!p)
    return NULL;
  for (; p->count < n; p->count++)
    if (pthread_create(&p->workers[p->count], NULL, run, p)) {
      poolDestroy(p);
      return NULL;
    }
  return p;
}

struct byHelper {
  pthread_t *workers;
  int count;
};
static void joinAll(pthread_t *threads, int n) {
  while (n--)
    pthread_join(threads[n], NULL);
}
void byHelperInit(struct byHelper *h) {
  for (int i = 0; i < h->count; i++)
    pthread_create(&h->workers[i], NULL, run, h);
}
void byHelperStop(struct byHelper *h) { joinAll(h->workers, h->count); }

struct byPointer {
  pthread_t workers[4];
};
void byPointerInit(struct byPointer *b) {
  for (pthread_t *t = b->workers; t < b->workers + 4; t++)
    pthread_create(t, NULL, run, b);
}
void byPointerStop(struct byPointer *b) {
  for (pthread_t *t = b->workers; t < b->workers + 4; t++)
    pthread_join(*t, NULL);
}

struct detached {
  pthread_t workers[2];
};
void detachedInit(struct detached *d) {
  for (int i = 0; i < 2; i++) {
    pthread_create(&d->workers[i], NULL, run, d);
    pthread_detach(d->workers[i]);
  }
}
static void *detachesItself(void *data) {
  pthread_detach(pthread_self());
  return run(data);
}
struct detachedByItself {
  pthread_t workers[2];
};
void detachedByItselfInit(struct detachedByItself *d) {
  pthread_create(&d->workers[0], NULL, detachesItself, d);
}
struct detachedByAttribute {
  pthread_attr_t attributes;
  pthread_t workers[2];
};
void detachedByAttributeInit(struct detachedByAttribute *d) {
  pthread_attr_init(&d->attributes);
  pthread_attr_setdetachstate(&d->attributes, PTHREAD_CREATE_DETACHED);
  pthread_create(&d->workers[0], &d->attributes, run, d);
}

/*===--- Somebody else's --------------------------------------------------===*/

/* The struct is in a header: other files may join its threads. */
void headerInit(struct inHeader *h) {
  for (int i = 0; i < 4; i++)
    pthread_create(&h->workers[i], NULL, run, h);
}
struct handedOut {
  pthread_t workers[4];
};
void handedOutInit(struct handedOut *h) {
  pthread_create(&h->workers[0], NULL, run, h);
}
pthread_t *handedOutWorkers(struct handedOut *h) { return h->workers; }
void joinThem(pthread_t *threads, int n);
struct joinedElsewhere {
  pthread_t workers[4];
};
void joinedElsewhereInit(struct joinedElsewhere *j) {
  pthread_create(&j->workers[0], NULL, run, j);
}
void joinedElsewhereStop(struct joinedElsewhere *j) { joinThem(j->workers, 4); }

/* As long as the process. */
static pthread_t Workers[4];
void startWorkers(void) {
  for (int i = 0; i < 4; i++)
    pthread_create(&Workers[i], NULL, run, NULL);
}
