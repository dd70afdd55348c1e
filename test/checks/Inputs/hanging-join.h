// For hanging-join-headers.cpp: inline methods are all visible, others are not.
#ifndef HANGING_JOIN_H
#define HANGING_JOIN_H

#include <condition_variable>
#include <mutex>
#include <thread>

class Inline {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  void wake() { Wake.notify_one(); }
  ~Inline() {
    Stop = true;
    Worker.join();
  }
};

// Other files may use what is not private.
struct Open {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};
  ~Open() {
    Stop = true;
    Worker.join();
  }
};

// And instantiate methods that nobody needs here.
template <class T> class Generic {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  ~Generic() {
    Stop = true;
    Worker.join();
  }
};

// All methods of this one are in the file.
class Declared {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker;
  void run();

public:
  void start();
  ~Declared();
};

// A method of this one is in another file.
class Half {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker;
  void run();

public:
  void start();
  void other();
  ~Half();
};

#endif
