// leash-missing-timeout and its fix-its with the real headers of libraries in C.
//
// REQUIRES: hiredis-headers, mariadb-headers, zeromq-headers
// RUN: %check %s leash-missing-timeout -std=c11,c17 -fix
#define _GNU_SOURCE
#include <hiredis/hiredis.h>
#include <mariadb/mysql.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <zmq.h>

void ping(void) {
  redisContext *a = redisConnectUnix("/run/cache");
  freeReplyObject(redisCommand(a, "PING"));
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'redisCommand' can wait for ever for the server: 'a' has no time limit; redisSetTimeout limits it [leash-missing-timeout]
  redisFree(a);
}
// CHECK-FIXES: {{^  }}redisSetTimeout(a, (struct timeval){5, 0});
// CHECK-FIXES-NEXT: {{^  }}freeReplyObject(redisCommand(a, "PING"));
void pingInTime(void) {
  struct timeval limit = {2, 0};
  redisContext *redis = redisConnectWithTimeout("cache", 6379, limit);
  redisSetTimeout(redis, limit);
  freeReplyObject(redisCommand(redis, "PING"));
  redisFree(redis);
}

int dial(void) {
  MYSQL *b = mysql_init(NULL);
  int failed = mysql_real_connect(b, "h", "u", "p", "d", 0, NULL, 0) == NULL;
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'mysql_real_connect' can wait for ever for the server: 'b' has no time limit; MYSQL_OPT_CONNECT_TIMEOUT limits it, and MYSQL_OPT_READ_TIMEOUT the queries [leash-missing-timeout]
  mysql_close(b);
  return failed;
}
// CHECK-FIXES: {{^  }}{ unsigned Limit = 5; mysql_options(b, MYSQL_OPT_CONNECT_TIMEOUT, &Limit); mysql_options(b, MYSQL_OPT_READ_TIMEOUT, &Limit); }
// CHECK-FIXES-NEXT: {{^  }}int failed = mysql_real_connect(b, "h", "u", "p", "d", 0, NULL, 0) == NULL;
int dialInTime(void) {
  unsigned limit = 5;
  MYSQL *mysql = mysql_init(NULL);
  mysql_options(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &limit);
  int failed = mysql_real_connect(mysql, "h", "u", "p", "d", 0, NULL, 0) == NULL;
  mysql_close(mysql);
  return failed;
}

int ask(void *context) {
  char reply[64];
  void *c = zmq_socket(context, ZMQ_REQ);
  zmq_connect(c, "tcp://service:5555");
  zmq_send(c, "?", 1, 0);
  int size = zmq_recv(c, reply, sizeof reply, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'zmq_recv' can wait for ever for a message: 'c' has no time limit; ZMQ_RCVTIMEO limits it [leash-missing-timeout]
  zmq_close(c);
  return size;
}
// CHECK-FIXES: {{^  }}{ int TimeLimit = 5000; zmq_setsockopt(c, ZMQ_RCVTIMEO, &TimeLimit, sizeof TimeLimit); }
// CHECK-FIXES-NEXT: {{^  }}int size = zmq_recv(c, reply, sizeof reply, 0);
int askInTime(void *context) {
  char reply[64];
  int limit = 5000;
  void *socket = zmq_socket(context, ZMQ_REQ);
  zmq_connect(socket, "tcp://service:5555");
  zmq_setsockopt(socket, ZMQ_RCVTIMEO, &limit, sizeof limit);
  zmq_send(socket, "?", 1, 0);
  int size = zmq_recv(socket, reply, sizeof reply, 0);
  zmq_close(socket);
  return size;
}

long receive(char *buffer) {
  int d = socket(AF_INET, SOCK_DGRAM, 0);
  long count = recv(d, buffer, 64, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'recv' can wait for ever for the peer: 'd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(d);
  return count;
}
// CHECK-FIXES: {{^  }}{ struct timeval Limit = {5, 0}; setsockopt(d, SOL_SOCKET, SO_RCVTIMEO, &Limit, sizeof(Limit)); }
// CHECK-FIXES-NEXT: {{^  }}long count = recv(d, buffer, 64, 0);
