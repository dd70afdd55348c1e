//===--- hiredis/hiredis.h - a mock of the header -----------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_HIREDIS
#define LEASH_MOCK_HIREDIS

#include <stddef.h>
#include <sys/time.h>

#ifdef __cplusplus
extern "C" {
#endif

#define REDIS_OK 0
#define REDIS_ERR -1

typedef struct redisReply {
  int type;
  long long integer;
  size_t len;
  char *str;
} redisReply;

typedef struct redisContext {
  int err;
  char errstr[128];
  int fd;
  int flags;
} redisContext;

typedef struct {
  int type;
  int options;
  const struct timeval *connect_timeout;
  const struct timeval *command_timeout;
} redisOptions;

redisContext *redisConnectWithOptions(const redisOptions *options);
redisContext *redisConnect(const char *ip, int port);
redisContext *redisConnectWithTimeout(const char *ip, int port,
                                      const struct timeval tv);
redisContext *redisConnectNonBlock(const char *ip, int port);
redisContext *redisConnectUnix(const char *path);
int redisReconnect(redisContext *c);
#ifndef LEASH_MOCK_HIREDIS_0 // Versions before 1.0.
typedef void(redisPushFn)(void *, void *);
redisPushFn *redisSetPushCallback(redisContext *c, redisPushFn *fn);
#endif
int redisSetTimeout(redisContext *c, const struct timeval tv);
void redisFree(redisContext *c);

int redisGetReply(redisContext *c, void **reply);
int redisAppendCommand(redisContext *c, const char *format, ...);
void *redisCommand(redisContext *c, const char *format, ...);
void freeReplyObject(void *reply);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_HIREDIS
