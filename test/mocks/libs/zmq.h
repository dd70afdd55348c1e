//===--- zmq.h - a mock of the header -----------------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_ZMQ
#define LEASH_MOCK_ZMQ

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ZMQ_REQ 3
#define ZMQ_REP 4
#define ZMQ_DEALER 5
#define ZMQ_PULL 7
#define ZMQ_LINGER 17
#define ZMQ_RCVTIMEO 27
#define ZMQ_SNDTIMEO 28
#define ZMQ_CONNECT_TIMEOUT 79
#define ZMQ_DONTWAIT 1
#define ZMQ_POLLIN 1

typedef struct zmq_pollitem_t {
  void *socket;
  int fd;
  short events;
  short revents;
} zmq_pollitem_t;

void *zmq_ctx_new(void);
void *zmq_socket(void *, int type_);
int zmq_close(void *s_);
int zmq_setsockopt(void *s_, int option_, const void *optval_,
                   size_t optvallen_);
int zmq_bind(void *s_, const char *addr_);
int zmq_connect(void *s_, const char *addr_);
int zmq_send(void *s_, const void *buf_, size_t len_, int flags_);
int zmq_recv(void *s_, void *buf_, size_t len_, int flags_);
int zmq_poll(zmq_pollitem_t *items_, int nitems_, long timeout_);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_ZMQ
