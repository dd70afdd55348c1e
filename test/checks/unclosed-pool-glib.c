// leash-unclosed-pool with GLib: g_thread_pool_free closes a pool.
//
// REQUIRES: glib-headers
// RUN: %check %s leash-unclosed-pool -std=c11 -- -- -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib-object.h>

void work(gpointer, gpointer);
gboolean busy(void);

/*===--- Never closed -----------------------------------------------------===*/

void neverFreed(gpointer job) {
  GThreadPool *pool = g_thread_pool_new(work, NULL, 4, TRUE, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  g_thread_pool_push(pool, job, NULL);
}
int notAlways(gpointer job) {
  GThreadPool *pool = g_thread_pool_new(work, NULL, 4, TRUE, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (!g_thread_pool_push(pool, job, NULL))
    return -1;
  g_thread_pool_free(pool, FALSE, TRUE);
  return 0;
}
void discarded(void) {
  g_thread_pool_new(work, NULL, 4, TRUE, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread pool is never closed: its threads run on [leash-unclosed-pool]
}
void perTurn(gpointer *jobs, int n) {
  for (int i = 0; i < n; ++i) {
    GThreadPool *pool = g_thread_pool_new(work, NULL, 4, TRUE, NULL);
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: thread pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
    // CHECK-MESSAGES: :[[@LINE+3]]:3: note: 'pool' goes out of scope here
    g_thread_pool_push(pool, jobs[i], NULL);
    g_thread_pool_set_max_threads(pool, 8, NULL);
  }
}

struct renderer {
  GThreadPool *pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread pool member 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+6]]:15: note: the pool is made here
  int pages;
};
struct renderer *rendererNew(gboolean parallel) {
  struct renderer *r = g_new0(struct renderer, 1);
  if (parallel)
    r->pool = g_thread_pool_new(work, r, 10, TRUE, NULL);
  return r;
}
void rendererFree(struct renderer *r) { g_free(r); }

/*===--- Closed -----------------------------------------------------------===*/

void freed(gpointer job) {
  GThreadPool *pool = g_thread_pool_new(work, NULL, 4, TRUE, NULL);
  g_thread_pool_push(pool, job, NULL);
  g_thread_pool_free(pool, FALSE, TRUE);
}
void freedLater(void) {
  GThreadPool *pool = g_thread_pool_new(work, NULL, 4, TRUE, NULL);
  g_thread_pool_free(pool, TRUE, FALSE);
}
void failed(GError **error) {
  GThreadPool *pool = g_thread_pool_new(work, NULL, 4, TRUE, error);
  if (!pool)
    return;
  g_thread_pool_free(pool, FALSE, TRUE);
}
static void finish(GThreadPool *pool) {
  if (pool)
    g_thread_pool_free(pool, FALSE, TRUE);
}
void freedByHelper(void) {
  GThreadPool *pool = g_thread_pool_new(work, NULL, 4, TRUE, NULL);
  finish(pool);
}
static void cleanUp(GThreadPool **pool) { g_thread_pool_free(*pool, FALSE, TRUE); }
void freedByAttribute(gpointer job) {
  __attribute__((cleanup(cleanUp))) GThreadPool *pool =
      g_thread_pool_new(work, NULL, 4, TRUE, NULL);
  g_thread_pool_push(pool, job, NULL);
}
struct closed {
  GThreadPool *pool;
};
void closedInit(struct closed *it) {
  it->pool = g_thread_pool_new(work, it, 4, TRUE, NULL);
}
void closedFini(struct closed *it) {
  g_clear_pointer(&it->pool, finish);
}
struct closedToo {
  GThreadPool *pool;
};
struct closedToo *closedTooNew(void) {
  struct closedToo *it = g_new0(struct closedToo, 1);
  it->pool = g_thread_pool_new(work, it, 4, TRUE, NULL);
  return it;
}
void closedTooFree(struct closedToo *it) {
  g_thread_pool_free(it->pool, FALSE, TRUE);
  g_free(it);
}

/*===--- Somebody else's --------------------------------------------------===*/

void keep(GThreadPool *);
GThreadPool *returned(void) { return g_thread_pool_new(work, NULL, 4, TRUE, NULL); }
void kept(GThreadPool **out) {
  keep(g_thread_pool_new(work, NULL, 4, TRUE, NULL));
  *out = g_thread_pool_new(work, NULL, 4, TRUE, NULL);
}
void attached(GObject *object) {
  GThreadPool *pool = g_thread_pool_new(work, NULL, 4, TRUE, NULL);
  g_object_set_data(object, "pool", pool);
}
static GThreadPool *Common;
void startCommon(void) {
  if (!Common)
    Common = g_thread_pool_new(work, NULL, 4, TRUE, NULL);
}
GThreadPool *common(void) {
  static gsize made;
  static GThreadPool *pool;
  if (g_once_init_enter(&made)) {
    pool = g_thread_pool_new(work, NULL, 4, TRUE, NULL);
    g_once_init_leave(&made, 1);
  }
  return pool;
}

/*===--- One over another -------------------------------------------------===*/

struct perCall {
  GThreadPool *pool;
};
void perCallRender(struct perCall *it) {
  it->pool = g_thread_pool_new(work, it, 10, TRUE, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this puts a new thread pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
  g_thread_pool_push(it->pool, it, NULL);
}
void perCallFree(struct perCall *it) { g_thread_pool_free(it->pool, FALSE, TRUE); }

struct unlessThere {
  GThreadPool *pool;
};
void unlessThereRender(struct unlessThere *it) {
  if (it->pool == NULL)
    it->pool = g_thread_pool_new(work, it, 10, TRUE, NULL);
}
void unlessThereFree(struct unlessThere *it) {
  g_thread_pool_free(it->pool, FALSE, TRUE);
}
