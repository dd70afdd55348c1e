// leash-unbounded-spawn: functions that C libraries run for each event.
//
// REQUIRES: uv-headers, event-headers, rdkafka-headers
// RUN: %check %s leash-unbounded-spawn -std=c11,c17
#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <librdkafka/rdkafka.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <uv.h>

void *run(void *);
void serve(void *);
static sem_t slots;

/* --- libuv -------------------------------------------------------------- */

static void on_connection(uv_stream_t *server, int status) {
  if (status < 0)
    return;
  pthread_t thread;
  if (!pthread_create(&thread, NULL, run, server))
    pthread_detach(thread);
    // CHECK-MESSAGES: :[[@LINE-2]]:8: warning: a thread is started for each connection, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE+39]]:3: note: the function is registered here
}
static void on_tick(uv_timer_t *timer) {
  uv_thread_t thread;
  uv_thread_create(&thread, serve, timer);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+34]]:3: note: the function is registered here
}
static void on_tick_joined(uv_timer_t *timer) {
  uv_thread_t thread;
  uv_thread_create(&thread, serve, timer);
  uv_thread_join(&thread);
}
static void *run_and_post(void *data) {
  serve(data);
  sem_post(&slots);
  return NULL;
}
static void on_connection_limited(uv_stream_t *server, int status) {
  if (status < 0 || sem_trywait(&slots))
    return;
  pthread_t thread;
  if (!pthread_create(&thread, NULL, run_and_post, server))
    pthread_detach(thread);
}
static void in_the_pool(uv_work_t *work) { serve(work); }
static void done(uv_work_t *work, int status) { free(work); }
static void on_connection_queued(uv_stream_t *server, int status) {
  uv_work_t *work = malloc(sizeof *work);
  if (work)
    uv_queue_work(server->loop, work, in_the_pool, done);
}
static void on_first_tick(uv_timer_t *timer) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, timer);
  pthread_detach(thread);
}
void with_uv(uv_stream_t *server, uv_timer_t *timer) {
  uv_timer_start(timer, on_first_tick, 1000, 0);
  uv_listen(server, 128, on_connection);
  uv_timer_start(timer, on_tick, 1000, 1000);
  uv_timer_start(timer, on_tick_joined, 1000, 1000);
  uv_listen(server, 128, on_connection_limited);
  uv_listen(server, 128, on_connection_queued);
}

/* --- libevent ----------------------------------------------------------- */

static void on_accept(struct evconnlistener *listener, evutil_socket_t fd,
                      struct sockaddr *address, int length, void *data) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, data);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each connection, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+29]]:3: note: the function is registered here
  pthread_detach(thread);
}
static void on_request(struct evhttp_request *request, void *data) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, request);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+23]]:3: note: the function is registered here
  pthread_detach(thread);
}
static void on_ready(evutil_socket_t fd, short what, void *data) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, data);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each event of a descriptor, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+17]]:3: note: the function is registered here
  pthread_detach(thread);
}
static void on_first(evutil_socket_t fd, short what, void *data) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, data);
  pthread_detach(thread);
}
static void on_request_joined(struct evhttp_request *request, void *data) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, run, request))
    return;
  pthread_join(thread, NULL);
}
void with_event(struct event_base *base, struct evhttp *http, int fd) {
  evconnlistener_new(base, on_accept, NULL, LEV_OPT_CLOSE_ON_FREE, -1, fd);
  evhttp_set_gencb(http, on_request, NULL);
  event_new(base, fd, EV_READ | EV_PERSIST, on_ready, NULL);
  // Without EV_PERSIST it happens once.
  event_new(base, fd, EV_READ, on_first, NULL);
  evhttp_set_cb(http, "/", on_request_joined, NULL);
}

/* --- librdkafka --------------------------------------------------------- */

static void on_message(rd_kafka_message_t *message, void *data) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, message->payload);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each message, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+10]]:3: note: the function is registered here
  pthread_detach(thread);
}
static void on_message_limited(rd_kafka_message_t *message, void *data) {
  sem_wait(&slots);
  pthread_t thread;
  pthread_create(&thread, NULL, run_and_post, message->payload);
  pthread_detach(thread);
}
void with_kafka(rd_kafka_conf_t *one, rd_kafka_conf_t *other) {
  rd_kafka_conf_set_consume_cb(one, on_message);
  rd_kafka_conf_set_consume_cb(other, on_message_limited);
}

/* --- No events ---------------------------------------------------------- */

static void at_exit(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, NULL);
  pthread_detach(thread);
}
void once(void) { atexit(at_exit); }
