// leash-abandoned-channel with GLib's queue.
//
// REQUIRES: glib-headers
// RUN: %check %s leash-abandoned-channel -std=gnu11 -- -- -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include

#include <glib.h>

gpointer read_event(int fd);
void consume(gpointer event);

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
// CHECK-MESSAGES: :[[@LINE-18]]:19: warning: 'feed' can leave without closing 'queue': 'g_async_queue_pop' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-13]]:21: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-13]]:19: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-12]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-12]]:7: note: this return leaves 'queue' open
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
