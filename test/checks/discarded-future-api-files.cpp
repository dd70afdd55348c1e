// Rows of the user's own: functions that start tasks, a wrapper that lets go on
// purpose, a variable that swallows, a future of another kind.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- --config='{CheckOptions: [{key: leash-discarded-future.ApiFiles, value: %S/Inputs/discarded-future-api.yaml}]}' -- -DWITH_ROWS -Wno-unused
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- --config='{CheckOptions: [{key: ApiFiles, value: %S/Inputs/discarded-future-api.yaml}]}' -- -DWITH_ROWS -Wno-unused
//
// Without the rows only the std::future that nobody knows is left.
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -check-suffix=WITHOUT -- -- -Wno-unused

#include <functional>
#include <future>

namespace acme {
template <typename T> class Promise {
public:
  Promise(Promise &&);
  T await();
};
enum class Priority { Low, High };
std::future<int> async(Priority, std::function<int()> Body);
Promise<int> begin(std::function<int()> Body);
Promise<int> later(std::function<int()> Body);
std::future<int> fireAndForget(int Request);
struct Swallow {
  template <typename T> const Swallow &operator=(T &&) const { return *this; }
};
extern const Swallow drop;
} // namespace acme

int work();
void log();
std::future<int> elsewhere();

void flagged() {
#ifdef WITH_ROWS
  acme::async(acme::Priority::Low, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'acme::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  (void)acme::async(acme::Priority::High, [] { return 1; });
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'acme::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  acme::begin(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'acme::begin' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:3: note: if nobody is to wait, 'acme::fireAndForget' says so
  acme::later(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'acme::later' call is discarded: its task is deferred and never runs [leash-discarded-future]
  acme::drop = std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  auto Unused = acme::begin(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:17: note: if nobody is to wait, 'acme::fireAndForget' says so
#else
  elsewhere();
  // CHECK-MESSAGES-WITHOUT: :[[@LINE-1]]:3: warning: the future that 'elsewhere' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
#endif
}

void silent() {
  acme::begin(work).await();
  acme::async(acme::Priority::Low, work).get();
  auto Kept = acme::begin(work);
  log();
  Kept.await();
#ifdef WITH_ROWS
  acme::fireAndForget(1);
#else
  acme::async(acme::Priority::Low, work);
  acme::begin(work);
  acme::later(work);
  acme::drop = std::async(work);
#endif
}
