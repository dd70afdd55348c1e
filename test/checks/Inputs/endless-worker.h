#ifndef ENDLESS_WORKER_H
#define ENDLESS_WORKER_H

#include <atomic>
#include <thread>

void work();

inline void loopInHeader() {
  while (true)
    work();
}

class InHeader {
public:
  InHeader() : Worker([this] { run(); }) {}
  ~InHeader() { Worker.join(); }

private:
  void run() {
    while (!Stop)
      work();
  }
  std::atomic<bool> Stop{false};
  std::thread Worker;
};

// Its flag may be set where this file does not see it.
class Declared {
public:
  Declared();
  void stop();

private:
  void run();
  std::atomic<bool> Stop{false};
  std::thread Worker;
};

// Others may set what is not private.
class Open {
public:
  Open() : Worker([this] { run(); }) {}
  std::atomic<bool> Stop{false};

private:
  void run() {
    while (!Stop)
      work();
  }
  std::thread Worker;
};

#define LOOP_FOR_EVER while (true)

#endif
