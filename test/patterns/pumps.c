// The stories that Leash starts from, 2. WebSocket pumps, in C: a peer that
// vanishes without a word leaves the reader blocked.
//
// RUN: %check %s "leash-*" -std=c99-or-later -mocks
#define _GNU_SOURCE
#include <poll.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

void use(const char *, long);
extern int Listener;
extern volatile int Stopping;

/*===--- Leaky ------------------------------------------------------------===*/

static void *pump(void *unused) {
  char message[256];
  int client = accept(Listener, NULL, NULL);
  for (;;) {
    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
    // CHECK-MESSAGES: :[[@LINE+10]]:7: note: the thread starts here
    long count = recv(client, message, sizeof message, 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'recv' can wait for ever for the peer: 'client' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE+7]]:7: note: runs in the thread started here
    use(message, count);
  }
  return unused;
}
void upgrade(void) {
  pthread_t reader;
  if (pthread_create(&reader, NULL, pump, NULL) == 0)
    pthread_detach(reader);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 'reader' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-3]]:7: note: the thread starts here
}

/* Closing the socket does not wake the reader. */
struct pumps {
  int client;
  volatile int stop;
  pthread_t reader;
};
static void *pumpUntilStopped(void *data) {
  struct pumps *pumps = data;
  char message[256];
  while (!pumps->stop)
    use(message, recv(pumps->client, message, sizeof message, 0));
  return NULL;
}
int startPumps(struct pumps *pumps) {
  return pthread_create(&pumps->reader, NULL, pumpUntilStopped, pumps);
}
void closeOnly(struct pumps *pumps) {
  pumps->stop = 1;
  close(pumps->client);
  pthread_join(pumps->reader, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 'reader' waits in 'recv' on 'client', which closing the descriptor does not end; shut it down first: this join hangs [leash-hanging-join]
  // CHECK-MESSAGES: :[[@LINE-7]]:10: note: the task starts here
  // CHECK-MESSAGES: :[[@LINE-12]]:18: note: its task waits here
  // CHECK-MESSAGES: :[[@LINE-5]]:3: note: 'client' is closed here
}

/*===--- Repaired ---------------------------------------------------------===*/

static void *pumpInTime(void *unused) {
  char message[256];
  struct timeval limit = {60, 0};
  int client = accept(Listener, NULL, NULL);
  setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  while (!Stopping) {
    long count = recv(client, message, sizeof message, 0);
    if (count <= 0)
      break;
    use(message, count);
  }
  close(client);
  return unused;
}
void upgradeRepaired(void) {
  pthread_t reader;
  if (pthread_create(&reader, NULL, pumpInTime, NULL) == 0)
    pthread_join(reader, NULL);
}

int startRepaired(struct pumps *pumps) {
  return pthread_create(&pumps->reader, NULL, pumpUntilStopped, pumps);
}
void shutDown(struct pumps *pumps) {
  pumps->stop = 1;
  shutdown(pumps->client, SHUT_RDWR);
  pthread_join(pumps->reader, NULL);
  close(pumps->client);
}
