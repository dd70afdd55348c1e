// Included by unclosed-pool-headers.cpp.

#ifndef UNCLOSED_POOL_H
#define UNCLOSED_POOL_H

#include <thread>
#include <vector>

void work();

class HeaderPool {
public:
  HeaderPool() { Workers.emplace_back(work); }
  ~HeaderPool() {
    for (auto &each : Workers)
      each.join();
  }
  void submit(void (*job)()) { job(); }

private:
  std::vector<std::thread> Workers;
};

class OpenHeaderPool {
public:
  OpenHeaderPool() { Workers.emplace_back(work); }

private:
  std::vector<std::thread> Workers;
};

// Its methods are in a source file.
class SplitPool {
public:
  SplitPool();
  void close();

private:
  std::vector<std::thread> Workers;
};

inline void leakInHeader() {
  auto *pool = new HeaderPool;
  pool->submit(work);
}

// Every file that includes this one may join them.
struct PlainStruct {
  std::vector<std::thread> Workers;
};
inline void startPlain(PlainStruct &it) { it.Workers.emplace_back(work); }

#endif
