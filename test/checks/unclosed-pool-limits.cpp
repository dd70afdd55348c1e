// What leash-unclosed-pool does not see. Each of these is a missed alarm that is
// accepted; the page says so. No option changes that.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks -check-suffix=DEFAULT
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks -- --config='{CheckOptions: [{key: leash-unclosed-pool.IgnoreStatic, value: false}, {key: leash-unclosed-pool.RequireDestructor, value: true}]}'
#include <functional>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();
bool busy();
void onMessage(std::function<void(void (*)())>);

class Pool {
public:
  explicit Pool(int count = 4) {
    while (count--)
      Workers.emplace_back(work);
  }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }
  void submit(void (*job)()) { job(); }

private:
  std::vector<std::thread> Workers;
};
class Manual {
public:
  explicit Manual(int count = 4) {
    while (count--)
      Workers.emplace_back(work);
  }
  void submit(void (*job)()) { job(); }
  void close() {
    for (auto &each : Workers)
      each.join();
  }

private:
  std::vector<std::thread> Workers;
  // The options are on, and what they ask for is still reported.
  // CHECK-MESSAGES: :[[@LINE-2]]:28: warning: threads of member 'Workers' are not joined by the destructor of 'Manual' [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-7]]:7: note: they are joined here, in 'close', which the destructor does not call
};

//===--- Temporaries ------------------------------------------------------===//

// A pool that is used in the expression that makes it, and then forgotten.
void temporary() {
  Manual(4).submit(work);
  (new Pool(4))->submit(work);
}

//===--- Owners that let go -----------------------------------------------===//

// What release() gives back is somebody's who is not looked for.
void released() {
  auto owner = std::make_unique<Pool>(4);
  Pool *pool = owner.release();
  pool->submit(work);
}
class Released {
public:
  Released() : Current(new Pool) {}
  ~Released() { Current.release(); }

private:
  std::unique_ptr<Pool> Current;
};

//===--- Closed, but not always -------------------------------------------===//

// Joined before another's threads come in, and never at the end.
class ClosedByAssignment {
public:
  ClosedByAssignment() { Workers.emplace_back(work); }
  ClosedByAssignment &operator=(ClosedByAssignment &&other) {
    for (auto &each : Workers)
      each.join();
    Workers = std::move(other.Workers);
    return *this;
  }

private:
  std::vector<std::thread> Workers;
};
// Some of them, or in one case.
class JoinsSome {
public:
  void start(int count) {
    while (count--)
      Workers.emplace_back(work);
  }
  ~JoinsSome() {
    if (busy())
      Workers.front().join();
  }

private:
  std::vector<std::thread> Workers;
};
// A class template that joins a member of its parameter joins, as far as anybody
// can tell, all members of that name.
template <typename Self> class JoinsCrewOf {
public:
  void shutDown() {
    for (auto &each : static_cast<Self *>(this)->Crew)
      each.join();
  }
};
class HasACrew {
public:
  HasACrew() { Crew.emplace_back(work); }

private:
  std::vector<std::thread> Crew;
};

//===--- Replaced ---------------------------------------------------------===//

// A handler that runs once per message, and makes a pool each time.
class ReplacedByHandler {
public:
  ReplacedByHandler() {
    onMessage([this](void (*job)()) {
      Current = new Pool;
      Current->submit(job);
    });
  }
  ~ReplacedByHandler() { delete Current; }

private:
  Pool *Current = nullptr;
};

//===--- Static -----------------------------------------------------------===//

// Pools that are static or global themselves, also without IgnoreStatic.
Pool &common() {
  static Pool *pool = new Pool(8);
  return *pool;
}
void byValue() { static Manual pool; }
static Pool *AtFileScope = new Pool(8);
static std::unique_ptr<Manual> Owned(new Manual);
void useThem() {
  AtFileScope->submit(work);
  Owned->submit(work);
}
