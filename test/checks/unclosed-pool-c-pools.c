// leash-unclosed-pool: how C programs keep their pools and close them. Silent.
//
// RUN: %check %s leash-unclosed-pool -std=c99-or-later -- -- -isystem %S/Inputs/unclosed-pool-system
#include <libraries.h>
#include <pthread.h>
#include <stdlib.h>

void *run(void *);
int busy(void);
void use(void *);

/*===--- Structs ----------------------------------------------------------===*/

struct made {
  threadpool pool;
};
struct made *madeNew(void) {
  struct made *m = malloc(sizeof *m);
  if (!m)
    return NULL;
  if (!(m->pool = thpool_init(4))) {
    free(m);
    return NULL;
  }
  return m;
}
void madeFree(struct made **m) {
  thpool_destroy((*m)->pool);
  free(*m);
  *m = NULL;
}

struct viaLocal {
  threadpool pool;
};
void viaLocalInit(struct viaLocal *v) {
  threadpool pool = thpool_init(3);
  v->pool = pool;
}
void viaLocalFini(struct viaLocal *v) {
  threadpool pool = v->pool;
  v->pool = NULL;
  thpool_destroy(pool);
}

struct viaHelpers {
  threadpool pool;
};
static threadpool make(void) { return thpool_init(3); }
static void destroy(threadpool *pool) {
  thpool_destroy(*pool);
  *pool = NULL;
}
void viaHelpersInit(struct viaHelpers *v) { v->pool = make(); }
void viaHelpersFini(struct viaHelpers *v) { destroy(&v->pool); }

struct client {
  struct mosquitto *broker;
};
int clientStart(struct client *c) {
  c->broker = mosquitto_new("leash", 1, c);
  return mosquitto_loop_start(c->broker);
}
void clientStop(struct client *c) { mosquitto_destroy(c->broker); }

struct messaging {
  void *context;
};
void messagingInit(struct messaging *m) { m->context = zmq_ctx_new(); }
void messagingFini(struct messaging *m) {
  if (!m->context)
    return;
  zmq_ctx_shutdown(m->context);
  zmq_ctx_term(m->context);
}

struct workers {
  pthread_t *threads;
  int count;
};
struct workers *workersNew(int n) {
  struct workers *w = malloc(sizeof *w);
  w->threads = malloc(n * sizeof(pthread_t));
  for (w->count = 0; w->count < n; w->count++)
    pthread_create(&w->threads[w->count], NULL, run, w);
  return w;
}
void workersFree(struct workers *w) {
  for (int i = 0; i < w->count; ++i) {
    void *result;
    pthread_join(w->threads[i], &result);
  }
  free(w->threads);
  free(w);
}

struct aliased {
  pthread_t threads[4];
};
void aliasedStart(struct aliased *a) {
  for (int i = 0; i < 4; i++)
    pthread_create(a->threads + i, NULL, run, a);
}
void aliasedStop(struct aliased *a) {
  pthread_t *thread = a->threads;
  for (int i = 0; i < 4; i++)
    pthread_join(thread[i], NULL);
}

struct worker {
  pthread_t thread;
  int id;
};
struct server {
  struct worker *workers;
  int count;
};
int serverStart(struct server *s) {
  s->workers = calloc(4, sizeof *s->workers);
  for (s->count = 0; s->count < 4; s->count++) {
    struct worker *w = &s->workers[s->count];
    if (pthread_create(&w->thread, NULL, run, w))
      return -1;
  }
  return 0;
}
void serverStop(struct server *s) {
  for (int i = 0; i < s->count; i++)
    pthread_join(s->workers[i].thread, NULL);
  free(s->workers);
}

/* As long as the process. */
static struct {
  pthread_t threads[4];
  threadpool pool;
} Service;
void serviceStart(void) {
  for (int i = 0; i < 4; i++)
    pthread_create(&Service.threads[i], NULL, run, NULL);
  Service.pool = thpool_init(4);
}
static pthread_t *Threads;
void threadsStart(int n) {
  Threads = malloc(n * sizeof *Threads);
  for (int i = 0; i < n; i++)
    pthread_create(&Threads[i], NULL, run, NULL);
}

/*===--- Locals -----------------------------------------------------------===*/

int cleanUp(void) {
  int result = -1;
  threadpool pool = thpool_init(3);
  if (!pool)
    goto out;
  if (busy())
    goto clean;
  result = 0;
clean:
  thpool_destroy(pool);
out:
  return result;
}
int perhaps(void) {
  threadpool pool = NULL;
  if (busy())
    pool = thpool_init(3);
  if (pool)
    thpool_destroy(pool);
  return 0;
}
int inCondition(void) {
  threadpool pool;
  if ((pool = thpool_init(3)) == NULL)
    return -1;
  thpool_destroy(pool);
  return 0;
}
void inStruct(void) {
  struct made m;
  m.pool = thpool_init(2);
  use(&m);
}
void inInitialiser(void) {
  struct made m = {thpool_init(2)};
  thpool_destroy(m.pool);
}
void out(threadpool *result) {
  threadpool pool = thpool_init(2);
  if (busy()) {
    thpool_destroy(pool);
    pool = NULL;
  }
  *result = pool;
}
void array(void) {
  threadpool pools[2];
  pools[0] = thpool_init(1);
  pools[1] = thpool_init(1);
  thpool_destroy(pools[0]);
  thpool_destroy(pools[1]);
}
void allocated(int n) {
  threadpool *pools = calloc(n, sizeof *pools);
  for (int i = 0; i < n; i++)
    pools[i] = thpool_init(1);
  for (int i = 0; i < n; i++)
    thpool_destroy(pools[i]);
  free(pools);
}
int status(struct mosquitto *m) {
  int error = mosquitto_loop_start(m);
  if (error != 0) {
    mosquitto_destroy(m);
    return 1;
  }
  return 0;
}
void endless(void) {
  struct mosquitto *m = mosquitto_new("leash", 1, NULL);
  mosquitto_loop_start(m);
  for (;;)
    use(m);
}
