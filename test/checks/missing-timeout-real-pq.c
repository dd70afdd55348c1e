// leash-missing-timeout with the real header of libpq: limits in a connection
// string.
//
// REQUIRES: pq-headers
// RUN: %check %s leash-missing-timeout -std=c99,c17 -- -- -I/usr/include/postgresql
#include <libpq-fe.h>

PGconn *dial(void) {
  return PQconnectdb("host=db dbname=shop");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'PQconnectdb' can wait for ever for the server: no time limit is given; connect_timeout in the connection string limits it [leash-missing-timeout]
}
PGconn *dialForEver(void) {
  return PQconnectdb("host=db connect_timeout=0");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'PQconnectdb' can wait for ever for the server: the time limit given is 0, which means for ever [leash-missing-timeout]
}
// The author meant to have a limit.
PGconn *dialLiveHosts(void) {
  return PQconnectdb("host=db tcp_user_timeout=1000");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'PQconnectdb' can wait for ever for the server: a time limit is given, but tcp_user_timeout only finds dead hosts, not silent ones [leash-missing-timeout]
}
PGconn *dialAndKeepAlive(void) {
  return PQconnectdb("host=db keepalives_idle = 5");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'PQconnectdb' can wait for ever for the server: a time limit is given, but keepalives only find dead hosts, not silent ones [leash-missing-timeout]
}
PGconn *dialForStatements(void) {
  return PQconnectdb("host=db options='-c statement_timeout=5000'");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'PQconnectdb' can wait for ever for the server: a time limit is given, but statement_timeout needs a server that answers [leash-missing-timeout]
}
PGconn *dialInTime(void) {
  return PQconnectdb("host=db connect_timeout = 5 tcp_user_timeout=1000");
}
PGconn *dialByAddress(void) {
  return PQconnectdb("postgresql://db/shop?connect_timeout=5");
}
// The service file may say it.
PGconn *dialService(void) { return PQconnectdb("service=shop"); }
PGconn *dialSomewhere(const char *where) { return PQconnectdb(where); }
