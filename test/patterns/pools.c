// The stories that Leash starts from, as far as pools that nobody closes are
// their fault, in C: what leaks is reported, what repairs it is not.
//
// RUN: %check %s "leash-*" -std=c99-or-later -mocks
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

/*===--- 6. Connection pool -----------------------------------------------===*/

enum { Size = 4 };

void ping(int fd);
int dial(int port);

struct leaky {
  int fds[Size];
  pthread_t keepers[Size];
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: threads of member 'keepers' are never joined: their stacks and statuses stay allocated [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+13]]:9: note: the threads start here
};
static void *keepAliveForEver(void *data) {
  for (;;) {
    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
    // CHECK-MESSAGES: :[[@LINE+8]]:9: note: the thread starts here
    ping(*(int *)data);
    sleep(30);
  }
}
int leakyOpen(struct leaky *pool, int port) {
  for (int i = 0; i < Size; i++) {
    pool->fds[i] = dial(port);
    if (pthread_create(&pool->keepers[i], NULL, keepAliveForEver, &pool->fds[i]))
      return -1;
  }
  return 0;
}
/* Hangs up, and forgets the maintainers. */
void leakyClose(struct leaky *pool) {
  for (int i = 0; i < Size; i++)
    close(pool->fds[i]);
}

struct repaired {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  int closed, count;
  int fds[Size];
  pthread_t keepers[Size];
};
static void *keepAlive(void *data) {
  struct repaired *pool = data;
  pthread_mutex_lock(&pool->mutex);
  while (!pool->closed) {
    ping(pool->fds[0]);
    pthread_cond_wait(&pool->changed, &pool->mutex);
  }
  pthread_mutex_unlock(&pool->mutex);
  return NULL;
}
/* Signals, waits for all maintainers, and only then hangs up. */
void repairedClose(struct repaired *pool) {
  pthread_mutex_lock(&pool->mutex);
  pool->closed = 1;
  pthread_cond_broadcast(&pool->changed);
  pthread_mutex_unlock(&pool->mutex);
  for (int i = 0; i < pool->count; i++)
    pthread_join(pool->keepers[i], NULL);
  for (int i = 0; i < pool->count; i++)
    close(pool->fds[i]);
}
int repairedOpen(struct repaired *pool, int port) {
  for (pool->count = 0; pool->count < Size; pool->count++) {
    pool->fds[pool->count] = dial(port);
    if (pthread_create(&pool->keepers[pool->count], NULL, keepAlive, pool)) {
      repairedClose(pool);
      return -1;
    }
  }
  return 0;
}

/*===--- 8. A pool per document -------------------------------------------===*/

struct pool {
  int count;
  pthread_t workers[10];
};
static void *layOut(void *data) { return data; }
static struct pool *poolNew(void) {
  struct pool *pool = calloc(1, sizeof *pool);
  for (; pool->count < 10; pool->count++)
    pthread_create(&pool->workers[pool->count], NULL, layOut, pool);
  return pool;
}
static void poolFree(struct pool *pool) {
  for (int i = 0; i < pool->count; i++)
    pthread_join(pool->workers[i], NULL);
  free(pool);
}

/* The workers are the document's own. */
struct document {
  pthread_t workers[10];
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: threads of member 'workers' are never joined: their stacks and statuses stay allocated [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+7]]:7: note: the threads start here
  int pages;
};
struct document *documentNew(int parallel) {
  struct document *d = calloc(1, sizeof *d);
  if (parallel)
    for (int i = 0; i < 10; i++)
      pthread_create(&d->workers[i], NULL, layOut, d);
  return d;
}
void documentFree(struct document *d) { free(d); }

/* Repaired: made inside the function that uses it, and closed there. */
int render(int pages) {
  struct pool *pool = poolNew();
  if (pages == 0) {
    poolFree(pool);
    return 0;
  }
  poolFree(pool);
  return pages;
}
struct documentRepaired {
  struct pool *pool;
};
struct documentRepaired *documentRepairedNew(int parallel) {
  struct documentRepaired *d = calloc(1, sizeof *d);
  if (parallel)
    d->pool = poolNew();
  return d;
}
void documentRepairedFree(struct documentRepaired *d) {
  if (d->pool)
    poolFree(d->pool);
  free(d);
}
