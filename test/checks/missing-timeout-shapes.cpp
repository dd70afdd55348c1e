// leash-missing-timeout: shapes of real code that went wrong once.
//
// RUN: %check %s leash-missing-timeout -std=c++11-or-later -mocks
#include <mysql/mysql.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

static char buffer[64];
void tune(int);

//===--- A client has what its listener has -------------------------------===//

void listenerIsTuned() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  tune(listener);
  int client = accept(listener, nullptr, nullptr);
  recv(client, buffer, 1, 0);
}
void listenerOfSomebodyIsLimited(int listener) {
  timeval limit = {5, 0};
  setsockopt(listener, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  int client = accept(listener, nullptr, nullptr);
  recv(client, buffer, 1, 0);
}
void listenerIsPlain(int listener) {
  int client = accept(listener, nullptr, nullptr);
  recv(client, buffer, 1, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'client' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
}

//===--- Only the name of a system call -----------------------------------===//

struct Point {
  int X;
};
static void select(Point *table, int position, signed char b) {
  table->X = position + b;
}
static int recv(Point *p) { return p->X; }
void ownFunctions() {
  Point table;
  for (int i = 0; i < 3; ++i)
    select(&table, i / 2, 1);
  recv(&table);
}

//===--- Ready, for descriptors that are shared ---------------------------===//

class Polled {
public:
  void open() { Fd = socket(AF_INET, SOCK_DGRAM, 0); }
  void read() {
    pollfd ready{Fd, POLLIN, 0};
    if (poll(&ready, 1, 100) > 0)
      recv(Fd, buffer, 1, 0);
  }

private:
  int Fd;
};
class PolledElsewhere {
public:
  void open() { Fd = socket(AF_INET, SOCK_DGRAM, 0); }
  void read() {
    if (isReady())
      recv(Fd, buffer, 1, 0);
  }

private:
  bool isReady() {
    pollfd ready{Fd, POLLIN, 0};
    return poll(&ready, 1, 100) > 0;
  }
  int Fd;
};
class NotPolled {
public:
  void open() { Fd = socket(AF_INET, SOCK_DGRAM, 0); }
  void read() {
    recv(Fd, buffer, 1, 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'recv' can wait for ever for the peer: 'Fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  }

private:
  int Fd;
};
// That it is ready to be read says nothing of connecting.
void connectsAndPolls(const sockaddr *to, socklen_t size) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, to, size);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; SO_SNDTIMEO or a non-blocking socket and 'poll' limit it [leash-missing-timeout]
  pollfd ready{fd, POLLIN, 0};
  if (poll(&ready, 1, 100) > 0)
    recv(fd, buffer, 1, 0);
  close(fd);
}
// A loop of events: each is ready when it is read.
void several() {
  int one = socket(AF_INET, SOCK_DGRAM, 0), two = socket(AF_INET, SOCK_DGRAM, 0);
  pollfd all[] = {{one, POLLIN, 0}, {two, POLLIN, 0}};
  while (true) {
    poll(all, 2, -1);
    if (all[0].revents & POLLIN)
      recv(one, buffer, 1, 0);
    if (all[1].revents & POLLIN)
      recv(two, buffer, 1, 0);
  }
}

//===--- Addresses that were looked up ------------------------------------===//

int toAddress(const addrinfo *at) {
  int fd = socket(at->ai_family, SOCK_STREAM, 0);
  return connect(fd, at->ai_addr, at->ai_addrlen);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; SO_SNDTIMEO or a non-blocking socket and 'poll' limit it [leash-missing-timeout]
}
// Datagrams do not connect.
int toAnyAddress(const addrinfo *at) {
  int fd = socket(at->ai_family, at->ai_socktype, at->ai_protocol);
  return connect(fd, at->ai_addr, at->ai_addrlen);
}

//===--- Handles that the caller has the memory of ------------------------===//

bool inPlace() {
  MYSQL connection;
  mysql_init(&connection);
  return mysql_real_connect(&connection, "h", "u", "p", "d", 0, nullptr, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'mysql_real_connect' can wait for ever for the server: 'connection' has no time limit; MYSQL_OPT_CONNECT_TIMEOUT limits it, and MYSQL_OPT_READ_TIMEOUT the queries [leash-missing-timeout]
}
bool inPlaceInTime() {
  unsigned limit = 5;
  MYSQL connection;
  mysql_init(&connection);
  mysql_options(&connection, MYSQL_OPT_CONNECT_TIMEOUT, &limit);
  return mysql_real_connect(&connection, "h", "u", "p", "d", 0, nullptr, 0);
}
class Database {
public:
  Database() : Connection(nullptr) {}
  ~Database() {
    if (Connection)
      mysql_close(Connection);
  }
  bool init() {
    Connection = mysql_init(Connection);
    Connection = mysql_real_connect(Connection, "h", "u", "p", "d", 0, nullptr, 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'mysql_real_connect' can wait for ever for the server: 'Connection' has no time limit; MYSQL_OPT_CONNECT_TIMEOUT limits it, and MYSQL_OPT_READ_TIMEOUT the queries [leash-missing-timeout]
    return Connection;
  }

private:
  MYSQL *Connection;
};
