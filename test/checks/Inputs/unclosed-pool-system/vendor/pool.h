// A library's header: included by unclosed-pool-headers.cpp.

#ifndef VENDOR_POOL_H
#define VENDOR_POOL_H

#include <thread>
#include <vector>

void work();

namespace vendor {

class OpenPool {
public:
  OpenPool() { Workers.emplace_back(work); }

private:
  std::vector<std::thread> Workers;
};

class JoiningPool {
public:
  JoiningPool() { Workers.emplace_back(work); }
  ~JoiningPool() {
    for (auto &each : Workers)
      each.join();
  }
  void submit(void (*job)()) { job(); }

private:
  std::vector<std::thread> Workers;
};

inline void leaksInside() { new JoiningPool; }

} // namespace vendor

#endif
