// leash-missing-timeout: the sockets of POSIX.
//
// RUN: %check %s leash-missing-timeout -std=c99-or-later -check-suffix=,KERNEL
// RUN: %check %s leash-missing-timeout -std=c11 -- "--config={CheckOptions: [{key: leash-missing-timeout.KernelBounded, value: false}]}"
// RUN: %check %s leash-missing-timeout -std=c11 -check-suffix=,KERNEL,STRICT -- "--config={CheckOptions: [{key: leash-missing-timeout.StrictSockets, value: true}]}"
// RUN: %check %s leash-missing-timeout -std=c11 -check-suffix=,KERNEL,ACCEPT -- "--config={CheckOptions: [{key: leash-missing-timeout.AcceptLoops, value: true}]}"
// RUN: %check %s leash-missing-timeout -std=c11 -check-suffix=,KERNEL,RESOLVE -- "--config={CheckOptions: [{key: leash-missing-timeout.Resolvers, value: true}]}"
#define _GNU_SOURCE
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

void use(const char *, long);
void serve(int);
bool running(void);
int dial(void);
void adjust(int);

/*===--- Reads ------------------------------------------------------------===*/

/* A datagram may be lost: the answer never comes. */
void query(const struct sockaddr *to, socklen_t size) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  sendto(fd, "?", 1, MSG_DONTWAIT, to, size);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}
void queryFrom(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  long count = recvfrom(fd, buffer, sizeof buffer, 0, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'recvfrom' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  use(buffer, count);
  close(fd);
}
void queryMessage(struct msghdr *message) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  recvmsg(fd, message, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recvmsg' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}
void readIt(void) {
  char buffer[64];
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  read(fd, buffer, sizeof buffer);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'read' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}
/* Once a function, at the first. */
void twice(void) {
  char buffer[64];
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  read(fd, buffer, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'read' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  read(fd, buffer, sizeof buffer);
  recv(fd, buffer, sizeof buffer, MSG_WAITALL);
  close(fd);
}
void twoHandles(void) {
  char buffer[64];
  int a = socket(AF_UNIX, SOCK_STREAM, 0);
  int b = socket(AF_UNIX, SOCK_STREAM, 0);
  read(a, buffer, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'read' can wait for ever for the peer: 'a' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  read(b, buffer, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'read' can wait for ever for the peer: 'b' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(a);
  close(b);
}
void inALoop(void) {
  char buffer[64];
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  while (recv(fd, buffer, sizeof buffer, 0) > 0)
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
    use(buffer, 1);
  close(fd);
}
/* Not known to be sockets, or not known how they were made. */
void somebodysDescriptor(int fd) {
  char buffer[64];
  recv(fd, buffer, sizeof buffer, 0);
  read(fd, buffer, sizeof buffer);
}
void fromElsewhere(void) {
  char buffer[64];
  int fd = dial();
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void files(const char *path) {
  char buffer[64];
  int fd = open(path, O_RDONLY);
  read(fd, buffer, sizeof buffer);
  close(fd);
  read(STDIN_FILENO, buffer, sizeof buffer);
}
void adjusted(void) {
  char buffer[64];
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  adjust(fd);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}

/*===--- Sends need StrictSockets -----------------------------------------===*/

void sends(const char *text, size_t size) {
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  send(fd, text, size, 0);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'send' can wait for ever for the peer to receive: 'fd' has no time limit; SO_SNDTIMEO limits it [leash-missing-timeout]
  write(fd, text, size);
  close(fd);
}
void sendsMessage(const struct msghdr *message) {
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  sendmsg(fd, message, 0);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'sendmsg' can wait for ever for the peer to receive: 'fd' has no time limit; SO_SNDTIMEO limits it [leash-missing-timeout]
  close(fd);
}
/* What is full of datagrams throws them away. */
void sendsTo(const struct sockaddr *to, socklen_t size) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  sendto(fd, "?", 1, 0, to, size);
  close(fd);
}
void sendsWithLimit(const char *text, size_t size) {
  struct timeval limit = {5, 0};
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  send(fd, text, size, 0);
  close(fd);
}
void sendsWithoutWaiting(const char *text, size_t size) {
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  send(fd, text, size, MSG_DONTWAIT | MSG_NOSIGNAL);
  close(fd);
}

/*===--- SO_RCVTIMEO ------------------------------------------------------===*/

void limited(void) {
  char buffer[64];
  struct timeval limit = {5, 0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void limitedInParts(void) {
  char buffer[64];
  struct timeval limit;
  limit.tv_sec = 0;
  limit.tv_usec = 500000;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) == 0)
    recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void limitedByMicroseconds(void) {
  char buffer[64];
  struct timeval limit = {0, 500000};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void limitedByLiteral(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &(struct timeval){.tv_sec = 5},
             sizeof(struct timeval));
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void limitedBySomebody(const struct timeval *limit) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, limit, sizeof *limit);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void limitedByAnything(const void *limit, socklen_t size) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, limit, size);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void anyOption(int option, const void *value, socklen_t size) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, option, value, size);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void anotherOption(void) {
  char buffer[64];
  int on = 1;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  setsockopt(fd, SOL_SOCKET, SO_BROADCAST, &on, sizeof on);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}
void sendLimitOnly(void) {
  char buffer[64];
  struct timeval limit = {5, 0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has a time limit, but SO_SNDTIMEO only limits sending and connecting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  close(fd);
}
void keepAlive(void) {
  char buffer[64];
  int on = 1;
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has a time limit, but SO_KEEPALIVE only finds dead hosts, not silent ones [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  close(fd);
}
void unacknowledged(void) {
  char buffer[64];
  unsigned limit = 5000;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has a time limit, but TCP_USER_TIMEOUT only limits how long data that was sent goes unacknowledged [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  close(fd);
}
/* Its own limit is looked at between datagrams only. */
void many(struct mmsghdr *messages) {
  struct timespec limit = {5, 0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  recvmmsg(fd, messages, 8, 0, &limit);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recvmmsg' can wait for ever for the peer: a time limit is given, but it is looked at only after each datagram [leash-missing-timeout]
  close(fd);
}
void manyForSomebody(struct mmsghdr *messages, struct timespec *limit) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  recvmmsg(fd, messages, 8, 0, limit);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recvmmsg' can wait for ever for the peer: a time limit is given, but it is looked at only after each datagram [leash-missing-timeout]
  close(fd);
}
void manyWithoutLimit(struct mmsghdr *messages) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  recvmmsg(fd, messages, 8, 0, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recvmmsg' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO bounds it, its own timeout does not [leash-missing-timeout]
  close(fd);
}
void manyWithBothLimits(struct mmsghdr *messages) {
  struct timespec limit = {5, 0};
  struct timeval each = {5, 0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &each, sizeof each);
  recvmmsg(fd, messages, 8, 0, &limit);
  close(fd);
}
void manyAtOnce(struct mmsghdr *messages) {
  struct timespec limit = {5, 0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  recvmmsg(fd, messages, 8, MSG_DONTWAIT, &limit);
  close(fd);
}
/* Its limit is nothing to the others. */
void manyAndOne(int fd, struct mmsghdr *messages) {
  char buffer[64];
  struct timespec limit = {5, 0};
  int other = socket(AF_INET, SOCK_DGRAM, 0);
  recvmmsg(other, messages, 8, MSG_DONTWAIT, &limit);
  recv(other, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'other' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(other);
}
void limitedTooLate(void) {
  char buffer[64];
  struct timeval limit = {5, 0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void limitOfAnother(int other) {
  char buffer[64];
  struct timeval limit = {5, 0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(other, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}
/* Zero is no limit. */
void zero(void) {
  char buffer[64];
  struct timeval limit = {0, 0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: the time limit of 'fd' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  close(fd);
}
void zeroInShort(void) {
  char buffer[64];
  struct timeval limit = {0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: the time limit of 'fd' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  close(fd);
}
void zeroInParts(void) {
  char buffer[64];
  struct timeval limit;
  limit.tv_sec = 0;
  limit.tv_usec = 0;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: the time limit of 'fd' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  close(fd);
}
void zeroAtFirst(void) {
  char buffer[64];
  struct timeval limit = {0, 0};
  limit.tv_sec = 5;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void zeroFilledElsewhere(void (*fill)(struct timeval *)) {
  char buffer[64];
  struct timeval limit = {0, 0};
  fill(&limit);
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
/* Windows takes an int; everybody else refuses it. */
void milliseconds(void) {
  char buffer[64];
  int limit = 5000;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: the time limit of 'fd' is of type 'int', which is refused [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  close(fd);
}
void millisecondsAsText(void) {
  char buffer[64];
  int limit = 5000;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, (const char *)&limit, sizeof limit);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: the time limit of 'fd' is of type 'int', which is refused [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  close(fd);
}

/*===--- Pipes ------------------------------------------------------------===*/

/* They are no sockets: the call fails, and limits nothing. */
void limitedPipe(void) {
  char buffer[64];
  int ends[2];
  struct timeval limit = {5, 0};
  pipe(ends);
  setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  read(ends[0], buffer, sizeof buffer);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'read' can wait for ever for the peer: 'ends[0]' has a time limit, but SO_RCVTIMEO is for sockets, and a pipe refuses it [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
}
void limitedPipeToWrite(const char *text, size_t size) {
  int ends[2];
  struct timeval limit = {5, 0};
  pipe2(ends, O_CLOEXEC);
  setsockopt(ends[1], SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  write(ends[1], text, size);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'write' can wait for ever for the peer to receive: 'ends[1]' has a time limit, but SO_SNDTIMEO is for sockets, and a pipe refuses it [leash-missing-timeout]
  // CHECK-MESSAGES-STRICT: :[[@LINE-3]]:3: note: the limit is set here
}
/* A plain one is read until the other end is closed. */
void plainPipe(const char *text, size_t size) {
  char buffer[64];
  int ends[2];
  pipe(ends);
  write(ends[1], text, size);
  close(ends[1]);
  read(ends[0], buffer, sizeof buffer);
  close(ends[0]);
}
void limitedForWriting(void) {
  char buffer[64];
  int ends[2];
  struct timeval limit = {5, 0};
  pipe(ends);
  setsockopt(ends[1], SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  read(ends[0], buffer, sizeof buffer);
}
void nonBlockingPipe(void) {
  char buffer[64];
  int ends[2];
  struct timeval limit = {5, 0};
  pipe2(ends, O_NONBLOCK | O_CLOEXEC);
  setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  read(ends[0], buffer, sizeof buffer);
}
/* How a wait is stopped. */
void waitsForPipe(void) {
  char buffer[64];
  int ends[2];
  pipe(ends);
  struct pollfd ready = {ends[0], POLLIN, 0};
  poll(&ready, 1, -1);
  read(ends[0], buffer, sizeof buffer);
}
void selectsPipe(void) {
  int ends[2];
  fd_set set;
  pipe(ends);
  FD_ZERO(&set);
  FD_SET(ends[0], &set);
  select(ends[0] + 1, &set, NULL, NULL, NULL);
}
void limitedPair(void) {
  char buffer[64];
  int ends[2];
  struct timeval limit = {5, 0};
  socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
  setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  read(ends[0], buffer, sizeof buffer);
}

/*===--- MSG_WAITALL waits for more than the first byte -------------------===*/

void wantsAll(void) {
  char buffer[64];
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  struct pollfd ready = {fd, POLLIN, 0};
  if (poll(&ready, 1, 1000) > 0)
    recv(fd, buffer, sizeof buffer, MSG_WAITALL);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'recv' can wait for ever for the peer: 'fd' has a time limit, but it ends with the first byte, and MSG_WAITALL waits for all of them [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-3]]:7: note: the limit is set here
  close(fd);
}
void wantsAllMessages(struct msghdr *message) {
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  fd_set set;
  struct timeval limit = {5, 0};
  FD_ZERO(&set);
  FD_SET(fd, &set);
  if (select(fd + 1, &set, NULL, NULL, &limit) > 0)
    recvmsg(fd, message, MSG_WAITALL | MSG_NOSIGNAL);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'recvmsg' can wait for ever for the peer: 'fd' has a time limit, but it ends with the first byte, and MSG_WAITALL waits for all of them [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-3]]:7: note: the limit is set here
  close(fd);
}
void wantsAllAtOnce(void) {
  char buffer[64];
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  recv(fd, buffer, sizeof buffer, MSG_WAITALL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}
void wantsAllInTime(void) {
  char buffer[64];
  struct timeval limit = {5, 0};
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  struct pollfd ready = {fd, POLLIN, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  if (poll(&ready, 1, 1000) > 0)
    recv(fd, buffer, sizeof buffer, MSG_WAITALL);
  close(fd);
}
void wantsSome(int flags) {
  char buffer[64];
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  struct pollfd ready = {fd, POLLIN, 0};
  if (poll(&ready, 1, 1000) > 0)
    recv(fd, buffer, sizeof buffer, MSG_PEEK);
  if (poll(&ready, 1, 1000) > 0)
    recv(fd, buffer, sizeof buffer, flags);
  close(fd);
}
void wantsAllWithoutWaiting(void) {
  char buffer[64];
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct pollfd ready = {fd, POLLIN, 0};
  if (poll(&ready, 1, 1000) > 0)
    recv(fd, buffer, sizeof buffer, MSG_WAITALL);
  close(fd);
}
/* The wait for ever is reported, and not what comes after it. */
void wantsAllForEver(void) {
  char buffer[64];
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  struct pollfd ready = {fd, POLLIN, 0};
  if (poll(&ready, 1, -1) > 0)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
    recv(fd, buffer, sizeof buffer, MSG_WAITALL);
  close(fd);
}

/*===--- Non-blocking -----------------------------------------------------===*/

void madeNonBlocking(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void madeWithOtherFlags(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}
/* Whatever comes from getaddrinfo() blocks; whether it is TCP is not known. */
void madeOfAnAddress(const struct addrinfo *to) {
  char buffer[64];
  int fd = socket(to->ai_family, to->ai_socktype, to->ai_protocol);
  connect(fd, to->ai_addr, to->ai_addrlen);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}
void setNonBlocking(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  fcntl(fd, F_SETFL, O_NONBLOCK);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void addedNonBlocking(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL, 0) | O_NONBLOCK);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void addedNonBlockingInSteps(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  int flags = fcntl(fd, F_GETFL, 0);
  flags |= O_NONBLOCK;
  fcntl(fd, F_SETFL, flags);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void setByIoctl(void) {
  char buffer[64];
  int on = 1;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  ioctl(fd, FIONBIO, &on);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void thisTime(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  recv(fd, buffer, sizeof buffer, MSG_DONTWAIT);
  recv(fd, buffer, sizeof buffer, MSG_PEEK | MSG_DONTWAIT);
  close(fd);
}
void onlyThisTime(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  recv(fd, buffer, sizeof buffer, MSG_DONTWAIT);
  recv(fd, buffer, sizeof buffer, MSG_PEEK);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}
void withAnyFlags(int flags) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  recv(fd, buffer, sizeof buffer, flags);
  close(fd);
}
void onlyCloseOnExec(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  fcntl(fd, F_SETFD, FD_CLOEXEC);
  fcntl(fd, F_GETFL);
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}

/*===--- Readiness --------------------------------------------------------===*/

int polled(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  struct pollfd ready = {fd, POLLIN, 0};
  if (poll(&ready, 1, 5000) <= 0)
    return -1;
  recv(fd, buffer, sizeof buffer, 0);
  return close(fd);
}
int polledInAnArray(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  struct pollfd ready[2] = {{0}};
  ready[0].fd = STDIN_FILENO;
  ready[0].events = POLLIN;
  ready[1].fd = fd;
  ready[1].events = POLLIN;
  if (poll(ready, 2, 5000) > 0 && ready[1].revents & POLLIN)
    recv(fd, buffer, sizeof buffer, 0);
  return close(fd);
}
int selected(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  struct timeval limit = {5, 0};
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  if (select(fd + 1, &set, NULL, NULL, &limit) > 0)
    recv(fd, buffer, sizeof buffer, 0);
  return close(fd);
}
int polledAnother(int other) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  struct pollfd ready = {other, POLLIN, 0};
  if (poll(&ready, 1, 5000) <= 0)
    return -1;
  recv(fd, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  return close(fd);
}
/* The wait itself, whoever owns the descriptor. */
void pollsForEver(int fd) {
  struct pollfd ready = {fd, POLLIN, 0};
  poll(&ready, 1, -1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void pollsForEverOtherwise(int fd) {
  struct pollfd ready = {fd, POLLIN, 0};
  poll(&ready, 1, -5);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'poll' is given no time limit: -5 means wait for ever [leash-missing-timeout]
}
void pollsInALoop(int fd) {
  char buffer[64];
  struct pollfd ready = {fd, POLLIN, 0};
  while (poll(&ready, 1, -1) > 0)
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
    recv(fd, buffer, sizeof buffer, 0);
}
void pollsThenReads(void) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  struct pollfd ready = {fd, POLLIN, 0};
  poll(&ready, 1, -1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void socketLimitDoesNotCount(void) {
  struct timeval limit = {5, 0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  struct pollfd ready = {fd, POLLIN, 0};
  poll(&ready, 1, -1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'poll' is given no time limit: -1 means wait for ever; 'fd' has a time limit, but SO_RCVTIMEO only limits receiving and accepting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the limit is set here
  close(fd);
}
void selectsForEver(int fd) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  select(fd + 1, &set, NULL, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'select' is given no time limit: a null pointer means wait for ever [leash-missing-timeout]
}
void selectsForSomeTime(int fd, struct timeval *limit) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  select(fd + 1, &set, NULL, NULL, limit);
  select(0, NULL, NULL, NULL, &(struct timeval){1, 0});
}
void pollsForSomeTime(struct pollfd *fds, nfds_t count, int limit) {
  poll(fds, count, limit);
  poll(fds, count, 0);
  poll(fds, count, 1000);
}
void waitsOnce(int epoll) {
  struct epoll_event events[4];
  epoll_wait(epoll, events, 4, -1);
  // CHECK-MESSAGES-ACCEPT: :[[@LINE-1]]:3: warning: 'epoll_wait' is given no time limit: -1 means wait for ever [leash-missing-timeout]
  epoll_wait(epoll, events, 4, 1000);
}
/* What dispatches is to be stopped, not limited. */
void dispatches(struct pollfd *fds, nfds_t count) {
  while (running()) {
    poll(fds, count, -1);
    // CHECK-MESSAGES-ACCEPT: :[[@LINE-1]]:5: warning: 'poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
    for (nfds_t i = 0; i < count; i++)
      if (fds[i].revents)
        serve(fds[i].fd);
  }
}
void dispatchesByEpoll(int epoll) {
  struct epoll_event events[16];
  for (;;) {
    int count = epoll_wait(epoll, events, 16, -1);
    // CHECK-MESSAGES-ACCEPT: :[[@LINE-1]]:17: warning: 'epoll_wait' is given no time limit: -1 means wait for ever [leash-missing-timeout]
    for (int i = 0; i < count; i++)
      serve(events[i].data.fd);
  }
}

/*===--- Servers ----------------------------------------------------------===*/

void serverLoop(const struct sockaddr *at, socklen_t size) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(listener, at, size);
  listen(listener, 8);
  while (running()) {
    int client = accept(listener, NULL, NULL);
    // CHECK-MESSAGES-ACCEPT: :[[@LINE-1]]:18: warning: 'accept' can wait for ever for a client: 'listener' has no time limit; a 'poll' with a limit, or SO_RCVTIMEO, limits it [leash-missing-timeout]
    serve(client);
  }
  close(listener);
}
void localServerLoop(const struct sockaddr_un *at) {
  int listener = socket(AF_UNIX, SOCK_STREAM, 0);
  bind(listener, (const struct sockaddr *)at, sizeof *at);
  listen(listener, 8);
  for (;;)
    serve(accept4(listener, NULL, NULL, SOCK_CLOEXEC));
    // CHECK-MESSAGES-ACCEPT: :[[@LINE-1]]:11: warning: 'accept4' can wait for ever for a client: 'listener' has no time limit; a 'poll' with a limit, or SO_RCVTIMEO, limits it [leash-missing-timeout]
}
void limitedAccept(const struct sockaddr *at, socklen_t size) {
  struct timeval limit = {1, 0};
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(listener, at, size);
  listen(listener, 8);
  setsockopt(listener, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  serve(accept(listener, NULL, NULL));
  close(listener);
}
void acceptWhenReady(const struct sockaddr *at, socklen_t size) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(listener, at, size);
  listen(listener, 8);
  struct pollfd ready = {listener, POLLIN, 0};
  if (poll(&ready, 1, 1000) > 0)
    serve(accept(listener, NULL, NULL));
  close(listener);
}
/* Whoever connects and says nothing holds the server. */
void readsFromClient(int listener) {
  char buffer[64];
  int client = accept(listener, NULL, NULL);
  recv(client, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'client' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(client);
}
void readsFromLimitedClient(int listener) {
  char buffer[64];
  struct timeval limit = {5, 0};
  int client = accept(listener, NULL, NULL);
  setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(client, buffer, sizeof buffer, 0);
  close(client);
}
void readsFromNonBlockingClient(int listener) {
  char buffer[64];
  int client = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
  recv(client, buffer, sizeof buffer, 0);
  close(client);
}
/* A client inherits its listener's limits. */
void inheritedLimit(const struct sockaddr *at, socklen_t size) {
  char buffer[64];
  struct timeval limit = {5, 0};
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(listener, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  bind(listener, at, size);
  listen(listener, 8);
  int client = accept(listener, NULL, NULL);
  recv(client, buffer, sizeof buffer, 0);
  close(client);
  close(listener);
}
/* But it does not inherit that its listener does not block. */
void inheritedMode(const struct sockaddr *at, socklen_t size) {
  char buffer[64];
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  bind(listener, at, size);
  listen(listener, 8);
  int client = accept(listener, NULL, NULL);
  recv(client, buffer, sizeof buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recv' can wait for ever for the peer: 'client' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(client);
  close(listener);
}
/* A server of datagrams waits for the next one by design. */
void datagramServer(const struct sockaddr *at, socklen_t size) {
  char buffer[64];
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  bind(fd, at, size);
  while (running())
    use(buffer, recvfrom(fd, buffer, sizeof buffer, 0, NULL, NULL));
  close(fd);
}

/*===--- Connections ------------------------------------------------------===*/

void connects(const struct sockaddr *to, socklen_t size) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, to, size);
  // CHECK-MESSAGES-KERNEL: :[[@LINE-1]]:3: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; SO_SNDTIMEO or a non-blocking socket and 'poll' limit it [leash-missing-timeout]
  close(fd);
}
/* Two defects, two reports. */
void connectsAndReads(const struct sockaddr *to, socklen_t size) {
  char buffer[64];
  int fd = socket(AF_INET6, SOCK_STREAM, 0);
  if (connect(fd, to, size) == 0)
  // CHECK-MESSAGES-KERNEL: :[[@LINE-1]]:7: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; SO_SNDTIMEO or a non-blocking socket and 'poll' limit it [leash-missing-timeout]
    recv(fd, buffer, sizeof buffer, 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(fd);
}
void connectsWithLimit(const struct sockaddr *to, socklen_t size) {
  char buffer[64];
  struct timeval limit = {5, 0};
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  connect(fd, to, size);
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void connectsWithTheWrongLimit(const struct sockaddr *to, socklen_t size) {
  char buffer[64];
  struct timeval limit = {5, 0};
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  connect(fd, to, size);
  // CHECK-MESSAGES-KERNEL: :[[@LINE-1]]:3: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; 'fd' has a time limit, but SO_RCVTIMEO only limits receiving and accepting [leash-missing-timeout]
  // CHECK-MESSAGES-KERNEL: :[[@LINE-3]]:3: note: the limit is set here
  recv(fd, buffer, sizeof buffer, 0);
  close(fd);
}
void connectsWithFewAttempts(const struct sockaddr *to, socklen_t size) {
  int attempts = 2;
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(fd, IPPROTO_TCP, TCP_SYNCNT, &attempts, sizeof attempts);
  connect(fd, to, size);
  close(fd);
}
void connectsNonBlocking(const struct sockaddr *to, socklen_t size) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  connect(fd, to, size);
  close(fd);
}
void connectsHere(const struct sockaddr_un *to) {
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  connect(fd, (const struct sockaddr *)to, sizeof *to);
  close(fd);
}
void connectsDatagrams(const struct sockaddr *to, socklen_t size) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  connect(fd, to, size);
  close(fd);
}
int connectsSomebodys(int fd, const struct sockaddr *to, socklen_t size) {
  return connect(fd, to, size);
}

/*===--- Resolvers --------------------------------------------------------===*/

int resolves(const char *host, struct addrinfo **result) {
  return getaddrinfo(host, "http", NULL, result);
  // CHECK-MESSAGES-RESOLVE: :[[@LINE-1]]:10: warning: 'getaddrinfo' can wait for ever for the resolver: no time limit is given; getaddrinfo_a and gai_suspend take a limit [leash-missing-timeout]
}
