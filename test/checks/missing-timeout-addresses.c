// leash-missing-timeout: addresses of getaddrinfo(), which are for TCP where all
// code asks for such.
//
// RUN: %check %s leash-missing-timeout -std=c99-or-later
// RUN: %check %s leash-missing-timeout -std=c11 -check-suffix=OTHER -- -- -DDATAGRAM
// RUN: %check %s leash-missing-timeout -std=c11 -check-suffix=OTHER -- -- -DANYTHING
#define _GNU_SOURCE
#include <netdb.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#if defined(DATAGRAM)
void fill(struct addrinfo *hints) { hints->ai_socktype = SOCK_DGRAM; }
#elif defined(ANYTHING)
void fill(struct addrinfo *hints, int type) { hints->ai_socktype = type; }
#else
void fill(struct addrinfo *hints) { hints->ai_socktype = 0; }
#endif

int dial(const char *host) {
  struct addrinfo hints, *list, *to;
  int fd = -1;
  memset(&hints, 0, sizeof hints);
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  if (getaddrinfo(host, "http", &hints, &list) != 0)
    return -1;
  for (to = list; to; to = to->ai_next) {
    fd = socket(to->ai_family, to->ai_socktype | SOCK_CLOEXEC, to->ai_protocol);
    if (connect(fd, to->ai_addr, to->ai_addrlen) == 0)
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; SO_SNDTIMEO or a non-blocking socket and 'poll' limit it [leash-missing-timeout]
      break;
    close(fd);
  }
  freeaddrinfo(list);
  return fd;
}
int dialAgain(const char *host) {
  struct addrinfo hints = {.ai_flags = AI_NUMERICSERV,
                           .ai_socktype = SOCK_STREAM};
  struct addrinfo *list;
  getaddrinfo(host, "80", &hints, &list);
  int fd = socket(list->ai_family, list->ai_socktype, 0);
  connect(fd, list->ai_addr, list->ai_addrlen);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; SO_SNDTIMEO or a non-blocking socket and 'poll' limit it [leash-missing-timeout]
  return fd;
}
int dialInTime(const struct addrinfo *to) {
  struct timeval limit = {5, 0};
  int fd = socket(to->ai_family, to->ai_socktype, to->ai_protocol);
  setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  connect(fd, to->ai_addr, to->ai_addrlen);
  return fd;
}
int dialWithoutWaiting(const struct addrinfo *to) {
  int fd = socket(to->ai_family, to->ai_socktype | SOCK_NONBLOCK, 0);
  connect(fd, to->ai_addr, to->ai_addrlen);
  return fd;
}
/* A structure of one's own may hold anything. */
struct Address {
  int type;
};
int dialOther(const struct Address *to, const struct sockaddr *at) {
  struct Address one = {SOCK_STREAM};
  int fd = socket(AF_INET, to->type, 0);
  connect(fd, at, one.type);
  return fd;
}
