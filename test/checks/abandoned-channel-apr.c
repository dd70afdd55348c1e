// leash-abandoned-channel with the queue of APR, whose threads give their body
// the data as the second argument.
//
// REQUIRES: apr-headers
// RUN: %check %s leash-abandoned-channel -std=c99-or-later -- -- -isystem /usr/include/apr-1.0 -D_GNU_SOURCE
#include <apr_queue.h>
#include <apr_thread_proc.h>

void *make_event(void);
int send_event(int socket, void *event);

static void *APR_THREAD_FUNC generate(apr_thread_t *self, void *data) {
  apr_queue_t *events = data;
  void *event;
  while ((event = make_event()))
    apr_queue_push(events, event);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'leaves' can leave without closing 'events': 'apr_queue_push' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
  apr_queue_push(events, NULL);
  return NULL;
}

void leaves(int socket, apr_pool_t *pool) {
  apr_queue_t *events;
  apr_thread_t *generator;
  void *event;
  apr_status_t status;
  apr_queue_create(&events, 16, pool);
  apr_thread_create(&generator, NULL, generate, events, pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: note: the task starts here
  while (apr_queue_pop(events, &event) == APR_SUCCESS && event)
    // CHECK-MESSAGES: :[[@LINE-1]]:10: note: this condition is true
    // CHECK-MESSAGES: :[[@LINE-2]]:58: note: the loop goes on
    if (send_event(socket, event) < 0)
      // CHECK-MESSAGES: :[[@LINE-1]]:9: note: this condition is true
      break;
  apr_thread_join(&status, generator);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: note: this waits for the task, with 'events' still open
}

static void *APR_THREAD_FUNC generate_well(apr_thread_t *self, void *data) {
  apr_queue_t *events = data;
  void *event;
  while ((event = make_event()))
    if (apr_queue_push(events, event) != APR_SUCCESS)
      return NULL;
  apr_queue_push(events, NULL);
  return NULL;
}
// Whoever waits is told.
void terminates(int socket, apr_pool_t *pool) {
  apr_queue_t *events;
  apr_thread_t *generator;
  void *event;
  apr_status_t status;
  apr_queue_create(&events, 16, pool);
  apr_thread_create(&generator, NULL, generate_well, events, pool);
  while (apr_queue_pop(events, &event) == APR_SUCCESS && event)
    if (send_event(socket, event) < 0)
      break;
  apr_queue_term(events);
  apr_thread_join(&status, generator);
}
// It takes all that there is.
void drains(int socket, apr_pool_t *pool) {
  apr_queue_t *events;
  apr_thread_t *generator;
  void *event;
  apr_status_t status;
  apr_queue_create(&events, 16, pool);
  apr_thread_create(&generator, NULL, generate_well, events, pool);
  while (apr_queue_pop(events, &event) == APR_SUCCESS && event)
    send_event(socket, event);
  apr_thread_join(&status, generator);
}
