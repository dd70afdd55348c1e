//===--- redis++.h - mock of redis-plus-plus --------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian 12 has no package of redis-plus-plus. It declares what
// checks/api/redis-plus-plus.yaml names, as 1.3.15 does, and the constructor of
// RedisCluster of versions before 1.3.13. Commands that wait for nothing but
// the server are without their parameters and results.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_REDIS_PLUS_PLUS
#define LEASH_MOCK_REDIS_PLUS_PLUS

#include <chrono>
#include <memory>
#include <string>

namespace sw {
namespace redis {

enum class Role { MASTER, SLAVE };
enum class ListWhence { LEFT, RIGHT };
using Seconds = std::chrono::seconds;

struct ConnectionOptions {
  std::string host;
  int port = 6379;
  bool keep_alive = false;
  std::chrono::milliseconds connect_timeout{0};
  std::chrono::milliseconds socket_timeout{0};
};

struct ConnectionPoolOptions {
  std::chrono::milliseconds wait_timeout{0};
};

struct ClusterOptions {};

class Sentinel;
class TransactionImpl;
class PipelineImpl;

class Subscriber {
public:
  void consume();
};

template <typename Impl> class QueuedRedis {
public:
  void exec();
};

using Transaction = QueuedRedis<TransactionImpl>;
using Pipeline = QueuedRedis<PipelineImpl>;

class Redis {
public:
  explicit Redis(const ConnectionOptions &, const ConnectionPoolOptions & = {});
  explicit Redis(const std::string &Uri);
  Redis(const std::shared_ptr<Sentinel> &, const std::string &Master, Role,
        const ConnectionOptions &, const ConnectionPoolOptions & = {});

  Pipeline pipeline(bool NewConnection = true);
  Transaction transaction(bool Piped = false, bool NewConnection = true);
  Subscriber subscriber();

  template <typename... Args> void append(Args &&...);
  template <typename... Args> void auth(Args &&...);
  template <typename... Args> void command(Args &&...);
  template <typename... Args> void dbsize(Args &&...);
  template <typename... Args> void decr(Args &&...);
  template <typename... Args> void decrby(Args &&...);
  template <typename... Args> void del(Args &&...);
  template <typename... Args> void dump(Args &&...);
  template <typename... Args> void eval(Args &&...);
  template <typename... Args> void evalsha(Args &&...);
  template <typename... Args> void exists(Args &&...);
  template <typename... Args> void expire(Args &&...);
  template <typename... Args> void flushall(Args &&...);
  template <typename... Args> void flushdb(Args &&...);
  template <typename... Args> void get(Args &&...);
  template <typename... Args> void getrange(Args &&...);
  template <typename... Args> void getset(Args &&...);
  template <typename... Args> void hdel(Args &&...);
  template <typename... Args> void hexists(Args &&...);
  template <typename... Args> void hget(Args &&...);
  template <typename... Args> void hgetall(Args &&...);
  template <typename... Args> void hincrby(Args &&...);
  template <typename... Args> void hkeys(Args &&...);
  template <typename... Args> void hlen(Args &&...);
  template <typename... Args> void hmget(Args &&...);
  template <typename... Args> void hmset(Args &&...);
  template <typename... Args> void hset(Args &&...);
  template <typename... Args> void hsetnx(Args &&...);
  template <typename... Args> void hvals(Args &&...);
  template <typename... Args> void incr(Args &&...);
  template <typename... Args> void incrby(Args &&...);
  template <typename... Args> void info(Args &&...);
  template <typename... Args> void keys(Args &&...);
  template <typename... Args> void lastsave(Args &&...);
  template <typename... Args> void lindex(Args &&...);
  template <typename... Args> void llen(Args &&...);
  template <typename... Args> void lpop(Args &&...);
  template <typename... Args> void lpush(Args &&...);
  template <typename... Args> void lrange(Args &&...);
  template <typename... Args> void lrem(Args &&...);
  template <typename... Args> void lset(Args &&...);
  template <typename... Args> void ltrim(Args &&...);
  template <typename... Args> void mget(Args &&...);
  template <typename... Args> void mset(Args &&...);
  template <typename... Args> void persist(Args &&...);
  template <typename... Args> void pexpire(Args &&...);
  template <typename... Args> void ping(Args &&...);
  template <typename... Args> void pttl(Args &&...);
  template <typename... Args> void publish(Args &&...);
  template <typename... Args> void randomkey(Args &&...);
  template <typename... Args> void rename(Args &&...);
  template <typename... Args> void renamenx(Args &&...);
  template <typename... Args> void rpop(Args &&...);
  template <typename... Args> void rpoplpush(Args &&...);
  template <typename... Args> void rpush(Args &&...);
  template <typename... Args> void sadd(Args &&...);
  template <typename... Args> void scard(Args &&...);
  template <typename... Args> void script_load(Args &&...);
  template <typename... Args> void set(Args &&...);
  template <typename... Args> void setex(Args &&...);
  template <typename... Args> void setnx(Args &&...);
  template <typename... Args> void sismember(Args &&...);
  template <typename... Args> void smembers(Args &&...);
  template <typename... Args> void smove(Args &&...);
  template <typename... Args> void spop(Args &&...);
  template <typename... Args> void srem(Args &&...);
  template <typename... Args> void sscan(Args &&...);
  template <typename... Args> void strlen(Args &&...);
  template <typename... Args> void ttl(Args &&...);
  template <typename... Args> void type(Args &&...);
  template <typename... Args> void unlink(Args &&...);
  template <typename... Args> void unwatch(Args &&...);
  template <typename... Args> void watch(Args &&...);
  template <typename... Args> void xack(Args &&...);
  template <typename... Args> void xadd(Args &&...);
  template <typename... Args> void xlen(Args &&...);
  template <typename... Args> void xrange(Args &&...);
  template <typename... Args> void zadd(Args &&...);
  template <typename... Args> void zcard(Args &&...);
  template <typename... Args> void zcount(Args &&...);
  template <typename... Args> void zincrby(Args &&...);
  template <typename... Args> void zrange(Args &&...);
  template <typename... Args> void zrangebyscore(Args &&...);
  template <typename... Args> void zrank(Args &&...);
  template <typename... Args> void zrem(Args &&...);
  template <typename... Args> void zremrangebyscore(Args &&...);
  template <typename... Args> void zrevrank(Args &&...);
  template <typename... Args> void zscore(Args &&...);

  void blpop(const std::string &Key, Seconds Limit = Seconds{0});
  template <typename Input>
  void blpop(Input First, Input Last, Seconds Limit = Seconds{0});
  void brpop(const std::string &Key, Seconds Limit = Seconds{0});
  template <typename Input>
  void brpop(Input First, Input Last, Seconds Limit = Seconds{0});
  void bzpopmin(const std::string &Key, Seconds Limit = Seconds{0});
  template <typename Input>
  void bzpopmin(Input First, Input Last, Seconds Limit = Seconds{0});
  void bzpopmax(const std::string &Key, Seconds Limit = Seconds{0});
  template <typename Input>
  void bzpopmax(Input First, Input Last, Seconds Limit = Seconds{0});
  void brpoplpush(const std::string &From, const std::string &To,
                  Seconds Limit = Seconds{0});
  void blmove(const std::string &From, const std::string &To, ListWhence Take,
              ListWhence Put, Seconds Limit = Seconds{0});
  long long wait(long long Replicas, std::chrono::milliseconds Limit);
};

class RedisCluster {
public:
  explicit RedisCluster(const ConnectionOptions &,
                        const ConnectionPoolOptions & = {},
                        Role = Role::MASTER);
  RedisCluster(const ConnectionOptions &, const ConnectionPoolOptions &, Role,
               const ClusterOptions &);
  explicit RedisCluster(const std::string &Uri);

  Redis redis(const std::string &HashTag, bool NewConnection = true);
  Pipeline pipeline(const std::string &HashTag, bool NewConnection = true);
  Transaction transaction(const std::string &HashTag, bool Piped = false,
                          bool NewConnection = true);
  Subscriber subscriber();

  template <typename... Args> void append(Args &&...);
  template <typename... Args> void command(Args &&...);
  template <typename... Args> void decr(Args &&...);
  template <typename... Args> void decrby(Args &&...);
  template <typename... Args> void del(Args &&...);
  template <typename... Args> void dump(Args &&...);
  template <typename... Args> void eval(Args &&...);
  template <typename... Args> void evalsha(Args &&...);
  template <typename... Args> void exists(Args &&...);
  template <typename... Args> void expire(Args &&...);
  template <typename... Args> void get(Args &&...);
  template <typename... Args> void getrange(Args &&...);
  template <typename... Args> void getset(Args &&...);
  template <typename... Args> void hdel(Args &&...);
  template <typename... Args> void hexists(Args &&...);
  template <typename... Args> void hget(Args &&...);
  template <typename... Args> void hgetall(Args &&...);
  template <typename... Args> void hincrby(Args &&...);
  template <typename... Args> void hkeys(Args &&...);
  template <typename... Args> void hlen(Args &&...);
  template <typename... Args> void hmget(Args &&...);
  template <typename... Args> void hmset(Args &&...);
  template <typename... Args> void hset(Args &&...);
  template <typename... Args> void hsetnx(Args &&...);
  template <typename... Args> void hvals(Args &&...);
  template <typename... Args> void incr(Args &&...);
  template <typename... Args> void incrby(Args &&...);
  template <typename... Args> void lindex(Args &&...);
  template <typename... Args> void llen(Args &&...);
  template <typename... Args> void lpop(Args &&...);
  template <typename... Args> void lpush(Args &&...);
  template <typename... Args> void lrange(Args &&...);
  template <typename... Args> void lrem(Args &&...);
  template <typename... Args> void lset(Args &&...);
  template <typename... Args> void ltrim(Args &&...);
  template <typename... Args> void mget(Args &&...);
  template <typename... Args> void mset(Args &&...);
  template <typename... Args> void persist(Args &&...);
  template <typename... Args> void pexpire(Args &&...);
  template <typename... Args> void pttl(Args &&...);
  template <typename... Args> void publish(Args &&...);
  template <typename... Args> void rename(Args &&...);
  template <typename... Args> void renamenx(Args &&...);
  template <typename... Args> void rpop(Args &&...);
  template <typename... Args> void rpoplpush(Args &&...);
  template <typename... Args> void rpush(Args &&...);
  template <typename... Args> void sadd(Args &&...);
  template <typename... Args> void scard(Args &&...);
  template <typename... Args> void set(Args &&...);
  template <typename... Args> void setex(Args &&...);
  template <typename... Args> void setnx(Args &&...);
  template <typename... Args> void sismember(Args &&...);
  template <typename... Args> void smembers(Args &&...);
  template <typename... Args> void smove(Args &&...);
  template <typename... Args> void spop(Args &&...);
  template <typename... Args> void srem(Args &&...);
  template <typename... Args> void sscan(Args &&...);
  template <typename... Args> void strlen(Args &&...);
  template <typename... Args> void ttl(Args &&...);
  template <typename... Args> void type(Args &&...);
  template <typename... Args> void unlink(Args &&...);
  template <typename... Args> void xack(Args &&...);
  template <typename... Args> void xadd(Args &&...);
  template <typename... Args> void xlen(Args &&...);
  template <typename... Args> void xrange(Args &&...);
  template <typename... Args> void zadd(Args &&...);
  template <typename... Args> void zcard(Args &&...);
  template <typename... Args> void zcount(Args &&...);
  template <typename... Args> void zincrby(Args &&...);
  template <typename... Args> void zrange(Args &&...);
  template <typename... Args> void zrangebyscore(Args &&...);
  template <typename... Args> void zrank(Args &&...);
  template <typename... Args> void zrem(Args &&...);
  template <typename... Args> void zremrangebyscore(Args &&...);
  template <typename... Args> void zrevrank(Args &&...);
  template <typename... Args> void zscore(Args &&...);

  void blpop(const std::string &Key, Seconds Limit = Seconds{0});
  template <typename Input>
  void blpop(Input First, Input Last, Seconds Limit = Seconds{0});
  void brpop(const std::string &Key, Seconds Limit = Seconds{0});
  template <typename Input>
  void brpop(Input First, Input Last, Seconds Limit = Seconds{0});
  void bzpopmin(const std::string &Key, Seconds Limit = Seconds{0});
  template <typename Input>
  void bzpopmin(Input First, Input Last, Seconds Limit = Seconds{0});
  void bzpopmax(const std::string &Key, Seconds Limit = Seconds{0});
  template <typename Input>
  void bzpopmax(Input First, Input Last, Seconds Limit = Seconds{0});
  void brpoplpush(const std::string &From, const std::string &To,
                  Seconds Limit = Seconds{0});
  void blmove(const std::string &From, const std::string &To, ListWhence Take,
              ListWhence Put, Seconds Limit = Seconds{0});
};

} // namespace redis
} // namespace sw

#endif // LEASH_MOCK_REDIS_PLUS_PLUS
