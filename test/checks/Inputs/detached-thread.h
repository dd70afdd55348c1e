// A header of the user's: what it lets go is reported here, once.
#ifndef LEASH_TEST_DETACHED_THREAD_H
#define LEASH_TEST_DETACHED_THREAD_H

#include <thread>

void work();

inline void startInHeader() {
  std::thread(work).detach();
}

template <typename F> void startTemplateInHeader(F f) {
  std::thread t(f);
  t.detach();
}

class InHeader {
public:
  void start() { Thread = std::thread(&InHeader::run, this); }
  void stop() {
    Done = true;
    Thread.detach();
  }

private:
  void run() {
    while (!Done)
      work();
  }
  bool Done = false;
  std::thread Thread;
};

#define START_FROM_HEADER(f) std::thread(f).detach()

#endif
