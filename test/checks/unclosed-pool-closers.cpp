// leash-unclosed-pool: closed by the destructor, or by anything that it calls.
//
// RUN: %check %s leash-unclosed-pool -std=c++17,c++20
#include <algorithm>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

void work();
using Threads = std::vector<std::thread>;

//===--- Helpers ----------------------------------------------------------===//

static void joinOne(std::thread &t) {
  if (t.joinable())
    t.join();
}
static void joinPointer(std::thread *t) { t->join(); }
static void joinAll(Threads &threads) {
  for (auto &each : threads)
    joinOne(each);
}
template <typename Iterator> void joinRange(Iterator it, Iterator end) {
  for (; it != end; ++it)
    it->join();
}
static void lookAt(const Threads &threads) { (void)threads.size(); }

struct ByHelper {
  void start() { Workers.emplace_back(work); }
  ~ByHelper() { joinAll(Workers); }
  Threads Workers;
};
struct ByHelperForEach {
  void start() { Workers.emplace_back(work); }
  ~ByHelperForEach() {
    for (auto &each : Workers)
      joinPointer(&each);
  }
  Threads Workers;
};
struct ByRange {
  void start() { Workers.emplace_back(work); }
  ~ByRange() { joinRange(Workers.begin(), Workers.end()); }
  Threads Workers;
};
struct ByMethods {
  void start() { Workers.emplace_back(work); }
  ~ByMethods() { shutDown(); }

private:
  void shutDown() { finish(); }
  void finish() { joinAll(Workers); }
  Threads Workers;
};
struct HelperOnlyLooks {
  void start() { Workers.emplace_back(work); }
  ~HelperOnlyLooks() { lookAt(Workers); }
  Threads Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-4]]:18: note: the threads start here
};
void closeElsewhere(Threads &);
struct HelperElsewhere {
  void start() { Workers.emplace_back(work); }
  ~HelperElsewhere() { closeElsewhere(Workers); }
  Threads Workers;
};

//===--- Algorithms and lambdas -------------------------------------------===//

struct ForEachLambda {
  void start() { Workers.emplace_back(work); }
  ~ForEachLambda() {
    std::for_each(Workers.begin(), Workers.end(), [](std::thread &t) { t.join(); });
  }
  Threads Workers;
};
struct ForEachMember {
  void start() { Workers.emplace_back(work); }
  ~ForEachMember() {
    std::for_each(Workers.begin(), Workers.end(), std::mem_fn(&std::thread::join));
  }
  Threads Workers;
};
struct ForEachFunction {
  void start() { Workers.emplace_back(work); }
  ~ForEachFunction() { std::for_each(Workers.begin(), Workers.end(), joinOne); }
  Threads Workers;
};
#if __cplusplus >= 202002L
struct Ranges {
  void start() { Workers.emplace_back(work); }
  ~Ranges() { std::ranges::for_each(Workers, &std::thread::join); }
  Threads Workers;
};
#endif
struct LambdaCalled {
  void start() { Workers.emplace_back(work); }
  ~LambdaCalled() {
    auto join = [this] { joinAll(Workers); };
    join();
  }
  Threads Workers;
};
struct LambdaGiven {
  void start() { Workers.emplace_back(work); }
  ~LambdaGiven() { AtExit(); }
  std::function<void()> AtExit = [this] { joinAll(Workers); };
  Threads Workers;
};

//===--- Base classes and member objects ----------------------------------===//

class Base {
public:
  virtual ~Base() { joinAll(Workers); }

protected:
  Threads Workers;
};
struct Derived : Base {
  void start() { Workers.emplace_back(work); }
};

class Helper {
protected:
  void joinThem(Threads &threads) { joinAll(threads); }
};
struct CallsItsBase : Helper {
  void start() { Workers.emplace_back(work); }
  ~CallsItsBase() { joinThem(Workers); }
  Threads Workers;
};

class OpenBase {
protected:
  void start() { Workers.emplace_back(work); }
  Threads Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-3]]:18: note: the threads start here
};
struct DerivedDoesNotClose : OpenBase {
  using OpenBase::start;
};

class ProtectedBase {
protected:
  void start() { Workers.emplace_back(work); }
  Threads Workers;
};
struct DerivedCloses : ProtectedBase {
  ~DerivedCloses() { joinAll(Workers); }
};

class Joiner {
public:
  explicit Joiner(Threads &threads) : All(threads) {}
  ~Joiner() {
    for (auto &each : All)
      if (each.joinable())
        each.join();
  }

private:
  Threads &All;
};
class MemberObject {
public:
  void start() { Workers.emplace_back(work); }

private:
  Threads Workers;
  Joiner JoinThem{Workers};
};
class MemberObjectInConstructor {
public:
  MemberObjectInConstructor() : JoinThem(Workers) { Workers.emplace_back(work); }

private:
  Threads Workers;
  Joiner JoinThem;
};
struct GuardInDestructor {
  void start() { Workers.emplace_back(work); }
  ~GuardInDestructor() { Joiner guard(Workers); }
  Threads Workers;
};

//===--- Deleters ---------------------------------------------------------===//

struct JoinAndDelete {
  void operator()(std::thread *t) const {
    t->join();
    delete t;
  }
};
struct ByDeleter {
  void start() { Workers.emplace_back(new std::thread(work)); }
  std::vector<std::unique_ptr<std::thread, JoinAndDelete>> Workers;
};
struct BySharedDeleter {
  void start() {
    Workers.emplace_back(new std::thread(work), [](std::thread *t) {
      t->join();
      delete t;
    });
  }
  std::vector<std::shared_ptr<std::thread>> Workers;
};

//===--- Moved out, swapped -----------------------------------------------===//

struct SwappedOut {
  void start() { Workers.emplace_back(work); }
  ~SwappedOut() {
    Threads mine;
    {
      std::lock_guard<std::mutex> lock(Mutex);
      mine.swap(Workers);
    }
    joinAll(mine);
  }
  std::mutex Mutex;
  Threads Workers;
};
struct StdSwap {
  void start() { Workers.emplace_back(work); }
  ~StdSwap() {
    Threads mine;
    std::swap(mine, Workers);
    joinAll(mine);
  }
  Threads Workers;
};
struct MovedOut {
  void start() { Workers.emplace_back(work); }
  ~MovedOut() {
    Threads mine = std::move(Workers);
    joinAll(mine);
  }
  Threads Workers;
};
struct Exchanged {
  void start() { Workers.emplace_back(work); }
  ~Exchanged() {
    for (auto &each : std::exchange(Workers, {}))
      each.join();
  }
  Threads Workers;
};
struct Reference {
  void start() { Workers.emplace_back(work); }
  ~Reference() {
    Threads &all = Workers;
    for (auto &each : all)
      each.join();
  }
  Threads Workers;
};
struct OnlyFirst {
  void start() { Workers.emplace_back(work); }
  ~OnlyFirst() { Workers.front().join(); }
  Threads Workers;
};
struct MoveAssigned {
  MoveAssigned() { Workers.emplace_back(work); }
  MoveAssigned &operator=(MoveAssigned &&other) {
    joinAll(Workers);
    Workers = std::move(other.Workers);
    return *this;
  }
  Threads Workers;
};
struct HandedOut {
  void start() { Workers.emplace_back(work); }
  Threads take() { return std::move(Workers); }
  Threads Workers;
};
