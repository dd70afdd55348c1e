// leash-detached-thread with GLib: dropping the last reference lets go.
//
// REQUIRES: glib-headers
// RUN: %check %s leash-detached-thread -std=c11 -- -- -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>

void work(void);
gpointer elsewhere(gpointer);

static gpointer body(gpointer data) {
  work();
  return data;
}

void atOnce(void) {
  g_thread_unref(g_thread_new("worker", body, NULL));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void fresh(gpointer data) {
  GThread *t = g_thread_new("worker", elsewhere, data);
  g_thread_unref(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:16: note: the thread starts here
}

void tried(void) {
  GThread *t = g_thread_try_new("worker", body, NULL, NULL);
  if (t)
    g_thread_unref(t);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-4]]:16: note: the thread starts here
}

/* The reference is closed; who else holds the thread is not known. */
void parameter(GThread *t) { g_thread_unref(t); }
struct owner {
  GThread *thread;
};
void start(struct owner *o) { o->thread = g_thread_new("worker", body, NULL); }
void forget(struct owner *o) { g_thread_unref(o->thread); }
static GThread *Kept;
void copied(void) {
  GThread *t = g_thread_new("worker", body, NULL);
  Kept = t;
  g_thread_unref(t);
}
void handedOn(struct owner *o) {
  GThread *t = g_thread_new("worker", body, NULL);
  o->thread = g_thread_ref(t);
  g_thread_unref(t);
}
void takes(GThread *);
void given(void) {
  GThread *t = g_thread_new("worker", body, NULL);
  takes(t);
  g_thread_unref(t);
}
GThread *returned(gboolean drop) {
  GThread *t = g_thread_new("worker", body, NULL);
  if (drop)
    g_thread_unref(t);
  return t;
}
void joined(void) {
  GThread *t = g_thread_new("worker", body, NULL);
  g_thread_ref(t);
  g_thread_join(t);
  g_thread_unref(t);
}

/*===--- Stopped or waited for --------------------------------------------===*/

static gint Stop;
static gpointer untilStop(gpointer data) {
  while (!g_atomic_int_get(&Stop))
    work();
  return data;
}
static gpointer untilEnd(gpointer data) {
  while (g_get_monotonic_time() < *(gint64 *)data)
    work();
  return NULL;
}
static gpointer untilEmpty(gpointer data) {
  GAsyncQueue *queue = data;
  gpointer job;
  while ((job = g_async_queue_pop(queue)) != NULL)
    work();
  return NULL;
}
static gpointer forEver(gpointer data) {
  for (;;)
    if (g_atomic_int_get(&Stop))
      work();
  return data;
}
void stopped(GAsyncQueue *queue, gint64 *end) {
  g_thread_unref(g_thread_new("flag", untilStop, NULL));
  g_thread_unref(g_thread_new("deadline", untilEnd, end));
  g_thread_unref(g_thread_new("queue", untilEmpty, queue));
}
void notStopped(void) {
  g_thread_unref(g_thread_new("flag", forEver, NULL));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

static GMutex Lock;
static GCond Changed;
static gboolean Done;
static gpointer signals(gpointer data) {
  work();
  g_mutex_lock(&Lock);
  Done = TRUE;
  g_cond_signal(&Changed);
  g_mutex_unlock(&Lock);
  return data;
}
void waits(void) {
  g_thread_unref(g_thread_new("awaited", signals, NULL));
  g_mutex_lock(&Lock);
  while (!Done)
    g_cond_wait(&Changed, &Lock);
  g_mutex_unlock(&Lock);
}
