//===--- redismodule.h - mock of Redis' header for modules ------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian 12 has no package of the header. It declares what
// checks/api/redis-module.yaml names, as version 7 does.
//
//===----------------------------------------------------------------------===//

#ifndef REDISMODULE_H
#define REDISMODULE_H

#define REDISMODULE_OK 0
#define REDISMODULE_ERR 1
#define REDISMODULE_NOTIFY_STRING (1 << 3)
#define REDISMODULE_API extern

typedef struct RedisModuleCtx RedisModuleCtx;
typedef struct RedisModuleString RedisModuleString;
typedef struct RedisModuleCommand RedisModuleCommand;
typedef struct RedisModuleBlockedClient RedisModuleBlockedClient;

typedef int (*RedisModuleCmdFunc)(RedisModuleCtx *ctx, RedisModuleString **argv,
                                  int argc);
typedef int (*RedisModuleNotificationFunc)(RedisModuleCtx *ctx, int type,
                                           const char *event,
                                           RedisModuleString *key);

REDISMODULE_API int (*RedisModule_CreateCommand)(
    RedisModuleCtx *ctx, const char *name, RedisModuleCmdFunc cmdfunc,
    const char *strflags, int firstkey, int lastkey, int keystep);
REDISMODULE_API int (*RedisModule_CreateSubcommand)(
    RedisModuleCommand *parent, const char *name, RedisModuleCmdFunc cmdfunc,
    const char *strflags, int firstkey, int lastkey, int keystep);
REDISMODULE_API int (*RedisModule_SubscribeToKeyspaceEvents)(
    RedisModuleCtx *ctx, int types, RedisModuleNotificationFunc cb);
REDISMODULE_API RedisModuleBlockedClient *(*RedisModule_BlockClient)(
    RedisModuleCtx *ctx, RedisModuleCmdFunc reply_callback,
    RedisModuleCmdFunc timeout_callback,
    void (*free_privdata)(RedisModuleCtx *, void *), long long timeout_ms);

#endif // REDISMODULE_H
