// leash-unclosed-pool: the pools of C libraries.
//
// RUN: %check %s leash-unclosed-pool -std=c11-or-later -- -- -isystem %S/Inputs/unclosed-pool-system
#include <libraries.h>
#include <stdlib.h>

void work(void *);
int busy(void);

/*===--- Never closed -----------------------------------------------------===*/

void kafka(rd_kafka_conf_t *conf) {
  rd_kafka_t *producer = rd_kafka_new(RD_KAFKA_PRODUCER, conf, NULL, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: Kafka client 'producer' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'producer' goes out of scope here
  rd_kafka_poll(producer, 0);
  rd_kafka_flush(producer, 1000);
}
int kafkaOnOneWay(rd_kafka_conf_t *conf) {
  rd_kafka_t *consumer = rd_kafka_new(RD_KAFKA_CONSUMER, conf, NULL, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: Kafka client 'consumer' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (rd_kafka_poll(consumer, 100) < 0)
    return -1;
  rd_kafka_consumer_close(consumer);
  rd_kafka_destroy(consumer);
  return 0;
}
void handler(void *request) {
  threadpool pool = thpool_init(10);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: thread pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'pool' goes out of scope here
  thpool_add_work(pool, work, request);
  thpool_wait(pool);
}
void server(void) {
  struct MHD_Daemon *daemon = MHD_start_daemon(0, 8080, NULL, NULL, NULL, NULL, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: HTTP server 'daemon' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+4]]:1: note: 'daemon' goes out of scope here
  if (!daemon)
    return;
  work(NULL);
}
void documents(const mongoc_uri_t *uri) {
  mongoc_client_pool_t *pool = mongoc_client_pool_new(uri);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: connection pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'pool' goes out of scope here
  mongoc_client_t *client = mongoc_client_pool_pop(pool);
  mongoc_client_pool_push(pool, client);
}
void sockets(void) {
  void *context = zmq_ctx_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: ZeroMQ context 'context' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+4]]:1: note: 'context' goes out of scope here
  void *socket = zmq_socket(context, 1);
  zmq_close(socket);
  zmq_ctx_shutdown(context);
}
struct client {
  rd_kafka_t *kafka;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: Kafka client member 'kafka' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:14: note: the pool is made here
};
int clientInit(struct client *c, rd_kafka_conf_t *conf) {
  c->kafka = rd_kafka_new(RD_KAFKA_PRODUCER, conf, NULL, 0);
  return c->kafka ? 0 : -1;
}
void clientFini(struct client *c) { rd_kafka_flush(c->kafka, 1000); }

/*===--- Closed -----------------------------------------------------------===*/

void kafkaClosed(rd_kafka_conf_t *conf) {
  rd_kafka_t *producer = rd_kafka_new(RD_KAFKA_PRODUCER, conf, NULL, 0);
  if (!producer)
    return;
  rd_kafka_flush(producer, 1000);
  rd_kafka_destroy(producer);
}
int kafkaGoto(rd_kafka_conf_t *conf) {
  int result = -1;
  rd_kafka_t *consumer = rd_kafka_new(RD_KAFKA_CONSUMER, conf, NULL, 0);
  if (!consumer)
    return -1;
  if (rd_kafka_poll(consumer, 100) < 0)
    goto out;
  result = 0;
out:
  rd_kafka_destroy(consumer);
  return result;
}
void poolClosed(void *request) {
  threadpool pool = thpool_init(10);
  thpool_add_work(pool, work, request);
  thpool_wait(pool);
  thpool_destroy(pool);
}
void serverClosed(void) {
  struct MHD_Daemon *daemon = MHD_start_daemon(0, 8080, NULL, NULL, NULL, NULL, 0);
  if (daemon == NULL)
    exit(1);
  work(NULL);
  MHD_stop_daemon(daemon);
}
void documentsClosed(const mongoc_uri_t *uri) {
  mongoc_client_pool_t *pool = mongoc_client_pool_new(uri);
  mongoc_client_pool_destroy(pool);
}
void socketsClosed(void) {
  void *context = zmq_ctx_new();
  zmq_ctx_term(context);
}
void brokerClosed(struct mosquitto *client) {
  if (mosquitto_loop_start(client) != 0)
    return;
  work(NULL);
  mosquitto_loop_stop(client, 1);
}
void brokerDestroyed(void) {
  struct mosquitto *client = mosquitto_new("leash", 1, NULL);
  mosquitto_loop_start(client);
  mosquitto_destroy(client);
}
struct service {
  rd_kafka_t *kafka;
  threadpool pool;
};
int serviceInit(struct service *s, rd_kafka_conf_t *conf) {
  s->kafka = rd_kafka_new(RD_KAFKA_PRODUCER, conf, NULL, 0);
  s->pool = thpool_init(4);
  return s->kafka && s->pool ? 0 : -1;
}
void serviceFini(struct service *s) {
  if (s->pool)
    thpool_destroy(s->pool);
  if (s->kafka)
    rd_kafka_destroy(s->kafka);
}

/*===--- Somebody else's --------------------------------------------------===*/

rd_kafka_t *made(rd_kafka_conf_t *conf) {
  rd_kafka_t *producer = rd_kafka_new(RD_KAFKA_PRODUCER, conf, NULL, 0);
  rd_kafka_poll(producer, 0);
  return producer;
}
void keep(void *);
void kept(rd_kafka_conf_t *conf, rd_kafka_t **out) {
  *out = rd_kafka_new(RD_KAFKA_PRODUCER, conf, NULL, 0);
  keep(thpool_init(4));
}
int main(void) {
  threadpool pool = thpool_init(4);
  while (busy())
    thpool_add_work(pool, work, NULL);
  return 0;
}
