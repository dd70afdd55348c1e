// A header of the user's: what is forgotten here is reported here, once, as far
// as nobody else can close it.
#ifndef LEASH_TEST_UNJOINED_THREAD_H
#define LEASH_TEST_UNJOINED_THREAD_H

#include <thread>

void work();
bool ready();

inline void forgottenInHeader() {
  std::thread t(work);
}

template <typename F> void leftInHeader(F f) {
  std::thread t(f);
  if (ready())
    return;
  t.join();
}

class UnjoinedInHeader {
public:
  void start() { Thread = std::thread(work); }

private:
  std::thread Thread;
};

class JoinedInHeader {
public:
  void start() { Thread = std::thread(work); }
  ~JoinedInHeader() { Thread.join(); }

private:
  std::thread Thread;
};

// Its methods are in some other file.
class ElsewhereInHeader {
public:
  void start() { Thread = std::thread(work); }
  void stop();

private:
  std::thread Thread;
};

// Anybody who includes this header may join it.
struct PublicInHeader {
  std::thread Thread;
  void start() { Thread = std::thread(work); }
};

inline std::thread startedInHeader() { return std::thread(work); }

#define START_FROM_HEADER(name) std::thread name(work)

#endif
