// The metrics in C, repaired: a flag, joins, a time limit
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#define _GNU_SOURCE
#include "Metrics.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static atomic_long Kilobytes;
static atomic_bool Stopping;
static pthread_t Sampler;
static bool Sampling;

static void *sample(void *Unused) {
  (void)Unused;
  while (!atomic_load(&Stopping)) {
    struct rusage Usage;
    getrusage(RUSAGE_SELF, &Usage);
    atomic_store(&Kilobytes, Usage.ru_maxrss);
    usleep(100000);
  }
  return NULL;
}

void metricsStart(void) {
  Sampling = pthread_create(&Sampler, NULL, sample, NULL) == 0;
}

/// Waits for the acknowledgement for a while; the next sample is soon sent.
static void sendSample(void) {
  struct sockaddr_in Server = {.sin_family = AF_INET, .sin_port = htons(9)};
  Server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  struct timeval Limit = {.tv_usec = 20000};
  long Value = atomic_load(&Kilobytes);
  char Reply[64];
  int Fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(Fd, SOL_SOCKET, SO_RCVTIMEO, &Limit, sizeof Limit);
  sendto(Fd, &Value, sizeof Value, 0, (struct sockaddr *)&Server,
         sizeof Server);
  recv(Fd, Reply, sizeof Reply, 0);
  close(Fd);
}

/// A call with a limit this short needs no thread.
void metricsFlush(void) { sendSample(); }

static void *writeSample(void *Text) {
  snprintf(Text, 64, "memory_kilobytes %ld\n", atomic_load(&Kilobytes));
  return NULL;
}

int metricsExport(void) {
  static char Text[64];
  pthread_t Writer;
  if (atomic_load(&Kilobytes) == 0)
    return -1;
  if (pthread_create(&Writer, NULL, writeSample, Text))
    return -1;
  pthread_join(Writer, NULL);
  return 0;
}

void metricsStop(void) {
  if (!Sampling)
    return;
  atomic_store(&Stopping, true);
  pthread_join(Sampler, NULL);
  Sampling = false;
}
