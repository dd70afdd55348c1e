// The stories that Leash starts from, 5. Streaming RPC, in C: the generator
// stays blocked on a queue when a send fails.
//
// RUN: %check %s "leash-*" -std=c99-or-later
#define _GNU_SOURCE
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct event {
  int id;
};
bool next_event(struct event *event);
bool send_event(int client, const struct event *event);

struct queue {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  struct event items[16];
  unsigned first, count;
  bool closed;
};

static bool queue_put(struct queue *q, const struct event *event) {
  pthread_mutex_lock(&q->mutex);
  while (q->count == 16 && !q->closed)
    pthread_cond_wait(&q->changed, &q->mutex);
  bool open = !q->closed;
  if (open)
    q->items[(q->first + q->count++) % 16] = *event;
  pthread_cond_broadcast(&q->changed);
  pthread_mutex_unlock(&q->mutex);
  return open;
}

static bool queue_take(struct queue *q, struct event *event) {
  pthread_mutex_lock(&q->mutex);
  while (q->count == 0 && !q->closed)
    pthread_cond_wait(&q->changed, &q->mutex);
  bool any = q->count > 0;
  if (any) {
    *event = q->items[q->first];
    q->first = (q->first + 1) % 16;
    q->count--;
  }
  pthread_cond_broadcast(&q->changed);
  pthread_mutex_unlock(&q->mutex);
  return any;
}

static void queue_close(struct queue *q) {
  pthread_mutex_lock(&q->mutex);
  q->closed = true;
  pthread_cond_broadcast(&q->changed);
  pthread_mutex_unlock(&q->mutex);
}

static void *generate_leaky(void *argument) {
  struct queue *events = argument;
  struct event event;
  while (next_event(&event))
    queue_put(events, &event);
  queue_close(events);
  return NULL;
}

int stream_leaky(int client) {
  struct queue events = {.count = 0};
  pthread_t generator;
  struct event event;
  pthread_mutex_init(&events.mutex, NULL);
  pthread_cond_init(&events.changed, NULL);
  if (pthread_create(&generator, NULL, generate_leaky, &events) != 0)
    return -1;
  while (queue_take(&events, &event)) {
    if (!send_event(client, &event)) {
      pthread_join(generator, NULL);
      return -1;
    }
  }
  pthread_join(generator, NULL);
  return 0;
}
// CHECK-MESSAGES: :[[@LINE-22]]:5: warning: 'stream_leaky' can leave without closing 'events': 'queue_put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:7: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-11]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-11]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-11]]:7: note: this waits for the task, with 'events' still open

static void *generate(void *argument) {
  struct queue *events = argument;
  struct event event;
  while (next_event(&event) && queue_put(events, &event)) {
  }
  queue_close(events);
  return NULL;
}

int stream_repaired(int client) {
  struct queue events = {.count = 0};
  pthread_t generator;
  struct event event;
  int result = 0;
  pthread_mutex_init(&events.mutex, NULL);
  pthread_cond_init(&events.changed, NULL);
  if (pthread_create(&generator, NULL, generate, &events) != 0)
    return -1;
  while (queue_take(&events, &event)) {
    if (!send_event(client, &event)) {
      result = -1;
      break;
    }
  }
  queue_close(&events);
  pthread_join(generator, NULL);
  return result;
}

/* By a parameter: the only caller hands over a local of its own. */
static int serve(struct queue *events, int client) {
  pthread_t generator;
  struct event event;
  if (pthread_create(&generator, NULL, generate, events) != 0)
    return -1;
  while (queue_take(events, &event))
    if (!send_event(client, &event))
      break;
  pthread_join(generator, NULL);
  return 0;
}
// CHECK-MESSAGES: :[[@LINE-38]]:32: warning: 'serve' can leave without closing 'events': 'queue_put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-9]]:7: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-8]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-8]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: this waits for the task, with 'events' still open
int stream_by_parameter(int client) {
  struct queue events = {.count = 0};
  pthread_mutex_init(&events.mutex, NULL);
  pthread_cond_init(&events.changed, NULL);
  return serve(&events, client);
}

/* The same, closed before it waits. */
static int serve_and_close(struct queue *events, int client) {
  pthread_t generator;
  struct event event;
  if (pthread_create(&generator, NULL, generate, events) != 0)
    return -1;
  while (queue_take(events, &event))
    if (!send_event(client, &event))
      break;
  queue_close(events);
  pthread_join(generator, NULL);
  return 0;
}
int stream_and_close(int client) {
  struct queue events = {.count = 0};
  pthread_mutex_init(&events.mutex, NULL);
  pthread_cond_init(&events.changed, NULL);
  return serve_and_close(&events, client);
}

/* Another thread has it, too. */
void *watch(void *events);
static int serve_watched(struct queue *events, int client) {
  pthread_t generator;
  struct event event;
  if (pthread_create(&generator, NULL, generate, events) != 0)
    return -1;
  while (queue_take(events, &event))
    if (!send_event(client, &event))
      break;
  pthread_join(generator, NULL);
  return 0;
}
int stream_watched(int client) {
  struct queue events = {.count = 0};
  pthread_t watcher;
  int result = -1;
  pthread_mutex_init(&events.mutex, NULL);
  pthread_cond_init(&events.changed, NULL);
  if (pthread_create(&watcher, NULL, watch, &events) == 0) {
    result = serve_watched(&events, client);
    pthread_join(watcher, NULL);
  }
  return result;
}
