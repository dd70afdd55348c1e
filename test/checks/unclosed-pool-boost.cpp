// leash-unclosed-pool with Boost: thread groups, executors, Asio's pool.
//
// REQUIRES: boost-headers
// RUN: %check %s leash-unclosed-pool -std=c++17
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/make_shared.hpp>
#include <boost/scoped_ptr.hpp>
#include <boost/thread.hpp>
#include <boost/thread/scoped_thread.hpp>
#include <list>
#include <memory>
#include <vector>

void work();
bool busy();

//===--- Threads of Boost in containers: version 2 detaches them ----------===//

class Detached {
public:
  Detached() { Workers.emplace_back(work); }

private:
  std::vector<boost::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of member 'Workers' are never joined: their destructors detach them silently [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:16: note: the threads start here
};
class Joined {
public:
  Joined() { Workers.emplace_back(work); }
  ~Joined() {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<boost::thread> Workers;
};
class Scoped {
public:
  Scoped() { Workers.emplace_back(boost::thread(work)); }

private:
  std::list<boost::scoped_thread<>> Workers;
};
class InterruptedOnly {
public:
  InterruptedOnly() { Workers.emplace_back(work); }
  ~InterruptedOnly() {
    for (auto &each : Workers)
      each.interrupt();
  }

private:
  std::vector<boost::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of member 'Workers' are never joined: their destructors detach them silently [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-9]]:23: note: the threads start here
};

//===--- thread_group -----------------------------------------------------===//

void groupNeverJoined() {
  boost::thread_group group;
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: thread group 'group' is never closed: the destructors of its threads detach them silently [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the pool is made here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'group' goes out of scope here
  for (int i = 0; i < 4; ++i)
    group.create_thread(work);
}
int groupNotAlwaysJoined() {
  boost::thread_group group;
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: thread group 'group' is not closed on every path: the destructors of its threads detach them silently [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the pool is made here
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+3]]:5: note: the function returns here
  group.create_thread(work);
  if (busy())
    return 1;
  group.join_all();
  return 0;
}
class GroupNeverJoined {
public:
  GroupNeverJoined() { Workers.create_thread(work); }
  ~GroupNeverJoined() { Workers.interrupt_all(); }

private:
  boost::thread_group Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: thread group member 'Workers' is never closed: the destructors of its threads detach them silently [leash-unclosed-pool]
};
void groupJoined() {
  boost::thread_group group;
  group.create_thread(work);
  group.add_thread(new boost::thread(work));
  group.join_all();
}
void groupNeverFilled() { boost::thread_group group; }
class GroupJoined {
public:
  GroupJoined() { Workers.create_thread(work); }
  ~GroupJoined() {
    Workers.interrupt_all();
    Workers.join_all();
  }

private:
  boost::thread_group Workers;
};
void joinElsewhere(boost::thread_group &);
void groupJoinedElsewhere() {
  boost::thread_group group;
  group.create_thread(work);
  joinElsewhere(group);
}

//===--- asio::thread_pool: its destructor joins --------------------------===//

void poolByValue() {
  boost::asio::thread_pool pool(4);
  boost::asio::post(pool, work);
}
void poolJoined() {
  boost::asio::thread_pool pool(4);
  boost::asio::post(pool, work);
  pool.join();
}
void poolLeaked() {
  auto *pool = new boost::asio::thread_pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  boost::asio::post(*pool, work);
}
void poolDiscarded() {
  new boost::asio::thread_pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this thread pool is never closed: its threads run on [leash-unclosed-pool]
}
void poolOwned() {
  auto unique = std::make_unique<boost::asio::thread_pool>(4);
  auto shared = boost::make_shared<boost::asio::thread_pool>(4);
  boost::scoped_ptr<boost::asio::thread_pool> scoped(new boost::asio::thread_pool(4));
}
void poolDeleted() {
  auto *pool = new boost::asio::thread_pool(4);
  boost::asio::post(*pool, work);
  delete pool;
}

class PoolMember {
public:
  explicit PoolMember(bool parallel) {
    if (parallel)
      Pool = new boost::asio::thread_pool(10);
  }
  void render() { boost::asio::post(*Pool, work); }

private:
  boost::asio::thread_pool *Pool = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: thread pool member 'Pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-7]]:18: note: the pool is made here
};
class StopIsNotDelete {
public:
  StopIsNotDelete() : Pool(new boost::asio::thread_pool) {}
  ~StopIsNotDelete() { Pool->stop(); }

private:
  boost::asio::thread_pool *Pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: thread pool member 'Pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:32: note: the pool is made here
};
class PoolJoinedByDestructor {
public:
  PoolJoinedByDestructor() : Pool(new boost::asio::thread_pool) {}
  ~PoolJoinedByDestructor() {
    Pool->join();
    delete Pool;
  }

private:
  boost::asio::thread_pool *Pool;
};
class PoolMemberByValue {
  boost::asio::thread_pool Pool{4};
};
class PoolPerCall {
public:
  ~PoolPerCall() { delete Pool; }
  void render(int page) {
    Pool = new boost::asio::thread_pool(10);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this puts a new thread pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
    boost::asio::post(*Pool, [page] { work(); });
  }

private:
  boost::asio::thread_pool *Pool = nullptr;
};
class PoolUnlessThere {
public:
  ~PoolUnlessThere() { delete Pool; }
  void render() {
    if (!Pool)
      Pool = new boost::asio::thread_pool(10);
  }

private:
  boost::asio::thread_pool *Pool = nullptr;
};
