/* leash-unbounded-spawn: commands of a module of Redis, whose header declares
 * pointers to functions. Debian 12 has no package of the header; this is against
 * the mock that resolves the rows.
 */
// RUN: %check %s leash-unbounded-spawn -std=c11,c17 -- -- -isystem %S/../api/mocks
#include <pthread.h>
#include <redismodule.h>
#include <semaphore.h>
#include <stddef.h>

void *run(void *);
static sem_t slots;

/* --- Reported ----------------------------------------------------------- */

static int slow(RedisModuleCtx *ctx, RedisModuleString **argv, int argc) {
  pthread_t thread;
  RedisModuleBlockedClient *client =
      RedisModule_BlockClient(ctx, NULL, NULL, NULL, 0);
  if (pthread_create(&thread, NULL, run, client) != 0)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each command, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE+53]]:3: note: the function is registered here
    return REDISMODULE_ERR;
  pthread_detach(thread);
  return REDISMODULE_OK;
}
static int on_key(RedisModuleCtx *ctx, int type, const char *event,
                  RedisModuleString *key) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, key);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each event of a key, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+47]]:10: note: the function is registered here
  pthread_detach(thread);
  return REDISMODULE_OK;
}

/* --- Silent ------------------------------------------------------------- */

static void *run_and_post(void *data) {
  run(data);
  sem_post(&slots);
  return NULL;
}
static int limited(RedisModuleCtx *ctx, RedisModuleString **argv, int argc) {
  if (sem_trywait(&slots) != 0)
    return REDISMODULE_ERR;
  pthread_t thread;
  if (pthread_create(&thread, NULL, run_and_post, ctx) != 0)
    return REDISMODULE_ERR;
  pthread_detach(thread);
  return REDISMODULE_OK;
}
static int joined(RedisModuleCtx *ctx, RedisModuleString **argv, int argc) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, run, ctx) != 0)
    return REDISMODULE_ERR;
  pthread_join(thread, NULL);
  return REDISMODULE_OK;
}
/* It runs when a client is answered, which nobody registers here. */
static int reply(RedisModuleCtx *ctx, RedisModuleString **argv, int argc) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, ctx);
  pthread_detach(thread);
  return REDISMODULE_OK;
}
static int waits(RedisModuleCtx *ctx, RedisModuleString **argv, int argc) {
  RedisModule_BlockClient(ctx, reply, NULL, NULL, 0);
  return REDISMODULE_OK;
}
typedef int (*Create)(RedisModuleCtx *, const char *, RedisModuleCmdFunc);
void other(RedisModuleCtx *ctx, Create create) { create(ctx, "reply", reply); }

int RedisModule_OnLoad(RedisModuleCtx *ctx) {
  RedisModule_CreateCommand(ctx, "slow", slow, "", 0, 0, 0);
  RedisModule_CreateCommand(ctx, "limited", limited, "", 0, 0, 0);
  RedisModule_CreateCommand(ctx, "joined", joined, "", 0, 0, 0);
  RedisModule_CreateCommand(ctx, "waits", waits, "", 0, 0, 0);
  return RedisModule_SubscribeToKeyspaceEvents(ctx, REDISMODULE_NOTIFY_STRING,
                                               on_key);
}
