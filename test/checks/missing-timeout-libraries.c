// leash-missing-timeout: libraries of C that no other file is about.
//
// RUN: %check %s leash-missing-timeout -std=c99-or-later -mocks
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <librdkafka/rdkafka.h>
#include <mysql/mysql.h>
#include <stddef.h>
#include <zmq.h>

extern const char *Settings;

/*===--- libpq: settings in a text ----------------------------------------===*/

PGconn *pqConnects(void) {
  return PQconnectdb("host=db dbname=app");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'PQconnectdb' can wait for ever for the server: no time limit is given; connect_timeout in the connection string limits it [leash-missing-timeout]
}
PGconn *pqConnectsWithOtherLimits(void) {
  return PQconnectdb("host=db options='-c statement_timeout=5000'");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'PQconnectdb' can wait for ever for the server: a time limit is given, but statement_timeout needs a server that answers [leash-missing-timeout]
}
PGconn *pqConnectsWithZero(void) {
  return PQconnectdb("host=db connect_timeout=0");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'PQconnectdb' can wait for ever for the server: the time limit given is 0, which means for ever [leash-missing-timeout]
}
PGconn *pqConnectsInTime(void) {
  return PQconnectdb("host=db dbname=app connect_timeout=5");
}
PGconn *pqConnectsToAnAddress(void) {
  return PQconnectdb("postgresql://db/app?connect_timeout=5");
}
PGconn *pqConnectsAsConfigured(void) { return PQconnectdb(Settings); }
/* No limit of the client's exists. */
PGresult *pqQueries(PGconn *connection) {
  return PQexec(connection, "SELECT 1");
}
PGresult *pqQueriesInTime(void) {
  return PQexec(PQconnectdb("connect_timeout=5"), "SELECT 1");
}

/*===--- MySQL ------------------------------------------------------------===*/

void mysqlConnects(void) {
  MYSQL *mysql = mysql_init(NULL);
  mysql_real_connect(mysql, "db", "u", "p", "app", 0, NULL, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'mysql_real_connect' can wait for ever for the server: 'mysql' has no time limit; MYSQL_OPT_CONNECT_TIMEOUT limits it, and MYSQL_OPT_READ_TIMEOUT the queries [leash-missing-timeout]
  mysql_query(mysql, "SELECT 1");
  mysql_close(mysql);
}
void mysqlConnectsInTime(void) {
  MYSQL *mysql = mysql_init(NULL);
  unsigned limit = 5;
  mysql_options(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &limit);
  mysql_options(mysql, MYSQL_OPT_READ_TIMEOUT, &limit);
  mysql_real_connect(mysql, "db", "u", "p", "app", 0, NULL, 0);
  mysql_query(mysql, "SELECT 1");
  mysql_close(mysql);
}
void mysqlOfSomebody(MYSQL *mysql) { mysql_query(mysql, "SELECT 1"); }
void mysqlZero(void) {
  MYSQL *mysql = mysql_init(NULL);
  unsigned limit = 0;
  mysql_options(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &limit);
  mysql_real_connect(mysql, "db", "u", "p", "app", 0, NULL, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'mysql_real_connect' can wait for ever for the server: the time limit of 'mysql' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  mysql_close(mysql);
}

/*===--- hiredis ----------------------------------------------------------===*/

void redisAsks(void) {
  redisContext *redis = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'redisConnect' has no time limit: the kernel gives up only after about two minutes; redisConnectWithTimeout limits it [leash-missing-timeout]
  redisCommand(redis, "GET %s", "key");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'redisCommand' can wait for ever for the server: 'redis' has no time limit; redisSetTimeout limits it [leash-missing-timeout]
  redisFree(redis);
}
void redisPipelines(void) {
  void *reply;
  redisContext *redis = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'redisConnect' has no time limit: the kernel gives up only after about two minutes; redisConnectWithTimeout limits it [leash-missing-timeout]
  redisAppendCommand(redis, "PING");
  redisGetReply(redis, &reply);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'redisGetReply' can wait for ever for the server: 'redis' has no time limit; redisSetTimeout limits it [leash-missing-timeout]
  redisFree(redis);
}
void redisAsksInTime(void) {
  struct timeval limit = {2, 0};
  redisContext *redis = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'redisConnect' has no time limit: the kernel gives up only after about two minutes; redisConnectWithTimeout limits it [leash-missing-timeout]
  redisSetTimeout(redis, limit);
  redisCommand(redis, "GET %s", "key");
  redisFree(redis);
}
void redisWithOptions(void) {
  struct timeval limit = {2, 0};
  redisOptions options = {0};
  options.command_timeout = &limit;
  redisContext *redis = redisConnectWithOptions(&options);
  redisCommand(redis, "PING");
  redisFree(redis);
}
void redisOfSomebody(redisContext *redis) { redisCommand(redis, "PING"); }

/*===--- ZeroMQ -----------------------------------------------------------===*/

void zmqAsks(void *context) {
  char reply[64];
  void *socket = zmq_socket(context, ZMQ_REQ);
  zmq_connect(socket, "tcp://service:5555");
  zmq_send(socket, "?", 1, 0);
  zmq_recv(socket, reply, sizeof reply, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'zmq_recv' can wait for ever for a message: 'socket' has no time limit; ZMQ_RCVTIMEO limits it [leash-missing-timeout]
  zmq_close(socket);
}
void zmqAsksInTime(void *context) {
  char reply[64];
  int limit = 5000;
  void *socket = zmq_socket(context, ZMQ_REQ);
  zmq_setsockopt(socket, ZMQ_RCVTIMEO, &limit, sizeof limit);
  zmq_connect(socket, "tcp://service:5555");
  zmq_send(socket, "?", 1, 0);
  zmq_recv(socket, reply, sizeof reply, 0);
  zmq_close(socket);
}
void zmqPollsFirst(void *context) {
  char reply[64];
  void *socket = zmq_socket(context, ZMQ_REQ);
  zmq_pollitem_t item = {socket, 0, ZMQ_POLLIN, 0};
  if (zmq_poll(&item, 1, 5000) > 0)
    zmq_recv(socket, reply, sizeof reply, 0);
  zmq_close(socket);
}
void zmqDoesNotWait(void *context) {
  char reply[64];
  void *socket = zmq_socket(context, ZMQ_DEALER);
  zmq_recv(socket, reply, sizeof reply, ZMQ_DONTWAIT);
  zmq_close(socket);
}
void zmqConnectLimit(void *context) {
  char reply[64];
  int limit = 5000;
  void *socket = zmq_socket(context, ZMQ_DEALER);
  zmq_setsockopt(socket, ZMQ_CONNECT_TIMEOUT, &limit, sizeof limit);
  zmq_recv(socket, reply, sizeof reply, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'zmq_recv' can wait for ever for a message: 'socket' has a time limit, but it limits the connection phase only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  zmq_close(socket);
}

/*===--- librdkafka -------------------------------------------------------===*/

void kafkaPolls(rd_kafka_t *kafka) {
  rd_kafka_message_t *message;
  while ((message = rd_kafka_consumer_poll(kafka, -1)))
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'rd_kafka_consumer_poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
    rd_kafka_message_destroy(message);
  rd_kafka_flush(kafka, -1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'rd_kafka_flush' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void kafkaPollsInTime(rd_kafka_t *kafka) {
  rd_kafka_message_t *message = rd_kafka_consumer_poll(kafka, 100);
  if (message)
    rd_kafka_message_destroy(message);
  rd_kafka_flush(kafka, 10000);
}
