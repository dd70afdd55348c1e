/* leash-unjoined-thread, real headers: ways to own a thread in C that are all
   right. */
// RUN: %check %s leash-unjoined-thread -std=c11,c17 -- -- -D_GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

void *w(void *);

//===--- A ticker: the handle lives in a struct ---------------------------===//

struct srv { pthread_t tid; int up; };
int srv_start(struct srv *s) {
  int rc = pthread_create(&s->tid, NULL, w, s);
  s->up = !rc;
  return rc;
}
void srv_stop(struct srv *s) {
  if (s->up) { pthread_join(s->tid, NULL); s->up = 0; }
}

//===--- Let go in three ways ---------------------------------------------===//

static void *self_detaching(void *a) {
  pthread_detach(pthread_self());
  return w(a);
}
int fire(void *a) {
  pthread_t t;
  return pthread_create(&t, NULL, self_detaching, a);
}
int fire2(void *a) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, w, a);
  if (!rc) pthread_detach(t);
  return rc;
}
int fire3(void *a) {
  pthread_attr_t at;
  pthread_t t;
  pthread_attr_init(&at);
  pthread_attr_setdetachstate(&at, PTHREAD_CREATE_DETACHED);
  int rc = pthread_create(&t, &at, w, a);
  pthread_attr_destroy(&at);
  return rc;
}

//===--- Arrays, parameters, globals --------------------------------------===//

void fan_out(void *a) {
  enum { N = 4 };
  pthread_t t[N];
  int n = 0;
  while (n < N && !pthread_create(&t[n], NULL, w, a)) n++;
  for (int i = 0; i < n; i++) pthread_join(t[i], NULL);
}
int spawn_out(pthread_t *out, void *a) {
  return pthread_create(out, NULL, w, a); /* the caller owns *out */
}
static pthread_t g_tid;
static void at_exit_join(void) { pthread_join(g_tid, NULL); }
int start_global(void) {
  int rc = pthread_create(&g_tid, NULL, w, NULL);
  if (!rc) atexit(at_exit_join);
  return rc;
}
static void *sig_main(void *s) {
  int sig;
  for (;;)
    if (!sigwait(s, &sig) && sig == SIGTERM) _exit(0);
  return NULL;
}
int start_sigthread(sigset_t *s) {
  pthread_t t;
  pthread_sigmask(SIG_BLOCK, s, NULL);
  int rc = pthread_create(&t, NULL, sig_main, s);
  if (!rc) pthread_detach(t);
  return rc;
}

//===--- A pool -----------------------------------------------------------===//

typedef struct pool {
  pthread_mutex_t m;
  pthread_cond_t cv;
  bool closed;
  int n;
  pthread_t t[];
} pool;
static void *worker(void *p) { return w(p); }
void pool_destroy(pool *p) {
  if (!p) return;
  pthread_mutex_lock(&p->m);
  p->closed = true;
  pthread_cond_broadcast(&p->cv);
  pthread_mutex_unlock(&p->m);
  for (int i = 0; i < p->n; i++) pthread_join(p->t[i], NULL);
  free(p);
}
pool *pool_create(int n) {
  pool *p = calloc(1, sizeof *p + (size_t)n * sizeof p->t[0]);
  if (!p) return NULL;
  for (; p->n < n; p->n++)
    if (pthread_create(&p->t[p->n], NULL, worker, p)) {
      pool_destroy(p);
      return NULL;
    }
  return p;
}
