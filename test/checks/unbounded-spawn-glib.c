// leash-unbounded-spawn with the real headers of GLib.
//
// REQUIRES: glib-headers
// RUN: %check %s leash-unbounded-spawn -std=c11 -- -- -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

gpointer serve(gpointer);
void task(gpointer, gpointer);

//===--- Reported ---------------------------------------------------------===//

void queue(GAsyncQueue *jobs) {
  while (TRUE) {
    gpointer job = g_async_queue_pop(jobs);
    g_thread_unref(g_thread_new("job", serve, job));
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void list(GList *items) {
  for (GList *i = items; i; i = i->next)
    g_thread_unref(g_thread_new("item", serve, i->data));
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop walks along a list [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
static gboolean tick(gpointer data) {
  g_thread_unref(g_thread_new("tick", serve, data));
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+3]]:20: note: the function is registered here
  return G_SOURCE_CONTINUE;
}
void ticks(void) { g_timeout_add(1000, tick, NULL); }

//===--- Silent -----------------------------------------------------------===//

void joined(GAsyncQueue *jobs) {
  while (TRUE)
    g_thread_join(g_thread_new("job", serve, g_async_queue_pop(jobs)));
}
// Whoever gets it may wait for it.
void handed_on(GAsyncQueue *jobs, GPtrArray *threads) {
  for (;;) {
    GThread *thread = g_thread_new("job", serve, g_async_queue_pop(jobs));
    g_ptr_array_add(threads, thread);
  }
}
void pooled(GThreadPool *pool, GAsyncQueue *jobs, GList *items) {
  while (TRUE)
    g_thread_pool_push(pool, g_async_queue_pop(jobs), NULL);
  for (GList *i = items; i; i = i->next)
    g_thread_pool_push(pool, i->data, NULL);
}
void processors(gpointer data) {
  for (guint i = 0; i < g_get_num_processors(); ++i)
    g_thread_unref(g_thread_new("worker", serve, data));
}
static GMutex mutex;
static GCond changed;
static int running;
static gpointer counted(gpointer data) {
  serve(data);
  g_mutex_lock(&mutex);
  running--;
  g_cond_signal(&changed);
  g_mutex_unlock(&mutex);
  return NULL;
}
void limited(GAsyncQueue *jobs) {
  while (TRUE) {
    gpointer job = g_async_queue_pop(jobs);
    g_mutex_lock(&mutex);
    while (running >= 8)
      g_cond_wait(&changed, &mutex);
    running++;
    g_mutex_unlock(&mutex);
    g_thread_unref(g_thread_new("job", counted, job));
  }
}
// It is called once.
static gboolean once(gpointer data) {
  g_thread_unref(g_thread_new("once", serve, data));
  return G_SOURCE_REMOVE;
}
void later(void) { g_timeout_add(1000, once, NULL); }
static gboolean limited_tick(gpointer data) {
  if (g_atomic_int_get(&running) >= 8)
    return G_SOURCE_CONTINUE;
  g_atomic_int_inc(&running);
  g_thread_unref(g_thread_new("tick", counted, data));
  return G_SOURCE_CONTINUE;
}
void limited_ticks(void) { g_timeout_add(1000, limited_tick, NULL); }
