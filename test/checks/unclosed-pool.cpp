// leash-unclosed-pool: the sentences of docs/checks/unclosed-pool.md.
//
// RUN: %check %s leash-unclosed-pool -std=c++11-or-later -mocks -hosts=tidy,leash-tidy
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();
bool busy();

//===--- Flagged: members -------------------------------------------------===//

// The class starts threads into a container, and no method joins them.
class NobodyJoins {
public:
  NobodyJoins() {
    for (int i = 0; i < 4; ++i)
      Workers.emplace_back(work);
  }

private:
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:7: note: the threads start here
};

// A stop() that asks the workers to end and does not join them does not close.
class StopWithoutJoin {
public:
  void start() { Workers.emplace_back([this] { while (!Stopping) work(); }); }
  void stop() { Stopping = true; }
  ~StopWithoutJoin() { stop(); }

private:
  volatile bool Stopping = false;
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-8]]:18: note: the threads start here
};

// Of raw pointers, the handles are lost.
class PointersNobodyDeletes {
public:
  void start() { Workers.push_back(new std::thread(work)); }

private:
  std::vector<std::thread *> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of member 'Workers' are never joined: nobody can join them any more [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:40: note: the threads start here
};

//===--- Flagged: locals and what lies on the heap ------------------------===//

// A pool of the user's own: its constructor starts threads into a member.
class Pool {
public:
  explicit Pool(int count) {
    for (int i = 0; i < count; ++i)
      Workers.emplace_back(work);
  }
  ~Pool() {
    for (std::thread &each : Workers)
      each.join();
  }
  void submit(void (*job)()) { job(); }

private:
  std::vector<std::thread> Workers;
};

void neverDeleted() {
  Pool *pool = new Pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(work);
}

void forgottenOnOneWay(bool draft) {
  Pool *pool = new Pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (draft)
    return;
  delete pool;
}

void nobodyKeepsIt() {
  new Pool(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: this 'Pool' pool is never closed: its threads run on [leash-unclosed-pool]
}

// Closed by a method, which the user has to call.
class ClosedByMethod {
public:
  ClosedByMethod() { Workers.emplace_back(work); }
  void close() {
    for (std::thread &each : Workers)
      each.join();
    Workers.clear();
  }

private:
  std::vector<std::thread> Workers;
};

void notClosed() {
  ClosedByMethod pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'ClosedByMethod' pool 'pool' is never closed: the destructors of its threads call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  busy();
}

//===--- Flagged: a pool over another -------------------------------------===//

class PoolPerCall {
public:
  ~PoolPerCall() { delete Current; }
  void render(void (*job)()) {
    Current = new Pool(10);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this puts a new 'Pool' pool over one that may be running: nothing closes the old one [leash-unclosed-pool]
    Current->submit(job);
  }

private:
  Pool *Current = nullptr;
};

//===--- Not flagged ------------------------------------------------------===//

class Joined {
public:
  Joined() { Workers.emplace_back(work); }
  ~Joined() {
    for (std::thread &each : Workers)
      if (each.joinable())
        each.join();
  }

private:
  std::vector<std::thread> Workers;
};

// Some method joins; whether it is called is not asked by default.
class JoinedInStop {
public:
  void start() { Workers.emplace_back(work); }
  void stop() {
    for (std::thread &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
};

// Declared here, defined elsewhere.
class JoinedElsewhere {
public:
  void start() { Workers.emplace_back(work); }
  ~JoinedElsewhere();

private:
  std::vector<std::thread> Workers;
};

class NeverStarted {
  std::vector<std::thread> Workers;
};

void destructorJoins() {
  Pool pool(4);
  pool.submit(work);
  std::unique_ptr<Pool> owned(new Pool(4));
  std::shared_ptr<Pool> shared(new Pool(4));
}
void deleted(bool draft) {
  Pool *pool = new Pool(4);
  if (draft) {
    delete pool;
    return;
  }
  pool->submit(work);
  delete pool;
}
void closed() {
  ClosedByMethod pool;
  pool.close();
}
void use(Pool *);
Pool *escapes(Pool **out) {
  Pool *given = new Pool(1);
  use(given);
  *out = new Pool(2);
  return new Pool(3);
}

class OnePool {
public:
  ~OnePool() { delete Current; }
  void guarded() {
    if (!Current)
      Current = new Pool(10);
  }
  void after() {
    delete Current;
    Current = new Pool(10);
  }

private:
  Pool *Current = nullptr;
};

// Process-lifetime.
Pool &common() {
  static Pool *pool = new Pool(4);
  return *pool;
}
