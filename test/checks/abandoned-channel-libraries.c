// leash-abandoned-channel with GLib's and APR's queues.
//
// REQUIRES: glib-headers, apr-headers
// RUN: %check %s leash-abandoned-channel -std=gnu11 -- -- -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/include/apr-1.0

#include <apr_queue.h>
#include <apr_thread_proc.h>
#include <glib.h>

gpointer read_event(int fd);
int send_event(int fd, void *event);
void consume(gpointer event);
void *make_event(void);

static char quit;

static gpointer work(gpointer data) {
  GAsyncQueue *queue = data;
  gpointer event;
  while ((event = g_async_queue_pop(queue)) != &quit)
    consume(event);
  return NULL;
}
gboolean feed(int fd, int limit) {
  GAsyncQueue *queue = g_async_queue_new();
  GThread *worker = g_thread_new("worker", work, queue);
  for (int i = 0; i < limit; ++i) {
    gpointer event = read_event(fd);
    if (!event)
      return FALSE;
    g_async_queue_push(queue, event);
  }
  g_async_queue_push(queue, &quit);
  g_thread_join(worker);
  g_async_queue_unref(queue);
  return TRUE;
}
gboolean feed_all(int fd, int limit) {
  GAsyncQueue *queue = g_async_queue_new();
  GThread *worker = g_thread_new("worker", work, queue);
  gboolean good = TRUE;
  for (int i = 0; i < limit; ++i) {
    gpointer event = read_event(fd);
    if (!event) {
      good = FALSE;
      break;
    }
    g_async_queue_push(queue, event);
  }
  g_async_queue_push(queue, &quit);
  g_thread_join(worker);
  g_async_queue_unref(queue);
  return good;
}

static void *APR_THREAD_FUNC generate(apr_thread_t *thread, void *data) {
  apr_queue_t *queue = data;
  void *event;
  while ((event = make_event()) != NULL)
    apr_queue_push(queue, event);
  apr_queue_term(queue);
  return NULL;
}
void stream(int fd, apr_pool_t *pool) {
  apr_queue_t *queue;
  apr_thread_t *thread;
  apr_status_t status;
  void *event;
  apr_queue_create(&queue, 16, pool);
  apr_thread_create(&thread, NULL, generate, queue, pool);
  while (apr_queue_pop(queue, &event) == APR_SUCCESS)
    if (send_event(fd, event) < 0)
      break;
  apr_thread_join(&status, thread);
}
void stream_ended(int fd, apr_pool_t *pool) {
  apr_queue_t *queue;
  apr_thread_t *thread;
  apr_status_t status;
  void *event;
  apr_queue_create(&queue, 16, pool);
  apr_thread_create(&thread, NULL, generate, queue, pool);
  while (apr_queue_pop(queue, &event) == APR_SUCCESS)
    if (send_event(fd, event) < 0)
      break;
  apr_queue_term(queue);
  apr_thread_join(&status, thread);
}
