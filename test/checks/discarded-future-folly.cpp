// folly::via(executor, function), in a mock of Folly.
//
// RUN: %check %s leash-discarded-future -std=c++14-or-later -- -- -Wno-unused -isystem %S/../api/mocks

#include <folly/futures/Future.h>

int work();
void log();
struct Functor {
  int operator()() const;
};
folly::Future<int> start(folly::Executor::KeepAlive<> E) {
  return folly::via(E, work);
}
folly::Future<int> elsewhere();

void flagged(folly::Executor::KeepAlive<> E) {
  folly::via(E, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'folly::via' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:3: note: if nobody is to wait, 'folly::Executor::add' says so
  (void)folly::via(E, Functor());
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'folly::via' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:9: note: if nobody is to wait, 'folly::Executor::add' says so
  start(E);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'start' returns is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-13]]:10: note: the future is made here
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: if nobody is to wait, 'folly::Executor::add' says so
  auto Unused = folly::via(E, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:17: note: if nobody is to wait, 'folly::Executor::add' says so
}

folly::Future<int> silent(folly::Executor::KeepAlive<> E) {
  folly::via(E, work).get();
  int Value = folly::via(E, work).get() + 1;
  // It only names an executor.
  folly::via(E);
  elsewhere();
  auto Kept = folly::via(E, work);
  log();
  Kept.wait();
  return folly::via(E, work);
}
