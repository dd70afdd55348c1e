// leash-unbounded-spawn: servers and brokers in C that call a function for each
// request and each message.
//
// REQUIRES: microhttpd-headers, mosquitto-headers, civetweb-headers
// RUN: %check %s leash-unbounded-spawn -std=c11
#include <civetweb.h>
#include <microhttpd.h>
#include <mosquitto.h>
#include <pthread.h>
#include <stdatomic.h>

void *run(void *);

/* --- Reported ----------------------------------------------------------- */

static enum MHD_Result answer(void *cls, struct MHD_Connection *connection,
                              const char *url, const char *method,
                              const char *version, const char *data,
                              size_t *size, void **request) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+5]]:3: note: the function is registered here
  pthread_detach(thread);
  return MHD_YES;
}
void microhttpd(void) {
  MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 80, NULL, NULL, answer,
                   NULL, MHD_OPTION_END);
}
static int handle(struct mg_connection *connection, void *data) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, data);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+5]]:3: note: the function is registered here
  pthread_detach(thread);
  return 200;
}
void civetweb(struct mg_context *context) {
  mg_set_request_handler(context, "/", handle, NULL);
}
static void post(void *data) {
  pthread_t thread;
  if (!pthread_create(&thread, NULL, run, data))
    pthread_detach(thread);
}
static void on_message(struct mosquitto *client, void *data,
                       const struct mosquitto_message *message) {
  post(data);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'post' starts a thread and does not wait for it, for each message, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE-7]]:8: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the function is registered here
}
void mosquitto(struct mosquitto *client) {
  mosquitto_message_callback_set(client, on_message);
}

/* --- Silent ------------------------------------------------------------- */

static int handle_joined(struct mg_connection *connection, void *data) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, run, data))
    return 500;
  pthread_join(thread, NULL);
  return 200;
}
static atomic_int active;
static void *counted(void *data) {
  run(data);
  atomic_fetch_sub(&active, 1);
  return NULL;
}
static int handle_counted(struct mg_connection *connection, void *data) {
  if (atomic_fetch_add(&active, 1) >= 8) {
    atomic_fetch_sub(&active, 1);
    return 503;
  }
  pthread_t thread;
  if (!pthread_create(&thread, NULL, counted, data))
    pthread_detach(thread);
  return 200;
}
static void on_first_message(struct mosquitto *client, void *data,
                             const struct mosquitto_message *message) {
  static int started;
  if (started)
    return;
  started = 1;
  pthread_t thread;
  pthread_create(&thread, NULL, run, data);
  pthread_detach(thread);
}
void silent(struct mg_context *context, struct mosquitto *client) {
  mg_set_request_handler(context, "/joined", handle_joined, NULL);
  mg_set_request_handler(context, "/counted", handle_counted, NULL);
  mosquitto_message_callback_set(client, on_first_message);
}
