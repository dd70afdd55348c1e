// leash-unclosed-pool: what somebody else may close is not reported.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks
#include <functional>
#include <memory>
#include <pthread.h>
#include <thread>
#include <utility>
#include <vector>

void work();
void *run(void *);
using Threads = std::vector<std::thread>;

class Pool {
public:
  Pool() { Workers.emplace_back(work); }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }
  void submit(void (*job)()) { job(); }

private:
  Threads Workers;
};

//===--- Bodies that are not visible --------------------------------------===//

class DestructorElsewhere {
public:
  DestructorElsewhere() { Workers.emplace_back(work); }
  ~DestructorElsewhere();

private:
  Threads Workers;
};
class MethodElsewhere {
public:
  MethodElsewhere() { Workers.emplace_back(work); }
  void shutDown();

private:
  Threads Workers;
};
class HelperElsewhere {
public:
  HelperElsewhere() { Workers.emplace_back(work); }
  ~HelperElsewhere() { finish(Workers); }

private:
  static void finish(Threads &);
  Threads Workers;
};
class FriendElsewhere {
public:
  FriendElsewhere() { Workers.emplace_back(work); }
  friend void closeIt(FriendElsewhere &);

private:
  Threads Workers;
};
class BaseElsewhere {
protected:
  ~BaseElsewhere();
  Threads Workers;
};
struct DerivedHere : BaseElsewhere {
  void start() { Workers.emplace_back(work); }
};
// Whoever gets the object has no method that closes it.
class TakesThis;
void registerForEnd(TakesThis *);
class TakesThis {
public:
  TakesThis() {
    Workers.emplace_back(work);
    registerForEnd(this);
  }

private:
  Threads Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-7]]:5: note: the threads start here
};

// Started elsewhere: nothing is known of its threads.
class StartedElsewhere {
public:
  void start();

private:
  Threads Workers;
};

//===--- Not this class's to close ----------------------------------------===//

class FromConstructor {
public:
  FromConstructor(Threads &workers, Pool *pool, std::shared_ptr<Pool> shared)
      : Workers(workers), Given(pool), Shared(shared) {
    Workers.emplace_back(work);
  }

private:
  Threads &Workers;
  Pool *Given;
  std::shared_ptr<Pool> Shared;
};
class OnlyFromSetter {
public:
  void use(Pool *pool) { Current = pool; }

private:
  Pool *Current = nullptr;
};

// What it makes itself is its own.
class FromSetter {
public:
  void use(Pool *pool) { Current = pool; }
  void useDefault() { Current = new Pool; }

private:
  Pool *Current = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool member 'Current' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:37: note: the pool is made here
};
class FromConstructorOrNew {
public:
  explicit FromConstructorOrNew(Pool *pool)
      : Current(pool ? pool : new Pool) {}

private:
  Pool *Current;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool member 'Current' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:35: note: the pool is made here
};

//===--- Handed out -------------------------------------------------------===//

class Accessor {
public:
  Accessor() { Workers.emplace_back(work); }
  Threads &workers() { return Workers; }

private:
  Threads Workers;
};
class PointerAccessor {
public:
  PointerAccessor() : Current(new Pool) {}
  Pool *pool() { return Current; }

private:
  Pool *Current;
};
class HandsOut {
public:
  HandsOut() { Workers.emplace_back(work); }
  void forEach(const std::function<void(std::thread &)> &f) {
    for (auto &each : Workers)
      f(each);
  }

private:
  Threads Workers;
};
class CountAccessor {
public:
  CountAccessor() { Workers.emplace_back(work); }
  std::size_t count() const { return Workers.size(); }

private:
  Threads Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:21: note: the threads start here
};

//===--- Public members that others close ---------------------------------===//

struct Shared {
  Threads Workers;
};
void start(Shared &s) { s.Workers.emplace_back(work); }
void stop(Shared &s) {
  for (auto &each : s.Workers)
    each.join();
}
struct StartedByFunction {
  Threads Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:36: note: the threads start here
};
void start(StartedByFunction &s) { s.Workers.emplace_back(work); }
class WithFriend {
public:
  WithFriend() { Workers.emplace_back(work); }

private:
  friend class Closer;
  Threads Workers;
};
class Closer {
public:
  static void close(WithFriend &it) {
    for (auto &each : it.Workers)
      each.join();
  }
};

//===--- A parent owns it -------------------------------------------------===//

class Object {
public:
  explicit Object(Object *parent = nullptr);
  virtual ~Object();
};
class PoolObject : public Object {
public:
  explicit PoolObject(Object *parent) : Object(parent) { Workers.emplace_back(work); }
  ~PoolObject() {
    for (auto &each : Workers)
      each.join();
  }

private:
  Threads Workers;
};
class Window : public Object {
public:
  Window() : Workers(new PoolObject(this)) {}

private:
  PoolObject *Workers;
};
void withParent(Object &parent) { new PoolObject(&parent); }

//===--- Pimpl ------------------------------------------------------------===//

class Facade {
public:
  Facade();
  ~Facade();

private:
  class Impl;
  std::unique_ptr<Impl> Pimpl;
};
class Facade::Impl {
public:
  Impl() { Workers.emplace_back(work); }
  ~Impl() {
    for (auto &each : Workers)
      each.join();
  }
  Threads Workers;
};
Facade::Facade() : Pimpl(new Impl) {}
Facade::~Facade() = default;

class OpenFacade {
public:
  OpenFacade();
  ~OpenFacade();

private:
  struct Impl;
  std::unique_ptr<Impl> Pimpl;
};
struct OpenFacade::Impl {
  Threads Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:46: note: the threads start here
};
OpenFacade::OpenFacade() : Pimpl(new Impl) { Pimpl->Workers.emplace_back(work); }
OpenFacade::~OpenFacade() = default;

class ClosedFacade {
public:
  ClosedFacade();
  ~ClosedFacade();

private:
  struct Impl;
  std::unique_ptr<Impl> Pimpl;
};
struct ClosedFacade::Impl {
  Threads Workers;
};
ClosedFacade::ClosedFacade() : Pimpl(new Impl) { Pimpl->Workers.emplace_back(work); }
ClosedFacade::~ClosedFacade() {
  for (auto &each : Pimpl->Workers)
    each.join();
}
