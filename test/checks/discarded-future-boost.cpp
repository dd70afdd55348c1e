// The real headers of Boost: a dropped boost::future does not wait.
//
// REQUIRES: boost-headers
// RUN: %check %s leash-discarded-future -std=c++14,c++17,c++20 -- -- -Wno-unused -DBOOST_THREAD_VERSION=4
// RUN: %check %s leash-discarded-future -std=c++17 -- -- -Wno-unused -DBOOST_THREAD_VERSION=5 -fdelayed-template-parsing

#include <boost/bind/bind.hpp>
#include <boost/function.hpp>
#include <boost/thread/future.hpp>

int work();
void log();
bool more();
boost::future<int> start() { return boost::async(work); }
boost::future<int> elsewhere();
struct Pool {
  boost::future<int> submit(boost::function<int()> Task);
};

void flagged() {
  boost::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  boost::async(boost::launch::async, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  (void)boost::async([] { return 1; });
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  start();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'start' returns is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-15]]:37: note: the future is made here
  boost::async(boost::launch::deferred, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'boost::async' call is discarded: its task is deferred and never runs [leash-discarded-future]
  boost::future<int> Last;
  while (more())
    Last = boost::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: this overwrites the future of the previous turn, which nobody has waited for: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  auto Unused = boost::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
}

boost::future<int> silent(Pool &P) {
  boost::async(work).get();
  boost::async(work).wait();
  boost::async(work).then([](boost::future<int> F) { return F.get(); }).get();
  // Not known to come from an asynchronous call, and no destructor of it waits.
  elsewhere();
  P.submit(work);
  P.submit(boost::bind(work));
  boost::future<int> Turn;
  while (more()) {
    if (Turn.valid())
      Turn.wait();
    Turn = boost::async(work);
  }
  auto Kept = boost::async(work);
  log();
  Kept.wait();
  return boost::async(work);
}
