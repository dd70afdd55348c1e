/* leash-unbounded-spawn is silent on what is right: C with pthreads. */
// RUN: %check %s leash-unbounded-spawn -std=c11-or-later
#define _GNU_SOURCE
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

void *w(void *);

/* --- Handles in structures, globals, arguments -------------------------- */

struct srv {
  pthread_t tid;
  int up;
};
int srv_start(struct srv *s) {
  int rc = pthread_create(&s->tid, NULL, w, s);
  s->up = !rc;
  return rc;
}
void srv_stop(struct srv *s) {
  if (s->up) {
    pthread_join(s->tid, NULL);
    s->up = 0;
  }
}
int fire(void *a) {
  pthread_attr_t at;
  pthread_t t;
  pthread_attr_init(&at);
  pthread_attr_setdetachstate(&at, PTHREAD_CREATE_DETACHED);
  int rc = pthread_create(&t, &at, w, a);
  pthread_attr_destroy(&at);
  return rc;
}
void fan_out(void *a) {
  enum { N = 4 };
  pthread_t t[N];
  int n = 0;
  while (n < N && !pthread_create(&t[n], NULL, w, a))
    n++;
  for (int i = 0; i < n; i++)
    pthread_join(t[i], NULL);
}
int spawn_out(pthread_t *out, void *a) {
  return pthread_create(out, NULL, w, a);
}
static pthread_t g_tid;
static void at_exit_join(void) { pthread_join(g_tid, NULL); }
int start_global(void) {
  int rc = pthread_create(&g_tid, NULL, w, NULL);
  if (!rc)
    atexit(at_exit_join);
  return rc;
}
static void *sig_main(void *s) {
  int sig;
  for (;;)
    if (!sigwait(s, &sig) && sig == SIGTERM)
      _exit(0);
  return NULL;
}
int start_sigthread(sigset_t *s) {
  pthread_t t;
  pthread_sigmask(SIG_BLOCK, s, NULL);
  int rc = pthread_create(&t, NULL, sig_main, s);
  if (!rc)
    pthread_detach(t);
  return rc;
}

/* --- A pool ------------------------------------------------------------- */

typedef struct {
  void (*fn)(void *);
  void *arg;
} job;
typedef struct pool {
  pthread_mutex_t m;
  pthread_cond_t cv;
  job *q;
  size_t cap, head, len;
  bool closed;
  int n;
  pthread_t t[];
} pool;
static void *worker(void *given) {
  pool *p = given;
  pthread_mutex_lock(&p->m);
  for (;;) {
    while (!p->len && !p->closed)
      pthread_cond_wait(&p->cv, &p->m);
    if (!p->len)
      break;
    job j = p->q[p->head];
    p->head = (p->head + 1) % p->cap;
    p->len--;
    pthread_mutex_unlock(&p->m);
    j.fn(j.arg);
    pthread_mutex_lock(&p->m);
  }
  pthread_mutex_unlock(&p->m);
  return NULL;
}
void pool_destroy(pool *p) {
  if (!p)
    return;
  pthread_mutex_lock(&p->m);
  p->closed = true;
  pthread_cond_broadcast(&p->cv);
  pthread_mutex_unlock(&p->m);
  for (int i = 0; i < p->n; i++)
    pthread_join(p->t[i], NULL);
  free(p->q);
  free(p);
}
pool *pool_create(int n, size_t cap) {
  pool *p = calloc(1, sizeof *p + (size_t)n * sizeof p->t[0]);
  if (!p || !(p->q = calloc(cap, sizeof *p->q))) {
    free(p);
    return NULL;
  }
  p->cap = cap;
  pthread_mutex_init(&p->m, NULL);
  pthread_cond_init(&p->cv, NULL);
  for (; p->n < n; p->n++)
    if (pthread_create(&p->t[p->n], NULL, worker, p)) {
      pool_destroy(p);
      return NULL;
    }
  return p;
}
bool pool_submit(pool *p, void (*fn)(void *), void *arg) {
  bool ok = false;
  pthread_mutex_lock(&p->m);
  if (!p->closed && p->len < p->cap) {
    p->q[(p->head + p->len++) % p->cap] = (job){fn, arg};
    ok = true;
    pthread_cond_signal(&p->cv);
  }
  pthread_mutex_unlock(&p->m);
  return ok;
}
struct list {
  struct list *next;
};
void submits(pool *p, struct list *items, void (*fn)(void *)) {
  for (; items; items = items->next)
    pool_submit(p, fn, items);
}

/* --- A semaphore around each start -------------------------------------- */

struct arg {
  sem_t *slots;
  void (*fn)(void *);
  void *p;
};
static void *trampoline(void *v) {
  struct arg a = *(struct arg *)v;
  free(v);
  a.fn(a.p);
  sem_post(a.slots);
  return NULL;
}
enum { N = 4 };
void run_list(void (*fn)(void *), struct list *items) {
  sem_t slots;
  sem_init(&slots, 0, N);
  pthread_attr_t at;
  pthread_attr_init(&at);
  pthread_attr_setdetachstate(&at, PTHREAD_CREATE_DETACHED);
  for (struct list *i = items; i; i = i->next) {
    sem_wait(&slots);
    struct arg *a = malloc(sizeof *a);
    pthread_t t;
    if (!a) {
      sem_post(&slots);
      continue;
    }
    *a = (struct arg){&slots, fn, i};
    if (pthread_create(&t, &at, trampoline, a)) {
      free(a);
      fn(i);
      sem_post(&slots);
    }
  }
  for (int i = 0; i < N; i++)
    sem_wait(&slots);
  pthread_attr_destroy(&at);
  sem_destroy(&slots);
}

/* --- A ticker ----------------------------------------------------------- */

struct ticker {
  pthread_mutex_t m;
  pthread_cond_t cv;
  bool stop;
  void (*fn)(void *);
  void *arg;
  pthread_t tid;
};
static void *tick_main(void *v) {
  struct ticker *t = v;
  struct timespec ts;
  pthread_mutex_lock(&t->m);
  clock_gettime(CLOCK_REALTIME, &ts);
  while (!t->stop) {
    ts.tv_sec++;
    int rc;
    do
      rc = pthread_cond_timedwait(&t->cv, &t->m, &ts);
    while (!t->stop && rc == 0);
    if (!t->stop) {
      pthread_mutex_unlock(&t->m);
      t->fn(t->arg);
      pthread_mutex_lock(&t->m);
    }
  }
  pthread_mutex_unlock(&t->m);
  return NULL;
}
int ticker_start(struct ticker *t) {
  pthread_mutex_init(&t->m, NULL);
  pthread_cond_init(&t->cv, NULL);
  t->stop = false;
  return pthread_create(&t->tid, NULL, tick_main, t);
}
void ticker_stop(struct ticker *t) {
  pthread_mutex_lock(&t->m);
  t->stop = true;
  pthread_cond_broadcast(&t->cv);
  pthread_mutex_unlock(&t->m);
  pthread_join(t->tid, NULL);
}
