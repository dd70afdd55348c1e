// leash-unclosed-pool: scope guards of libraries close a pool.
//
// REQUIRES: boost-headers, absl-headers
// RUN: %check %s leash-unclosed-pool -std=c++17
#include <absl/cleanup/cleanup.h>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/scope_exit.hpp>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();
bool busy();

class Manual {
public:
  Manual() { Workers.emplace_back(work); }
  void submit(void (*job)()) { job(); }
  void close() {
    for (auto &each : Workers)
      each.join();
    Workers.clear();
  }

private:
  std::vector<std::thread> Workers;
};

// What gsl::finally and others do.
template <typename F> class Final {
public:
  explicit Final(F f) : Do(std::move(f)) {}
  ~Final() { Do(); }

private:
  F Do;
};
template <typename F> Final<F> finally(F f) { return Final<F>(std::move(f)); }

bool byFinally() {
  Manual pool;
  auto close = finally([&] { pool.close(); });
  if (busy())
    return false;
  pool.submit(work);
  return true;
}
bool byCleanup() {
  Manual pool;
  absl::Cleanup close = [&pool] { pool.close(); };
  if (busy())
    return false;
  pool.submit(work);
  return true;
}
bool byMacro() {
  Manual pool;
  BOOST_SCOPE_EXIT_ALL(&) { pool.close(); };
  if (busy())
    return false;
  pool.submit(work);
  return true;
}
bool byOldMacro() {
  Manual pool;
  BOOST_SCOPE_EXIT(&pool) { pool.close(); } BOOST_SCOPE_EXIT_END
  if (busy())
    return false;
  pool.submit(work);
  return true;
}
void ofLibraryPool() {
  auto *pool = new boost::asio::thread_pool(4);
  auto close = finally([&] {
    pool->join();
    delete pool;
  });
  boost::asio::post(*pool, work);
}
void byDeleter() {
  auto closing = [](Manual *pool) {
    pool->close();
    delete pool;
  };
  std::unique_ptr<Manual, decltype(closing)> pool(new Manual, closing);
  pool->submit(work);
}

// A pool in each turn costs, and leaves nothing behind.
void perTurn(int n) {
  for (int i = 0; i < n; ++i) {
    boost::asio::thread_pool pool;
    boost::asio::post(pool, work);
    pool.join();
  }
}

void doesNotClose() {
  Manual pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'Manual' pool 'pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  auto log = finally([&] { pool.submit(work); });
}
