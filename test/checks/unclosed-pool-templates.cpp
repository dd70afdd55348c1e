// leash-unclosed-pool: templates, instantiated or not, CRTP, and inheritance.
//
// RUN: %check %s leash-unclosed-pool -std=c++17-or-later -mocks
#include <array>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

void work();

//===--- Class templates --------------------------------------------------===//

// Instantiated twice, reported once.
template <typename Job> class Queue {
public:
  explicit Queue(int count) {
    for (int i = 0; i < count; ++i)
      Workers.emplace_back([this] { run(); });
  }

private:
  void run() { work(); }
  std::vector<Job> Jobs;
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-8]]:7: note: the threads start here
};
void instantiates() {
  Queue<int> ints(4);
  Queue<char> chars(4);
}

// Not instantiated, and nothing in it depends on the parameter.
template <typename Job> class NotInstantiated {
public:
  NotInstantiated() { Workers.emplace_back(work); }

private:
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:23: note: the threads start here
};

template <int Count> class Fixed {
public:
  Fixed() {
    for (auto &each : Workers)
      each = std::thread(work);
  }

private:
  std::thread Workers[Count];
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:14: note: the threads start here
};
template class Fixed<4>;

template <typename Job> class Closed {
public:
  explicit Closed(int count) {
    while (count--)
      Workers.emplace_back(work);
  }
  ~Closed() {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
};
template <typename Job> class ClosedNotInstantiated {
public:
  ClosedNotInstantiated() { Workers.emplace_back(work); }
  ~ClosedNotInstantiated() { stop(); }
  void stop() {
    for (auto &each : Workers)
      if (each.joinable())
        each.join();
  }

private:
  std::vector<std::thread> Workers;
};
void instantiatesClosed() {
  Closed<int> ints(4);
  auto chars = std::make_unique<Closed<char>>(4);
}
// A method that nobody instantiates closes all the same.
template <typename Job> class ClosedByUnused {
public:
  ClosedByUnused() { Workers.emplace_back(work); }
  void stop() {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
};
void instantiatesUnused() { ClosedByUnused<int> ints; }

// The container, or the thread, is a parameter: what it is nobody knows.
template <typename Thread> class AnyThread {
public:
  void start() { Workers.emplace_back(work); }

private:
  std::vector<Thread> Workers;
};
template <typename Container> class AnyContainer {
public:
  void start() { Workers.emplace_back(work); }

private:
  Container Workers;
};

//===--- CRTP -------------------------------------------------------------===//

template <typename Self> class Joins {
public:
  ~Joins() {
    for (auto &each : Workers)
      each.join();
  }

protected:
  std::vector<std::thread> Workers;
};
class Server : public Joins<Server> {
public:
  void start() { Workers.emplace_back(work); }
};

template <typename Self> class JoinsWorkersOf {
public:
  void shutDown() {
    for (auto &each : static_cast<Self *>(this)->Crew)
      each.join();
  }
};
class Client : public JoinsWorkersOf<Client> {
public:
  void start() { Crew.emplace_back(work); }

private:
  friend class JoinsWorkersOf<Client>;
  std::vector<std::thread> Crew;
};

template <typename Self> class Open {
public:
  void start() { Workers.emplace_back([this] { static_cast<Self *>(this)->run(); }); }

protected:
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:18: note: the threads start here
};
class Opened : public Open<Opened> {
public:
  void run();
};
void startOpened(Opened &it) { it.start(); }

//===--- Function templates -----------------------------------------------===//

class Pool {
public:
  Pool() { Workers.emplace_back(work); }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }
  template <typename F> void submit(F) {}

private:
  std::vector<std::thread> Workers;
};
template <typename F> void renderAll(F f) {
  auto *pool = new Pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(f);
}
void instantiatesFunction() {
  renderAll(work);
  renderAll([] { work(); });
}
template <typename F> void renderClosed(F f) {
  auto *pool = new Pool;
  pool->submit(f);
  delete pool;
}
template void renderClosed(void (*)());
template <typename P> void anyPool() {
  P *pool = new P;
  pool->submit(work);
}

//===--- Inheritance ------------------------------------------------------===//

class Worker {
public:
  virtual ~Worker() { stop(); }
  virtual void stop() {
    for (auto &each : Threads)
      if (each.joinable())
        each.join();
  }

protected:
  std::vector<std::thread> Threads;
};
class Encoder : public Worker {
public:
  Encoder() { Threads.emplace_back(work); }
};
class Interface {
public:
  virtual ~Interface() = default;
  virtual void close() = 0;
};
class Implementation : public Interface {
public:
  Implementation() { Workers.emplace_back(work); }
  void close() override {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
};
Interface *makeOne() { return new Implementation; }
void throughBase() {
  std::unique_ptr<Interface> it(makeOne());
  it->close();
}
class DerivedPool : public Pool {};
void derived() {
  auto *pool = new DerivedPool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'DerivedPool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+4]]:1: note: 'pool' goes out of scope here
  Pool *asBase = new DerivedPool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'DerivedPool' pool 'asBase' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'asBase' goes out of scope here
}
