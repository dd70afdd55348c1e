// leash-unclosed-pool: what main leaves behind ends with the process.
//
// RUN: %check %s leash-unclosed-pool -std=c++14,c++20 -mocks
#include <thread>
#include <vector>

void work();
bool busy();

class Pool {
public:
  Pool() { Workers.emplace_back(work); }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }
  void submit(void (*job)()) { job(); }

private:
  std::vector<std::thread> Workers;
};

// Not main: each call leaves a pool behind.
void serve() {
  Pool *pool = new Pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(work);
}

int main() {
  auto *pool = new Pool;
  pool->submit(work);
  while (busy())
    serve();
}
