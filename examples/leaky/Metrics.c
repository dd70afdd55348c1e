// The same leaks in C: metrics with pthreads
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#define _GNU_SOURCE
#include "Metrics.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static atomic_long Kilobytes;

static void *sample(void *Unused) {
  (void)Unused;
  // leak: endless-worker
  // metricsStop() can ask for nothing: no flag, no condition, no handle.
  for (;;) {
    struct rusage Usage;
    getrusage(RUSAGE_SELF, &Usage);
    atomic_store(&Kilobytes, Usage.ru_maxrss);
    usleep(100000);
  }
  return NULL;
}

void metricsStart(void) {
  pthread_t Sampler;
  pthread_attr_t Detached;
  pthread_attr_init(&Detached);
  pthread_attr_setdetachstate(&Detached, PTHREAD_CREATE_DETACHED);
  // leak: detached-thread
  // Detached from birth: nobody can wait for the sampler, ever.
  pthread_create(&Sampler, &Detached, sample, NULL);
  pthread_attr_destroy(&Detached);
}

static void *sendSample(void *Unused) {
  (void)Unused;
  struct sockaddr_in Server = {.sin_family = AF_INET, .sin_port = htons(9)};
  Server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  long Value = atomic_load(&Kilobytes);
  char Reply[64];
  int Fd = socket(AF_INET, SOCK_DGRAM, 0);
  sendto(Fd, &Value, sizeof Value, 0, (struct sockaddr *)&Server,
         sizeof Server);
  // leak: missing-timeout
  // One lost datagram, and the thread waits for its acknowledgement for ever.
  recv(Fd, Reply, sizeof Reply, 0);
  close(Fd);
  return NULL;
}

void metricsFlush(void) {
  pthread_t Sender;
  if (pthread_create(&Sender, NULL, sendSample, NULL))
    return;
  // leak: detached-thread
  // Ten flushes a second, each a thread that waits for an answer.
  pthread_detach(Sender);
}

static void *writeSample(void *Text) {
  snprintf(Text, 64, "memory_kilobytes %ld\n", atomic_load(&Kilobytes));
  return NULL;
}

int metricsExport(void) {
  static char Text[64];
  // leak: unjoined-thread
  // The early return below keeps the stack and the status of the writer
  // allocated until the process ends.
  pthread_t Writer;
  if (pthread_create(&Writer, NULL, writeSample, Text))
    return -1;
  if (atomic_load(&Kilobytes) == 0)
    return -1;
  pthread_join(Writer, NULL);
  return 0;
}

void metricsStop(void) {}
